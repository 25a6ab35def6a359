import { pageOf, type Run, runParts } from '../index.ts';
import { type Shown, shown } from './show.ts';

/**
 * A run that can show itself.
 *
 * @example
 * const evening = await scenario('scenarios/rotation/prime-evening.yaml');
 * const run = await evening.run();
 * run.metrics.placed // 12
 * run.rows('unplaced').map(({ spot, reason }) => `${spot}: ${reason}`) // ['d3: rolling_cap']
 */
export interface NotebookRun extends Run, Shown {}

type Kinds = NonNullable<Parameters<typeof pageOf>[1]>;

/** The kinds of the user's own that runs of a notebook may be of, for comparing them. */
const behind = new WeakMap<Run, Kinds>();

/** The kinds that a run came with. */
export const kindsOfRun = (run: Run): Kinds => behind.get(run) ?? [];

/** A run as a notebook has it. */
export function shownRun(run: Run, kinds: Kinds = []): NotebookRun {
  const one = shown(run, { parts: () => runParts(run, pageOf(run, kinds)), key: run.id.slice(0, 8) });
  behind.set(one, kinds);
  return one;
}
