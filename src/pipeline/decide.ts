import type { Domain, Instance } from '../domain.ts';
import type { Effort } from '../kernel/model.ts';
import { Refusal } from '../problems/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import { type Decided, decideTies, NoValue, type Preference, preferencesOf } from '../ties/decide.ts';
import type { Solved } from './cuts.ts';
import type { Watch } from './stage.ts';

/** A question that has been solved, and what its scenario prefers. */
export interface Deciding {
  readonly scenario: Scenario;
  readonly domain: Domain;
  readonly data: Data;
  readonly instance: Instance;
  readonly found: Solved;
  readonly effort: Effort;
  readonly watch: Watch;
}

/**
 * Decides among the best schedules by what the scenario prefers. Nothing where it prefers nothing, or where the schedule
 * is not proven to be the best: then there is no set of best schedules to choose from.
 *
 * @throws Refusal where a preference has no value under the rules of the scenario.
 */
export async function decide(deciding: Deciding): Promise<Decided | undefined> {
  const { scenario, domain, data, instance, found, effort, watch } = deciding;
  const preferences = preferredOf(scenario, domain);
  if (preferences.length === 0 || found.solution.status !== 'optimal') return undefined;
  const { settings } = scenario;
  const formulas = (candidates: Int32Array) =>
    domain.formulas?.(settings, data.tables, Array.from(candidates, instance.row)) ?? [];
  watch.begin('ties', 'deciding among the best schedules');
  try {
    const decided = await decideTies({ ...found, instance }, preferences, formulas, effort);
    watch.end('ties', decided.met.length);
    return decided;
  } catch (error) {
    throw error instanceof NoValue ? valueless(error.preference, scenario) : error;
  }
}

/** What the scenario prefers among schedules of the same net score, the first one first. */
function preferredOf({ settings }: Scenario, domain: Domain): readonly Preference[] {
  const known = preferencesOf(domain.preferences, domain.metrics);
  return (settings.ties?.prefer ?? []).map((name) => known.get(name)!);
}

/** What a reader must know where the preferences were not, or not all, met as far as they can be. */
export function undecidedNotes({ settings }: Scenario, decided: Decided | undefined): readonly string[] {
  const { prefer = [] } = settings.ties ?? {};
  if (prefer.length === 0) return [];
  if (decided === undefined)
    return ['ties were not decided by what the scenario prefers, since the schedule is not proven to be the best'];
  const last = decided.met.at(-1)!;
  if (last.proven) return [];
  const after = prefer.slice(decided.met.length);
  const rest = after.length === 0 ? '' : `; ${after.join(', ')} was not looked at`;
  return [`whether ${last.name} decides ties as well as it can is not proven: the search was stopped${rest}`];
}

function valueless({ name, metric }: Preference, { settings }: Scenario): Refusal {
  const what = name === metric ? name : `${name} (the metric ${metric})`;
  return new Refusal([
    {
      path: ['ties', 'prefer', settings.ties!.prefer.indexOf(name)],
      message: `ties cannot be decided by ${what}: it has no value here, since the rule that it measures is off`,
      maybe: 'Maybe switch that rule on, or leave this preference out.',
    },
  ]);
}
