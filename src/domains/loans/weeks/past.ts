import type { Schedule, Tables } from '../../../domain.ts';
import { addDays } from '../../../tables/dates.ts';
import { plural } from '../../../text/format.ts';
import { paid } from '../ledgers/spending.ts';
import { type LoansSettings, USUAL_DAYS } from '../scenario.ts';
import type { ActivityRow, HistoryRow, LoansTables, VehicleRow } from '../tables.ts';
import { officesOf } from '../world.ts';

/** The tables as they stood before the first week, and the loans that were really made in the weeks. */
interface Past {
  readonly tables: Tables;
  readonly schedule: Schedule;
  readonly notes: readonly string[];
}

/**
 * Puts the tables back to the Monday of the first week. Loans of these weeks are no history yet and occupy no car; a loan
 * that was out on that Monday does. What the loans of the offices have cost since then is not spent yet. Bookings other
 * than loans stay: the car was in the workshop whatever policy had said.
 */
export function past(settings: LoansSettings, tables: LoansTables): Past {
  const { week, weeks = 1 } = settings;
  const last = addDays(week, 7 * weeks - 1);
  const offices = new Set(officesOf(settings, tables));
  const everyCar = new Map<string, VehicleRow>(tables.vehicles.rows.map((row) => [row.vin, row]));
  const isOurs = (vin: string) => offices.has(everyCar.get(vin)?.office ?? '');
  const history = tables.loan_history.rows;
  const activity = tables.current_activity.rows;
  const loans = [...history, ...activity.filter(isLoan)];
  const began = loans.filter(({ start_date: start }) => start !== null && start >= week && start <= last);
  const known = began.filter((row) => isOurs(row.vin) && row.person_id !== null);
  const strange = began.filter((row) => !everyCar.has(row.vin) && 'office' in row && offices.has(row.office ?? ''));
  const schedule = known.map(({ vin, person_id, start_date }) => ({
    ...{ vin, person_id: person_id!, start_day: start_date! },
  }));
  const since = loans.flatMap(({ vin, start_date: start }) => {
    const vehicle = everyCar.get(vin);
    return vehicle === undefined || start === null || start < week ? [] : [{ start, vehicle }];
  });
  const out = history.filter((row) => (row.start_date ?? week) < week && (row.end_date ?? '') >= week);
  return {
    schedule: [...new Map(schedule.map((row) => [JSON.stringify(row), row])).values()],
    notes:
      strange.length === 0
        ? []
        : [
            `${plural(strange.length, 'loan')} of these weeks ${strange.length === 1 ? 'is of a car' : 'are of cars'} that vehicles does not have any more: left out`,
          ],
    tables: asTables({
      ...tables,
      loan_history: { ...tables.loan_history, rows: history.filter((row) => (row.end_date ?? row.start_date!) < week) },
      current_activity: {
        ...tables.current_activity,
        rows: [...activity.filter((row) => !isLoan(row) || (row.start_date ?? week) < week), ...out.map(activityOf)],
      },
      ...paid(settings.rules, tables, since, -1),
    }),
  };
}

/** Typed rows as the contract of a kind has them. */
const asTables = (tables: LoansTables): Tables => tables as unknown as Tables;

/** "Loan", "Loan - LSM". */
const isLoan = ({ activity_type: type, person_id }: ActivityRow): boolean =>
  person_id !== null && /^\s*loan/i.test(type ?? '');

const activityOf = (row: HistoryRow): ActivityRow => ({
  activity_id: row.activity_id,
  vin: row.vin,
  person_id: row.person_id,
  activity_type: 'Loan',
  start_date: row.start_date,
  // A car that is out cannot come back before it went: without an end it takes the usual time.
  end_date: row.end_date ?? addDays(row.start_date!, USUAL_DAYS - 1),
  to_field: row.name,
  partner_address: row.partner_address,
  region: row.region,
});
