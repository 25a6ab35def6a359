import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import type { Run } from '../runs/run.ts';
import { type Diff, diffVersions, emptyPlan, isSame } from './diff.ts';
import { knows } from './knows.ts';
import { storeNamed } from './open.ts';
import { newestVersion, prepareVersion, publishRun } from './publish.ts';
import { type Plan, planOf as plan, type Version, versionName } from './version.ts';

/** The schedule of a run by itself, to compare it with another. */
export const planOf = (run: Run, kinds: readonly Domain[] = []): Plan => plan(run, domainOf(run.kind, kinds).schedule);

/** Where to publish, and on what the schedule is built. */
interface Target {
  /** The folder of all publications, or a database, such as `postgres`. */
  readonly root: string;
  /**
   * The version that the schedule replaces, 0 for none. Where nothing is said, it is the newest, and the run must know
   * that one.
   */
  readonly base?: number | undefined;
  /** When the run began, in milliseconds since 1970, for runs that do not say which version they know. */
  readonly begun?: number | undefined;
  /** Whether a schedule may be published that cannot be repeated, since the clock stopped its search. */
  readonly unproven?: boolean | undefined;
  /** Kinds of your own, before those that Evenhand has. */
  readonly kinds?: readonly Domain[] | undefined;
}

/** What publishing a run would change. */
interface Prepared {
  /** The version that would be published. */
  readonly next: Version;
  /** What messages call the version that it would follow, and itself. */
  readonly names: readonly [string, string];
  readonly diff: Diff;
  /** Whether no row is new, dropped or moved. */
  readonly same: boolean;
}

/**
 * What `publish` would do, and every check of it; changes nothing.
 *
 * @throws StaleBase where `base` is not the newest version, or, without `base`, where the run does not know the newest;
 *   Refusal where the run cannot be published.
 * @example
 * const { names, same } = await prepare(run, { root: folder });
 * [names, same] // [['nothing', 'prime-evening@1'], false]
 */
export async function prepare(run: Run, target: Target): Promise<Prepared> {
  const { root, kinds, begun, unproven } = target;
  const store = storeNamed(root);
  const base = target.base ?? (await newestVersion(store, run.name));
  const { schedule } = domainOf(run.kind, kinds);
  const { current, next } = await prepareVersion(run, schedule, { store, base, unproven });
  const names = [current ? versionName(current) : 'nothing', versionName(next)] as const;
  const diff = diffVersions(current ?? emptyPlan(next), next, names, schedule.called);
  const same = isSame(diff);
  // A run with the rows of the newest version takes nothing back, whatever it knows.
  if (target.base === undefined && current && !same) await knows(run, { store, newest: current, begun });
  return { next, names, diff, same };
}

/**
 * Publishes the schedule of a run as the next version, whole or not at all.
 *
 * @throws StaleBase where `base` is not the newest version, or, without `base`, where the run does not know the newest;
 *   Refusal where the run cannot be published.
 * @example
 * (await publish(run, { root: folder, base: 0 })).version // 1
 * (await publish(run, { root: folder })).version // 2
 * await publish(run, { root: folder, base: 1 }) // throws 'is built on version 1, but version 2 is the newest'
 */
export async function publish(run: Run, target: Target): Promise<Version> {
  const { root, kinds, unproven } = target;
  const base = target.base ?? (await prepare(run, target)).next.base;
  return publishRun(run, domainOf(run.kind, kinds).schedule, { store: storeNamed(root), base, unproven });
}
