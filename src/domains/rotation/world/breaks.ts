import { Refusal } from '../../../problems/problem.ts';
import { weekday } from '../../../tables/dates.ts';
import type { BreakRow, PreemptionRow, RotationTables } from '../tables.ts';
import type { RotationScope } from './scope.ts';
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
  utcOf,
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
  /** Aired or locked: it stays as published. */
  readonly frozen: boolean;
  readonly aired: boolean;
}

/** The breaks of the scenario's dates by start, and the ids of those that preemptions take away. */
export function breaksOf(
  scope: RotationScope,
  tables: RotationTables,
  clock: Clock,
): { readonly breaks: readonly Break[]; readonly lost: readonly string[] } {
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
      frozen: aired || row.locked,
      aired,
    };
  };
  const rows = new Map(tables.breaks.rows.map((row) => [row.id, row]));
  const all = tables.breaks.rows
    .map((row) => placed(row, startOf(scope, clock, row)))
    .filter(({ date }) => dates.has(date))
    .sort(byTime);
  const moved = ({ id }: Break, start: Epoch) => placed(rows.get(id)!, start);
  // One after the other: a break that the first moved may be in the way of the next.
  const breaks = tables.preemptions.rows.reduce((now, row) => preempted(scope, clock, now, row, moved), all);
  refuseOverlaps(breaks);
  const kept = new Set(breaks.map(({ id }) => id));
  return { breaks, lost: all.map(({ id }) => id).filter((id) => !kept.has(id)) };
}

const byTime = (a: Break, b: Break): number => a.start - b.start || (a.id < b.id ? -1 : 1);

/** The start of a break as its row says it; the row was checked when it was read. */
function startOf(scope: RotationScope, clock: Clock, row: BreakRow): Epoch {
  if (row.utc !== null) return epochOf(row.utc);
  const meaning = meaningOf(clock, row.date ?? scope.date, row.local ?? '00:00', row.offset);
  return 'epoch' in meaning ? meaning.epoch : Number.NaN;
}

/** Whether a break of this broadcast date and time starts inside [from, to) of prime time. */
function isPrime({ market }: RotationScope, clock: Clock, date: string, time: number): boolean {
  const { from, to, days } = market.prime;
  const begin = broadcastSeconds(from, clock.dayStart);
  return days.includes(weekday(date)) && time >= begin && time < primeEnd(begin, broadcastSeconds(to, clock.dayStart));
}

/** An end that is not after the begin is the same time a day later. */
const primeEnd = (begin: number, end: number): number => (end <= begin ? end + 86_400 : end);

/** An instant of a cell that holds a local time of the first date, or an instant. */
export function momentOf(scope: Pick<RotationScope, 'date'>, clock: Clock, text: string): Epoch {
  if (text.includes('T')) return epochOf(text);
  const meaning = meaningOf(clock, scope.date, text);
  // Where clocks fall back the first of the two is meant; where they spring forward, the time after the gap.
  return 'epoch' in meaning ? meaning.epoch : epochAround(clock, scope.date, text, meaning.offsets[0]);
}

const epochAround = (clock: Clock, date: string, text: string, offset: string): Epoch => {
  const meaning = meaningOf(clock, date, text, offset);
  return 'epoch' in meaning ? meaning.epoch : Number.NaN;
};

/**
 * The breaks that a preemption leaves. Those that start in [from, live_end) move to live_end, one after the other in
 * their order, as far as they end before the next break that stays and, those of prime time, before that ends; the
 * others are lost. Aired and locked ones stay.
 */
function preempted(
  scope: RotationScope,
  clock: Clock,
  all: readonly Break[],
  row: PreemptionRow,
  moved: (each: Break, start: Epoch) => Break,
): Break[] {
  const [from, liveEnd] = [momentOf(scope, clock, row.from), momentOf(scope, clock, row.live_end)];
  const displaced = (each: Break) => !each.frozen && each.start >= from && each.start < liveEnd;
  const stay = all.filter((each) => !displaced(each));
  const next = Math.min(...stay.filter(({ end }) => end > liveEnd).map(({ start }) => start));
  let cursor = liveEnd;
  const later = all.filter(displaced).flatMap((each) => {
    const limit = each.prime ? Math.min(next, primeEndOf(scope, clock, each)) : next;
    if (cursor + each.seconds > limit) return [];
    cursor += each.seconds;
    return [moved(each, cursor - each.seconds)];
  });
  return [...stay, ...later].sort(byTime);
}

/** The instant at which the prime time of a break ends. */
function primeEndOf({ market }: RotationScope, clock: Clock, { date, start, time }: Break): Epoch {
  const meaning = meaningOf(clock, date, market.prime.to, market.prime.offset);
  if ('epoch' in meaning && meaning.epoch > start) return meaning.epoch;
  // Prime time that reaches into the next broadcast day, or to a time that clocks show twice.
  const [from, to] = [market.prime.from, market.prime.to].map((local) => broadcastSeconds(local, clock.dayStart));
  return start + primeEnd(from!, to!) - time;
}

function refuseOverlaps(breaks: readonly Break[]): void {
  const problems = breaks.slice(1).flatMap((next, index) => {
    const before = breaks[index]!;
    if (next.start >= before.end) return [];
    return [
      {
        path: ['breaks'],
        message: `the break "${next.id}" starts at ${utcOf(next.start)}, before "${before.id}" is over (${utcOf(before.end)})`,
        maybe: 'Maybe one of them has a wrong start or length.',
      },
    ];
  });
  if (problems.length > 0) throw new Refusal(problems);
}
