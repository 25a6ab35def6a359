import type { Offsets } from '../calendar/offsets.ts';
import { nearest } from '../problems/nearest.ts';
import type { Storage } from '../storage/storage.ts';
import { historyProblems } from './problems.ts';
import type { HistoryTables } from './tables.ts';
import { slotOf, zoneOf } from './zones.ts';

/** What came of one thing that was posted, measured by one metric. */
export interface Outcome {
  /** The channel. */
  readonly group: string;
  /** Seconds since 1970 in UTC. */
  readonly at: number;
  /** 0 is Monday, on the clock of the channel. */
  readonly weekday: number;
  /** 0 to 23, on the clock of the channel. */
  readonly hour: number;
  readonly value: number;
  readonly type: string;
}

/** Which outcomes are asked for. */
export interface OutcomeQuestion {
  readonly channel?: string | undefined;
  readonly platform?: string | undefined;
  readonly type?: string | undefined;
  /** The metric that is the value; outcomes without it are left out. */
  readonly goal: string;
  /** Another zone than that of each channel. */
  readonly zone?: string | undefined;
}

/**
 * The outcomes that are kept, by time and then by id.
 *
 * @throws Refusal where none of them has the metric, or the zone is none.
 * @example
 * const kept = await openStorage(folder, { features: [HISTORY] });
 * await outcomesOf(kept, { goal: 'likes' }).catch((error) => error.message) // 'no outcome kept there has the metric "likes"'
 * await kept.close() // undefined
 */
export async function outcomesOf(storage: Storage, question: OutcomeQuestion): Promise<readonly Outcome[]> {
  const { channel, platform, type, goal, zone } = question;
  const { channels, rows } = await storage.read<HistoryTables, Found>('reading outcomes', async (db) => {
    let some = db.selectFrom('outcomes').selectAll();
    if (channel !== undefined) some = some.where('channel', '=', channel);
    if (type !== undefined) some = some.where('type', '=', type);
    return { channels: await db.selectFrom('channels').selectAll().execute(), rows: await some.execute() };
  });
  const known = new Map(
    channels.filter((one) => platform === undefined || one.platform === platform).map((one) => [one.channel, one]),
  );
  const found = rows.flatMap((row) => {
    if (!known.has(row.channel)) return [];
    const metrics = JSON.parse(row.metrics) as Readonly<Record<string, number>>;
    return Object.hasOwn(metrics, goal) ? [{ ...row, value: metrics[goal]! }] : [];
  });
  if (found.length === 0) {
    const names = [...new Set(rows.flatMap(({ metrics }) => Object.keys(JSON.parse(metrics) as object)))].sort();
    throw historyProblems.noGoal(storage.where, goal, names, nearest(goal, names));
  }
  const clocks = clocksOf(found, (name) => zone ?? known.get(name)!.zone);
  found.sort((a, b) => a.at - b.at || compare(a.key, b.key) || compare(a.channel, b.channel));
  return found.map(({ channel: group, at: ms, value, type: own }) => {
    const at = ms / 1000;
    return { group, at, ...slotOf(clocks.get(group)!, at), value, type: own };
  });
}

interface Found {
  readonly channels: readonly HistoryTables['channels'][];
  readonly rows: readonly HistoryTables['outcomes'][];
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The clock of each channel, over the time that its outcomes span. */
function clocksOf(
  rows: readonly { readonly channel: string; readonly at: number }[],
  zoneNamed: (channel: string) => string,
) {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of rows) [first, last] = [Math.min(first, at), Math.max(last, at)];
  const zones = new Map<string, Offsets>();
  const clocks = new Map<string, Offsets>();
  for (const channel of new Set(rows.map((row) => row.channel))) {
    const name = zoneNamed(channel);
    const clock = zones.get(name) ?? zoneOf(name, Math.floor(first / 1000), last / 1000);
    zones.set(name, clock);
    clocks.set(channel, clock);
  }
  return clocks;
}

/** What is kept of one channel. */
export interface ChannelSummary {
  readonly channel: string;
  readonly platform: string;
  readonly zone: string;
  readonly outcomes: number;
  /** Milliseconds since 1970 of the first and the last. */
  readonly first: number;
  readonly last: number;
  /** By metric: how many outcomes have it. */
  readonly metrics: Readonly<Record<string, number>>;
  /** By type: how many outcomes are of it. */
  readonly types: Readonly<Record<string, number>>;
}

/** The channels that outcomes are kept of, by name. */
export async function channelsIn(storage: Storage): Promise<readonly ChannelSummary[]> {
  const { channels, rows } = await storage.read<HistoryTables, Found>('listing channels', async (db) => ({
    channels: await db.selectFrom('channels').selectAll().orderBy('channel').execute(),
    rows: await db.selectFrom('outcomes').selectAll().execute(),
  }));
  const by = new Map(channels.map(({ channel }) => [channel, [] as HistoryTables['outcomes'][]]));
  for (const row of rows) by.get(row.channel)?.push(row);
  return channels.map((one) => {
    const own = by.get(one.channel)!;
    const [metrics, types] = [new Map<string, number>(), new Map<string, number>()];
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { at, type, metrics: text } of own) {
      [first, last] = [Math.min(first, at), Math.max(last, at)];
      types.set(type, (types.get(type) ?? 0) + 1);
      for (const name of Object.keys(JSON.parse(text) as object)) metrics.set(name, (metrics.get(name) ?? 0) + 1);
    }
    const sorted = (counts: ReadonlyMap<string, number>) =>
      Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || compare(a, b)));
    return { ...one, outcomes: own.length, first, last, metrics: sorted(metrics), types: sorted(types) };
  });
}
