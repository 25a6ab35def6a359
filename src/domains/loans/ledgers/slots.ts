import { Refusal } from '../../../problems/problem.ts';
import { addDays, epochDay, weekdayIndex } from '../../../tables/dates.ts';
import type { ActivityRow, LoansTables } from '../tables.ts';

/** The parameters of the rule `capacity`. */
export interface CapacityRule {
  readonly default_slots: number;
  /** By date, in place of the calendar. */
  readonly override: Readonly<Record<string, { readonly slots: number; readonly note?: string | undefined }>>;
  readonly count_existing: boolean;
  readonly empty_week: 'error' | 'default';
}

/** How many loans may start on each date, and what is noted of it. */
export interface Slots {
  readonly on: (date: string) => number;
  readonly note: (date: string) => string | undefined;
}

/** Whose slots, and of which week. */
interface Office {
  readonly office: string;
  readonly week: string;
}

/**
 * Slots of a date of the week: override, else calendar, else default; less what is booked.
 *
 * @throws Refusal where the calendar knows the office and has no row in the week, unless the rule says what then.
 */
export function slotsOf(rule: CapacityRule, scope: Office, tables: LoansTables): Slots {
  const calendar = new Map<string, { readonly slots: number; readonly notes: string | null }>();
  for (const row of tables.ops_capacity_calendar.rows)
    if (row.office === scope.office && !calendar.has(row.date)) calendar.set(row.date, row);
  if (rule.empty_week === 'error') refuseEmptyWeek(scope, [...calendar.keys()]);
  const used = rule.count_existing ? bookedSlots(scope, tables) : new Map<string, number>();
  return {
    on: (date) => {
      const usual = weekdayIndex(date) < 5 ? rule.default_slots : 0;
      const gross = rule.override[date]?.slots ?? calendar.get(date)?.slots ?? usual;
      return Math.max(0, gross - (used.get(date) ?? 0));
    },
    note: (date) => rule.override[date]?.note ?? calendar.get(date)?.notes ?? undefined,
  };
}

/** A calendar that names other weeks of the office but not this one is more likely a wrong week than no plan. */
function refuseEmptyWeek({ office, week }: Office, dates: readonly string[]): void {
  const last = addDays(week, 6);
  if (dates.length === 0 || dates.some((date) => date >= week && date <= last)) return;
  const sorted = [...dates].sort();
  throw new Refusal([
    {
      path: ['week'],
      message: `ops_capacity_calendar has no row for ${office} in the week of ${week}; it runs from ${sorted[0]} to ${sorted.at(-1)}`,
      maybe: 'Maybe another week is meant; or set rules.capacity.empty_week to default.',
    },
  ]);
}

/** Slots taken by existing loans: for each partner the larger of its deliveries and its pickups on the day. */
function bookedSlots({ office, week }: Office, tables: LoansTables): ReadonlyMap<string, number> {
  const fleet = new Set(tables.vehicles.rows.filter((row) => row.office === office).map((row) => row.vin));
  const monday = epochDay(week);
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
