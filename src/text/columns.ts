/** Letters that take two columns of a terminal: those of East Asia, and emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

const widthOf = (letter: string): number => (/\p{M}/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1);

/**
 * How many columns of a terminal a text takes, without colours.
 *
 * @example
 * columnsOf('数学 A') // 6
 */
export const columnsOf = (text: string): number => [...text].reduce((sum, letter) => sum + widthOf(letter), 0);

/**
 * A text of exactly so many columns: filled with blanks, or cut with an ellipsis at its end.
 *
 * @example
 * fittedTo('MATH', 6) // 'MATH  '
 * fittedTo('MATH2010', 6) // 'MATH2…'
 */
export function fittedTo(text: string, columns: number): string {
  const taken = columnsOf(text);
  if (taken <= columns) return text + ' '.repeat(columns - taken);
  let cut = '';
  let room = columns - 1;
  for (const letter of text) {
    room -= widthOf(letter);
    if (room < 0) break;
    cut += letter;
  }
  return fittedTo(`${cut}…`, columns);
}
