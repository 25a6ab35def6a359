import { datedTable } from '../../report/chapter/table.ts';
import type { Block, Section } from '../../report/page.ts';
import { nameText } from '../../report/run/sections.ts';
import type { GivenMove, GivenSchedule, GivenStep } from '../../runs/given.ts';
import type { Run } from '../../runs/run.ts';
import type { Cell, ResultTable } from '../../tables/result.ts';
import { capital, count, plural } from '../../text/format.ts';
import { gainText } from '../words.ts';

/** What to change first: which rows cannot stay, and which few new ones bring most. */
export function changesSection(run: Run, given: GivenSchedule): Section | undefined {
  const { best, rows, counts } = given;
  const [first, ...further] = best?.steps ?? [];
  if (best === null || first === undefined) return undefined;
  const head = { id: 'what-to-change', title: 'What to change first' };
  const found = further.filter(({ net }) => net !== null);
  if (first.net === null) {
    const lead = 'No schedule can be made of these rows alone, even if any of them may be dropped.';
    return { ...head, lead, blocks: found.length === 0 ? [] : [stepsBlock(found, counts)] };
  }
  const blocks: Block[] = [
    ladder(run, given),
    ...(first.dropped.length === 0 ? [] : [droppedBlock(first.dropped, given)]),
  ];
  if (found.length > 0) blocks.push(stepsBlock(found, counts));
  return { ...head, lead: leadOf(first, found, rows.length), blocks };
}

function leadOf(first: GivenStep, further: readonly GivenStep[], rows: number): string {
  const stay =
    first.kept === rows
      ? `All ${plural(rows, 'row')} can stay, and net ${plural(first.net ?? 0, 'point')}.`
      : `${count(first.kept)} of ${plural(rows, 'row')} can stay as they are, and then net ${plural(first.net ?? 0, 'point')}; ${count(rows - first.kept)} must or should go.`;
  const last = further.at(-1);
  if (last === undefined) return `${stay} No new row would bring more.`;
  const one = further[0]!;
  const steps = last === one ? '' : ` ${capital(words(last.most))} bring ${gainText(last)}.`;
  return `${stay} The one new row that brings most brings ${gainText(one)}.${steps}`;
}

const words = (value: number): string =>
  ['no new row', 'one new row', 'two new rows', 'three new rows'][value] ?? `${value} new rows`;

/** Net scores from the schedule as it was given to the best one. */
function ladder(run: Run, { best, faults }: GivenSchedule): Block {
  const own = run.objective.net_score ?? 0;
  // Where all rows stay, what they net alone is what was given.
  const steps = (best?.steps ?? []).filter(
    ({ most, net }) => net !== null && !(most === 0 && faults.length === 0 && net === own),
  );
  const rows = [
    { label: faults.length > 0 ? 'As given, rules broken' : 'As given', value: own },
    ...steps.map(({ most, net }) => ({ label: most === 0 ? 'Its own rows alone' : `With ${words(most)}`, value: net })),
    { label: 'The best schedule', value: best?.objective.net_score ?? 0 },
  ];
  return {
    type: 'chart',
    chart: 'bars',
    caption: 'Net score, in points',
    data: { rows },
    marks: {
      rows: rows.map(({ label, value }) => ({ title: label, facts: [['Net score', `${count(value ?? 0)} points`]] })),
    },
  };
}

function droppedBlock(dropped: readonly GivenMove[], { counts, faults }: GivenSchedule): Block {
  const rulesOf = (line: number | null) =>
    [
      ...new Set(faults.filter(({ lines }) => line !== null && lines.includes(line)).map(({ rule }) => nameText(rule))),
    ].join(', ');
  return {
    type: 'table',
    caption: 'Rows that go, where no new one comes',
    table: datedTable({
      columns: [
        { name: 'row', type: 'text', label: 'Row' },
        { name: 'line', type: 'text', label: capital(counts) },
        { name: 'rule', type: 'text', label: 'Breaks' },
        { name: 'why', type: 'text', label: 'Why it goes' },
      ],
      rows: dropped.map(({ line, row, why }) => [row, String(line), rulesOf(line), capital(why)]),
    }),
    limit: 12,
    file: 'given_changes.csv',
  };
}

function stepsBlock(steps: readonly GivenStep[], counts: string): Block {
  const inPoints = steps.every(({ more }) => more.every(({ of }) => of === 'net_score'));
  const gain = ({ more }: GivenStep): Cell => (inPoints ? (more[0]?.by ?? 0) : gainText({ more }));
  const table: ResultTable = {
    columns: [
      { name: 'most', type: 'text', label: 'New rows' },
      { name: 'net', type: 'number', label: 'Net score' },
      { name: 'more', type: inPoints ? 'number' : 'text', label: inPoints ? 'Points more' : 'Brings' },
      { name: 'change', type: 'text', label: 'Change' },
    ],
    rows: steps.map((step) => [
      capital(words(step.most).replace(/ new rows?$/, '')),
      step.net,
      gain(step),
      changeText(step, counts),
    ]),
  };
  return {
    type: 'table',
    caption:
      'The changes that bring most: each line is a schedule of its own, found by solving again; dropping rows is free',
    table: datedTable(table),
    file: 'given_changes.csv',
  };
}

function changeText({ added, restored, dropped }: GivenStep, counts: string): string {
  const of = (moves: readonly GivenMove[], verb: string) =>
    moves.length === 0
      ? []
      : [
          `${verb} ${moves.map(({ line, row, why }) => `${row}${line === null ? '' : ` (${counts} ${line})`}${line === null && why !== '' ? `, ${why}` : ''}`).join('; ')}`,
        ];
  return [...of(added, 'Add'), ...of(restored, 'Keep after all'), ...of(dropped, 'Drop')].join('. ');
}
