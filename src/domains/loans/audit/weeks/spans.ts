import { compare, groupBy } from '../../../../audit/rows.ts';
import { addDays, epochDay } from '../../../../tables/dates.ts';
import type { LoansSettings } from '../../scenario.ts';
import type { LoansTables } from '../../tables.ts';
import type { Facts, Loan } from '../facts.ts';
import { servicedBefore } from '../faults/maintenance.ts';

/** A loan of the horizon with its days: from `loan.day` to `last`, both of which it occupies. */
export interface Span {
  readonly loan: Loan;
  readonly last: string;
  /** Which week it starts in, from 0. */
  readonly week: number;
}

/** Days of a loan where the rule that says how many is off. */
const USUAL_DAYS = 7;

/** Every loan of every week as one list, in the order of the facts. */
export function spansOf({ settings, loans }: Facts): readonly Span[] {
  const { availability } = settings.rules;
  const days = availability === false ? USUAL_DAYS : availability.min_days;
  const monday = epochDay(settings.week);
  return loans.map((loan) => ({
    loan,
    last: addDays(loan.day, days - 1),
    week: Math.floor((epochDay(loan.day) - monday) / 7),
  }));
}

/**
 * The tables as they stand on a Monday, made from those of the first week and the one list of loans: of these, every one
 * that has started by then occupies its car, is history with its last day, and counts under caps while it is out.
 * Budgets stay those of the first week: they are added up over whole quarters instead.
 */
export function tablesOn(settings: LoansSettings, tables: LoansTables, spans: readonly Span[], monday: string) {
  const before = spans.filter(({ loan }) => loan.day < monday);
  const rows = before.flatMap(({ loan, last }) => (loan.vehicle && loan.partner ? [rowsOf(loan, last)] : []));
  const { loan_history: history, current_activity: activity } = tables;
  return {
    ...tables,
    loan_history: { ...history, rows: [...history.rows, ...rows.map((row) => row.history)] },
    current_activity: { ...activity, rows: [...activity.rows, ...rows.map((row) => row.activity)] },
    maintenance: servicedBefore(settings, tables, monday),
    planned: { name: 'planned', file: '', present: true, rows: rows.map((row) => row.history) },
    settings: { ...settings, week: monday },
  };
}

function rowsOf({ vin, person, day, vehicle }: Loan, last: string) {
  const id = `${vin} from ${day}`;
  const { make, model } = vehicle!;
  const none = { partner_address: null, region: null } as const;
  const both = { activity_id: id, vin, person_id: person, start_date: day, end_date: last, ...none };
  return {
    activity: { ...both, activity_type: 'Loan', to_field: null },
    history: {
      ...both,
      make,
      model,
      office: null,
      name: null,
      year: null,
      model_short_name: null,
      clips_received: null,
    },
  };
}

/** The loans of each car, in the order in which they start. */
export function byCar(spans: readonly Span[]): readonly (readonly Span[])[] {
  const cars = groupBy(spans, ({ loan }) => loan.vin);
  return [...cars.values()].map((own) => [...own].sort((a, b) => compare(a.loan.day, b.loan.day)));
}
