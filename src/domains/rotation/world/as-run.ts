import type { RotationTables } from '../tables.ts';
import { momentOf } from './events.ts';
import type { RotationScope } from './scope.ts';
import { type Clock, type Epoch, localOf } from './time.ts';

/** An airing as `as_run` has it. */
export interface Ran {
  readonly spot: string;
  readonly start: Epoch;
  readonly end: Epoch;
}

/** A break as the tables have it, before anything moved it. */
interface Written {
  readonly id: string;
  readonly date: string;
  readonly start: Epoch;
  readonly end: Epoch;
}

/** What really aired. */
export interface AsRun {
  /** Airings in the breaks of the scenario, in the order of time. */
  readonly inBreak: ReadonlyMap<string, readonly Ran[]>;
  /** Spots that aired on other dates. */
  readonly elsewhere: ReadonlySet<string>;
}

/**
 * What really aired; undefined where no `as_run` is given. A row without a break is of the one in whose time it aired,
 * else of the one in which it was published, else of the nearest of its date. Of a spot that aired several times the
 * longest airing counts, of equal ones the earliest.
 */
export function asRunOf(
  scope: RotationScope,
  tables: RotationTables,
  clock: Clock,
  breaks: readonly Written[],
): AsRun | undefined {
  if (!tables.as_run.present) return undefined;
  const seconds = new Map(tables.spots.rows.map((row) => [row.id, row.seconds]));
  const published = new Map(tables.published.rows.map((row) => [row.spot, row.break]));
  const best = new Map<string, Ran & { readonly break: string | undefined }>();
  for (const row of tables.as_run.rows) {
    const booked = seconds.get(row.spot);
    if (booked === undefined || row.seconds === 0) continue;
    const start = momentOf({ date: row.date ?? scope.date }, clock, row.at);
    const { date } = localOf(clock, start);
    const own = breaks.filter((one) => one.date === date);
    const named = (id: string | null | undefined) => own.find((one) => one.id === id);
    const at = named(row.break) ?? breakAt(own, start) ?? named(published.get(row.spot)) ?? nearest(own, start);
    const end = start + (row.seconds ?? booked);
    const before = best.get(row.spot);
    const more = before === undefined ? 1 : end - start - (before.end - before.start) || before.start - start;
    if (more > 0) best.set(row.spot, { spot: row.spot, break: at?.id, start, end });
  }
  const all = [...best.values()].sort((a, b) => a.start - b.start || (a.spot < b.spot ? -1 : 1));
  const inBreak = new Map<string, Ran[]>();
  for (const { break: at, ...one } of all) if (at !== undefined) inBreak.set(at, [...(inBreak.get(at) ?? []), one]);
  return { inBreak, elsewhere: new Set(all.flatMap(({ spot, break: at }) => (at === undefined ? [spot] : []))) };
}

const breakAt = (breaks: readonly Written[], at: Epoch): Written | undefined =>
  breaks.find(({ start, end }) => start <= at && at < end);

/** The break that starts nearest to a moment, of two the earlier. */
function nearest(breaks: readonly Written[], at: Epoch): Written | undefined {
  const far = ({ start }: Written) => Math.abs(start - at);
  return breaks.reduce<Written | undefined>((best, one) => (best && far(best) <= far(one) ? best : one), undefined);
}
