import { offByDefault, rule, wholeNumber } from '../../../policy/rule.ts';
import { Refusal } from '../../../problems/problem.ts';
import { addDays } from '../../../tables/dates.ts';
import { type MaintenanceRule, type Service, serviceOf } from '../ledgers/services.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = offByDefault({
  service_days: wholeNumber()
    .min(1)
    .max(31)
    .default(2)
    .describe('days for which a car that is due is kept in')
    .meta({ unit: 'days' }),
  miles_of_loan: wholeNumber()
    .max(10_000)
    .default(0)
    .describe('miles that a loan adds: a service that these make due comes before the loan')
    .meta({ unit: 'miles' }),
  loan_days: wholeNumber().min(1).max(31).default(7).describe('days that a loan lasts').meta({ unit: 'days' }),
});

/** A car that is due for service is kept in. When it is due, `../ledgers/services.ts` says. */
export const maintenance = rule<typeof parameters, World, LoanAxis, readonly (Service | undefined)[]>({
  name: 'maintenance',
  title: 'Maintenance',
  section: 'rules',
  meaning:
    'A car that falls due for service by a date, by days or by kilometres is kept in for so many days from then on, or from the Monday where it is overdue; no loan may overlap them. Services that are booked stand in current_activity, and hold beside it.',
  formula:
    'due = the first of due_date, last_service_date + every_days, and the Monday where current_mileage + miles_of_loan - last_service_mileage >= every_km / 1.609344; removed if the loan meets max(due, Monday) and the service_days - 1 days after it',
  parameters,
  ledger: ({ own, world }) => servicesIn(own, world),
  filters: ({ own, world, ledger }) => [
    {
      step: 'maintenance',
      text: 'the car is kept in for service',
      on: ['start_day', 'vin'],
      removes: (at) => {
        const service = ledger[at.vin];
        const { date } = world.days[at.start_day]!;
        return service !== undefined && date <= service.to && addDays(date, own.loan_days - 1) >= service.from;
      },
      why: (at) => {
        const { from, to, why } = ledger[at.vin]!;
        const { date } = world.days[at.start_day]!;
        return `${world.vehicles[at.vin]!.vin} is kept in for service from ${from} to ${to} (${why}), and a loan from ${date} lasts until ${addDays(date, own.loan_days - 1)}`;
      },
    },
  ],
});

/** @throws Refusal where a service by kilometres is asked of a car whose mileage is not known: it would never be due. */
function servicesIn(own: MaintenanceRule, { vehicles, tables, scope }: World): readonly (Service | undefined)[] {
  const rows = new Map(tables.maintenance.rows.map((row) => [row.vin, row]));
  const unknown = vehicles.filter(
    (car) => car.current_mileage === null && (rows.get(car.vin)?.every_km ?? null) !== null,
  );
  if (unknown.length > 0) {
    const more = unknown.length > 1 ? `, nor of ${unknown.length - 1} more` : '';
    const message = `maintenance has every_km for ${unknown[0]!.vin}, and vehicles has no current_mileage of it${more}`;
    throw new Refusal([
      { path: ['rules', 'maintenance'], message, maybe: 'Maybe fill in the mileage, or leave every_km empty.' },
    ]);
  }
  return vehicles.map((car) => {
    const row = rows.get(car.vin);
    return row && serviceOf(row, car.current_mileage, scope.week, own);
  });
}
