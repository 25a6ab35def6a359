import type { Command } from 'commander';
import { count, differencesText, type Explanation, explain, Refusal, visible } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { collect, howMany } from './options.ts';
import { type Asked, sessionFor } from './session.ts';

const EXAMPLES = `
Examples:
  evenhand explain runs/la-week/5bc4eef2e0cd8266 person_id=13972
  evenhand explain runs/la-week/5bc4eef2e0cd8266 vin=00G3FNPL0UM100034 person_id=12079 start_day=2025-09-25
  evenhand explain scenarios/loans/la-week.yaml start_day=2025-09-25 --most 3 --json
  evenhand explain scenarios/rotation/prime-evening.yaml spot=t1

Exit code: 0 done, 2 bad run, scenario or field, 3 no schedule.
`;

interface Options extends Asked {
  readonly json?: true;
  readonly most?: number;
}

/** `evenhand explain`: why rows are in the schedule, or not. */
export function addExplain(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('explain')
    .summary('say why a row is in the schedule or not, and what it would cost to change that')
    .description(
      'Says why the rows with these fields are in the schedule or not. Every loss is exact: the model is solved again with the row forbidden, or forced in.',
    )
    .argument('<run>', 'the folder of a run, or a scenario file')
    .argument('<field=value...>', 'fields of a row of the schedule')
    .option('--variant <name>', 'of a scenario file: this variant')
    .option('--set <key=value>', 'of a scenario file: one setting changed; may be repeated', collect)
    .option('--most <count>', 'how many rows or chances to explain (5)', howMany)
    .option('--json', 'print the explanation as JSON on stdout, and nothing else')
    .addHelpText('after', EXAMPLES)
    .action(async (what: string, fields: readonly string[], options: Options) => {
      const asked = fieldsOf(fields);
      const session = await sessionFor(what, options, options.json === true, io);
      if (session.run.status === 'infeasible' || session.run.status === 'unknown') {
        io.err(`${visible(session.run.name)}: ${session.run.status}: there is no schedule to explain\n`);
        return finish(EXIT.noSchedule);
      }
      const explanation = await explain(session, asked, options.most);
      io.out(
        options.json
          ? `${JSON.stringify(explanation, null, 2)}\n`
          : `${linesOf(explanation).map(visible).join('\n')}\n`,
      );
      finish(EXIT.done);
    });
}

function fieldsOf(words: readonly string[]): Readonly<Record<string, string>> {
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

function linesOf(explanation: Explanation): readonly string[] {
  const { asked, candidates, inSchedule, chosen, chances, reasons, notes } = explanation;
  const name = rowText(asked);
  const lines: string[] = [];
  if (candidates === 0) lines.push(`${name}: no candidate`, ...reasons.map((reason) => `  ${reason}`));
  else if (inSchedule === 0)
    lines.push(
      `${name}: not in the schedule; ${count(candidates)} ${candidates === 1 ? 'candidate' : 'candidates'}, ${chances.length === 1 ? 'the best chance' : 'the best chances'}:`,
    );
  else
    lines.push(
      `${name}: ${count(inSchedule)} in the schedule${inSchedule > chosen.length ? `, the first ${chosen.length} explained` : ''}`,
    );
  for (const each of chosen) lines.push(...chosenLines(each));
  for (const each of chances) lines.push(...chanceLines(each));
  return [...lines, ...notes];
}

function chosenLines(row: ChosenRow): string[] {
  const brings = row.penalties.length === 0 || row.brings === null ? '' : `, brings ${points(row.brings)} net`;
  return [
    `  ${rowText(row.row)}: ${worthText(row, 'brings')}${brings}`,
    ...row.penalties.map((share) => `    ${points(share.points)} for ${share.rule}: ${share.label}`),
    `    ${lossText(row, 'no schedule does without it', 'another schedule without it', 'the best schedule without it')}`,
    ...changeLines(row.instead),
  ];
}

function chanceLines(row: ChanceRow): string[] {
  const first = row.gives.length > 0;
  const paid = row.charges.map((share) => `    ${points(share.points)} ${share.rule}: ${share.label}`);
  const needs = first
    ? row.inTheWay.map((text) => `    in its way: ${text}`)
    : paid.length === 0
      ? ['    nothing']
      : paid;
  const loss = lossText(row, 'no schedule can hold it', 'a schedule with it', 'forced in, the best schedule');
  return [
    `  ${rowText(row.row)}: ${worthText(row, 'would bring')}${first ? '' : '; what it needs is worth elsewhere:'}`,
    ...needs,
    `    ${first ? '' : `which leaves ${points(row.worth)}; `}${loss}${row.less?.length === 0 ? ': it lost a tie' : ''}`,
    ...changeLines(row.instead),
  ];
}

type ChosenRow = Explanation['chosen'][number];
type ChanceRow = Explanation['chances'][number];

/** What comes first, then the score, each with what it is made of. */
function worthText({ gives, score, terms }: ChosenRow | ChanceRow, verb: string): string {
  const told = terms.map(({ name, points: own, text }) => text ?? `${name} ${points(own)}`);
  const sum = told.length === 0 ? '' : ` (${told.join(', ')})`;
  return gives.length === 0
    ? `scores ${points(score)}${sum}`
    : `${verb} ${gives[0]!.text}, ${points(score)} points${sum}`;
}

/** What another schedule has less: in net score alone, or by what comes first. */
function lossText({ less, loss, gives }: ChosenRow | ChanceRow, none: string, equal: string, best: string): string {
  if (less === null || loss === null) return none;
  if (less.length === 0) return `${equal} ${gives.length > 0 ? 'is as good' : 'nets the same'}`;
  return gives.length > 0
    ? `${best} has ${differencesText(less, 'less', 'more')}`
    : `${best} nets ${points(loss)} less`;
}

function changeLines(changes: Explanation['chosen'][number]['instead']): string[] {
  if (changes === null) return [];
  return [
    ...changes.dropped.map((row) => `      - ${rowText(row)}`),
    ...changes.added.map((row) => `      + ${rowText(row)}`),
  ];
}

const rowText = (row: Readonly<Record<string, unknown>>): string => Object.values(row).join(' ');

/** Points to the hundredth: enough for prices, and nothing is rounded of a loss, which is whole in most scenarios. */
const points = (value: number): string => count(Math.round(value * 100) / 100);
