import type { Reading, Unread } from '../reading.ts';
import { textOf } from '../reading.ts';
import type { Constraint } from './constraints.ts';
import type { Event, Instance } from './instance.ts';

/** Meetings of one length of an event: a course has nothing else. */
export interface Part {
  readonly course: string;
  readonly event: Event;
  readonly length: number;
  readonly count: number;
}

/** What constraints say of the lengths of an event: each answers how far some lengths are from it. */
interface Wish {
  readonly type: string;
  readonly weight: number | undefined;
  readonly away: (lengths: readonly number[]) => number;
}

/** More ways to split an event than this are not looked at. */
const MOST_WAYS = 2_000;

/**
 * How each event is split into meetings. Lengths are chosen before times are: those that break the least; of these, those
 * of the solution in the file; then the fewest and the most alike.
 */
export function partsOf(
  reading: Reading,
  { events, days }: Instance,
  constraints: readonly Constraint[],
  solved: ReadonlyMap<string, readonly number[]>,
  unread: Unread,
): { readonly parts: readonly Part[]; readonly free: number } {
  const wishes = new Map<Event, Wish[]>();
  for (const constraint of constraints) {
    const away = awayOf(reading, constraint);
    if (away === undefined) continue;
    for (const event of constraint.events) {
      const own = wishes.get(event) ?? wishes.set(event, []).get(event)!;
      own.push({ type: constraint.type, weight: constraint.weight, away });
    }
  }
  const longest = Math.max(...days);
  const names = new Set(events.keys());
  let free = 0;
  const parts = [...events.values()].flatMap((event): readonly Part[] => {
    const own = wishes.get(event) ?? [];
    const ways = event.time === undefined ? waysOf(event.duration, longest) : [[event.duration]];
    const cost = (lengths: readonly number[]) =>
      own.reduce((sum, { weight, away }) => sum + away(lengths) * (weight ?? 1_000_000), 0);
    const inFile = solved
      .get(event.id)
      ?.toSorted((a, b) => b - a)
      .join();
    const rated = ways.map((lengths) => ({ lengths, cost: cost(lengths), isSolved: lengths.join() === inFile }));
    const least = Math.min(...rated.map((way) => way.cost));
    const best = rated.filter((way) => way.cost === least);
    if (best.length > 1) free++;
    const [chosen] = best.toSorted(
      (a, b) =>
        Number(b.isSolved) - Number(a.isSolved) || a.lengths.length - b.lengths.length || a.lengths[0]! - b.lengths[0]!,
    );
    if (chosen === undefined) {
      reading.wrong(event.at, `event ${event.id} of ${event.duration} periods is longer than any day`);
      return [];
    }
    for (const { type, weight, away } of own)
      if (away(chosen.lengths) > 0)
        unread.add(`${type} of an event, which no lengths of its meetings satisfy,`, weight);
    return [...new Set(chosen.lengths)].map((length, _, all) => ({
      course: all.length === 1 ? event.id : unusedName(names, `${event.id}/${length}`),
      ...{ event, length, count: chosen.lengths.filter((each) => each === length).length },
    }));
  });
  return { parts, free };
}

function unusedName(names: Set<string>, wanted: string): string {
  if (names.has(wanted)) return unusedName(names, `${wanted}+`);
  names.add(wanted);
  return wanted;
}

/** All ways to split a duration into lengths, longest first; only equal ones where there are too many. */
function waysOf(duration: number, longest: number): readonly (readonly number[])[] {
  const ways: number[][] = [];
  const split = (rest: number, most: number, before: readonly number[]) => {
    if (ways.length > MOST_WAYS) return;
    if (rest === 0) ways.push([...before]);
    for (let next = Math.min(rest, most); next >= 1; next--) split(rest - next, next, [...before, next]);
  };
  split(duration, longest, []);
  if (ways.length <= MOST_WAYS) return ways;
  const equal = Array.from({ length: Math.min(longest, duration) }, (_, at) => at + 1).filter(
    (length) => duration % length === 0,
  );
  return equal.map((length) => Array.from({ length: duration / length }, () => length));
}

/** How far lengths are from what a constraint says of them; undefined where it says nothing of lengths. */
function awayOf({ number }: Reading, { at, type }: Constraint): Wish['away'] | undefined {
  const limit = (name: string, otherwise: number) => {
    const text = textOf(at, name);
    return text === '' ? otherwise : number(at, text, `${name} of ${at.name}`, 0, 100_000);
  };
  const outside = (value: number, least: number, most: number) => Math.max(0, least - value, value - most);
  if (type === 'SplitEvents') {
    const [shortest, longest] = [limit('MinimumDuration', 1), limit('MaximumDuration', 100_000)];
    const [least, most] = [limit('MinimumAmount', 1), limit('MaximumAmount', 100_000)];
    return (lengths) =>
      lengths.filter((length) => length < shortest || length > longest).length + outside(lengths.length, least, most);
  }
  if (type === 'DistributeSplitEvents') {
    const [duration, least, most] = [limit('Duration', 1), limit('Minimum', 0), limit('Maximum', 100_000)];
    return (lengths) => outside(lengths.filter((length) => length === duration).length, least, most);
  }
  return undefined;
}
