import type { Audit } from '../../audit/audit.ts';
import { marginsTable } from '../../audit/margins.ts';
import type { MetricFormula } from '../../audit/metric/formula.ts';
import { formulasOf, valuesOf } from '../../audit/metric/values.ts';
import { violationsTable } from '../../audit/violations.ts';
import type { Judging, Schedule, Tables } from '../../domain.ts';
import { inversions } from './audit/exchange/exchange.ts';
import { type Facts, factsOf } from './audit/facts/facts.ts';
import { ledgerOf } from './audit/ledger.ts';
import { brokenIn } from './audit/rules/broken.ts';
import { fixedViolations } from './audit/rules/fixed.ts';
import { relax, relaxationsTable } from './audit/rules/relaxations.ts';
import { structureViolations } from './audit/rules/structure.ts';
import { astrayTable } from './audit/tables/astray.ts';
import { changesTable } from './audit/tables/changes.ts';
import { displacedTable } from './audit/tables/displaced.ts';
import { findingsOf, findingsTable } from './audit/tables/findings.ts';
import { liveEventsTable } from './audit/tables/live-events.ts';
import { breaksTable, logTable } from './audit/tables/log.ts';
import { obligationsTable } from './audit/tables/obligations.ts';
import { reconciliationTable } from './audit/tables/reconciliation.ts';
import { rejectionsTable } from './audit/tables/rejections.ts';
import { advertisersTable, tiersTable } from './audit/tables/totals.ts';
import { unplacedOf, unplacedTable } from './audit/tables/unplaced.ts';
import { objectiveOf } from './audit/worth.ts';
import { logMetrics } from './metrics.ts';
import type { RotationSettings } from './scenario.ts';
import type { RotationTables } from './tables.ts';

/**
 * Checks and prices a log again, from settings and tables alone. A row of the schedule is `{spot, break, position}`;
 * every rule is tested at the second at which a spot is on air: the break's start and all that stands before it. What
 * the tables do not know is a violation, not an error. Money in tables is cents, in metrics and objective dollars.
 */
export function auditRotation(
  settings: RotationSettings,
  tables: Tables | RotationTables,
  schedule: Schedule,
  how: Judging = { given: false },
): Audit {
  const facts: Facts = { ...factsOf(settings, tables, schedule), given: how.given };
  const ledger = ledgerOf(facts);
  const unplaced = unplacedOf(facts);
  const found = relax(facts, brokenIn(facts, ledger.margins));
  const violations = [
    ...structureViolations(facts),
    ...fixedViolations(facts),
    ...found.violations,
    ...inversions(facts),
  ];
  return {
    violations,
    objective: objectiveOf(ledger),
    metrics: valuesOf(logMetrics, ledger, [...facts.placed.values()]),
    tables: {
      log: logTable(facts),
      breaks: breaksTable(facts),
      unplaced: unplacedTable(unplaced),
      astray: astrayTable(facts, unplaced),
      tiers: tiersTable(facts),
      advertisers: advertisersTable(ledger.shares),
      margins: marginsTable(ledger.margins),
      obligations: obligationsTable(facts, ledger.owed),
      changes: changesTable(facts, ledger.changes),
      live_events: liveEventsTable(facts),
      displaced: displacedTable(facts, ledger.owed),
      reconciliation: reconciliationTable(facts),
      findings: findingsTable(findingsOf(facts)),
      relaxations: relaxationsTable(found.relaxations),
      violations: violationsTable(violations),
      ...(how.given && { rejections: rejectionsTable(facts) }),
    },
  };
}

/**
 * How the metrics follow from whichever of these rows are chosen, by the statements of which the audit is made. Their
 * spots and breaks are those of the tables.
 */
export function logFormulas(
  settings: RotationSettings,
  tables: Tables | RotationTables,
  rows: Schedule,
): readonly MetricFormula[] {
  const facts = factsOf(settings, tables, []);
  const stands = rows.map((row) => ({ spot: facts.spot(String(row.spot))!, at: facts.slot(String(row.break))! }));
  return formulasOf(logMetrics, ledgerOf(facts), stands);
}
