import type { Schedule } from '../../../domain.ts';
import { addDays } from '../../../tables/dates.ts';
import type { Table } from '../../../tables/table.ts';
import { servicesAfter } from '../ledgers/services.ts';
import { slotsOf } from '../ledgers/slots.ts';
import { paid } from '../ledgers/spending.ts';
import { type LoansSettings, loanDays } from '../scenario.ts';
import type { ActivityRow, HistoryRow, LoansTables, PlannedRow } from '../tables.ts';
import { officesOf } from '../world.ts';

/** The question of one week, and of the week after it. */
interface Week {
  readonly settings: LoansSettings;
  readonly tables: LoansTables;
}

/**
 * The following week's question. Each loan of this week occupies its car from its start day for `min_days` days, enters
 * the history with its last day, counts under the cap of its partner and make from the next Monday on, and is paid from
 * the budget of its fleet in the quarter of its start day. Nothing else changes; nothing given is changed in place.
 *
 * @param schedule Rows of `{vin, person_id, start_day}`.
 * @throws Refusal where the calendar has no row for that week, and `empty_week` does not say what then.
 */
export function next(settings: LoansSettings, tables: LoansTables, schedule: Schedule): Week {
  const after = settingsAfter(settings);
  // Refuses a calendar that ends before that week.
  const { capacity } = after.rules;
  if (capacity) for (const office of officesOf(after, tables)) slotsOf(capacity, { office, week: after.week }, tables);
  const loans = schedule.map((row) => loanOf(settings, tables, row));
  const moved: LoansTables = {
    ...tables,
    current_activity: withRows(tables.current_activity, loans.map(activityOf)),
    loan_history: withRows(tables.loan_history, loans.map(historyOf)),
    planned: plannedAfter(tables.planned, loans, after.week),
    ...paid(settings.rules, tables, loans, 1),
    ...(settings.rules.maintenance && {
      maintenance: servicesAfter(settings.rules.maintenance, tables, settings.week),
    }),
  };
  return { settings: after, tables: moved };
}

/** Seven days later, and one week fewer to come. Overrides of days that are past are no part of the question any more. */
function settingsAfter(settings: LoansSettings): LoansSettings {
  const week = addDays(settings.week, 7);
  const { capacity } = settings.rules;
  const ahead = capacity && Object.entries(capacity.override).filter(([date]) => date >= week);
  return {
    ...settings,
    week,
    ...(settings.weeks !== undefined && { weeks: settings.weeks - 1 }),
    rules: { ...settings.rules, capacity: capacity && { ...capacity, override: Object.fromEntries(ahead || []) } },
  };
}

interface Loan {
  readonly id: string;
  readonly start: string;
  readonly last: string;
  readonly vehicle: LoansTables['vehicles']['rows'][number];
  readonly partner: LoansTables['media_partners']['rows'][number];
}

function loanOf(settings: LoansSettings, tables: LoansTables, row: Schedule[number]): Loan {
  const start = String(row.start_day);
  return {
    // No system of a fleet numbers its activities like this, so that it meets no other id.
    id: `planned ${start} ${row.vin}`,
    start,
    last: addDays(start, loanDays(settings) - 1),
    vehicle: tables.vehicles.rows.find(({ vin }) => vin === row.vin)!,
    partner: tables.media_partners.rows.find(({ person_id }) => person_id === row.person_id)!,
  };
}

function activityOf({ id, start, last, vehicle, partner }: Loan): ActivityRow {
  return {
    activity_id: id,
    vin: vehicle.vin,
    person_id: partner.person_id,
    activity_type: 'Loan',
    start_date: start,
    end_date: last,
    to_field: partner.name,
    partner_address: partner.address,
    region: partner.region,
  };
}

/** Whether anything will be published is not known yet: the loan counts as one without clips. */
function historyOf({ id, start, last, vehicle, partner }: Loan): HistoryRow {
  const { vin, make, model, office, year, model_short_name } = vehicle;
  const { person_id, name, address, region } = partner;
  return {
    activity_id: id,
    ...{ vin, person_id, make, model, start_date: start, end_date: last, office, name, year, model_short_name },
    ...{ clips_received: null, partner_address: address, region },
  };
}

/** Rows in the order of their key, as the tables of a run always are. A table that was absent is there from now on. */
function withRows<R extends { readonly activity_id: string }>(table: Table<R>, added: readonly R[]): Table<R> {
  const rows = [...table.rows, ...added].sort((a, b) => (a.activity_id < b.activity_id ? -1 : 1));
  return { ...table, present: true, rows };
}

/** Loans that are still out on that Monday: history counts a loan only once it is over, and a cap must count it now. */
function plannedAfter(before: LoansTables['planned'], loans: readonly Loan[], week: string): Table<PlannedRow> {
  const added = loans.map(({ vehicle, partner, last }) => ({
    person_id: partner.person_id,
    make: vehicle.make,
    end_date: last,
  }));
  const rows = [...(before?.rows ?? []), ...added].filter(({ end_date }) => end_date >= week);
  return { name: 'planned', file: '', present: true, rows };
}
