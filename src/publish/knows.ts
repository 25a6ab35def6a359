import { Temporal } from 'temporal-polyfill';
import type { Run } from '../runs/run.ts';
import { isSamePlace } from './open.ts';
import { staleRun } from './problems.ts';
import type { Store } from './store.ts';
import type { Version } from './version.ts';

/** Which version a run must know. */
interface Known {
  readonly store: Store;
  readonly newest: Version;
  /** When the run began, in milliseconds since 1970. */
  readonly begun: number | undefined;
}

/**
 * Whether a run knows the newest version, so that it may replace it unasked. It does where it was planned when that
 * version was the newest, or is the run that was published as it. A run that looked elsewhere, or under another name,
 * must at least have begun after that version was published.
 *
 * @throws StaleBase where it does not know it.
 */
export async function knows(run: Run, { store, newest, begun }: Known): Promise<void> {
  const { name } = run;
  if (run.id === newest.run) return;
  const at = await store.publishedAt(name, newest.version);
  const planned = plannedOn(run, store);
  if (planned === undefined ? begun === undefined || begun >= at : planned === newest.version) return;
  throw staleRun({
    ...{ name, run: run.id, newest: newest.version, published: instantText(at), planned, option: store.option },
    begun: begun === undefined ? undefined : instantText(begun),
  });
}

/** The version that was the newest as the run began, where the run looked into this very publication. */
function plannedOn({ name, newest }: Run, store: Store): number | undefined {
  const same = newest !== undefined && newest.name === name && isSamePlace(newest.folder, store);
  return same ? newest.version : undefined;
}

/** `2026-03-01 14:05:09 UTC`. */
const instantText = (milliseconds: number): string =>
  `${Temporal.Instant.fromEpochMilliseconds(Math.trunc(milliseconds))
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ')
    .replace('Z', '')} UTC`;
