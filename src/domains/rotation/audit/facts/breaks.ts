import { compare } from '../../../../audit/rows.ts';
import { addDays, weekday } from '../../../../tables/dates.ts';
import type { RotationSettings } from '../../scenario.ts';
import type { BreakRow, RotationTables } from '../../tables.ts';
import { type Clock, epochOf, type Moment, spanOf } from './clock.ts';
import type { Slot } from './facts.ts';

/** The breaks of the scenario's dates at the times at which they are on air, after all preemptions; by start, then id. */
export function slotsOf(settings: RotationSettings, tables: RotationTables, clock: Clock): readonly Slot[] {
  const tags = new Map(tables.blocks.rows.map((row) => [row.id, row.tags]));
  const now = (settings.now === undefined ? undefined : epochOf(settings.now)) ?? Number.NEGATIVE_INFINITY;
  const last = addDays(settings.date, settings.days - 1);
  const slots = tables.breaks.rows
    .map((row): Slot => {
      const start = startOf(settings, clock, row);
      return {
        id: row.id,
        seconds: row.seconds,
        most: row.spots,
        block: row.block,
        locked: row.locked,
        ...timesOf(settings, clock, start, row.seconds),
        tags: row.block === null ? [] : (tags.get(row.block) ?? []),
        kind: row.kind ?? (isPrime(settings, clock, clock.momentOf(start)) ? 'prime' : 'off_peak'),
        aired: start < now,
        gone: false,
      };
    })
    .filter(({ date }) => date >= settings.date && date <= last)
    .sort(inTime);
  return tables.preemptions.rows.reduce<readonly Slot[]>((all, { from, live_end: end }) => {
    const [begin, over] = [from, end].map((moment) => momentOf(settings, clock, moment)) as [number, number];
    return displace(settings, clock, all, begin, over);
  }, slots);
}

const inTime = (a: Slot, b: Slot): number => a.start - b.start || compare(a.id, b.id);

function startOf({ date }: RotationSettings, clock: Clock, row: BreakRow): number {
  if (row.utc !== null) return epochOf(row.utc) ?? Number.NaN;
  return clock.epochAt(row.date ?? date, row.local ?? '00:00', row.offset) ?? Number.NaN;
}

function timesOf(settings: RotationSettings, clock: Clock, start: number, seconds: number) {
  const moment = clock.momentOf(start);
  return { start, end: start + seconds, ...moment, prime: isPrime(settings, clock, moment) };
}

/** Whether a moment is in prime time: from the begin to just before the end, on its weekdays. */
function isPrime({ market }: RotationSettings, clock: Clock, at: Moment): boolean {
  const [from, to] = spanOf(clock, market.prime.from, market.prime.to);
  return at.clock >= from && at.clock < to && market.prime.days.includes(weekday(at.date));
}

/** An instant, or a local time of the first date. */
function momentOf({ date }: RotationSettings, clock: Clock, moment: string): number {
  return epochOf(moment) ?? clock.epochAt(date, moment) ?? Number.NaN;
}

/**
 * Breaks that would begin while the live event lasts follow it one after another, in their order, as long as each
 * ends before the next break that stays begins, and one of prime time before that ends; the others are lost. Aired and
 * closed ones stay.
 */
function displace(
  settings: RotationSettings,
  clock: Clock,
  slots: readonly Slot[],
  from: number,
  over: number,
): readonly Slot[] {
  const hit = (slot: Slot) => !slot.gone && !slot.aired && !slot.locked && slot.start >= from && slot.start < over;
  const rest = slots.filter((slot) => !hit(slot));
  const staying = rest.filter((slot) => !slot.gone && slot.end > over);
  const wall = staying.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  let free = over;
  const moved = slots.filter(hit).map((slot): Slot => {
    const until = slot.prime ? Math.min(wall, primeOver(settings, clock, slot)) : wall;
    if (free + slot.seconds > until) return { ...slot, gone: true };
    const start = free;
    free += slot.seconds;
    return { ...slot, ...timesOf(settings, clock, start, slot.seconds) };
  });
  return [...rest, ...moved].sort(inTime);
}

/** When the prime time in which a break begins is over. */
function primeOver({ market: { prime } }: RotationSettings, clock: Clock, { date, start, clock: at }: Slot): number {
  const shown = clock.epochAt(date, prime.to, prime.offset ?? null) ?? start;
  return shown > start ? shown : start + spanOf(clock, prime.from, prime.to)[1] - at;
}
