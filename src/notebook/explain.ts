import {
  type Block,
  count,
  type Explanation,
  type ExplanationText,
  explain,
  explanationTable,
  explanationText,
  type Parts,
  type ResultTable,
  type Section,
  type Session,
} from '../index.ts';
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
  return shown({ ...found, tables: { rows: explanationTable(found) } }, { parts: () => partsOf(session, found), key });
}

function partsOf(session: Session, found: Explanation): Parts {
  const { headline, detail, inSchedule, rows, reasons, notes } = explanationText(session, found);
  const id = inSchedule ? 'chosen' : 'chance';
  return {
    title: session.run.title,
    headline,
    detail,
    tone: inSchedule ? 'good' : 'fair',
    tiles: [],
    sections: [
      ...rows.map((row, index) => rowSection(`${id}-${index + 1}`, row)),
      ...listSection('reasons', 'Why there is no candidate', reasons),
      ...listSection('notes', 'What else is known', notes),
    ],
  };
}

const listSection = (id: string, title: string, items: readonly string[]): readonly Section[] =>
  items.length === 0 ? [] : [{ id, title, lead: '', blocks: listBlocks(items) }];

const listBlocks = (items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ type: 'list', items }];

/** One row: its sentences, what changes, what is in its way, and a picture of its points. */
function rowSection(id: string, row: ExplanationText['rows'][number]): Section {
  const { title, worth, loss, changes, inTheWay, facts, points, caption } = row;
  const data = { rows: waterfall(points) };
  return {
    id,
    title,
    lead: `${worth} ${loss}`,
    blocks: [
      ...listBlocks(changes),
      ...listBlocks(inTheWay),
      ...listBlocks(facts),
      ...(points.length === 0 ? [] : [{ type: 'chart' as const, chart: 'waterfall', caption, data }]),
    ],
  };
}

/** Bars that begin where the one before ends, then the sum. */
function waterfall(steps: ExplanationText['rows'][number]['points']) {
  let level = 0;
  const bars = steps.map(({ label, points: by }) => {
    const from = level;
    level += by;
    const said = by > 0 ? `+${count(by)}` : count(by);
    return { label, kind: by < 0 ? 'loss' : 'gain', from, to: level, end: Math.max(from, level), said };
  });
  return [...bars, { label: 'Left', kind: 'total', from: 0, to: level, end: Math.max(0, level), said: count(level) }];
}
