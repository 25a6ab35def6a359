import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Run } from '../runs/run.ts';
import { staleRun } from './problems.ts';
import { publishedAt } from './publish.ts';
import type { Version } from './version.ts';

/** Which version a run must know. */
interface Known {
  readonly root: string;
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
export function knows(run: Run, { root, newest, begun }: Known): void {
  const { name } = run;
  if (run.id === newest.run) return;
  const at = publishedAt(root, name, newest.version);
  const planned = plannedOn(run, root);
  if (planned === undefined ? begun === undefined || begun >= at : planned === newest.version) return;
  throw staleRun({
    ...{ name, run: run.id, newest: newest.version, published: instantText(at), planned },
    begun: begun === undefined ? undefined : instantText(begun),
  });
}

/** The version that was the newest as the run began, where the run looked into this very publication. */
function plannedOn({ name, newest }: Run, root: string): number | undefined {
  const same = newest !== undefined && newest.name === name && resolve(newest.folder) === resolve(root);
  return same ? newest.version : undefined;
}

/** `2026-03-01 14:05:09 UTC`. */
const instantText = (milliseconds: number): string =>
  `${Temporal.Instant.fromEpochMilliseconds(Math.trunc(milliseconds))
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ')
    .replace('Z', '')} UTC`;
