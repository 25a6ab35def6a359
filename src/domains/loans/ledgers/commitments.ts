import { addDays, epochDay } from '../../../tables/dates.ts';
import type { World } from '../world.ts';

/** Loans and other activities that partners already have. */
export interface Commitments {
  /** Activities of the partner covering a start day, both ends included. */
  readonly onDay: (partner: number, day: number) => number;
  /** Activities of the partner overlapping the week. */
  readonly inWeek: (partner: number) => number;
}

/** Indexes current activity by partner. */
export function commitmentsOf({ scope, tables, partners, days }: World): Commitments {
  const spans = new Map<string, { from: number; to: number }[]>();
  for (const { person_id, start_date, end_date } of tables.current_activity.rows) {
    // One that ends before it begins covers no day.
    if (person_id === null || start_date === null || end_date === null || end_date < start_date) continue;
    const span = { from: epochDay(start_date), to: epochDay(end_date) };
    spans.set(person_id, [...(spans.get(person_id) ?? []), span]);
  }
  const overlapping = (partner: number, from: number, to: number) =>
    (spans.get(partners[partner]!.person_id) ?? []).filter((span) => span.from <= to && span.to >= from).length;
  const monday = epochDay(scope.week);
  return {
    onDay: (partner, day) => overlapping(partner, days[day]!.epoch, days[day]!.epoch),
    inWeek: (partner) => overlapping(partner, monday, monday + 6),
  };
}

/** Whether a partner has a car now, or had it within so many days before the week. */
export function carsHad(days: number, { scope, tables, partners, vehicles }: World) {
  const had = new Set<string>();
  const from = addDays(scope.week, -days);
  for (const { person_id, vin } of tables.current_activity.rows)
    if (person_id !== null) had.add(JSON.stringify([person_id, vin]));
  for (const { person_id, vin, start_date } of tables.loan_history.rows)
    if (start_date !== null && start_date >= from && start_date <= scope.week)
      had.add(JSON.stringify([person_id, vin]));
  return (partner: number, vehicle: number): boolean =>
    had.has(JSON.stringify([partners[partner]!.person_id, vehicles[vehicle]!.vin]));
}
