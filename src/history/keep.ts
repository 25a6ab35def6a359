import { openStorage } from '../storage/open.ts';
import { isNothingKept } from '../storage/problems.ts';
import type { Storage } from '../storage/storage.ts';
import { type AddedHistory, addHistory, compared, NOTHING, tryHistory } from './add.ts';
import type { HistoryFiles } from './outcome.ts';
import { type ChannelSummary, channelsIn } from './outcomes.ts';
import { HISTORY } from './tables.ts';

/**
 * Keeps the rows of files in a place; where it is only tried, nothing is made there.
 *
 * @param place A folder, or a database, as `openStorage` understands it.
 * @throws Refusal where the place cannot be used, or the channel is kept with another zone or platform.
 * @example
 * const nothing = { platform: 'x', channel: 'x', zone: undefined, rows: [], aside: [], columns: [], notes: [] };
 * (await keepHistory(folder, nothing, { dryRun: true })).added // 0
 */
export async function keepHistory(
  place: string,
  files: HistoryFiles,
  { update = false, dryRun = false }: { readonly update?: boolean; readonly dryRun?: boolean } = {},
): Promise<AddedHistory> {
  if (!dryRun) return await within(place, true, (storage) => addHistory(storage, files, update));
  try {
    return await within(place, false, (storage) => tryHistory(storage, files, update));
  } catch (error) {
    if (!isNothingKept(error)) throw error;
    const { fresh: _, changed: __, ...counts } = compared(files, NOTHING, update);
    return counts;
  }
}

/**
 * The channels that outcomes are kept of in a place, by name.
 *
 * @throws Refusal where nothing is kept there.
 * @example
 * await historyIn(folder).catch((error) => error.problems[0].message) // 'nothing is kept there yet'
 */
export const historyIn = (place: string): Promise<readonly ChannelSummary[]> => within(place, false, channelsIn);

async function within<T>(place: string, make: boolean, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(place, { features: [HISTORY], make });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
