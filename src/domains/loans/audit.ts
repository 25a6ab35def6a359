import type { Audit } from '../../audit/audit.ts';
import type { MetricFormula } from '../../audit/metric/formula.ts';
import { formulasOf, valuesOf } from '../../audit/metric/values.ts';
import { violationsTable } from '../../audit/violations.ts';
import type { Schedule, Tables } from '../../domain.ts';
import { loanViolations } from './audit/checks.ts';
import { factsOf } from './audit/facts.ts';
import { ledgerOf } from './audit/ledger.ts';
import { objectiveOf } from './audit/objective.ts';
import {
  assignmentsTable,
  budgetsTable,
  capacityTable,
  capsTable,
  partnersTable,
  scoresTable,
} from './audit/tables.ts';
import { totalViolations } from './audit/totals.ts';
import { loanMetrics } from './metrics.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';

/**
 * Checks and prices a schedule of loans again, from settings and tables alone. A row of the schedule is
 * `{vin, person_id, start_day}`; whatever it names is looked up, and what the tables do not know is a violation, not
 * an error. Money in tables is cents, in metrics dollars; points are exact sums, divided once at the end.
 */
export function auditLoans(settings: LoansSettings, tables: Tables | LoansTables, schedule: Schedule): Audit {
  const facts = factsOf(settings, tables, schedule);
  const ledger = ledgerOf(facts);
  const violations = [...loanViolations(facts, ledger.caps), ...totalViolations(ledger)];
  return {
    violations,
    objective: objectiveOf(ledger),
    metrics: valuesOf(loanMetrics, ledger, facts.loans),
    tables: {
      assignments: assignmentsTable(ledger),
      capacity: capacityTable(ledger),
      caps: capsTable(ledger),
      partners: partnersTable(ledger),
      budgets: budgetsTable(ledger),
      scores: scoresTable(ledger),
      violations: violationsTable(violations),
    },
  };
}

/** How the metrics follow from whichever of these rows are chosen, by the statements of which the audit is made. */
export function loanFormulas(
  settings: LoansSettings,
  tables: Tables | LoansTables,
  rows: Schedule,
): readonly MetricFormula[] {
  const facts = factsOf(settings, tables, []);
  return formulasOf(loanMetrics, ledgerOf(facts), rows.map(facts.loan));
}
