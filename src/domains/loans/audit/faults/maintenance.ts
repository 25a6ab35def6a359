import type { Fault } from '../../../../audit/violations.ts';
import { addDays } from '../../../../tables/dates.ts';
import type { LoansSettings } from '../../scenario.ts';
import type { LoansTables, MaintenanceRow } from '../../tables.ts';
import type { Facts, Loan } from '../facts.ts';

type Rule = Exclude<LoansSettings['rules']['maintenance'], false>;

/** Whether the car should be in for service on a day of the loan. */
export function maintenanceFault({ settings, tables }: Facts, { vin, vehicle, day }: Loan): Fault | undefined {
  const rule = settings.rules.maintenance;
  if (rule === false) return undefined;
  const row = tables.maintenance.rows.find((each) => each.vin === vin);
  const first = row && firstDay(row, vehicle?.current_mileage ?? null, settings.week, rule);
  if (first === undefined) return undefined;
  const days = Array.from({ length: rule.loan_days }, (_, k) => addDays(day, k));
  const last = addDays(first, rule.service_days - 1);
  if (!days.some((each) => each >= first && each <= last)) return undefined;
  const text = `${vin} is due for service and kept in from ${first} to ${last}, and the loan lasts from ${day} to ${days.at(-1)}`;
  return { entity: vin, text };
}

/** The first day on which the car is kept in. */
function firstDay(row: MaintenanceRow, mileage: number | null, week: string, rule: Rule): string | undefined {
  const byDays = row.every_days !== null && row.last_service_date !== null;
  const days = byDays ? addDays(row.last_service_date!, row.every_days!) : null;
  const since = mileage === null || row.last_service_mileage === null ? null : mileage - row.last_service_mileage;
  // Both sides in millimetres.
  const worn =
    row.every_km !== null && since !== null && (since + rule.miles_of_loan) * 1_609_344 >= row.every_km * 1_000_000;
  const dues = [row.due_date, days, worn ? week : null].flatMap((each) => each ?? []).sort();
  const [due] = dues;
  return due === undefined || due > week ? due : week;
}

/** The table as it is on a later Monday: what was in for service in a week before, and ready by its end, was serviced. */
export function servicedBefore(
  settings: LoansSettings,
  tables: LoansTables,
  monday: string,
): LoansTables['maintenance'] {
  const rule = settings.rules.maintenance;
  const { maintenance } = tables;
  if (rule === false) return maintenance;
  const miles = (vin: string) => tables.vehicles.rows.find((car) => car.vin === vin)?.current_mileage ?? null;
  const rows = maintenance.rows.map((given) => {
    let row = given;
    for (let week = settings.week; week < monday; week = addDays(week, 7)) {
      const first = firstDay(row, miles(row.vin), week, rule);
      if (first === undefined) break;
      const last = addDays(first, rule.service_days - 1);
      if (last > addDays(week, 6)) continue;
      const due_date = row.due_date !== null && row.due_date > last ? row.due_date : null;
      const last_service_mileage = miles(row.vin) ?? row.last_service_mileage;
      row = { ...row, due_date, last_service_date: last, last_service_mileage };
    }
    return row;
  });
  return { ...maintenance, rows };
}
