import { visible } from '../text/visible.ts';
import type { Place, Problem } from './problem.ts';

/** Wider source lines are cut around the caret. */
const WIDTH = 100;
const MOST = 50;

/**
 * Problems as text for a terminal: where and what, the source line with a caret under the fault, the way out.
 * A blank line stands between two problems; after 50 the rest are counted. No colour, no trailing newline.
 *
 * @example
 * printProblems([{ message: 'is empty', place: { file: 'la.yaml' } }]) // 'la.yaml: is empty'
 */
export function printProblems(problems: readonly Problem[]): string {
  const parts = problems.slice(0, MOST).map(printProblem);
  const more = problems.length - parts.length;
  return (more > 0 ? [...parts, `… and ${more} more.`] : parts).join('\n\n');
}

function printProblem({ message, place, maybe }: Problem): string {
  const head = place ? `${where(place)}: ${visible(message)}` : visible(message);
  return [head, ...excerpt(place), ...(maybe === undefined ? [] : [sentence(maybe)])].join('\n');
}

function where({ file, line, column }: Place): string {
  return [visible(file), line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

function excerpt(place: Place | undefined): string[] {
  if (place?.source === undefined) return [];
  const gutter = place.line === undefined ? '' : String(place.line);
  const { text, before, span } = around(place.source, place.column, place.length ?? 1);
  const lines = [`  ${gutter} | ${text}`];
  if (place.column !== undefined) {
    lines.push(`  ${' '.repeat(gutter.length)} | ${' '.repeat(before)}${'^'.repeat(span)}`);
  }
  return lines;
}

/** The source line made visible and cut to the width, and where its caret then stands. */
function around(source: string, column: number | undefined, length: number) {
  const start = Math.min((column ?? 1) - 1, source.length);
  // Only what can be shown is escaped: a line may be a megabyte long.
  const from = Math.max(0, start - WIDTH);
  const until = Math.min(source.length, start + Math.max(1, length) + WIDTH);
  const left = [...visible(source.slice(from, start))];
  const middle = [...visible(source.slice(start, Math.min(start + length, until)))];
  const right = [...visible(source.slice(Math.min(start + length, until), until))];
  const whole = from === 0 && until === source.length && left.length + middle.length + right.length <= WIDTH;
  if (whole)
    return { text: [...left, ...middle, ...right].join(''), before: left.length, span: Math.max(1, middle.length) };
  const shownLeft = from === 0 && left.length <= WIDTH / 2 ? left : ['…', ...left.slice(-(WIDTH / 2 - 1))];
  const room = WIDTH - shownLeft.length;
  const rest = [...middle, ...right];
  const shownRest = rest.length <= room && until === source.length ? rest : [...rest.slice(0, room - 1), '…'];
  return {
    text: [...shownLeft, ...shownRest].join(''),
    before: shownLeft.length,
    span: Math.max(1, Math.min(middle.length, shownRest.length)),
  };
}

/** Domains give the way out as a sentence or as its middle; a reader always sees a sentence. */
function sentence(maybe: string): string {
  const text = visible(maybe);
  const begun = text.startsWith('Maybe') ? text : `Maybe ${text}`;
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
}
