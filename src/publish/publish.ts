import { Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';
import type { ScheduleTable } from '../tables/result.ts';
import { otherKind, staleBase, unpublishable } from './problems.ts';
import type { Store } from './store.ts';
import { planOf, type Version } from './version.ts';

/** Where to publish, and on what the schedule is built. */
export interface PublishOptions {
  readonly store: Store;
  /** The version that the schedule replaces, 0 for none. Any other than the newest is refused. */
  readonly base: number;
  /** Whether a schedule may be published that cannot be repeated, since the clock stopped its search. */
  readonly unproven?: boolean | undefined;
}

/** The newest version of a scenario, 0 where there is none. */
export const newestVersion = async (store: Store, name: string): Promise<number> =>
  (await store.versions(name)).at(-1) ?? 0;

/**
 * Publishes the schedule of a run as the next version, whole or not at all.
 *
 * @param schedule Which table of the run is its schedule.
 * @throws StaleBase where the base is not the newest version; Refusal where the run has no audited schedule, the store
 *   holds another kind under its name, or does not let us write. Nothing is changed then.
 */
export async function publishRun(run: Run, schedule: ScheduleTable, options: PublishOptions): Promise<Version> {
  const { store, base } = options;
  const { next } = await prepareVersion(run, schedule, options);
  const published = await store.add(next);
  if (published !== undefined) return published;
  throw staleBase(run.name, base, await newestVersion(store, run.name), store.option);
}

/** The version that would be published, and the one that it would follow. */
interface Prepared {
  readonly current: Version | undefined;
  readonly next: Version;
}

/**
 * Everything of `publishRun` but the writing: builds the version and checks all that may be wrong with it. Changes
 * nothing, and throws what `publishRun` would throw.
 */
export async function prepareVersion(run: Run, schedule: ScheduleTable, options: PublishOptions): Promise<Prepared> {
  const { store, base, unproven } = options;
  const problem = unpublishable(run, unproven);
  if (problem !== undefined) throw new Refusal([problem]);
  const newest = await newestVersion(store, run.name);
  if (newest !== base) throw staleBase(run.name, base, newest, store.option);
  const current = newest === 0 ? undefined : await store.read(run.name, newest);
  // Scenarios of one name share a place, but their schedules could never be compared.
  if (current && current.kind !== run.kind) throw otherKind(store.where(run.name), current.kind, run.kind);
  const { title, status, provenance } = run;
  return { current, next: { ...planOf(run, schedule), version: base + 1, base, title, status, provenance } };
}
