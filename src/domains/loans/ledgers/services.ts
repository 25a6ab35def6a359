import { addDays } from '../../../tables/dates.ts';
import type { LoansTables, MaintenanceRow } from '../tables.ts';

/** The parameters of the rule `maintenance`. */
export interface MaintenanceRule {
  readonly service_days: number;
  readonly miles_of_loan: number;
}

/** When a car is kept in for its service, and why then. */
export interface Service {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** A kilometre is 1,000,000 of the parts of which a mile has so many. */
const MILE = 1_609_344;
const KILOMETRE = 1_000_000;

/**
 * The next service of a car, as it stands on the Monday of a week: from the first day on which anything is due, and where
 * that is past from the Monday on. Undefined where nothing is known to be due.
 *
 * @param mileage miles that the car has driven
 */
export function serviceOf(
  row: MaintenanceRow,
  mileage: number | null,
  week: string,
  { service_days, miles_of_loan }: MaintenanceRule,
): Service | undefined {
  const { due_date, every_days, every_km, last_service_date: date, last_service_mileage: before } = row;
  const dues: (readonly [string, string])[] = [];
  if (due_date !== null) dues.push([due_date, `due on ${due_date}`]);
  if (every_days !== null && date !== null)
    dues.push([addDays(date, every_days), `due ${every_days} days after ${date}`]);
  if (every_km !== null && before !== null && mileage !== null) {
    const driven = mileage + miles_of_loan - before;
    if (driven * MILE >= every_km * KILOMETRE)
      dues.push([week, `${every_km} km after the service at ${before} miles are driven by the end of a loan`]);
  }
  const [first] = dues.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (first === undefined) return undefined;
  const from = first[0] > week ? first[0] : week;
  return { from, to: addDays(from, service_days - 1), why: first[1] };
}

/** Services that are over before the next Monday are done then: the next ones count from them. */
export function servicesAfter(rule: MaintenanceRule, tables: LoansTables, week: string): LoansTables['maintenance'] {
  const miles = new Map(tables.vehicles.rows.map((row) => [row.vin, row.current_mileage]));
  const rows = tables.maintenance.rows.map((row): MaintenanceRow => {
    const mileage = miles.get(row.vin) ?? null;
    const service = serviceOf(row, mileage, week, rule);
    if (service === undefined || service.to >= addDays(week, 7)) return row;
    const { due_date: due } = row;
    return {
      ...row,
      due_date: due !== null && due <= service.to ? null : due,
      last_service_date: service.to,
      last_service_mileage: mileage ?? row.last_service_mileage,
    };
  });
  return { ...tables.maintenance, rows };
}
