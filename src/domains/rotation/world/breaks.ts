import { weekday } from '../../../tables/dates.ts';
import type { BreakRow, RotationTables } from '../tables.ts';
import { type AsRun, asRunOf, type Ran } from './as-run.ts';
import { eventsOf, type LiveEvent } from './events.ts';
import type { RotationScope } from './scope.ts';
import { startOf } from './start.ts';
import {
  broadcastSeconds,
  type Clock,
  type Day,
  datesFrom,
  dayOf,
  type Epoch,
  epochOf,
  localOf,
  meaningOf,
} from './time.ts';

/** A break at its time on air. */
export interface Break {
  readonly id: string;
  readonly start: Epoch;
  /** start + seconds. */
  readonly end: Epoch;
  readonly seconds: number;
  /** The most spots that it takes. */
  readonly most: number;
  readonly block: string | null;
  readonly tags: readonly string[];
  /** Broadcast date, and seconds from its begin. */
  readonly date: string;
  readonly time: number;
  /** Its broadcast date, for times of day that are measured from it. */
  readonly day: Day;
  /** Local time, for messages. */
  readonly local: string;
  /** Whether it begins in prime time. */
  readonly prime: boolean;
  /** As its row says it. */
  readonly kind: BreakRow['kind'];
  /** Aired or locked: it stays as published. */
  readonly frozen: boolean;
  readonly aired: boolean;
  /** A live event moved it to its end. */
  readonly moved: boolean;
  /** A live event, or what aired of another break, had the air before it was over: its seconds are those that were left. */
  readonly cut: boolean;
}

/** Breaks, and what live events did to them. */
export interface Breaks {
  /** By start. */
  readonly breaks: readonly Break[];
  /** The ids of those that live events took away. */
  readonly lost: readonly string[];
  /** The same at the times at which they would have been on air. */
  readonly gone: readonly Break[];
  readonly events: readonly LiveEvent[];
  /** What really aired, where `as_run` says it. */
  readonly ran: AsRun | undefined;
}

/** The breaks of the scenario's dates at their times on air, after all live events. */
export function breaksOf(scope: RotationScope, tables: RotationTables, clock: Clock): Breaks {
  const tags = new Map(tables.blocks.rows.map((row) => [row.id, row.tags]));
  const dates = new Set(datesFrom(scope.date, scope.days));
  const now = scope.now === undefined ? -Infinity : epochOf(scope.now);
  const days = new Map<string, Day>();
  const placed = (row: BreakRow, start: Epoch): Break => {
    const { date, local } = localOf(clock, start);
    const day = days.get(date) ?? dayOf(clock, date);
    days.set(date, day);
    const time = broadcastSeconds(local, clock.dayStart);
    const aired = start < now;
    return {
      id: row.id,
      start,
      end: start + row.seconds,
      seconds: row.seconds,
      most: row.spots,
      block: row.block,
      tags: (row.block !== null && tags.get(row.block)) || [],
      date,
      time,
      day,
      local: local.replace(/:00$/, ''),
      prime: isPrime(scope, clock, date, time),
      kind: row.kind,
      frozen: aired || row.locked,
      aired,
      moved: false,
      cut: false,
    };
  };
  const rows = new Map(tables.breaks.rows.map((row) => [row.id, row]));
  const written = tables.breaks.rows
    .map((row) => placed(row, startOf(scope, clock, row)))
    .filter(({ date }) => dates.has(date))
    .sort(byTime);
  const ran = asRunOf(scope, tables, clock, written);
  const all = written.map((each) => asItRan(each, ran?.inBreak.get(each.id))).sort(byTime);
  const moved = ({ id }: Break, start: Epoch) => ({ ...placed(rows.get(id)!, start), moved: true });
  const locked = ({ id }: Break) => rows.get(id)!.locked;
  const events = eventsOf(scope, clock, tables.preemptions.rows);
  // One after the other: a break that the first event moved may be in the way of the next.
  const free = events.reduce((now, event) => preempted({ scope, clock, event, moved, locked, ran }, now), all);
  const seen = [...(ran?.inBreak.values() ?? [])].flat();
  const breaks = free.map((each) => (each.frozen ? each : clearOf(each, seen)));
  const kept = new Set(breaks.map(({ id }) => id));
  const gone = all.filter(({ id }) => !kept.has(id));
  return { breaks, lost: gone.map(({ id }) => id), gone, events, ran };
}

const byTime = (a: Break, b: Break): number => a.start - b.start || (a.id < b.id ? -1 : 1);

/** Whether a break of this broadcast date and time starts inside [from, to) of prime time. */
function isPrime({ market }: RotationScope, clock: Clock, date: string, time: number): boolean {
  const { from, to, days } = market.prime;
  const begin = broadcastSeconds(from, clock.dayStart);
  return days.includes(weekday(date)) && time >= begin && time < primeEnd(begin, broadcastSeconds(to, clock.dayStart));
}

/** An end that is not after the begin is the same time a day later. */
const primeEnd = (begin: number, end: number): number => (end <= begin ? end + 86_400 : end);

/** A live event, and how breaks give way to it. */
interface Preemption {
  readonly scope: RotationScope;
  readonly clock: Clock;
  readonly event: LiveEvent;
  readonly moved: (each: Break, start: Epoch) => Break;
  readonly locked: (each: Break) => boolean;
  readonly ran: Breaks['ran'];
}

/** A break lasts from the first to the last of what really aired in it, and is over: `as_run` wins over every plan. */
function asItRan(each: Break, ran: readonly Ran[] | undefined): Break {
  if (ran === undefined) return each;
  const start = ran[0]!.start;
  const end = Math.max(...ran.map((one) => one.end));
  return { ...each, start, end, seconds: end - start, aired: true, frozen: true };
}

/**
 * The breaks that a live event leaves. Nothing airs during it. Those that would start in it move to its end, one after
 * the other in their order, as far as they end before the next break that stays and, those of prime time, before that
 * ends; the others are lost. So is a locked one: it is closed at its own time, and that is gone. One that is on air
 * when the event begins ends there.
 */
function preempted({ scope, clock, event, moved, locked, ran }: Preemption, all: readonly Break[]): Break[] {
  const { from, over } = event;
  const didAir = ({ id }: Break) => ran?.inBreak.has(id) === true;
  const displaced = (each: Break) => each.start >= from && each.start < over && !didAir(each);
  const cuts = (each: Break) => each.start < from && each.end > from && !didAir(each);
  const stay = all.filter((each) => !displaced(each)).map((each) => (cuts(each) ? cutAt(each, from) : each));
  const next = Math.min(...stay.filter(({ end }) => end > over).map(({ start }) => start));
  let cursor = over;
  const later = all.filter(displaced).flatMap((each) => {
    const limit = each.prime ? Math.min(next, primeEndOf(scope, clock, each)) : next;
    if (locked(each) || cursor + each.seconds > limit) return [];
    cursor += each.seconds;
    return [moved(each, cursor - each.seconds)];
  });
  return [...stay, ...later].sort(byTime);
}

const cutAt = (each: Break, end: Epoch): Break => ({ ...each, end, seconds: end - each.start, cut: true });

/** A break that is to come holds nothing where another one is seen on air: it ends as that begins, or as it begins itself. */
function clearOf(each: Break, seen: readonly Ran[]): Break {
  const inside = seen.filter(({ start, end }) => start < each.end && end > each.start);
  if (inside.length === 0) return each;
  return cutAt(each, Math.max(each.start, Math.min(...inside.map(({ start }) => start))));
}

/** The instant at which the prime time of a break ends. */
function primeEndOf({ market }: RotationScope, clock: Clock, { date, start, time }: Break): Epoch {
  const meaning = meaningOf(clock, date, market.prime.to, market.prime.offset);
  if ('epoch' in meaning && meaning.epoch > start) return meaning.epoch;
  // Prime time that reaches into the next broadcast day, or to a time that clocks show twice.
  const [from, to] = [market.prime.from, market.prime.to].map((local) => broadcastSeconds(local, clock.dayStart));
  return start + primeEnd(from!, to!) - time;
}
