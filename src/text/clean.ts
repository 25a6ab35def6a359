/** Text that needs no cleaning: visible ASCII with single spaces between. Nearly every cell is such a text. */
const ORDINARY = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Characters that nobody sees and that change no letter: soft hyphens, zero-width spaces, marks of direction. */
const INVISIBLE =
  /\u034F|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** Scripts, and emoji, in which a joiner changes what is seen: there it is a part of the text. */
const JOINS = '\\u0590-\\u08FF\\u0900-\\u109F\\u1780-\\u18AF\\u2600-\\u27BF\\uFE0F\\u{1F000}-\\u{1FAFF}';
const JOINER = new RegExp(`(?<![${JOINS}])[\\u200C\\u200D]|[\\u200C\\u200D](?![${JOINS}])`, 'gu');

const SPACE = '[\\t\\v\\f \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]';
const ONE_SPACE = new RegExp(SPACE, 'g');
const SPACES = new RegExp(`${SPACE}+`, 'g');

/**
 * Text as people read it: in Unicode form NFC, without characters that nobody sees, each run of blanks (also those that
 * do not break) a plain space, none at the ends. Line breaks stay.
 *
 * @example
 * cleanText('Los\u00A0Angeles ') // 'Los Angeles'
 * cleanText('Toyota\u200B') === cleanText('Toyota') // true
 * cleanText('Citroe\u0308n') // 'Citroën'
 */
export function cleanText(text: string): string {
  if (ORDINARY.test(text)) return text;
  return seen(text).replace(/\r\n?/g, '\n').replace(SPACES, ' ').trim();
}

/**
 * The same for the text of a whole file, whose blanks are counted: each stays one blank.
 *
 * @example
 * cleanSource('a:\u00A0 1') // 'a:  1'
 */
export function cleanSource(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant, its control characters too.
  if (/^[\x00-\x7F]*$/.test(text)) return text;
  return seen(text).replace(ONE_SPACE, (space) => (space === '\t' ? space : ' '));
}

const seen = (text: string): string => text.replace(INVISIBLE, '').replace(JOINER, '').normalize('NFC');
