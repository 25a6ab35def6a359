import { addDays, epochDay } from '../../tables/dates.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';
import type { World } from './world.ts';

/** What partners already have: loans of this week, and cars of the past. */
export interface Commitments {
  /** Activities of the partner covering a start day, both ends included. */
  readonly onDay: (partner: number, day: number) => number;
  /** Activities of the partner overlapping the week. */
  readonly inWeek: (partner: number) => number;
  /** Whether the partner has the car, or had it within the days of `no_repeat`. */
  readonly hadCar: (partner: number, vehicle: number) => boolean;
}

/** Indexes current activity and history by partner. */
export function commitmentsOf(settings: LoansSettings, tables: LoansTables, world: World): Commitments {
  const spans = new Map<string, { from: number; to: number }[]>();
  for (const { person_id, start_date, end_date } of tables.current_activity.rows) {
    // One that ends before it begins covers no day.
    if (person_id === null || start_date === null || end_date === null || end_date < start_date) continue;
    const span = { from: epochDay(start_date), to: epochDay(end_date) };
    spans.set(person_id, [...(spans.get(person_id) ?? []), span]);
  }
  const overlapping = (partner: number, from: number, to: number) =>
    (spans.get(world.partners[partner]!.person_id) ?? []).filter((span) => span.from <= to && span.to >= from).length;
  const monday = epochDay(settings.week);
  const cars = carsOf(settings, tables);
  return {
    onDay: (partner, day) => overlapping(partner, world.days[day]!.epoch, world.days[day]!.epoch),
    inWeek: (partner) => overlapping(partner, monday, monday + 6),
    hadCar: (partner, vehicle) =>
      cars.has(JSON.stringify([world.partners[partner]!.person_id, world.vehicles[vehicle]!.vin])),
  };
}

function carsOf(settings: LoansSettings, tables: LoansTables): ReadonlySet<string> {
  const rule = settings.rules.no_repeat;
  const cars = new Set<string>();
  if (rule === false) return cars;
  const from = addDays(settings.week, -rule.days);
  for (const { person_id, vin } of tables.current_activity.rows)
    if (person_id !== null) cars.add(JSON.stringify([person_id, vin]));
  for (const { person_id, vin, start_date } of tables.loan_history.rows)
    if (start_date !== null && start_date >= from && start_date <= settings.week)
      cars.add(JSON.stringify([person_id, vin]));
  return cars;
}
