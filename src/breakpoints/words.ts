import type { MetricText } from '../audit/audit.ts';
import { pick } from '../report/records.ts';
import { metricText } from '../runs/metric-text.ts';
import { measureText, measureTexts } from '../sweep/report/measures.ts';
import { namesOf } from '../sweep/report/words.ts';
import type { Cell, ResultColumn, ResultTable } from '../tables/result.ts';
import { count, lowered, plural } from '../text/format.ts';
import type { BreakpointStep, Breakpoints } from './result.ts';

/**
 * Breakpoints in words: the same for the terminal, for the report and for a notebook.
 *
 * @example
 * const found = await breakpoints('scenarios/rotation/prime-evening.yaml', { path: 'weights.shift', from: 1, to: 20 });
 * breakpointsText(found).headline // 'The best schedule is the same for every value of the weight of shift from 1 to 20'
 */
export interface BreakpointsText {
  /** The setting, as short as it can be said. */
  readonly setting: string;
  readonly headline: string;
  readonly detail: string;
  /** The steps, without the columns that have one value in every row. */
  readonly table: ResultTable;
  /** Those columns in a sentence; empty where there are none. */
  readonly same: string;
}

/**
 * Says breakpoints in words, with a table of what differs from step to step.
 *
 * @example
 * const found = await breakpoints('scenarios/rotation/prime-evening.yaml', { path: 'weights.shift', from: 1, to: 20 });
 * breakpointsText(found).table.columns.slice(-3).map(({ label }) => label) // ['Net score (points)', 'At its end', 'Points for each 1 more']
 */
export function breakpointsText(found: Breakpoints): BreakpointsText {
  const { steps, path, from, to, solved, week } = found;
  const inWeek = week === undefined ? '' : ` in week ${week}`;
  const [name = path] = namesOf([path]);
  const setting = path.startsWith('weights.') ? `weight of ${name}` : name;
  const changes = steps.length - 1;
  const [first, last] = [steps[0]!, steps.at(-1)!];
  return {
    setting,
    headline:
      changes === 0
        ? `The best schedule${inWeek} is the same for every value of the ${setting} from ${count(from)} to ${count(to)}`
        : `The best schedule${inWeek} changes at ${plural(changes, 'value')} of the ${setting} and at no other`,
    detail: `${gainText(found)}Net score goes from ${count(first.net[0])} to ${count(last.net[1])} points. ${plural(solved.length, 'optimum was', 'optima were')} proven; all other values follow from them, since within a step the net score is a straight line.`,
    table: differingTable(found),
    same: sameText(found),
  };
}

/** A headline that differs from step to step, with its value in each. */
export interface Thing {
  readonly text: Headline;
  readonly values: readonly (number | null)[];
}

/** What people get that the setting changes: the measure of fairness first. Points are no thing. */
export function thingsOf({ steps, texts }: Breakpoints): readonly Thing[] {
  return Object.keys(steps[0]?.metrics ?? {})
    .map(
      (name): Thing => ({
        text: { name, ...metricText(texts, name) },
        values: steps.map(({ metrics }) => metrics[name] ?? null),
      }),
    )
    .filter(({ text, values }) => text.headline && text.unit !== 'points' && values.some((value) => value !== null))
    .filter(({ text }) => text.frontier || !isSame(steps, text.name))
    .toSorted((a, b) => Number(b.text.frontier ?? false) - Number(a.text.frontier ?? false));
}

/** "Partners reached goes from 7 to 50. ": from the first step to the last. Nothing where it stays. */
function gainText(found: Breakpoints): string {
  const [thing] = thingsOf(found);
  if (thing === undefined) return '';
  const [first, last] = [thing.values[0] ?? null, thing.values.at(-1) ?? null];
  if (first === null || last === null || first === last) return '';
  return `${thing.text.label} goes from ${measureText(thing.text, first)} to ${measureText(thing.text, last)}. `;
}

/**
 * A row for each step: from, to, net score, units, and the headline metrics of its schedule, exact: money in dollars, a
 * share from 0 to 1.
 *
 * @example
 * const found = await breakpoints('scenarios/rotation/prime-evening.yaml', { path: 'weights.shift', from: 1, to: 20 });
 * breakpointsTable(found).columns.slice(0, 5).map(({ name }) => name) // ['from', 'to', 'net_from', 'net_to', 'slope']
 */
export function breakpointsTable(found: Breakpoints): ResultTable {
  return tableOf(found);
}

/** The same with every metric as people read it: the numbers of a column with the same decimals. */
function wordsTable(found: Breakpoints): ResultTable {
  const { columns, rows } = breakpointsTable(found);
  const texts = columns.map(({ name }, at): readonly Cell[] => {
    const values = rows.map((row) => row[at] ?? null);
    if (!Object.hasOwn(found.texts, name)) return values;
    return measureTexts(metricText(found.texts, name), values as readonly (number | null)[]);
  });
  return {
    columns: columns.map((column) =>
      Object.hasOwn(found.texts, column.name) ? { ...column, type: 'text', align: 'right' } : column,
    ),
    rows: rows.map((_, row) => texts.map((column) => column[row] ?? null)),
  };
}

const typeOf = ({ unit }: Headline): ResultColumn['type'] => (unit === 'share' ? 'percent' : 'number');

type Headline = MetricText & { readonly name: string };

function tableOf({ steps, texts }: Breakpoints): ResultTable {
  const headlines = Object.keys(steps[0]?.metrics ?? {}).flatMap((name) => {
    const text = { name, ...metricText(texts, name) };
    return text.headline ? [text] : [];
  });
  const column = (name: string, type: ResultColumn['type'], label: string): ResultColumn => ({ name, type, label });
  return {
    columns: [
      column('from', 'number', 'From'),
      column('to', 'number', 'To'),
      column('net_from', 'number', 'Net score (points)'),
      column('net_to', 'number', 'At its end'),
      column('slope', 'number', 'Points for each 1 more'),
      ...headlines.map((text) => column(text.name, typeOf(text), text.label)),
    ],
    rows: steps.map(({ from, to, net, slope, metrics }) => [
      from,
      to,
      ...net,
      slope,
      ...headlines.map(({ name }) => metrics[name] ?? null),
    ]),
  };
}

/** The same without the columns that say one thing in every row: they would only push another off the edge. */
function differingTable(found: Breakpoints): ResultTable {
  const table = wordsTable(found);
  const names = table.columns.map(({ name }) => name).filter((name) => !isSame(found.steps, name));
  // Things stand before points.
  const points = ['net_from', 'net_to', 'slope'];
  const [from, things] = [names.slice(0, 2), names.slice(2).filter((name) => !points.includes(name))];
  return pick(table, [...from, ...things, ...points]);
}

// Of one step alone nothing can be said to differ: there every metric stands in the table.
const isSame = (steps: readonly BreakpointStep[], name: string): boolean =>
  steps.length > 1 &&
  Object.hasOwn(steps[0]!.metrics, name) &&
  new Set(steps.map(({ metrics }) => metrics[name] ?? null)).size === 1;

/** Columns that would say the same in every row, said once. */
function sameText({ steps, texts }: Breakpoints): string {
  const same = Object.entries(steps[0]?.metrics ?? {}).flatMap(([name, value]) => {
    const text = { name, ...metricText(texts, name) };
    if (!text.headline || value === null || !isSame(steps, name)) return [];
    return [`${lowered(text.label)} ${measureText(text, value)}`];
  });
  return same.length === 0 ? '' : `The same in every step: ${same.join('; ')}.`;
}
