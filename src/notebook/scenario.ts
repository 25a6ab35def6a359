import {
  type BreakpointOptions,
  openSession,
  type Run,
  readScenario,
  runScenario,
  type Scenario,
  type Settings,
  variantsOf,
} from '../index.ts';
import { type AuditedRow, auditOf, type NotebookAudit } from './audit.ts';
import { breakpointsOf, type NotebookBreakpoints, type Range } from './breakpoints.ts';
import { INSPECT, legibly } from './display/legible.ts';
import { explanationOf, type NotebookExplanation } from './explain.ts';
import { type NotebookPrices, pricesOf } from './prices.ts';
import { type NotebookRun, shownRun } from './run.ts';
import { type NotebookSweep, type SweepLists, type SweepWorkers, sweepOf } from './sweep.ts';
import { type NotebookWeek, weekOf } from './week.ts';

/** Settings as nested in a scenario file: `{rules: {fairness: {penalty: 400}}}`. */
export interface Changes {
  readonly [setting: string]: unknown;
}

/** Some fields of a row of the schedule: `{person_id: 'P0042', start_day: '2025-09-25'}`. */
export interface AskedFields {
  readonly [field: string]: string | number;
}

/**
 * A scenario in a notebook: plain readonly data, and the questions that can be asked of it.
 *
 * @example
 * const evening = await scenario('scenarios/rotation/prime-evening.yaml');
 * [evening.kind, evening.name, evening.title] // ['rotation', 'prime-evening', 'Prime time of 10 March 2025']
 * evening.yaml.split('\n')[0] // 'kind: rotation'
 */
export interface NotebookScenario {
  readonly kind: string;
  /** The file's stem, and after an `@` the variant or the changes. */
  readonly name: string;
  readonly title: string;
  readonly file: string;
  /** Every setting, defaults included. */
  readonly settings: Settings & Changes;
  /** What differs from the file: path, old value, new value. */
  readonly overrides: Scenario['overrides'];
  /** The names that `variant` takes. */
  readonly variants: readonly string[];
  /** The resolved scenario as YAML. */
  readonly yaml: string;
  /**
   * The same with other settings; `name` stands for it in comparisons.
   *
   * @throws Refusal for a key or value that cannot be.
   * @example
   * const wide = evening.with({ rules: { separation: 1800 } });
   * wide.name // 'prime-evening@separation 1800'
   * wide.overrides // [{ path: 'rules.separation', old: 900, new: 1800, by: 'with' }]
   */
  with(changes: Changes, name?: string): NotebookScenario;
  /**
   * A variant of the file; what was changed before stays changed.
   *
   * @throws Refusal where there is no variant of that name.
   * @example
   * week.variants // ['linear', 'free']
   * week.variant('free').overrides.map(({ path, new: now }) => [path, now]) // [['rules.fairness', false]]
   */
  variant(name: string): NotebookScenario;
  /**
   * The best schedule, proven and audited. The same question is solved once. With `ties`, also how far each metric can
   * move at the same net score; with `prices`, also what loosening each of so many limits would bring; with `explain`,
   * also what the best chance of so many of those with nothing would cost.
   *
   * @throws Refusal where scenario and data do not fit.
   * @example
   * const { status, metrics } = await evening.run();
   * [status, metrics.placed] // ['optimal', 12]
   * (await evening.run({ ties: true })).ranges?.moved // { least: 6, most: 7, exact: true }
   */
  run(extras?: { readonly ties?: boolean; readonly prices?: number; readonly explain?: number }): Promise<NotebookRun>;
  /**
   * Many runs: every value of each setting with every value of the others.
   *
   * @throws Refusal with every problem of the settings and their values.
   * @example
   * const swept = await evening.sweep({ 'rules.separation': [900, 1800] });
   * swept.rows('runs').map((row) => [row['rules.separation'], row.placed]) // [[900, 12], [1800, 11]]
   */
  sweep(grid: SweepLists, options?: SweepWorkers): Promise<NotebookSweep>;
  /**
   * Why rows with these fields are in the schedule or not, and what it would cost to change that.
   *
   * @throws Refusal where no row has such a field; the message names those that there are.
   * @example
   * const why = await evening.explain({ spot: 'w2', break: 'b2044' });
   * why.inSchedule // 0
   * why.chances[0].loss // 30
   */
  explain(fields: AskedFields, most?: number): Promise<NotebookExplanation>;
  /**
   * A schedule that people or another tool made, held against this scenario: the rules that it breaks, what it costs,
   * how far it is from the best, and what to change first. Rows, or the path of a file as for `scenario`. With
   * `solve: false` rules and price alone, without a solver.
   *
   * @throws Refusal where the file holds no schedule of this kind.
   * @example
   * const audit = await week.audit([{ vin: 'VIN001', person_id: 'Bo', start_day: '2025-09-22' }]);
   * audit.objective.net_score // 800
   * audit.given.best?.steps[1]?.added[0]?.row // 'Honda Civic (VIN002) to Ann from 2025-09-23'
   */
  audit(schedule: string | readonly AuditedRow[], options?: { readonly solve?: boolean }): Promise<NotebookAudit>;
  /**
   * What one more unit of each of the dearest limits would bring, found by solving again; none where no schedule is
   * proven.
   *
   * @example
   * const { prices } = await evening.prices(1);
   * [prices[0].change, prices[0].gain] // ['a second advertiser of auto from 20:14 to 20:44 on 2025-03-10', 116]
   */
  prices(most?: number): Promise<NotebookPrices>;
  /**
   * All values of one penalty or weight at which the best schedule changes.
   *
   * @throws Refusal where the setting changes more than points; a sweep answers there.
   * @example
   * const found = await week.breakpoints('rules.fairness.penalty', { from: 0, to: 1000, step: 100 });
   * found.steps.map(({ from, to, metrics }) => [from, to, metrics.partners_assigned]) // [[0, 300, 1], [300, 1000, 2]]
   */
  breakpoints(path: string, range: Range): Promise<NotebookBreakpoints>;
  /**
   * So many weeks in a row, each planned upon the ones before it.
   *
   * @throws Refusal for a kind that cannot go on from week to week, or where the data do not reach so far.
   * @example
   * const two = await week.weeks(2);
   * two.rows('weeks').map(({ from, assignments }) => [from, assignments]) // [['2025-09-22', 2], ['2025-09-29', 2]]
   * two.metrics.assignments // 4
   */
  weeks(count: number): Promise<NotebookRun>;
  /**
   * One week of a scenario of many, from 1, so that it can be asked why, what limits cost and where its schedule changes.
   *
   * @example
   * const second = week.with({ weeks: 2 }).week(2);
   * (await second.run()).status // 'optimal'
   */
  week(number: number): NotebookWeek;
}

/**
 * Opens a scenario file for a notebook. The path is relative to the notebook's folder.
 *
 * @throws Refusal with every problem of the file, each at its place.
 * @example
 * const evening = await scenario('scenarios/rotation/prime-evening.yaml');
 * const run = await evening.with({ rules: { separation: 1800 } }).run();
 * run.metrics.placed // 11
 */
export async function scenario(
  file: string,
  options: Pick<BreakpointOptions, 'kinds'> = {},
): Promise<NotebookScenario> {
  return opened(file, options);
}

interface Choice extends Pick<BreakpointOptions, 'variant' | 'with' | 'kinds'> {
  readonly name?: string;
}

/** The scenarios behind those of a notebook, for what is not asked of one alone. */
const behind = new WeakMap<NotebookScenario, Scenario>();

/** The scenario that a notebook's stands for. */
export const plainScenario = (one: NotebookScenario): Scenario | undefined => behind.get(one);

function opened(file: string, { name, ...options }: Choice): NotebookScenario {
  const read = legibly(() => readScenario(file, options));
  const known: Scenario = name === undefined ? read : { ...read, name };
  const session = once(() => openSession(known, { kinds }));
  const own = once(async (): Promise<Run> => {
    return known.settings.weeks === undefined ? (await session()).run : runScenario(known, { kinds });
  });
  const { variant, with: layers = [], kinds } = options;
  const one: NotebookScenario = {
    kind: known.kind,
    name: known.name,
    title: known.settings.title,
    file,
    settings: known.settings as Settings & Changes,
    overrides: known.overrides,
    variants: variantsOf(file),
    yaml: known.text,
    with: (changes, own) =>
      opened(file, { kinds, variant, with: [...layers, changes], name: own ?? nameWith(known.name, [changes]) }),
    variant: (other) =>
      opened(file, { kinds, variant: other, with: layers, name: nameWith(`${stemOf(known)}@${other}`, layers) }),
    run: (extras) =>
      legibly(async () => shownRun(extras ? await runScenario(known, { ...extras, kinds }) : await own(), kinds)),
    sweep: (grid, workers) => legibly(() => sweepOf(known, { variant, with: layers, kinds }, grid, workers)),
    explain: (fields, most) => legibly(async () => explanationOf(await session(), fields, most)),
    audit: (schedule, options) => legibly(() => auditOf(known, schedule, { ...options, kinds })),
    prices: (most) => legibly(async () => pricesOf(await session(), most)),
    breakpoints: (path, range) => legibly(() => breakpointsOf(known, { variant, with: layers, kinds }, path, range)),
    weeks: (count) => one.with({ weeks: count }).run(),
    week: (number) => {
      const session = once(() => openSession(known, { kinds, week: number }));
      return weekOf({ scenario: known, week: number, options: { variant, with: layers, kinds }, session });
    },
  };
  behind.set(one, known);
  const changed = known.overrides.map(({ path, new: now }) => `\n  ${path}: ${JSON.stringify(now)}`);
  Object.defineProperty(one, INSPECT, { value: () => `${known.name}: ${known.settings.title}${changed.join('')}` });
  return one;
}

/** Done when first asked for; what failed is tried again. */
function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= work().catch((error: unknown) => {
      value = undefined;
      throw error;
    });
    return value;
  };
}

/** A name and what was changed: after an `@`, so that comparisons can leave out what all names share. */
const nameWith = (name: string, layers: readonly object[]): string =>
  layers.reduce<string>((all, layer) => `${all}${all.includes('@') ? ', ' : '@'}${labelOf(layer)}`, name);

const stemOf = ({ name }: Scenario): string => name.split('@')[0] ?? name;

/**
 * Changes in a few words, for a name: the last key of each path and its value.
 *
 * @example
 * labelOf({ rules: { fairness: { penalty: 400 } } }) // 'penalty 400'
 */
export function labelOf(changes: unknown, key = ''): string {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes))
    return `${key} ${typeof changes === 'string' ? changes : JSON.stringify(changes)}`.trim();
  return Object.entries(changes)
    .map(([name, value]) => labelOf(value, name))
    .join(', ');
}
