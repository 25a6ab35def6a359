import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { type Memory, memoryOf } from '../pipeline/memory.ts';
import { runScenario } from '../pipeline/run-scenario.ts';
import { Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';
import { storedScenario } from '../runs/stored.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { AttributedMeasure, Attribution, Measure } from './comparison.ts';
import { changedSettings, dotted, type SettingPath } from './inputs.ts';
import { measured, measuresOf } from './measures.ts';
import { hasSchedule } from './schedules.ts';
import { ratio, scaled, shapley } from './shapley.ts';

/** With more settings than this, the mixes would be too many: 2^k runs. */
const MOST_PATHS = 6;

/** Runs one mix of two scenarios. */
export type RunMix = (mix: Scenario) => Promise<Run>;

/** How to attribute, and whom to tell of it. */
export interface AttributeOptions {
  /** Told before each run: which one it is. */
  readonly onMix?: ((mix: number, of: number, name: string) => void) | undefined;
  /** Runs a mix; otherwise it is run as any scenario. */
  readonly run?: RunMix | undefined;
  /** A run with its price under the yardstick, where own points are not one currency. */
  readonly priced?: ((run: Run) => Run) | undefined;
  /** What runs on the same data share. */
  readonly memory?: Memory | undefined;
  /** Kinds of your own, before those that Evenhand has. */
  readonly kinds?: readonly Domain[] | undefined;
}

/**
 * Tells for each run how much of its difference from a baseline is the doing of which setting, by run id. Where two to
 * six settings differ, all 2^k mixes of the two scenarios are run, and each setting is given its Shapley value.
 */
export async function attributeDifferences(
  from: Run,
  others: readonly Run[],
  options: AttributeOptions = {},
): Promise<ReadonlyMap<string, Attribution>> {
  const { kinds } = options;
  const memory = options.memory ?? memoryOf(kinds);
  const run =
    options.run ??
    (async (mix: Scenario) => runScenario(mix, { kinds, data: await memory.data(mix), ...memory.sharing() }));
  // Scenarios of one comparison often share mixes: each is run once.
  const known = new Map([from, ...others].map((one) => [settingsKey(one.scenario.settings), one]));
  const attributions = new Map<string, Attribution>();
  for (const to of others) attributions.set(to.id, await attribute(from, to, { ...options, run }, known));
  return attributions;
}

async function attribute(
  from: Run,
  to: Run,
  { run, onMix, kinds, priced = (one) => one }: AttributeOptions & { readonly run: RunMix },
  known: Map<string, Run>,
): Promise<Attribution> {
  const paths = changedSettings(from, to);
  const why = whyNot(from, to, paths);
  if (why !== undefined) return { told: false, why };
  const mixes = 2 ** paths.length;
  const runs: Run[] = [];
  for (let set = 0; set < mixes; set++) {
    const settings = mixed(from, paths, set);
    const key = settingsKey(settings);
    let result = set === 0 ? from : set === mixes - 1 ? to : known.get(key);
    if (result === undefined) {
      onMix?.(set + 1, mixes, to.name);
      const found = await runOrWhy({ run, from, settings, kinds });
      if (typeof found === 'string') return { told: false, why: `${mixName(paths, set)} cannot be run: ${found}` };
      result = found;
      known.set(key, result);
    }
    const fault = unusable(result, from, to);
    if (fault !== undefined) return { told: false, why: `${mixName(paths, set)} ${fault}` };
    runs.push(priced(result));
  }
  const measures = measuresOf([runs[0]!, runs.at(-1)!], {}).flatMap((measure) =>
    attributed(measure, runs, paths.length),
  );
  return { told: true, paths: paths.map(({ keys }) => dotted(keys)), mixes, measures };
}

function whyNot(from: Run, to: Run, paths: readonly SettingPath[]): string | undefined {
  if (!hasSchedule(from) || !hasSchedule(to)) return 'one of the two has no schedule';
  if (from.given !== undefined || to.given !== undefined)
    return 'one of the two schedules was given: no setting made it what it is';
  if (paths.length === 0) return 'no setting differs';
  const [only] = paths;
  if (paths.length === 1) return `one setting differs, ${dotted(only!.keys)}: the whole difference is its doing`;
  if (paths.length > MOST_PATHS)
    return `${paths.length} settings differ, and up to ${MOST_PATHS} can be told apart: more would take ${2 ** paths.length} runs`;
  if (
    from.provenance.data !== to.provenance.data &&
    !inSettings(from, to) &&
    !paths.some(({ keys }) => keys[0] === 'data')
  )
    return 'the data changed between the two runs, and no setting says so';
  const { engine, solver } = from.provenance;
  if (engine !== to.provenance.engine || solver !== to.provenance.solver)
    return 'the two were run by different versions';
  return undefined;
}

/** Whether the tables of both stand in their settings, so that no data but these can have been read. */
const inSettings = (...runs: readonly Run[]): boolean =>
  runs.every(({ scenario }) => 'inline' in ((scenario.settings.data ?? {}) as object));

/** Why a mix says nothing about these two runs: no schedule, or not their data, engine and solver. */
function unusable(mix: Run, from: Run, to: Run): string | undefined {
  if (!hasSchedule(mix)) return 'has no schedule';
  const { data, engine, solver } = mix.provenance;
  if (!inSettings(from, to) && data !== from.provenance.data && data !== to.provenance.data)
    return 'would read other data than the runs did: it has changed since';
  if (engine !== from.provenance.engine || solver !== from.provenance.solver) return 'would be run by another version';
  return undefined;
}

/** A mix to run: the settings, and the run whose name and file it has. */
interface Mix extends Pick<AttributeOptions, 'kinds'> {
  readonly run: RunMix;
  readonly from: Run;
  readonly settings: Run['scenario']['settings'];
}

async function runOrWhy({ run, from, settings, kinds }: Mix): Promise<Run | string> {
  try {
    const domain = domainOf(from.kind, kinds);
    const mix = storedScenario({ ...from, scenario: { ...from.scenario, settings } }, domain);
    const problems = domain.check?.(mix.settings) ?? [];
    return problems.length > 0 ? problems[0]!.message : await run(mix);
  } catch (error) {
    if (error instanceof Refusal) return error.problems[0]?.message ?? error.message;
    throw error;
  }
}

/** The settings of the baseline, with those of the set taken from the other. */
function mixed(from: Run, paths: readonly SettingPath[], set: number): Run['scenario']['settings'] {
  const settings = structuredClone(from.scenario.settings) as Record<string, unknown>;
  paths.forEach((path, index) => {
    if ((set >> index) & 1) write(settings, path);
  });
  return settings;
}

function write(settings: Record<string, unknown>, { keys, new: value }: SettingPath): void {
  let at = settings;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = keys.at(-1)!;
  if (value === undefined) delete at[last];
  // Defined, not assigned: a key may be called __proto__.
  else Object.defineProperty(at, last, { value, enumerable: true, writable: true, configurable: true });
}

function attributed(measure: Measure, runs: readonly Run[], players: number): readonly AttributedMeasure[] {
  const values = runs.map((run) => measured(run, measure));
  if (values.some((value) => value === null)) return [];
  const { integers, scale } = scaled(values as readonly number[]);
  const { numerators, denominator } = shapley(players, (set) => integers[set]!);
  const whole = denominator * scale;
  return [
    {
      name: measure.name,
      numerators: numerators.map(String),
      denominator: String(whole),
      values: numerators.map((numerator) => ratio(numerator, whole)),
    },
  ];
}

const mixName = (paths: readonly SettingPath[], set: number): string => {
  const taken = paths.filter((_, index) => (set >> index) & 1).map(({ keys }) => dotted(keys));
  return `the mix that changes ${taken.join(', ') || 'nothing'}`;
};

/** Settings as a text that does not depend on the order of their keys, without those that only name. */
function settingsKey(settings: Readonly<Record<string, unknown>>): string {
  const { title: _, description: __, ...asked } = settings;
  return JSON.stringify(asked, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
