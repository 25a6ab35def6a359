import { isNumeric, type Parameter, type Sweep } from '../runs/sweep.ts';
import type { Effect, PolicyFinding, Spread, SweepFindings, SweepMeasure } from '../runs/sweep-findings.ts';
import { amount, count, percent } from './format.ts';
import type { Block, Datum } from './page.ts';
import { valueText } from './sweep-words.ts';

type Chart = Extract<Block, { type: 'chart' }>;

/**
 * A measure as a person reads it.
 *
 * @example
 * measureText({ name: 'gini', label: 'Gini', better: 'less', headline: true }, 0.25) // '0.250'
 */
export function measureText({ unit }: Pick<SweepMeasure, 'unit'>, value: number): string {
  if (unit === 'share') return percent(value);
  if (unit === 'dollars') return `$${amount(value)}`.replace('$−', '−$');
  return Math.abs(value) < 1 && value !== 0 ? amount(value, 3) : count(value);
}

/** The label of a measure with its unit, for a caption. */
export const captionOf = ({ label, unit }: SweepMeasure): string =>
  unit === undefined || unit === 'share' || label.toLowerCase().includes(unit) ? label : `${label} (${unit})`;

type Three = [number, number, number];

// An axis knows no unit: a share is drawn in percent, rounded so that 0.29 is 29 and not 28.999999999999996.
const drawn = ({ unit }: SweepMeasure, value: number): number =>
  unit === 'share' ? Math.round(value * 1e8) / 1e6 : value;

const drawnCaption = (measure: SweepMeasure): string =>
  measure.unit === 'share' ? `${measure.label} (percent)` : captionOf(measure);

/** How one measure follows one parameter: a line with its band for numbers, marks for choices. */
export function effectChart(parameter: Parameter, effect: Effect, measure: SweepMeasure): Chart {
  const numeric = isNumeric(parameter);
  const rows: Datum[] = parameter.values.flatMap((value, index) => {
    const spread = effect.spreads[index] ?? null;
    if (spread === null) return [];
    const [min, median, max] = [spread.min, spread.median, spread.max].map((each) => drawn(measure, each)) as Three;
    return [numeric ? { x: value as number, min, median, max } : { choice: valueText(value), min, median, max }];
  });
  const sorted = numeric ? rows.toSorted((a, b) => Number(a.x) - Number(b.x)) : rows;
  return {
    type: 'chart',
    chart: numeric ? 'sweep-effect' : 'sweep-choices',
    caption: drawnCaption(measure),
    data: { rows: sorted },
  };
}

/** Score against fairness: a point for each policy. */
export function frontierChart(findings: SweepFindings, caption: string): Chart {
  const { score, fairness } = findings.frontier!;
  const rows = findings.policies.flatMap(({ spreads, efficient }) => {
    const [x, y] = [spreads[fairness]?.median, spreads[score]?.median];
    if (x === undefined || y === undefined) return [];
    return [{ fairness: x, score: y, kind: efficient ? 'no policy is better in both' : 'another policy is better' }];
  });
  // Efficient points are drawn last, so that others do not hide them.
  return {
    type: 'chart',
    chart: 'sweep-frontier',
    caption,
    data: { rows: rows.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)) },
  };
}

/** More columns would not stay readable in half a page. */
export const MOST_COLUMNS = 9;
export const MOST_ROWS = 24;

/** One measure over two parameters: medians over everything else. */
export function heatChart(sweep: Sweep, pair: readonly [number, number], measure: SweepMeasure): Chart {
  const [down, across] = pair;
  const cells = new Map<string, number[]>();
  for (const run of sweep.runs) {
    const value = run.result?.objective[measure.name] ?? run.result?.metrics[measure.name] ?? null;
    if (value === null) continue;
    const key = JSON.stringify([run.values[down], run.values[across]]);
    cells.set(key, [...(cells.get(key) ?? []), value]);
  }
  const all = [...cells].map(([key, values]) => ({
    key: JSON.parse(key) as readonly unknown[],
    value: medianOf(values),
  }));
  const order = (parameter: number, value: unknown) =>
    sweep.parameters[parameter]!.values.findIndex((each) => JSON.stringify(each) === JSON.stringify(value));
  const rows = all
    .toSorted(
      (a, b) => order(down, a.key[0]) - order(down, b.key[0]) || order(across, a.key[1]) - order(across, b.key[1]),
    )
    .map(({ key, value }) => ({
      row: valueText(key[0]),
      column: valueText(key[1]),
      value,
      said: measureText(measure, value),
    }));
  return { type: 'chart', chart: 'sweep-heat', caption: captionOf(measure), data: { rows } };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

/** One measure of each policy over its worlds: from least to greatest, with the median. */
export function spreadChart(
  policies: readonly PolicyFinding[],
  measure: SweepMeasure,
  label: (one: PolicyFinding) => string,
): Chart {
  const rows = policies.flatMap((one) => {
    const spread: Spread | null = one.spreads[measure.name] ?? null;
    if (spread === null) return [];
    const [min, median, max] = [spread.min, spread.median, spread.max].map((each) => drawn(measure, each)) as Three;
    return [{ label: label(one), min, median, max }];
  });
  return { type: 'chart', chart: 'sweep-spread', caption: drawnCaption(measure), data: { rows } };
}
