import { type Problem, Refusal } from '../../problems/problem.ts';
import { quoted } from '../../text/visible.ts';
import { MOST_DEPTH } from './guard.ts';
import { placeAt, type Source } from './source.ts';
import type { Tree, TreeScalar } from './tree.ts';

/** What is wrong with a text that is not JSON, and the way out. */
const FAULTS = {
  empty: ['is empty, and JSON is needed', 'Maybe it was saved before it was filled.'],
  end: ['the JSON ends too early', 'Maybe the file was cut short, or a bracket is not closed.'],
  more: ['the JSON has ended before this', 'Maybe a bracket is closed too early, or the file holds two documents.'],
  value: ['a value is needed here', 'Maybe a text needs double quotes, or a comma is one too many.'],
  key: ['a key in double quotes is needed here', 'Maybe a comma before it is one too many.'],
  colon: ['":" is needed after a key', 'Maybe write "key": value.'],
  comma: ['"," or a closing bracket is needed here', 'Maybe a comma is missing before it.'],
  quotes: ['the text has no closing quote on its line', 'Maybe write a line break as \\n.'],
  control: ['a character that nobody sees stands in a text', 'Maybe write a tab as \\t, or delete it.'],
  letter: ['is no escape of JSON', 'Maybe write a backslash as \\\\.'],
  number: [
    'is no number of JSON',
    'Maybe write it as 12 or 0.5, without a plus or leading zeros; or as text, in quotes.',
  ],
  deep: ['is nested too deeply', 'Maybe a bracket was never closed.'],
} as const;

/** Where the reader is. */
interface Cursor {
  readonly source: Source;
  readonly found: Problem[];
  at: number;
  depth: number;
}

/**
 * Reads JSON as a tree that knows its places. It is stricter than YAML, which forgives single quotes, comments and a
 * comma too many: what another program would refuse is refused here.
 *
 * @throws Refusal at the line where the text is not JSON, and for every key that stands twice in one object.
 */
export function readJson(source: Source): Tree {
  const cursor: Cursor = { source, found: [], at: 0, depth: 0 };
  blanks(cursor);
  if (cursor.at >= source.text.length) throw faulty(cursor, 'empty', 0);
  const tree = valueAt(cursor);
  if (cursor.at < source.text.length) throw faulty(cursor, 'more');
  if (cursor.found.length > 0) throw new Refusal(cursor.found);
  return tree;
}

/** The refusal of what stands at an offset; at the end of the text it ends too early. */
function faulty({ source, at }: Cursor, fault: keyof typeof FAULTS, from = at, to = from + 1): Refusal {
  const [message, maybe] = FAULTS[from >= source.text.length && fault !== 'empty' ? 'end' : fault];
  return new Refusal([{ message, maybe, place: placeAt(source, from, to) }]);
}

function blanks(cursor: Cursor): void {
  const { text } = cursor.source;
  while (cursor.at < text.length && ' \t\n\r'.includes(text[cursor.at]!)) cursor.at++;
}

/** Steps over one character and the blanks after it, where it is there. */
function takes(cursor: Cursor, char: string): boolean {
  if (cursor.source.text[cursor.at] !== char) return false;
  cursor.at++;
  blanks(cursor);
  return true;
}

/** The value that begins here; the cursor stands behind it and the blanks after it. */
function valueAt(cursor: Cursor): Tree {
  const { source } = cursor;
  const start = cursor.at;
  const spanned = <T>(value: T) => {
    const at = placeAt(source, start, cursor.at);
    blanks(cursor);
    return { at, ...value };
  };
  const char = source.text[start];
  if (char === '"') return spanned({ value: textAt(cursor) });
  if (char === '{' || char === '[') {
    if (++cursor.depth > MOST_DEPTH) throw faulty(cursor, 'deep');
    cursor.at++;
    blanks(cursor);
    const inner = char === '{' ? { entries: entriesAt(cursor) } : { items: itemsAt(cursor) };
    cursor.depth--;
    return spanned(inner);
  }
  return spanned(wordAt(cursor));
}

function itemsAt(cursor: Cursor): readonly Tree[] {
  const items: Tree[] = [];
  if (closes(cursor, ']')) return items;
  do items.push(valueAt(cursor));
  while (takes(cursor, ','));
  if (!closes(cursor, ']')) throw faulty(cursor, 'comma');
  return items;
}

function entriesAt(cursor: Cursor): ReadonlyMap<string, Tree> {
  const entries = new Map<string, Tree>();
  if (closes(cursor, '}')) return entries;
  do {
    const start = cursor.at;
    if (cursor.source.text[start] !== '"') throw faulty(cursor, 'key');
    const name = textAt(cursor);
    const key = placeAt(cursor.source, start, cursor.at);
    blanks(cursor);
    if (!takes(cursor, ':')) throw faulty(cursor, 'colon');
    const before = entries.get(name)?.key?.line;
    const value = { ...valueAt(cursor), key };
    if (before === undefined) entries.set(name, value);
    else cursor.found.push(twice(name, before, key));
  } while (takes(cursor, ','));
  if (!closes(cursor, '}')) throw faulty(cursor, 'comma');
  return entries;
}

const twice = (name: string, line: number, place: Problem['place'] & {}): Problem => ({
  message: `${quoted(name)} stands here and on line ${line}`,
  maybe: 'Maybe delete one of them.',
  place,
});

/** Steps over a closing bracket alone: the blanks after it belong to nobody yet. */
function closes(cursor: Cursor, bracket: string): boolean {
  if (cursor.source.text[cursor.at] !== bracket) return false;
  cursor.at++;
  return true;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** The text in double quotes that begins here. */
function textAt(cursor: Cursor): string {
  const { text } = cursor.source;
  const start = cursor.at;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') {
      cursor.at = at + 1;
      return JSON.parse(text.slice(start, at + 1)) as string;
    }
    if (char === '\n' || char === '\r') throw faulty(cursor, 'quotes', start, at);
    if (char < ' ') throw faulty(cursor, 'control', at);
    if (char !== '\\') continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) throw faulty(cursor, 'letter', at, at + 2);
    at = ESCAPE.lastIndex - 1;
  }
  throw faulty(cursor, 'end', start, text.length);
}

const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The number, the truth value or the null that begins here. */
function wordAt(cursor: Cursor): Pick<TreeScalar, 'value' | 'text'> {
  const { text } = cursor.source;
  const start = cursor.at;
  while (cursor.at < text.length && /[\w.+-]/.test(text[cursor.at]!)) cursor.at++;
  const word = text.slice(start, cursor.at);
  if (Object.hasOwn(WORDS, word)) return { value: WORDS[word]! };
  if (NUMBER.test(word)) return { value: Number(word), text: word };
  throw faulty(cursor, /^[+-]?\.?\d/.test(word) ? 'number' : 'value', start, Math.max(cursor.at, start + 1));
}
