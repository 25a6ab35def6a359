import { compare, groupBy } from '../../../../audit/rows.ts';
import type { RotationSettings } from '../../scenario.ts';
import type { RotationTables } from '../../tables.ts';
import type { Clock } from './clock.ts';
import { momentOf } from './events.ts';
import type { Slot } from './facts.ts';

/** One airing as it was measured. Seconds since 1970; `break` null: on a date that the scenario does not have. */
export interface Airing {
  readonly spot: string;
  readonly break: string | null;
  readonly start: number;
  readonly end: number;
}

/** The airings of the table `as_run`, by spot: of each the longest, then the earliest. Null: no such table is given. */
export function airingsOf(
  settings: RotationSettings,
  tables: RotationTables,
  clock: Clock,
  slots: readonly Slot[],
): ReadonlyMap<string, Airing> | null {
  if (!tables.as_run.present) return null;
  const lengths = new Map(tables.spots.rows.map(({ id, seconds }) => [id, seconds]));
  const planned = new Map(tables.published.rows.map((row) => [row.spot, row.break]));
  const all = tables.as_run.rows.flatMap((row): readonly Airing[] => {
    const long = row.seconds ?? lengths.get(row.spot) ?? 0;
    if (!lengths.has(row.spot) || long === 0) return [];
    const start = momentOf(row.date ?? settings.date, clock, row.at);
    const that = slots.filter(({ date }) => date === clock.momentOf(start).date);
    const inTime = that.find((slot) => start >= slot.start && start < slot.end);
    const near = [...that].sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start) || a.start - b.start);
    const place = [row.break, inTime?.id, planned.get(row.spot), near[0]?.id].find((id) =>
      that.some((slot) => slot.id === id),
    );
    return [{ spot: row.spot, break: place ?? null, start, end: start + long }];
  });
  const best = [...groupBy(all, ({ spot }) => spot)].map(([spot, own]) => {
    const [first] = [...own].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    return [spot, first!] as const;
  });
  return new Map(best.sort(([, a], [, b]) => a.start - b.start || compare(a.spot, b.spot)));
}

/** A break as it ran: from the begin of its first spot to the end of its last. Without an airing in it: as planned. */
export function asRan(slot: Slot, airings: ReadonlyMap<string, Airing> | null): Slot {
  const own = [...(airings?.values() ?? [])].filter((one) => one.break === slot.id);
  if (own.length === 0) return slot;
  const start = Math.min(...own.map((one) => one.start));
  const end = Math.max(...own.map((one) => one.end));
  return { ...slot, start, end, seconds: end - start, aired: true, ran: true };
}
