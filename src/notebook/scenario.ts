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
import { breakpointsOf, type NotebookBreakpoints, type Range } from './breakpoints.ts';
import { explanationOf, type NotebookExplanation } from './explain.ts';
import { INSPECT, legibly } from './legible.ts';
import { type NotebookPrices, pricesOf } from './prices.ts';
import { type NotebookRun, shownRun } from './run.ts';
import { type NotebookSweep, type SweepLists, type SweepWorkers, sweepOf } from './sweep.ts';

/** Settings as nested in a scenario file: `{rules: {fairness: {penalty: 400}}}`. */
export interface Changes {
  readonly [setting: string]: unknown;
}

/** Some fields of a row of the schedule: `{person_id: 'P0042', start_day: '2025-09-25'}`. */
export interface AskedFields {
  readonly [field: string]: string | number;
}

/** A scenario in a notebook: plain readonly data, and the questions that can be asked of it. */
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
  /** The same with other settings; `name` stands for it in comparisons. Throws for a key or value that cannot be. */
  with(changes: Changes, name?: string): NotebookScenario;
  /** A variant of the file; what was changed before stays changed. */
  variant(name: string): NotebookScenario;
  /** The best schedule, proven and audited. The same question is solved once. */
  run(extras?: { readonly ties?: boolean; readonly prices?: number }): Promise<NotebookRun>;
  /** Many runs: every value of each setting with every value of the others. `{'rules.fairness.penalty': [0, 200]}` */
  sweep(grid: SweepLists, options?: SweepWorkers): Promise<NotebookSweep>;
  /** Why rows with these fields are in the schedule or not, and what it would cost to change that. */
  explain(fields: AskedFields, most?: number): Promise<NotebookExplanation>;
  /** What one more unit of each of the dearest limits would bring, found by solving again. */
  prices(most?: number): Promise<NotebookPrices>;
  /** All values of one penalty or weight at which the best schedule changes. */
  breakpoints(path: string, range: Range): Promise<NotebookBreakpoints>;
  /** So many weeks in a row, each planned upon the ones before it. */
  weeks(count: number): Promise<NotebookRun>;
}

/**
 * Opens a scenario file for a notebook. The path is relative to the notebook's folder.
 *
 * @throws Refusal with every problem of the file, each at its place.
 * @example
 * const week = await scenario('../scenarios/loans/la-week.yaml');
 * const run = await week.with({ rules: { fairness: { penalty: 400 } } }).run();
 * await run.show();
 */
export async function scenario(file: string): Promise<NotebookScenario> {
  return opened(file, {});
}

interface Choice extends Pick<BreakpointOptions, 'variant' | 'with'> {
  readonly name?: string;
}

/** The scenarios behind those of a notebook, for what is not asked of one alone. */
const behind = new WeakMap<NotebookScenario, Scenario>();

/** The scenario that a notebook's stands for. */
export const plainScenario = (one: NotebookScenario): Scenario | undefined => behind.get(one);

function opened(file: string, { name, ...options }: Choice): NotebookScenario {
  const read = legibly(() => readScenario(file, options));
  const known: Scenario = name === undefined ? read : { ...read, name };
  const session = once(() => openSession(known));
  const own = once(async (): Promise<Run> => {
    return known.settings.weeks === undefined ? (await session()).run : runScenario(known);
  });
  const { variant, with: layers = [] } = options;
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
      opened(file, { variant, with: [...layers, changes], name: own ?? nameWith(known.name, [changes]) }),
    variant: (other) =>
      opened(file, { variant: other, with: layers, name: nameWith(`${stemOf(known)}@${other}`, layers) }),
    run: (extras) => legibly(async () => shownRun(extras ? await runScenario(known, extras) : await own())),
    sweep: (grid, workers) => legibly(() => sweepOf(known, { variant, with: layers }, grid, workers)),
    explain: (fields, most) => legibly(async () => explanationOf(await session(), fields, most)),
    prices: (most) => legibly(async () => pricesOf(await session(), most)),
    breakpoints: (path, range) => legibly(() => breakpointsOf(known, { variant, with: layers }, path, range)),
    weeks: (count) => one.with({ weeks: count }).run(),
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
