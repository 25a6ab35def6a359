import { countOf, sumOf } from '../../../audit/numbers.ts';
import { groupBy } from '../../../audit/rows.ts';
import { addDays, weekdayIndex } from '../../../tables/dates.ts';
import type { Facts } from './facts.ts';

export type DayClass = 'blackout' | 'travel' | 'reduced' | 'increased' | 'normal';

/** One day of the week in one office: how many loans may start and how many do. */
export interface Day {
  readonly office: string;
  readonly date: string;
  readonly class: DayClass;
  /** Null where the capacity rule is off. */
  readonly slots: number | null;
  /** Slots that booked deliveries and pickups take. */
  readonly existing: number;
  readonly starts: number;
  readonly note: string | null;
}

/** Activity that begins further than this from the week, on either side, is not looked at. */
const NEAR_DAYS = 90;

/** Monday to Sunday of each office. An override stands in place of the calendar; without either only weekdays have slots. */
export function daysOf(facts: Facts): readonly Day[] {
  return facts.offices.flatMap((office) => {
    const existing = existingOf(facts, office);
    const own = facts.loans.filter(({ vehicle }) => facts.offices.length === 1 || vehicle?.office === office);
    return facts.week.map((date) => {
      const { slots, note } = slotsOn(facts, office, date);
      return {
        office,
        date,
        class: classOf(facts, date, slots, note),
        slots,
        existing: existing(date),
        starts: countOf(own, (loan) => loan.day === date),
        note,
      };
    });
  });
}

/** What new loans may use of a day's slots. */
export function availableOn(day: Day): number | null {
  return day.slots === null ? null : Math.max(0, day.slots - day.existing);
}

/** What new loans may use of all these days; null without the capacity rule, which says how many there are. */
export function openSlots(days: readonly Day[]): number | null {
  const open = days.map(availableOn);
  return open.includes(null) ? null : sumOf(open, (slots) => slots ?? 0);
}

function slotsOn(
  facts: Facts,
  office: string,
  date: string,
): { readonly slots: number | null; readonly note: string | null } {
  const rule = facts.settings.rules.capacity;
  const row = facts.tables.ops_capacity_calendar.rows.find((each) => each.office === office && each.date === date);
  if (rule === false) return { slots: null, note: row?.notes ?? null };
  if (Object.hasOwn(rule.override, date)) {
    const override = rule.override[date]!;
    return { slots: override.slots, note: override.note ?? null };
  }
  if (row !== undefined) return { slots: row.slots, note: row.notes };
  return { slots: isWeekend(date) ? 0 : rule.default_slots, note: null };
}

/** The first class that fits, in this order. */
function classOf(facts: Facts, date: string, slots: number | null, note: string | null): DayClass {
  const rule = facts.settings.rules.capacity;
  if (rule === false || slots === null) return 'normal';
  if (slots <= 0) return 'blackout';
  if (note?.toLowerCase().includes('travel')) return 'travel';
  if (isWeekend(date) || slots === rule.default_slots) return 'normal';
  return slots < rule.default_slots ? 'reduced' : 'increased';
}

function isWeekend(date: string): boolean {
  return weekdayIndex(date) >= 5;
}

/** Slots taken on a day: for each partner, and for all rows without one together, the larger of drops and pickups. */
function existingOf(facts: Facts, office: string): (date: string) => number {
  const rule = facts.settings.rules.capacity;
  if (rule === false || !rule.count_existing) return () => 0;
  const [from, to] = [addDays(facts.settings.week, -NEAR_DAYS), addDays(facts.settings.week, NEAR_DAYS)];
  const cars = new Set(facts.tables.vehicles.rows.filter((row) => row.office === office).map((row) => row.vin));
  const rows = facts.tables.current_activity.rows.filter(
    (row) => cars.has(row.vin) && row.start_date !== null && row.start_date >= from && row.start_date <= to,
  );
  const partners = [...groupBy(rows, (row) => row.person_id).values()];
  return (date) =>
    sumOf(partners, (own) => {
      const drops = countOf(own, (row) => row.start_date === date);
      const pickups = countOf(own, (row) => row.end_date === date);
      return Math.max(drops, pickups);
    });
}
