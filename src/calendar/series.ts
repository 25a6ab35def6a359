import { Temporal } from 'temporal-polyfill';
import { epochDay, isoDate } from '../tables/dates.ts';
import type { SeriesEvent } from './event.ts';

/**
 * The days of a series as one rule and exceptions to it: every calendar reads these, while few read a list of days. The
 * first and the last day of the rule are days on which it is held. An exception is the very instant at which it would
 * begin, by the same clocks; a line of exceptions without any would make the series invalid.
 *
 * @example
 * const dates = ['2026-09-07', '2026-09-14', '2026-09-28'];
 * const event = { id: 'm', title: 'MATH', for: ['se2'], dates, begins: '08:30', ends: '10:00', zone: 'UTC' };
 * repetitionText(event, 'Etc/UTC').split('\r\n')
 * // ['RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=4', 'EXDATE;TZID=Etc/UTC:20260921T083000']
 */
export function repetitionText({ dates, begins }: SeriesEvent, zone: string): string {
  const days = dates.map(epochDay);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const step = days.map((day) => day - first).reduce(commonDivisor, 0);
  // The days of the rule, those on which it is not held as well.
  const all = Array.from({ length: (last - first) / step + 1 }, (_, at) => isoDate(first + at * step));
  const [frequency, interval] = step % 7 === 0 ? ['WEEKLY', step / 7] : ['DAILY', step];
  const rule = `RRULE:FREQ=${frequency};INTERVAL=${interval};COUNT=${all.length}`;
  const except = all.filter((date) => !dates.includes(date)).map((date) => compact(localTime(date, begins)));
  return except.length === 0 ? rule : `${rule}\r\nEXDATE;TZID=${zone}:${except.join(',')}`;
}

const compact = (time: Temporal.PlainDateTime): string =>
  time.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/**
 * What the clocks show at an hour of a day: 24:00 and later are hours of the next one.
 *
 * @example
 * String(localTime('2026-09-07', '08:30')) // '2026-09-07T08:30:00'
 * String(localTime('2026-09-07', '24:00')) // '2026-09-08T00:00:00'
 */
export function localTime(date: string, clock: string): Temporal.PlainDateTime {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return Temporal.PlainDate.from(date).toPlainDateTime().add({ hours, minutes });
}

/** The days of all series of each zone, in their order. */
export function datesByZone(series: readonly SeriesEvent[]): ReadonlyMap<string, readonly string[]> {
  const zones = new Set(series.map(({ zone }) => zone));
  const datesOf = (wanted: string) => series.filter(({ zone }) => zone === wanted).flatMap(({ dates }) => dates);
  return new Map([...zones].map((zone) => [zone, [...new Set(datesOf(zone))].sort()]));
}
