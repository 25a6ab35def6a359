import { clockOf, type Week } from '../../../../tables/cells/week.ts';
import { WEEKDAYS, type Weekday } from '../../../../tables/dates.ts';

/** Slots of a day, and minutes of a slot. */
export const SLOTS = 288;
export const MINUTES = 5;

/** When a class may meet, or a room cannot be had: days, weeks from 1 on, first slot and slots. */
export interface Time {
  readonly days: readonly Weekday[];
  readonly weeks: readonly number[];
  readonly start: number;
  readonly length: number;
  readonly penalty: number;
}

/** The time at which a slot begins: "08:30". */
export const clockAt = (slot: number): string =>
  clockOf({ days: [], periods: 0, first: '00:00', minutes: MINUTES }, slot);

/** Longest period, in slots: four hours. */
const LONGEST = 48;

/**
 * The week in which all times fit exactly, with as few and as long periods as can be: from the first begin to the last
 * end, on the days that any time names.
 */
export function gridOf(times: readonly Time[]) {
  if (times.length === 0) return { problem: 'there is no class' };
  // There may be more times than a call can have arguments.
  const first = times.reduce((least, { start }) => Math.min(least, start), SLOTS);
  const last = times.reduce((most, { start, length }) => Math.max(most, start + length), 0);
  const all = times.reduce((sum, { start, length }) => common(common(sum, start - first), length), 0);
  const slots = largestDivisor(all);
  const named = new Set(times.flatMap(({ days }) => days));
  const week: Week = {
    days: WEEKDAYS.filter((day) => named.has(day)),
    periods: (last - first) / slots,
    first: clockAt(first),
    minutes: slots * MINUTES,
  };
  return {
    week,
    /** Slots of a period. */
    slots,
    /** The part of some slots that lies within the hours of the week, as periods: "0-3"; undefined where none does. */
    within: (from: number, to: number): { readonly periods: string } | undefined => {
      const [begin, end] = [Math.max(from, first), Math.min(to, last)];
      if (begin >= end) return undefined;
      return { periods: `${Math.floor((begin - first) / slots)}-${Math.ceil((end - first) / slots) - 1}` };
    },
  };
}

function common(a: number, b: number): number {
  return b === 0 ? a : common(b, a % b);
}

function largestDivisor(slots: number): number {
  for (let divisor = Math.min(slots, LONGEST); divisor > 1; divisor--) if (slots % divisor === 0) return divisor;
  return 1;
}

/** A time as a pattern: "tue:3+thu:3+weeks:1-6;8". `slots`: those of a period. `count`: weeks of the term. */
export function patternOf({ days, weeks, length }: Time, slots: number, count: number): string {
  const parts = days.map((day) => `${day}:${length / slots}`);
  return (weeks.length === count ? parts : [...parts, `weeks:${weeksText(weeks)}`]).join('+');
}

/** Weeks as first and last ones: 1, 2, 3, 5 is "1-3;5". */
export function weeksText(weeks: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const week of weeks) {
    const last = spans.at(-1);
    if (last && last[1] === week - 1) last[1] = week;
    else spans.push([week, week]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(';');
}
