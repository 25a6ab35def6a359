import { clockOf, lengthsOf, minuteOf, periodOf, type Week } from '../../../tables/cells/week.ts';
import type { TableSpec } from '../../../tables/table.ts';
import { plural } from '../../../text/format.ts';
import type { CourseSettings } from '../scenario.ts';
import { type CourseTables, courseTables, type LockRow, type UnavailableRow } from '../tables.ts';

type Fault = { readonly column: string; readonly reason: string } | undefined;

/** The tables with what the week of a scenario makes wrong in a row: what forbids must not miss the week. */
export function tablesFor({ week }: CourseSettings): readonly TableSpec[] {
  const { unavailable, locks, allowed_times } = courseTables;
  return Object.values({
    ...courseTables,
    unavailable: {
      ...unavailable,
      row: (row: UnavailableRow) => unavailable.row?.(row) ?? blockFault(week, row),
    },
    locks: { ...locks, row: (row: LockRow) => lockFault(week, row) },
    allowed_times: { ...allowed_times, row: (row: AllowedTime) => timeFault(week, row) },
  }) as unknown as readonly TableSpec[];
}

type AllowedTime = CourseTables['allowed_times']['rows'][number];

/** A time that is none would be one that nobody can have: the course would lose it silently. */
function timeFault(week: Week, { pattern, start }: AllowedTime): Fault {
  const lengths = pattern === null ? [] : lengthsOf(pattern);
  if (lengths === undefined) return { column: 'pattern', reason: 'is no pattern; write it as tue:3+thu:3' };
  const odd = lengths.map(({ day }) => dayFault(week, day)).find((fault) => fault !== undefined);
  if (odd) return { ...odd, column: 'pattern' };
  const from = start === null ? 0 : periodOf(week, start);
  if (from === undefined) return { column: 'start', reason: noStart(week) };
  const longest = Math.max(1, ...lengths.map(({ periods }) => periods));
  if (from + longest <= week.periods) return undefined;
  return { column: 'start', reason: `it would end after the day does, at ${clockOf(week, week.periods)}` };
}

const noStart = (week: Week): string =>
  `no period begins then; one begins at ${week.first}, and every ${week.minutes} minutes after it`;

function dayFault({ days }: Week, day: string | null): Fault {
  if (day === null || days.some((each) => each === day)) return undefined;
  return { column: 'day', reason: `the week has no ${day}, only ${days.join(', ')}` };
}

function blockFault(week: Week, { day, periods, from, to }: UnavailableRow): Fault {
  const beyond = periods.find(([, last]) => last >= week.periods);
  const last = plural(week.periods, 'period');
  if (beyond !== undefined)
    return {
      column: 'periods',
      reason: `${beyond.join('-')} ends after the day, which has ${last}: 0 to ${week.periods - 1}`,
    };
  const number = [from, to].find((text) => text !== null && /^\d+$/.test(text) && Number(text) > week.periods);
  if (number !== undefined) return { column: number === from ? 'from' : 'to', reason: `the day has ${last}` };
  // A block that ends before it begins would forbid nothing.
  if (from !== null && to !== null && minuteOf(week, to) <= minuteOf(week, from))
    return { column: 'to', reason: `the block ends at ${to}, and begins at ${from}` };
  return dayFault(week, day);
}

function lockFault(week: Week, { day, start, periods }: LockRow): Fault {
  const from = periodOf(week, start);
  if (from === undefined) return { column: 'start', reason: noStart(week) };
  if (from + periods > week.periods)
    return { column: 'periods', reason: `it would end after the day does, at ${clockOf(week, week.periods)}` };
  return dayFault(week, day);
}
