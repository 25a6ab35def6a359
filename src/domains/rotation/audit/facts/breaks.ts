import { compare } from '../../../../audit/rows.ts';
import { addDays, weekday } from '../../../../tables/dates.ts';
import type { RotationSettings } from '../../scenario.ts';
import type { BreakRow, RotationTables } from '../../tables.ts';
import { type Airing, asRan } from './as-run.ts';
import { type Clock, epochOf, type Moment, spanOf } from './clock.ts';
import type { LiveEvent } from './events.ts';
import type { Slot } from './facts.ts';

/** The breaks of the scenario's dates as they are written; by start, then id. */
export function writtenSlots(settings: RotationSettings, tables: RotationTables, clock: Clock): readonly Slot[] {
  const tags = new Map(tables.blocks.rows.map((row) => [row.id, row.tags]));
  const now = (settings.now === undefined ? undefined : epochOf(settings.now)) ?? Number.NEGATIVE_INFINITY;
  const last = addDays(settings.date, settings.days - 1);
  return tables.breaks.rows
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
        cut: false,
        moved: false,
        ran: false,
      };
    })
    .filter(({ date }) => date >= settings.date && date <= last)
    .sort(inTime);
}

/** The same at the times at which they are on air: as they ran where that is known, and clear of all live events. */
export function slotsOf(
  settings: RotationSettings,
  clock: Clock,
  written: readonly Slot[],
  events: readonly LiveEvent[],
  airings: ReadonlyMap<string, Airing> | null,
): readonly Slot[] {
  const known = written.map((slot) => asRan(slot, airings)).sort(inTime);
  const free = events.reduce<readonly Slot[]>((all, event) => clearOf(settings, clock, all, event), known);
  const measured = [...(airings?.values() ?? [])].filter((one) => one.break !== null);
  return free.map((slot) => besideAirings(slot, measured));
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

/**
 * Breaks that would begin while the live event lasts follow it one after another, in their order, as long as each
 * ends before the next break that stays begins, and one of prime time before that ends; the others are lost, and so are
 * closed ones, whose time is gone. The event ends one that it finds on air. What has run, ran.
 */
function clearOf(settings: RotationSettings, clock: Clock, slots: readonly Slot[], event: LiveEvent): readonly Slot[] {
  const now = settings.now === undefined ? Number.NEGATIVE_INFINITY : epochOf(settings.now)!;
  const free = (slot: Slot) => slot.ran || slot.gone;
  const hit = (slot: Slot) => !free(slot) && slot.start >= event.begin && slot.start < event.end;
  const rest = slots
    .filter((slot) => !hit(slot))
    .map((slot): Slot => {
      if (free(slot) || slot.start >= event.begin || slot.end <= event.begin) return slot;
      return { ...slot, end: event.begin, seconds: event.begin - slot.start, cut: true };
    });
  const staying = rest.filter((slot) => !slot.gone && slot.end > event.end);
  const wall = staying.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  let begin = event.end;
  const moved = slots.filter(hit).map((slot): Slot => {
    const until = slot.prime ? Math.min(wall, primeOver(settings, clock, slot)) : wall;
    if (slot.locked || begin + slot.seconds > until) return { ...slot, gone: true };
    const start = begin;
    begin += slot.seconds;
    return { ...slot, ...timesOf(settings, clock, start, slot.seconds), moved: true, aired: start < now };
  });
  return [...rest, ...moved].sort(inTime);
}

/** What is to come ends where an airing of another break begins, or holds nothing where it would begin during one. */
function besideAirings(slot: Slot, measured: readonly Airing[]): Slot {
  if (slot.gone || slot.ran || slot.aired || slot.locked) return slot;
  const end = measured
    .filter((one) => one.end > slot.start && one.start < slot.end)
    .reduce((least, { start }) => Math.min(least, Math.max(start, slot.start)), slot.end);
  return end === slot.end ? slot : { ...slot, end, seconds: end - slot.start, cut: true };
}

/** When the prime time in which a break begins is over. */
function primeOver({ market: { prime } }: RotationSettings, clock: Clock, { date, start, clock: at }: Slot): number {
  const shown = clock.epochAt(date, prime.to, prime.offset ?? null) ?? start;
  return shown > start ? shown : start + spanOf(clock, prime.from, prime.to)[1] - at;
}
