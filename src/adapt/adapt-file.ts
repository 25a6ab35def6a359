import type { DispatchEvent } from '../dispatch/event.ts';
import type { Json } from '../storage/bodies.ts';
import { openStorage, storagePlace } from '../storage/open.ts';
import { isNothingKept } from '../storage/problems.ts';
import type { Storage } from '../storage/storage.ts';
import { latestVersion, type NewVersion, putVersion, VERSIONS } from '../storage/versions.ts';
import { type CycleOptions, type CycleResult, cycle } from './cycle.ts';
import { otherCycle, unreadableState } from './problems.ts';
import { readEvents } from './read.ts';
import { type Replay, replay } from './replay.ts';
import { type CycleState, currentOf, newState } from './state.ts';
import { cycleText } from './words.ts';

/** Where the state lies, and what time it is. */
export interface AdaptOptions extends CycleOptions {
  /** Where versions are kept: a folder, or `postgres`, `postgres:SCHEMA`, `env:NAME`. */
  readonly store: string;
  /** Nothing is written. */
  readonly dryRun?: boolean;
  /** Also simulates the plan of the window, with the parameters of before and of now. */
  readonly replay?: boolean;
  /** When, as ISO text in UTC: it is written beside the new version. */
  readonly at: string;
}

/** A cycle over a file. */
export interface Adapted extends CycleResult {
  readonly file: string;
  /** The state before it. */
  readonly before: CycleState;
  readonly saved: boolean;
  readonly replay?: Replay;
}

const NAME = 'adapt';
const SEED = 42;

/**
 * Runs one round of the adaptive cycle over a log of events, upon the newest state of a store, and keeps what it finds as
 * a new version.
 *
 * @throws Refusal where the file or the store cannot be read, or where another cycle has written since.
 * @example
 * writeNew(`${folder}/log.csv`, 'at,job,channel,event\n2026-03-02T10:00:00Z,a,mastodon,started');
 * const options = { store: `${folder}/store`, at: '2026-03-02T11:00:00Z' };
 * const { saved, log } = await adaptFile(`${folder}/log.csv`, options);
 * [saved, log.length] // [true, 3]
 */
export async function adaptFile(
  file: string,
  { store, dryRun = false, replay: wanted = false, at, ...judging }: AdaptOptions,
): Promise<Adapted> {
  const events = readEvents(file);
  const kept = await opened(store, dryRun);
  try {
    const stored = kept && (await latestVersion(kept, NAME));
    const before = stored === undefined ? newState() : stateIn(stored.body, store);
    const result = cycle(before, events, judging);
    const saved = !dryRun && result.state !== before;
    if (saved && kept !== undefined) {
      const why = cycleText(result).headline;
      const body = JSON.parse(JSON.stringify(result.state)) as Json;
      await keep(kept, { name: NAME, expected: stored?.version ?? 0, body, why, at });
    }
    return { ...result, file, before, saved, ...(wanted && { replay: replayOf(events, before, result.state) }) };
  } finally {
    await kept?.close();
  }
}

/** The store; undefined where a dry run finds none, since it makes nothing. */
async function opened(store: string, dryRun: boolean): Promise<Storage | undefined> {
  try {
    return await openStorage(store, { features: [VERSIONS], make: !dryRun });
  } catch (error) {
    if (dryRun && isNothingKept(error)) return undefined;
    throw error;
  }
}

async function keep(kept: Storage, next: NewVersion): Promise<void> {
  const { isStale } = await putVersion(kept, next);
  if (isStale) throw otherCycle(kept.where);
}

/** Simulates what is newer than the window before; all of the log where nothing is. */
function replayOf(events: readonly DispatchEvent[], before: CycleState, state: CycleState): Replay {
  const end = before.windows.at(-1)?.measures.to ?? -Infinity;
  const newer = events.filter(({ at }) => at > end);
  const parameters = { before: currentOf(before).parameters, after: currentOf(state).parameters };
  return replay(newer.length === 0 ? events : newer, { ...parameters, seed: SEED });
}

/** What a store holds may have been written by anybody: it is looked at before it is used. */
function stateIn(body: unknown, store: string): CycleState {
  const state = body as Partial<CycleState> | null;
  const lists = [state?.versions, state?.windows, state?.blocked];
  if (!lists.every(Array.isArray) || !isSound(state as CycleState)) throw unreadableState(storagePlace(store));
  return state as CycleState;
}

function isSound(state: CycleState): boolean {
  if (state.versions.length === 0) return false;
  const { parameters } = currentOf(state);
  const { parameters: known } = currentOf(newState());
  return Object.keys(known).every((name) => Number.isFinite(parameters?.[name as keyof typeof known]));
}
