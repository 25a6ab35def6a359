import type { Keys } from '../cases.ts';
import { dayOf, momentOf, rowsOf, type Settings, settingsOf, timeOf } from './given.ts';

/** A break at its time on air, in seconds since 10 March 2025 began. */
export interface Slot {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly most: number;
  readonly block: string | undefined;
  readonly remnant: boolean;
  readonly locked: boolean;
  /** Its day, and its time of day: as planned, or where a live event moved it to. */
  readonly day: number;
  readonly time: number;
  readonly prime: boolean;
  readonly aired: boolean;
  readonly moved: boolean;
  readonly cut: boolean;
}

/** An airing that was measured; `slot` undefined: on a day that the scenario does not have. */
export interface Airing {
  readonly spot: string;
  readonly slot: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The breaks that are left, those that are lost, and what was measured. */
export interface Air {
  readonly slots: readonly Slot[];
  readonly lost: readonly Slot[];
  readonly airings: ReadonlyMap<string, Airing> | undefined;
  readonly events: readonly Event[];
}

const DAY = 86_400;
const [PRIME, PRIME_OVER] = [timeOf('20:00'), timeOf('23:00')];

/** What is on air when, after all live events. */
export function airOf(keys: Keys): Air {
  const settings = settingsOf(keys);
  const planned = rowsOf(keys, 'breaks')
    .map((row): Slot => {
      const start = momentOf(String(row.local), row.date === undefined ? 0 : dayOf(String(row.date)));
      return {
        id: String(row.id),
        most: Number(row.spots),
        block: row.block === undefined ? undefined : String(row.block),
        remnant: row.kind === 'remnant',
        locked: row.locked === true,
        cut: false,
        moved: false,
        ...timesOf(settings, start, Number(row.seconds)),
      };
    })
    .sort(byTime);
  const airings = airingsOf(keys, planned);
  const inside = (id: string) => [...(airings?.values() ?? [])].filter(({ slot }) => slot === id);
  // A break lasts from the first to the last that was seen in it.
  const all = planned.map((slot): Slot => {
    const seen = inside(slot.id);
    if (seen.length === 0) return slot;
    const start = Math.min(...seen.map((one) => one.start));
    return { ...slot, start, end: Math.max(...seen.map((one) => one.end)), aired: true };
  });
  let slots: readonly Slot[] = [...all].sort(byTime);
  const events = eventsOf(keys);
  for (const event of events) slots = afterEvent(settings, slots, event, (id) => inside(id).length > 0);
  const seen = [...(airings?.values() ?? [])].filter((one) => one.slot !== undefined);
  slots = slots.map((slot) => beside(slot, seen));
  return { slots, lost: all.filter(({ id }) => !slots.some((slot) => slot.id === id)), airings, events };
}

const byTime = (a: Slot, b: Slot): number => a.start - b.start || (a.id < b.id ? -1 : 1);

function timesOf({ now }: Settings, start: number, seconds: number) {
  const day = Math.floor((start - 6 * 3600) / DAY);
  const time = start - day * DAY;
  return { start, end: start + seconds, day, time, prime: time >= PRIME && time < PRIME_OVER, aired: start < now };
}

/** A time in which a live event has the air, with all its extensions. */
interface Event {
  readonly from: number;
  readonly until: number;
}

/** Live events that overlap or touch are one. */
function eventsOf(keys: Keys): readonly Event[] {
  const events: Event[] = [];
  const rows = rowsOf(keys, 'preemptions').map(({ from, live_end }) => ({
    from: momentOf(String(from)),
    until: momentOf(String(live_end)),
  }));
  for (const row of rows.sort((a, b) => a.from - b.from)) {
    const last = events.at(-1);
    if (last !== undefined && row.from <= last.until)
      events[events.length - 1] = { from: last.from, until: Math.max(last.until, row.until) };
    else events.push(row);
  }
  return events;
}

/**
 * Nothing airs during a live event but what was seen. A break that would begin in it follows it, one after the other,
 * where it is over before the next one begins and, in prime time, before that is over; a locked one does not wait.
 * One that is on air ends.
 */
function afterEvent(
  settings: Settings,
  slots: readonly Slot[],
  { from, until }: Event,
  seen: (id: string) => boolean,
): readonly Slot[] {
  const isHit = (slot: Slot) => !seen(slot.id) && slot.start >= from && slot.start < until;
  const rest = slots
    .filter((slot) => !isHit(slot))
    .map((slot) => (!seen(slot.id) && slot.start < from && slot.end > from ? { ...slot, end: from, cut: true } : slot));
  const next = Math.min(...rest.filter(({ end }) => end > until).map(({ start }) => start));
  let free = until;
  const following: Slot[] = [];
  for (const slot of slots.filter(isHit)) {
    const seconds = slot.end - slot.start;
    const last = slot.prime ? Math.min(next, slot.day * DAY + PRIME_OVER) : next;
    if (slot.locked || free + seconds > last) continue;
    following.push({ ...slot, ...timesOf(settings, free, seconds), moved: true });
    free += seconds;
  }
  return [...rest, ...following].sort(byTime);
}

/** One thing is on air at a time: a break to come is over where what was seen of another one begins. */
function beside(slot: Slot, seen: readonly Airing[]): Slot {
  if (slot.aired || slot.locked) return slot;
  const begins = seen
    .filter(({ start, end }) => start < slot.end && slot.start < end)
    .map(({ start }) => Math.max(start, slot.start));
  return begins.length === 0 ? slot : { ...slot, end: Math.min(...begins), cut: true };
}

/** What was seen, the longest airing of each spot, then the earliest; undefined where nobody looked. */
function airingsOf(keys: Keys, planned: readonly Slot[]): ReadonlyMap<string, Airing> | undefined {
  if (keys.as_run === undefined) return undefined;
  const lengths = new Map(rowsOf(keys, 'spots').map((row) => [row.id, Number(row.seconds)]));
  const published = new Map(rowsOf(keys, 'published').map((row) => [row.spot, row.break]));
  const best = new Map<string, Airing>();
  for (const row of rowsOf(keys, 'as_run')) {
    const [spot, seconds] = [String(row.spot), Number(row.seconds ?? lengths.get(row.spot))];
    if (seconds === 0) continue;
    const start = momentOf(String(row.at), row.date === undefined ? 0 : dayOf(String(row.date)));
    const same = planned.filter(({ day }) => day === Math.floor((start - 6 * 3600) / DAY));
    const slot =
      same.find(({ id }) => id === row.break) ??
      same.find((one) => start >= one.start && start < one.end) ??
      same.find(({ id }) => id === published.get(spot)) ??
      [...same].sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start) || a.start - b.start)[0];
    const airing = { spot, slot: slot?.id, start, end: start + seconds };
    const other = best.get(spot);
    const longer = other === undefined ? 1 : seconds - (other.end - other.start) || other.start - start;
    if (longer > 0) best.set(spot, airing);
  }
  return new Map([...best].sort(([, a], [, b]) => a.start - b.start || (a.spot < b.spot ? -1 : 1)));
}
