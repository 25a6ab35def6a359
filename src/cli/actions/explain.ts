import { count, explain, explanationText, Refusal, type Run, visible } from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Asked, sessionFor } from '../session.ts';
import { conflictLines } from '../terminal/summary.ts';
import { aligned, wrapped } from '../terminal/text.ts';

/** The options of `evenhand explain`. */
export interface ExplainOptions extends Asked {
  readonly json?: true;
  readonly most?: number;
}

/** Explains the rows with these fields, and shows the explanation. */
export async function explainRows(
  what: string,
  fields: readonly string[],
  options: ExplainOptions,
  io: Io,
): Promise<ExitCode> {
  const asked = fieldsOf(fields);
  const session = await sessionFor(what, options, options.json === true, io);
  if (saysNoSchedule(session.run, 'explain', io)) return EXIT.noSchedule;
  const explanation = await explain(session, asked, options.most);
  io.out(
    options.json
      ? `${JSON.stringify(explanation, null, 2)}\n`
      : `${linesOf(explanationText(session, explanation)).join('\n')}\n`,
  );
  return EXIT.done;
}

/** Where a run has no schedule: says so on stderr, and what cannot hold together. False where it has one. */
export function saysNoSchedule(run: Run, doing: string, io: Io): boolean {
  if (run.status !== 'infeasible' && run.status !== 'unknown') return false;
  const lines = [`${visible(run.name)}: ${run.status}: there is no schedule to ${doing}`, ...conflictLines(run)];
  io.err(lines.map((line) => `${line}\n`).join(''));
  return true;
}

/** The fields that words such as `vin=1G1` name. */
export function fieldsOf(words: readonly string[]): Readonly<Record<string, string>> {
  const entries = words.map((word): [string, string] => {
    const at = word.indexOf('=');
    if (at <= 0)
      throw new Refusal([
        { message: `"${word}" is not field=value`, maybe: `Maybe ${word}=… is meant, as in person_id=13972.` },
      ]);
    if (at === word.length - 1)
      throw new Refusal([{ message: `"${word}" names no value`, maybe: 'Maybe in quotes, where it holds a blank.' }]);
    return [word.slice(0, at), word.slice(at + 1)];
  });
  const twice = entries.find(([name], at) => entries.findIndex(([other]) => other === name) < at);
  if (twice !== undefined)
    throw new Refusal([{ message: `${twice[0]} is said twice`, maybe: 'Maybe ask of one value at a time.' }]);
  return Object.fromEntries(entries);
}

/** The explanation, then a block for each row, the lines of each below its name. */
export function linesOf({ headline, detail, rows, reasons, notes }: ExplanationText): readonly string[] {
  const list = (items: readonly string[]) => items.flatMap((item) => wrapped(visible(item), '  ', '  '));
  return [
    ...wrapped(visible(headline)),
    ...wrapped(visible(detail)),
    ...list(reasons),
    ...rows.flatMap((row) => ['', ...rowLines(row)]),
    ...(notes.length === 0 ? [] : ['', ...notes.flatMap((note) => wrapped(visible(note), '', '  '))]),
  ];
}

function rowLines({ title, worth, points, facts, inTheWay, loss, changes }: RowExplanation): readonly string[] {
  const below = (items: readonly string[]) => items.flatMap((item) => wrapped(visible(item), '    ', '  '));
  return [
    ...wrapped(visible(title), '', '  '),
    ...wrapped(visible(worth), '  '),
    ...pointsLines(points),
    ...below(facts),
    ...below(inTheWay),
    ...wrapped(visible(loss), '  '),
    ...below(changes),
  ];
}

/** Points before what they are for, as in a sum. */
const pointsLines = (points: RowExplanation['points']): readonly string[] =>
  aligned(
    points.map(({ label, points: own }) => [count(own), visible(label)]),
    [0],
  ).map((line) => `    ${line}`);

type ExplanationText = ReturnType<typeof explanationText>;
type RowExplanation = ExplanationText['rows'][number];
