import type { ResultColumn } from '../../tables/result.ts';
import { amount, count, dollars, NOTHING, percent } from '../../text/format.ts';
import type { ComparedRun, Comparison, Measure } from '../comparison.ts';

/**
 * A value of a measure as people read it, without the word of its unit.
 *
 * @example
 * valueText(0.125, { unit: 'share' }) // '12.5%'
 * valueText(73300, { unit: 'dollars' }) // '$73,300'
 */
export function valueText(value: number | null, { unit }: Pick<Measure, 'unit'>): string {
  if (value === null) return NOTHING;
  if (unit === 'share') return percent(value);
  if (unit === 'dollars') return dollars(Math.round(value * 100));
  return unit === undefined && !Number.isInteger(value) ? amount(value, 3) : count(value);
}

/**
 * A difference with its sign; of two shares, in percentage points.
 *
 * @example
 * changeText(-0.031, { unit: 'share' }) // '−3.1 pp'
 * changeText(1200, { unit: 'points' }) // '+1,200'
 */
export function changeText(value: number | null, measure: Pick<Measure, 'unit'>): string {
  if (value === null) return NOTHING;
  const text = measure.unit === 'share' ? `${count(Math.round(value * 1000) / 10)} pp` : valueText(value, measure);
  return value > 0 ? `+${text}` : text;
}

/** A value and its unit: "76,429 points", "$40", "12.5%". */
export function fullText(value: number | null, measure: Pick<Measure, 'unit'>): string {
  const { unit } = measure;
  const text = valueText(value, measure);
  return value === null || unit === undefined || unit === 'share' || unit === 'dollars' ? text : `${text} ${unit}`;
}

/** The column of a table that holds differences of a measure, and the value as its type wants it. */
export function measureColumn(measure: Measure): { column: ResultColumn; cell: (value: number) => number } {
  const { name, label, unit } = measure;
  const type = unit === 'share' ? 'percent' : unit === 'dollars' ? 'money' : 'number';
  return { column: { name, type, label }, cell: (value) => (unit === 'dollars' ? value * 100 : value) };
}

// The first screen has room for so many columns beside the names.
const MOST_COLUMNS = 8;

/**
 * The measures worth a column: headlines in which the runs are not all alike.
 *
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * const comparison = compareRuns([run, wide]);
 * comparisonHeadlines(comparison).map(({ name }) => name).includes('placed') // true
 */
export function headlines({ measures, runs }: Comparison): readonly Measure[] {
  const telling = measures.filter((one) => one.headline && new Set(valuesOf(runs, one)).size > 1);
  // What decides first, then things that people get, and points last; but the score is never left out.
  const rank = ({ first, group, better }: Measure) =>
    first ? 0 : group === 'metric' ? 1 : better === 'neutral' ? 3 : 2;
  const points = telling.filter((one) => rank(one) === 2).slice(0, 1);
  const things = telling.filter((one) => !points.includes(one)).toSorted((a, b) => rank(a) - rank(b));
  const led = things.filter((one) => rank(one) < 2).slice(0, MOST_COLUMNS - points.length);
  return [...led, ...points, ...things.filter((one) => rank(one) > 1)].slice(0, MOST_COLUMNS);
}

/** Headlines in which the runs are all alike, so that one sentence tells them. */
export function alike({ measures, runs }: Comparison): readonly Measure[] {
  return measures.filter((one) => one.headline && new Set(valuesOf(runs, one)).size === 1);
}

const valuesOf = (runs: readonly ComparedRun[], { name }: Measure) => runs.map((run) => run.values[name] ?? null);

/** What charts call a run: its letter, and as much of its name as there is room for. */
export function shortName({ mark, label }: Pick<ComparedRun, 'mark' | 'label'>, most: number): string {
  const chars = [...label];
  return `${mark}  ${chars.length > most ? `${chars.slice(0, most - 1).join('')}…` : label}`;
}

/** Names in a row: "off, linear and stepped". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/**
 * Numbers with their signs and units as they stand under each other: all with as many decimals as the one with the most.
 *
 * @example
 * evenly(['−0.17', '−2', '+1.5 pp']) // ['−0.17', '−2.00', '+1.50 pp']
 */
export function evenly(texts: readonly string[]): readonly string[] {
  const parts = texts.map((text) => /^([+−]?\$?[\d,]+)(?:\.(\d+))?(.*)$/.exec(text));
  const most = Math.max(0, ...parts.map((part) => part?.[2]?.length ?? 0));
  return texts.map((text, index) => {
    const part = parts[index];
    if (!part || most === 0) return text;
    return `${part[1]}.${(part[2] ?? '').padEnd(most, '0')}${part[3]}`;
  });
}
