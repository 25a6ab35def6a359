import { Lexer } from 'yaml';
import { Refusal } from '../../problems/problem.ts';
import * as problems from '../problems.ts';
import { placeAt, type Source } from './source.ts';

/** More values than any scenario has; fewer than it takes to be slow. */
export const MOST_VALUES = 20_000;
export const MOST_DEPTH = 50;
const MOST_TOKENS = 10 * MOST_VALUES;
const MOST_INDENT = 200;

/**
 * Refuses text that the parser should not see: it is recursive, so that a million brackets end the process, and
 * slow on a million keys. Its lexer is neither, and looks first.
 *
 * @param text The source's text, with everything before the YAML made blank.
 */
export function refuseMonsters(source: Source, text: string): void {
  let [depth, tokens, offset, line] = [0, 0, 0, 0];
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    const blank = token.trim() === '' && !token.includes('\n');
    const column = offset - line + (blank ? token.length : 0);
    const deep = depth > MOST_DEPTH || ((token === '-' || token === '?') && column > MOST_INDENT);
    if (deep || (blank && offset === line && column > MOST_INDENT)) {
      throw new Refusal([problems.tooDeep(placeAt(source, offset, offset + 1))]);
    }
    if (tokens > MOST_TOKENS) throw new Refusal([problems.tooMany(MOST_VALUES, placeAt(source, offset, offset + 1))]);
    // The lexer marks scalars and documents by control characters that are not in the text.
    if (!MARKS.has(token)) offset += token.length;
    const end = token.lastIndexOf('\n');
    if (end >= 0) line = offset - token.length + end + 1;
  }
}

const MARKS = new Set(['\u0002', '\u0018', '\u001f']);
