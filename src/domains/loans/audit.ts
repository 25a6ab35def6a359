import type { Audit } from '../../audit/audit.ts';
import type { Schedule, Tables } from '../../domain.ts';
import { bucketsOf } from './audit/budgets.ts';
import { capsOf } from './audit/caps.ts';
import { loanViolations } from './audit/checks.ts';
import { daysOf } from './audit/days.ts';
import { factsOf } from './audit/facts.ts';
import { type Ledger, metricsOf } from './audit/metrics.ts';
import { objectiveOf } from './audit/objective.ts';
import { sharesOf } from './audit/partners.ts';
import {
  assignmentsTable,
  budgetsTable,
  capacityTable,
  capsTable,
  partnersTable,
  scoresTable,
  violationsTable,
} from './audit/tables.ts';
import { totalViolations } from './audit/totals.ts';
import { worthOf } from './audit/worth.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';

export { type Band, bandOf } from './audit/bands.ts';

/**
 * Checks and prices a schedule of loans again, from settings and tables alone. A row of the schedule is
 * `{vin, person_id, start_day}`; whatever it names is looked up, and what the tables do not know is a violation, not
 * an error. Money in tables is cents, in metrics dollars; points are exact sums, divided once at the end.
 */
export function auditLoans(settings: LoansSettings, tables: Tables | LoansTables, schedule: Schedule): Audit {
  const facts = factsOf(settings, tables, schedule);
  const ledger: Ledger = {
    days: daysOf(facts),
    caps: capsOf(facts),
    shares: sharesOf(facts),
    buckets: bucketsOf(facts),
    worths: facts.loans.map((loan) => worthOf(facts, loan)),
  };
  const violations = [...loanViolations(facts, ledger.caps), ...totalViolations(facts, ledger)];
  return {
    violations,
    objective: objectiveOf(ledger),
    metrics: metricsOf(facts, ledger),
    tables: {
      assignments: assignmentsTable(facts, ledger),
      capacity: capacityTable(ledger),
      caps: capsTable(facts, ledger),
      partners: partnersTable(facts, ledger),
      budgets: budgetsTable(facts, ledger),
      scores: scoresTable(ledger),
      violations: violationsTable(violations),
    },
  };
}
