import { clockOf, periodOf, type Week } from '../../../tables/cells/week.ts';
import type { TableSpec } from '../../../tables/table.ts';
import { plural } from '../../../text/format.ts';
import type { CourseSettings } from '../scenario.ts';
import { courseTables, type LockRow, type UnavailableRow } from '../tables.ts';

type Fault = { readonly column: string; readonly reason: string } | undefined;

/** The tables with what the week of a scenario makes wrong in a row: what forbids must not miss the week. */
export function tablesFor({ week }: CourseSettings): readonly TableSpec[] {
  const { courses, curricula, unavailable, locks } = courseTables;
  return [
    courses,
    curricula,
    { ...unavailable, row: (row: UnavailableRow) => unavailable.row?.(row) ?? blockFault(week, row) },
    { ...locks, row: (row: LockRow) => lockFault(week, row) },
  ] as unknown as readonly TableSpec[];
}

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
  return dayFault(week, day);
}

function lockFault(week: Week, { day, start, periods }: LockRow): Fault {
  const from = periodOf(week, start);
  if (from === undefined)
    return {
      column: 'start',
      reason: `no period begins then; one begins at ${week.first}, and every ${week.minutes} minutes after it`,
    };
  if (from + periods > week.periods)
    return { column: 'periods', reason: `it would end after the day does, at ${clockOf(week, week.periods)}` };
  return dayFault(week, day);
}
