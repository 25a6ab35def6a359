import { quarterOf } from '../../../tables/dates.ts';
import type { Table } from '../../../tables/table.ts';
import type { LoansSettings } from '../scenario.ts';
import type { LoansTables, VehicleRow } from '../tables.ts';
import { costOfMake, fleetOf } from './money.ts';

/** What a loan is paid for, and in which quarter: that of its start. */
interface Paid {
  readonly start: string;
  readonly vehicle: Pick<VehicleRow, 'office' | 'make'>;
}

/**
 * The budgets of the offices and of the company once loans are paid, or (`by` -1) as they were before that. A loan is paid
 * by its fleet, and by all fleets together. A payer without a row has none afterwards either: the rule says whether that
 * means nothing or no limit.
 */
export function paid(
  { budgets: rule }: LoansSettings['rules'],
  { budgets, company_budgets }: LoansTables,
  loans: readonly Paid[],
  by: 1 | -1,
): Pick<LoansTables, 'budgets' | 'company_budgets'> {
  if (rule === false) return { budgets, company_budgets };
  const costsBy = (payer: (loan: Paid) => readonly string[]) => {
    const costs = new Map<string, number>();
    for (const loan of loans) {
      const { year, quarter } = quarterOf(loan.start);
      const key = JSON.stringify([...payer(loan), year, quarter]);
      costs.set(key, (costs.get(key) ?? 0) + by * costOfMake(rule, loan.vehicle.make));
    }
    return costs;
  };
  const ofOffices = costsBy(({ vehicle }) => [vehicle.office, fleetOf(vehicle.make)]);
  const ofFleets = costsBy(({ vehicle }) => [fleetOf(vehicle.make)]);
  const ofAll = costsBy(() => []);
  return {
    budgets: withRows(budgets, (row) => withUsed(row, ofOffices, [row.office, fleetOf(row.fleet)])),
    company_budgets: withRows(company_budgets, (row) =>
      row.fleet === null ? withUsed(row, ofAll, []) : withUsed(row, ofFleets, [fleetOf(row.fleet)]),
    ),
  };
}

const withRows = <R extends object>(table: Table<R>, change: (row: R) => R): Table<R> => ({
  ...table,
  rows: table.rows.map(change),
});

/** The first row of a payer and quarter takes it all: rows of several spellings are added up. */
function withUsed<R extends { readonly year: number; readonly quarter: string; readonly amount_used: number | null }>(
  row: R,
  costs: Map<string, number>,
  payer: readonly string[],
): R {
  const key = JSON.stringify([...payer, row.year, row.quarter]);
  const cost = costs.get(key);
  costs.delete(key);
  if (cost === undefined) return row;
  const used = (row.amount_used ?? 0) + cost;
  // What was never booked cannot be taken back.
  return { ...row, amount_used: cost < 0 ? Math.max(0, used) : used };
}
