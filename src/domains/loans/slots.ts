import { Refusal } from '../../problems/problem.ts';
import { addDays, epochDay, weekdayIndex } from '../../tables/dates.ts';
import type { LoansSettings } from './scenario.ts';
import type { ActivityRow, LoansTables } from './tables.ts';

/** How many loans may start on a date of the week: override, else calendar, else default; less what is booked. */
export function slotsOn(settings: LoansSettings, tables: LoansTables): (date: string) => number {
  const rule = settings.rules.capacity;
  if (rule === false) return () => Number.POSITIVE_INFINITY;
  const calendar = new Map<string, number>();
  for (const row of tables.ops_capacity_calendar.rows)
    if (row.office === settings.office && !calendar.has(row.date)) calendar.set(row.date, row.slots);
  if (rule.empty_week === 'error') refuseEmptyWeek(settings, [...calendar.keys()]);
  const used = rule.count_existing ? bookedSlots(settings, tables) : new Map<string, number>();
  return (date) => {
    const gross = rule.override[date]?.slots ?? calendar.get(date) ?? (weekdayIndex(date) < 5 ? rule.default_slots : 0);
    return Math.max(0, gross - (used.get(date) ?? 0));
  };
}

/** A calendar that names other weeks of the office but not this one is more likely a wrong week than no plan. */
function refuseEmptyWeek(settings: LoansSettings, dates: readonly string[]): void {
  const last = addDays(settings.week, 6);
  if (dates.length === 0 || dates.some((date) => date >= settings.week && date <= last)) return;
  const sorted = [...dates].sort();
  throw new Refusal([
    {
      path: ['week'],
      message: `ops_capacity_calendar has no row for ${settings.office} in the week of ${settings.week}; it runs from ${sorted[0]} to ${sorted.at(-1)}`,
      maybe: 'Maybe another week is meant; or set rules.capacity.empty_week to default.',
    },
  ]);
}

/** Slots taken by existing loans: for each partner the larger of its deliveries and its pickups on the day. */
function bookedSlots(settings: LoansSettings, tables: LoansTables): ReadonlyMap<string, number> {
  const fleet = new Set(tables.vehicles.rows.filter((row) => row.office === settings.office).map((row) => row.vin));
  const monday = epochDay(settings.week);
  const near = (row: ActivityRow) =>
    fleet.has(row.vin) && row.start_date !== null && Math.abs(epochDay(row.start_date) - monday) <= 90;
  const events = new Map<string, { date: string; drop: number; pick: number }>();
  const count = (date: string | null, partner: string | null, kind: 'drop' | 'pick') => {
    if (date === null) return;
    const key = JSON.stringify([date, partner]);
    const event = events.get(key) ?? { date, drop: 0, pick: 0 };
    event[kind]++;
    events.set(key, event);
  };
  for (const row of tables.current_activity.rows.filter(near)) {
    count(row.start_date, row.person_id, 'drop');
    count(row.end_date, row.person_id, 'pick');
  }
  const used = new Map<string, number>();
  for (const { date, drop, pick } of events.values()) used.set(date, (used.get(date) ?? 0) + Math.max(drop, pick));
  return used;
}
