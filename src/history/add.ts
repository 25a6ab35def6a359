import type { Kysely } from 'kysely';
import type { Storage } from '../storage/storage.ts';
import type { HistoryFiles, HistoryRow } from './outcome.ts';
import { historyProblems } from './problems.ts';
import type { ChannelRow, HistoryTables, OutcomeRow } from './tables.ts';

/** What became of the rows of files. */
export interface AddedHistory {
  readonly added: number;
  /** Rows that are kept already and say the same, or that the files hold twice. */
  readonly same: number;
  readonly updated: number;
  /** Rows that are kept already and say something else: they stay as they are. */
  readonly differing: readonly { readonly file: string; readonly line: number; readonly key: string }[];
}

/** Rows that one statement holds: each has five values, and a statement of the embedded database 32,766. */
const AT_ONCE = 1000;

/**
 * Keeps the rows of files: all of them, or none where anything fails. A row that is kept already is counted and not kept
 * twice; where its numbers have changed, the new ones replace them only if that is said.
 *
 * @param update Whether new numbers replace those that are kept.
 * @throws Refusal where the channel is kept with another zone or platform.
 */
export function addHistory(storage: Storage, files: HistoryFiles, update: boolean): Promise<AddedHistory> {
  return storage.write<HistoryTables, AddedHistory>('keeping outcomes', async (db) => {
    const { channel, platform, zone } = files;
    const kept = await keptOf(db, channel);
    const { fresh, changed, ...counts } = compared(files, kept, update);
    if (fresh.length + changed.length === 0) return counts;
    if (kept.channel === undefined)
      await db
        .insertInto('channels')
        .values({ channel, platform, zone: zone ?? 'UTC' })
        .execute();
    for (let at = 0; at < fresh.length; at += AT_ONCE)
      await db
        .insertInto('outcomes')
        .values(fresh.slice(at, at + AT_ONCE))
        .execute();
    for (const { key, type, at, metrics } of changed)
      await db
        .updateTable('outcomes')
        .set({ type, at, metrics })
        .where('channel', '=', channel)
        .where('key', '=', key)
        .execute();
    return counts;
  });
}

/** What `addHistory` would do; nothing is kept. */
export function tryHistory(storage: Storage, files: HistoryFiles, update: boolean): Promise<AddedHistory> {
  return storage.read<HistoryTables, AddedHistory>('comparing outcomes', async (db) => {
    const { fresh: _, changed: __, ...counts } = compared(files, await keptOf(db, files.channel), update);
    return counts;
  });
}

/** What is kept of a channel. */
interface Kept {
  readonly channel: ChannelRow | undefined;
  readonly rows: readonly OutcomeRow[];
}

/** A channel of which nothing is kept. */
export const NOTHING: Kept = { channel: undefined, rows: [] };

async function keptOf(db: Kysely<HistoryTables>, name: string): Promise<Kept> {
  const channel = await db.selectFrom('channels').selectAll().where('channel', '=', name).executeTakeFirst();
  if (channel === undefined) return NOTHING;
  return { channel, rows: await db.selectFrom('outcomes').selectAll().where('channel', '=', name).execute() };
}

/** The rows of files beside those that are kept. */
export function compared({ channel, platform, zone, rows }: HistoryFiles, kept: Kept, update: boolean) {
  const before = kept.channel;
  if (before && before.platform !== platform) throw historyProblems.otherPlatform(channel, platform, before.platform);
  if (before && zone !== undefined && before.zone !== zone) throw historyProblems.otherZone(channel, zone, before.zone);
  const known = new Map(kept.rows.map((row) => [row.key, row]));
  const fresh = new Map<string, OutcomeRow>();
  const changed = new Map<string, OutcomeRow>();
  const differing: { file: string; line: number; key: string }[] = [];
  let same = 0;
  for (const { file, line, ...own } of rows) {
    const row = rowOf(own);
    const there = fresh.get(row.key) ?? changed.get(row.key) ?? known.get(row.key);
    if (there === undefined) fresh.set(row.key, row);
    else if (there.metrics === row.metrics && there.at === row.at && there.type === row.type) same++;
    else if (!update) differing.push({ file, line, key: row.key.replace(/^id:/, '') });
    else if (fresh.has(row.key)) fresh.set(row.key, row);
    else changed.set(row.key, row);
  }
  const counts = { added: fresh.size, same, updated: changed.size, differing };
  return { ...counts, fresh: [...fresh.values()], changed: [...changed.values()] };
}

/** The metrics in the order of their names, so that equal ones are equal texts. */
function rowOf({ channel, key, type, at, metrics }: Omit<HistoryRow, 'file' | 'line'>): OutcomeRow {
  const sorted = [...metrics].sort(([a], [b]) => (a < b ? -1 : 1));
  return { channel, key, type, at, metrics: JSON.stringify(Object.fromEntries(sorted)) };
}
