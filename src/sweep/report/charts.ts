import { type Block, chartBlock, type Mark, type Point } from '../../report/chapter.ts';
import { capital, plural } from '../../text/format.ts';
import { settingText } from '../../text/setting.ts';
import type { Effect, PolicyFinding, Spread, SweepMeasure } from '../findings-record.ts';
import { isNumeric, type Parameter, type Sweep, type SweptValue } from '../record.ts';
import { axisOf, captionOf, drawn, measureText, unitOf } from './measures.ts';
import { namesOf } from './words.ts';

type Chart = Extract<Block, { type: 'chart' }>;

type Three = [number, number, number];

/** How one measure follows one parameter: a line with its band for numbers, marks for choices. */
export function effectChart(
  parameter: Parameter,
  effect: Effect,
  measure: SweepMeasure,
  name: string,
  about: (value: SweptValue) => readonly string[],
): Chart {
  const numeric = isNumeric(parameter);
  const points = parameter.values.flatMap((value, index): readonly Point[] => {
    const spread = effect.spreads[index] ?? null;
    if (spread === null) return [];
    const mark: Mark = {
      title: `${name} ${settingText(value)}`,
      facts: spreadFacts(measure, spread),
      about: about(value),
    };
    const [min, median, max] = [spread.min, spread.median, spread.max].map((each) => drawn(measure, each)) as Three;
    const where = numeric ? { x: value as number } : { choice: settingText(value) };
    return [{ datum: { ...where, min, median, max }, mark }];
  });
  return chartBlock({
    chart: numeric ? 'sweep-effect' : 'sweep-choices',
    caption: `${measure.label}, by ${name}`,
    points: numeric ? points.toSorted((a, b) => Number(a.datum.x) - Number(b.datum.x)) : points,
    titles: { x: capital(name), y: unitOf(measure) },
  });
}

/** The key of a policy, by which charts and tables of a sweep are linked. */
export const policyKey = ({ policy }: Pick<PolicyFinding, 'policy'>): string => `policy:${policy}`;

/** A spread in words: one number where there is but one. */
export function spreadFacts(measure: SweepMeasure, { min, median, max, runs }: Spread): Mark['facts'] {
  const text = (value: number) =>
    measure.unit === 'points' ? `${measureText(measure, value)} points` : measureText(measure, value);
  if (runs === 1 || min === max) return [[measure.label, text(median)]];
  return [
    [`${measure.label}, median`, text(median)],
    ['Least', text(min)],
    ['Greatest', text(max)],
    ['Over', plural(runs, 'run')],
  ];
}

/** More columns would not stay readable in half a page. */
export const MOST_COLUMNS = 9;
export const MOST_ROWS = 24;

/** One measure over two parameters: medians over everything else. */
export function heatChart(sweep: Sweep, pair: readonly [number, number], measure: SweepMeasure): Chart {
  const [down, across] = pair;
  const cells = new Map<string, number[]>();
  const policies = new Map<string, Set<string>>();
  for (const run of sweep.runs) {
    const value = run.result?.objective[measure.name] ?? run.result?.metrics[measure.name] ?? null;
    if (value === null) continue;
    const key = JSON.stringify([run.values[down], run.values[across]]);
    cells.set(key, [...(cells.get(key) ?? []), value]);
    policies.set(key, (policies.get(key) ?? new Set()).add(policyKey(run)));
  }
  const all = [...cells].map(([key, values]) => ({
    about: [...policies.get(key)!],
    runs: values.length,
    key: JSON.parse(key) as readonly unknown[],
    value: medianOf(values),
  }));
  const order = (parameter: number, value: unknown) =>
    sweep.parameters[parameter]!.values.findIndex((each) => JSON.stringify(each) === JSON.stringify(value));
  const sorted = all.toSorted(
    (a, b) => order(down, a.key[0]) - order(down, b.key[0]) || order(across, a.key[1]) - order(across, b.key[1]),
  );
  const names = namesOf(sweep.parameters.map(({ path }) => path));
  const points = sorted.map(({ key, value, about, runs }): Point => {
    const [row, column] = [settingText(key[0]), settingText(key[1])];
    const facts = spreadFacts(measure, { min: value, median: value, max: value, runs: 1 });
    const over = runs > 1 ? ([['Median over', plural(runs, 'run')]] as const) : [];
    return {
      datum: { row, column, value, said: measureText(measure, value) },
      mark: { title: `${names[down]} ${row}, ${names[across]} ${column}`, facts: [...facts, ...over], about },
    };
  });
  return chartBlock({
    chart: 'sweep-heat',
    caption: captionOf(measure),
    points,
    titles: { x: capital(names[across]!), y: capital(names[down]!) },
  });
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
  const points = policies.flatMap((one): readonly Point[] => {
    const spread: Spread | null = one.spreads[measure.name] ?? null;
    if (spread === null) return [];
    const [min, median, max] = [spread.min, spread.median, spread.max].map((each) => drawn(measure, each)) as Three;
    const mark: Mark = { title: label(one), facts: spreadFacts(measure, spread), about: [policyKey(one)] };
    return [{ datum: { label: label(one), min, median, max }, mark }];
  });
  return chartBlock({
    chart: 'sweep-spread',
    caption: `${measure.label}, over the worlds`,
    points,
    titles: { x: axisOf(measure) },
  });
}
