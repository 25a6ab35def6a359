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
import {
  askedText,
  type Chance,
  type Chosen,
  chanceLead,
  chosenLead,
  lessText,
  namedText,
  titlesOf,
} from './explain-words.ts';
import { type Shown, shown } from './show.ts';

/**
 * Why rows are in the schedule or not.
 *
 * @example
 * const why = await evening.explain({ spot: 'h1' });
 * why.rows('rows').map((row) => [row.break, row.in_schedule]) // [['b2014', 'yes']]
 * why.chosen[0].less?.[0].text // '$12,800 of guaranteed spots'
 */
export interface NotebookExplanation extends Explanation, Shown {
  readonly tables: { readonly rows: ResultTable };
}

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

function partsOf(session: Session, found: Explanation): Parts {
  const { run, domain } = session;
  const { asked, candidates, inSchedule, chosen, chances, reasons, notes } = found;
  const name = askedText(asked);
  const texts = { titled: titlesOf(domain), named: namedText(session) };
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
      ...chosen.map((row, index) => chosenSection(`chosen-${index + 1}`, row, texts)),
      ...chances.map((row, index) => chanceSection(`chance-${index + 1}`, row, texts)),
      ...listSection('reasons', 'Why there is no candidate', reasons),
      ...listSection('notes', 'What else is known', notes),
    ],
  };
}

const listSection = (id: string, title: string, items: readonly string[]): readonly Section[] =>
  items.length === 0 ? [] : [{ id, title, lead: '', blocks: listBlocks(items) }];

const listBlocks = (items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ type: 'list', items }];

/** What rules and rows are called. */
interface Texts {
  readonly titled: (name: string) => string;
  readonly named: (row: Chosen['row']) => string;
}

function chosenSection(id: string, row: Chosen, { titled, named }: Texts): Section {
  const blocks = pointsBlocks(row, row.penalties, 'Points: its score, less the penalties that go with it', titled);
  return { id, title: named(row.row), lead: chosenLead(row), blocks: [...changeBlocks(row, named), ...blocks] };
}

function chanceSection(id: string, row: Chance, { titled, named }: Texts): Section {
  const blocks = pointsBlocks(row, row.charges, 'Points: its score, less the prices of what it needs', titled);
  const ways = listBlocks(row.inTheWay.map((text) => `in its way: ${text}`));
  return {
    id,
    title: named(row.row),
    lead: chanceLead(row),
    blocks: [...changeBlocks(row, named), ...ways, ...blocks],
  };
}

const changeBlocks = ({ instead }: Chosen | Chance, named: Texts['named']): readonly Block[] =>
  listBlocks([
    ...(instead?.dropped ?? []).map((each) => `out: ${named(each)}`),
    ...(instead?.added ?? []).map((each) => `in: ${named(each)}`),
  ]);

/** A picture of the points, where they are what decides; where values come first, what they are made of in words. */
function pointsBlocks(
  { gives, terms }: Chosen | Chance,
  paid: Chosen['penalties'],
  caption: string,
  titled: Texts['titled'],
): readonly Block[] {
  if (gives.length > 0) return listBlocks(terms.flatMap(({ text }) => (text === undefined ? [] : [text])));
  const rows = waterfall([
    ...terms.map(({ name, points }) => ({ label: titled(name), points })),
    ...paid.map(({ rule, label, points }) => ({ label: `${titled(rule)}: ${label}`, points: -points })),
  ]);
  return [{ type: 'chart', chart: 'waterfall', caption, data: { rows } }];
}

interface Step {
  readonly label: string;
  readonly points: number;
}

/** Bars that begin where the one before ends, then the sum. */
function waterfall(steps: readonly Step[]) {
  let level = 0;
  const bars = steps.map(({ label, points: by }) => {
    const from = level;
    level += by;
    const said = by > 0 ? `+${count(by)}` : count(by);
    return { label, kind: by < 0 ? 'loss' : 'gain', from, to: level, end: Math.max(from, level), said };
  });
  return [...bars, { label: 'Left', kind: 'total', from: 0, to: level, end: Math.max(0, level), said: count(level) }];
}

function rowsTable({ chosen, chances }: Explanation): ResultTable {
  const all = [...chosen.map((row) => ({ ...row, in: 'yes' })), ...chances.map((row) => ({ ...row, in: 'no' }))];
  const fields = Object.keys(all[0]?.row ?? {});
  return {
    columns: [
      ...fields.map((name) => ({ name, type: 'text' as const, label: name })),
      { name: 'in_schedule', type: 'text', label: 'In the schedule' },
      { name: 'score', type: 'number', label: 'Score' },
      { name: 'loss', type: 'number', label: 'Points lost by changing it' },
      { name: 'less', type: 'text', label: 'All that is lost or won by changing it' },
    ],
    rows: all.map(({ row, in: is, score, loss, less }) => [
      ...fields.map((name) => row[name] ?? null),
      is,
      score,
      loss,
      less && lessText(less),
    ]),
  };
}
