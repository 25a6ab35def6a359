import { weekdayOf } from '../../../calendar/offsets.ts';
import type { Platform } from '../tables/words.ts';
import type { ChannelRow, PostTables } from '../tables.ts';
import { type Clock, clockOf, DAY, dayOf, earliestOf, latestOf } from './clock.ts';
import type { Horizon } from './scope.ts';

/** A post that is out already. */
export interface Fixed {
  readonly post: string | null;
  readonly type: string | null;
  readonly at: number;
  readonly text: string | null;
}

/** A stretch of time in which nothing is published, both ends included. */
export interface Closure {
  readonly from: number;
  readonly to: number;
  readonly reason: string | null;
}

/** An account, and what its clocks show. */
export interface Channel {
  readonly id: string;
  readonly platform: Platform;
  readonly row: ChannelRow;
  readonly clock: Clock;
  /** The instants at which it may publish: its slots, or the steps of the horizon. Ascending. */
  readonly open: readonly number[];
  /** What is out already, by time. */
  readonly fixed: readonly Fixed[];
  readonly blackouts: readonly Closure[];
  /** Days since 1970-01-01 that are holidays, with their names. */
  readonly holidays: ReadonlyMap<number, string>;
}

/** The first and the last minute of the horizon, the last one outside. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/** All channels, by name. */
export function channelsOf(tables: PostTables, horizon: Horizon, reach: Reach): readonly Channel[] {
  return tables.channels.rows
    .toSorted((a, b) => (a.channel < b.channel ? -1 : 1))
    .map((row): Channel => {
      const clock = clockOf(row.zone, reach.from - 400 * DAY, reach.to + 400 * DAY);
      const own = ({ channel }: { readonly channel: string | null }) => channel === null || channel === row.channel;
      return {
        id: row.channel,
        platform: row.platform,
        row,
        clock,
        open: openOf(row, clock, horizon, reach),
        fixed: tables.published.rows
          .filter(own)
          .map(({ post, type, at, text }) => ({ post, type, text, at: earliestOf(clock, at) }))
          .toSorted((a, b) => a.at - b.at),
        blackouts: tables.blackouts.rows
          .filter(own)
          .map(({ from, to, reason }) => ({ from: earliestOf(clock, from), to: latestOf(clock, to), reason }))
          .toSorted((a, b) => a.from - b.from || a.to - b.to),
        holidays: new Map(tables.holidays.rows.filter(own).map(({ date, name }) => [dayOf(date), name ?? 'holiday'])),
      };
    });
}

/** Every time of its slots that clocks show, an hour that they show twice once; or each step, by its clocks. */
function openOf(row: ChannelRow, clock: Clock, horizon: Horizon, { from, to }: Reach): readonly number[] {
  const within = (instant: number) => instant >= from && instant < to;
  if (row.slots.length > 0) {
    const days = Array.from({ length: Math.ceil((to - from) / DAY) + 3 }, (_, k) => clock.local(from).day - 1 + k);
    const found = days.flatMap((day) =>
      row.slots
        .filter((slot) => slot.day === null || slot.day === weekdayOf(day))
        .flatMap(({ minute }) => clock.instants(day, minute).slice(0, 1)),
    );
    return [...new Set(found)].filter(within).toSorted((a, b) => a - b);
  }
  // Every offset is whole in steps of five minutes, so that these are all the minutes that can be whole by the clock.
  const first = Math.ceil(from / 5) * 5;
  const ticks = Array.from({ length: Math.max(0, Math.ceil((to - first) / 5)) }, (_, k) => first + 5 * k);
  return ticks.filter((instant) => clock.local(instant).minute % horizon.step_minutes === 0);
}
