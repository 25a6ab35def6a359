import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import { leftOutOf, notProven } from '../runs/left-out.ts';
import type { Run } from '../runs/run.ts';
import type { Attribution, ComparedRun, Comparison, Measure } from './comparison.ts';
import { changedSettings, inputsOf } from './inputs.ts';
import { frontiersOf, measureDifferences, measured, measuresOf } from './measures.ts';
import { labelsOf, marksOf, namesOf } from './names.ts';
import { countsOf, schedulesOf } from './schedules.ts';
import { isOneCurrency, type Priced, withPrice } from './yardstick.ts';

/**
 * What to hold the runs against.
 *
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * compareRuns([run, wide], { baseline: 'separation 1800' }).differences[0].name // 'prime-evening'
 */
export interface CompareOptions {
  /** Name, short label or id of one of the runs; the first one where nothing is said. */
  readonly baseline?: string | undefined;
  /** By run id: which setting did how much. Computed by `attributeDifferences`, since it takes more runs. */
  readonly attributions?: ReadonlyMap<string, Attribution>;
  /**
   * By run id: what each schedule is worth under the baseline's policy. Computed by `compareScenarios`, since it takes the
   * tables. Without it, points of different policies are shown and not compared.
   */
  readonly prices?: ReadonlyMap<string, Priced> | undefined;
  /** Kinds of your own, before those that Evenhand has. */
  readonly kinds?: readonly Domain[] | undefined;
}

/**
 * Holds runs of one kind side by side, and each against a baseline: inputs, schedules and metrics kept apart. Nothing
 * is run and nothing is read.
 *
 * @throws Refusal where there are fewer than two runs, runs of several kinds, or no run of the baseline's name.
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * const [{ schedule, measures }] = compareRuns([run, wide]).differences;
 * [schedule?.kept, schedule?.moved, schedule?.dropped] // [6, 5, 1]
 * measures.find(({ name }) => name === 'placed')?.difference // -1
 */
export function compare(runs: readonly Run[], options: CompareOptions = {}): Comparison {
  const kinds = [...new Set(runs.map((run) => run.kind))];
  const kind = kinds[0];
  if (kind === undefined || kinds.length > 1) throw new Refusal([kind === undefined ? tooFew(0) : unlike(kinds)]);
  return compareOf(domainOf(kind, options.kinds), runs, options);
}

/** The same, for a kind that need not be among the domains. */
export function compareOf(
  domain: Pick<Domain, 'kind' | 'schedule' | 'metrics'>,
  given: readonly Run[],
  { baseline, attributions, prices }: CompareOptions = {},
): Comparison {
  const named = withNames(given);
  if (named.length < 2) throw new Refusal([tooFew(named.length)]);
  const first = baselineOf(named, baseline);
  const yardstick = yardstickOf(named, first, prices);
  const runs = yardstick.one ? named : named.map((run) => withPrice(run, prices?.get(run.id)));
  const from = runs[named.indexOf(first)]!;
  const measures = measuresOf(runs, domain.metrics ?? {}, yardstick.one);
  return {
    kind: domain.kind,
    baseline: from.name,
    yardstick,
    runs: comparedRuns(runs, measures),
    measures,
    differences: runs
      .filter((run) => run !== from)
      .map((run) => ({
        name: run.name,
        inputs: inputsOf(from, run),
        schedule: schedulesOf(from, run, domain.schedule),
        measures: measureDifferences(from, run, measures, yardstick.one),
        attribution: attributions?.get(run.id) ?? { told: false, why: 'nobody asked for it' },
      })),
    counts: countsOf(runs, domain.schedule),
    frontiers: frontiersOf(runs, measures, yardstick.unpriced),
  };
}

/** Whether the runs' own points can be compared, and which schedules have no price under the baseline's policy. */
function yardstickOf(runs: readonly Run[], from: Run, prices: CompareOptions['prices']): Comparison['yardstick'] {
  const one = prices
    ? isOneCurrency(runs, prices)
    : runs.every((run) => changedSettings(from, run).every(({ keys }) => keys[0] === 'data'));
  const unpriced = runs.flatMap((run) => {
    const why = prices?.get(run.id)?.why ?? null;
    return why === null ? [] : [{ name: run.name, why }];
  });
  return { one, unpriced };
}

/** The run that a comparison holds the others against. */
export function baselineOf<R extends Pick<Run, 'name' | 'id'>>(runs: readonly R[], baseline: string | undefined): R {
  if (baseline === undefined) return runs[0]!;
  const labels = labelsOf(runs.map((run) => run.name));
  const found =
    runs.find((run) => run.name === baseline) ??
    runs.find((_, index) => labels[index] === baseline) ??
    runs.find((run) => run.id === baseline);
  if (found) return found;
  const names = runs.map((run) => run.name).join(', ');
  throw new Refusal([{ message: `no run "${baseline}" to be the baseline`, maybe: `Maybe one of: ${names}.` }]);
}

/** Each question once, by the name it was given last, and no two of one name: a variant may be the scenario as it stands. */
export function withNames(runs: readonly Run[]): readonly Run[] {
  const once = [...new Map(runs.map((run) => [run.id, run])).values()];
  const names = namesOf(once);
  return once.map((run, index) => (names[index] === run.name ? run : { ...run, name: names[index]! }));
}

function comparedRuns(runs: readonly Run[], measures: readonly Measure[]): readonly ComparedRun[] {
  const labels = labelsOf(runs.map((run) => run.name));
  const marks = marksOf(runs.length);
  return runs.map((run, index) => ({
    mark: marks[index]!,
    name: run.name,
    label: labels[index]!,
    id: run.id,
    title: run.title,
    status: run.status,
    passed: run.audit.passed,
    ...lackOf(run),
    values: Object.fromEntries(measures.map((one) => [one.name, measured(run, one)])),
    hashes: {
      scenario: run.provenance.scenario,
      data: run.provenance.data,
      schedule: run.provenance.schedule,
    },
  }));
}

/** What a run without rows that forbid is worth, where some were left out. */
function lackOf(run: Run): Pick<ComparedRun, 'lack'> {
  const lack = notProven(leftOutOf(run.tables));
  return lack === undefined ? {} : { lack };
}

const tooFew = (count: number): Problem => ({
  message: `a comparison needs two runs, and here ${count === 1 ? 'is 1' : 'are none'}`,
  maybe: 'Maybe name another run or scenario, or a scenario that has variants.',
});

const unlike = (kinds: readonly string[]): Problem => ({
  message: `runs of different kinds cannot be compared: ${kinds.join(', ')}`,
  maybe: 'Maybe compare those of each kind by themselves.',
});
