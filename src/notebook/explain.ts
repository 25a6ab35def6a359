import {
  type Block,
  count,
  type Explanation,
  explain,
  type Parts,
  plural,
  type ResultTable,
  type Section,
  type Session,
} from '../index.ts';
import { type Shown, shown } from './show.ts';

/** Why rows are in the schedule or not. */
export interface NotebookExplanation extends Explanation, Shown {
  readonly tables: { readonly rows: ResultTable };
}

type Chosen = Explanation['chosen'][number];
type Chance = Explanation['chances'][number];

/** Explains the rows of a session's schedule that have some fields, or why none has. */
export async function explanationOf(
  session: Session,
  fields: Readonly<Record<string, string | number>>,
  most?: number,
): Promise<NotebookExplanation> {
  const asked = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  const found = await explain(session, asked, most);
  const key = `why-${session.run.id.slice(0, 6)}-${Object.values(asked)
    .join('-')
    .replaceAll(/[^\w-]/g, '_')}`;
  return shown({ ...found, tables: { rows: rowsTable(found) } }, { parts: () => partsOf(session, found), key });
}

function partsOf({ run }: Session, found: Explanation): Parts {
  const { asked, candidates, inSchedule, chosen, chances, reasons, notes } = found;
  const name = rowText(asked);
  return {
    title: `${run.title}: ${name}`,
    headline: `${name}: ${inSchedule > 0 ? `${count(inSchedule)} in the schedule` : 'not in the schedule'}`,
    detail:
      candidates === 0
        ? 'No candidate has these fields, whatever the score.'
        : `${plural(candidates, 'candidate')} ${candidates === 1 ? 'has' : 'have'} these fields.`,
    tone: inSchedule > 0 ? 'good' : 'fair',
    tiles: [],
    sections: [
      ...chosen.map((row, index) => sectionOf(`chosen-${index + 1}`, row, chosenSteps(row), chosenLead(row))),
      ...chances.map((row, index) => sectionOf(`chance-${index + 1}`, row, chanceSteps(row), chanceLead(row))),
      ...listSection('reasons', 'Why there is no candidate', reasons),
      ...listSection('notes', 'What else is known', notes),
    ],
  };
}

const listSection = (id: string, title: string, items: readonly string[]): readonly Section[] =>
  items.length === 0 ? [] : [{ id, title, lead: '', blocks: [{ type: 'list', items }] }];

interface Step {
  readonly label: string;
  readonly points: number;
}

function sectionOf(id: string, row: Chosen | Chance, steps: readonly Step[], lead: string): Section {
  const { instead } = row;
  const changes = instead
    ? [...instead.dropped.map((each) => `− ${rowText(each)}`), ...instead.added.map((each) => `+ ${rowText(each)}`)]
    : [];
  const blocks: readonly Block[] = [
    {
      type: 'chart',
      chart: 'waterfall',
      caption: 'Points, from score to what is left',
      data: { rows: waterfall(steps) },
    },
    ...(changes.length > 0 ? [{ type: 'list' as const, items: changes }] : []),
  ];
  return { id, title: rowText(row.row), lead, blocks };
}

const chosenSteps = ({ terms, penalties }: Chosen): readonly Step[] => [
  ...terms.map(({ name, points }) => ({ label: name, points })),
  ...penalties.map(({ rule, label, points }) => ({ label: `${rule}: ${label}`, points: -points })),
];

const chanceSteps = ({ terms, charges }: Chance): readonly Step[] => [
  ...terms.map(({ name, points }) => ({ label: name, points })),
  ...charges.map(({ rule, label, points }) => ({ label: `${rule}: ${label}`, points: -points })),
];

function chosenLead({ score, brings, loss }: Chosen): string {
  const net = brings === null || brings === score ? '' : ` and brings ${count(brings)} net`;
  const without =
    loss === null
      ? 'No schedule does without it.'
      : loss === 0
        ? 'Another schedule without it nets the same.'
        : `The best schedule without it nets ${points(loss)} less:`;
  return `It scores ${points(score)}${net}. ${without}`;
}

function chanceLead({ score, worth, loss }: Chance): string {
  const forced =
    loss === null
      ? 'No schedule can hold it.'
      : loss === 0
        ? 'A schedule with it nets the same: it lost a tie.'
        : `Forced in, the best schedule nets ${points(loss)} less:`;
  return `It scores ${points(score)}; less what it needs, which is worth more elsewhere, it leaves ${points(worth)}. ${forced}`;
}

const points = (value: number): string => plural(Math.round(value * 100) / 100, 'point');

/** Bars that begin where the one before ends, then the sum. */
function waterfall(steps: readonly Step[]) {
  let level = 0;
  const bars = steps.map(({ label, points: by }) => {
    const from = level;
    level += by;
    const said = by > 0 ? `+${count(by)}` : count(by);
    return { label, kind: by < 0 ? 'loss' : 'gain', from, to: level, end: Math.max(from, level), said };
  });
  return [...bars, { label: 'left', kind: 'total', from: 0, to: level, end: Math.max(0, level), said: count(level) }];
}

const rowText = (row: Readonly<Record<string, unknown>>): string => Object.values(row).join(' ');

function rowsTable({ chosen, chances }: Explanation): ResultTable {
  const all = [...chosen.map((row) => ({ ...row, in: 'yes' })), ...chances.map((row) => ({ ...row, in: 'no' }))];
  const fields = Object.keys(all[0]?.row ?? {});
  return {
    columns: [
      ...fields.map((name) => ({ name, type: 'text' as const, label: name })),
      { name: 'in_schedule', type: 'text', label: 'In the schedule' },
      { name: 'score', type: 'number', label: 'Score' },
      { name: 'loss', type: 'number', label: 'Points lost by changing it' },
    ],
    rows: all.map(({ row, in: is, score, loss }) => [...fields.map((name) => row[name] ?? null), is, score, loss]),
  };
}
