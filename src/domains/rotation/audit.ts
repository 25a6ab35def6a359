import type { Audit } from '../../audit/audit.ts';
import type { Schedule, Tables } from '../../domain.ts';
import { capacityMeasures } from './audit/capacity.ts';
import { capMeasures } from './audit/caps.ts';
import { changesOf, changesTable } from './audit/changes.ts';
import { distanceMeasures, neighbourFaults } from './audit/distances.ts';
import { inversions } from './audit/exchange.ts';
import { factsOf } from './audit/facts.ts';
import { fixedViolations } from './audit/fixed.ts';
import { breaksTable, logTable } from './audit/log.ts';
import { brokenOf } from './audit/measure.ts';
import { type Ledger, metricsOf } from './audit/metrics.ts';
import { obligationsOf, obligationsTable } from './audit/obligations.ts';
import { placeFaults } from './audit/place.ts';
import { relaxationsTable, sorted } from './audit/relaxations.ts';
import { structureViolations } from './audit/structure.ts';
import { advertisersTable, marginsTable, sharesOf, tiersTable, violationsTable } from './audit/totals.ts';
import { unplacedTable } from './audit/unplaced.ts';
import { objectiveOf } from './audit/worth.ts';
import type { RotationSettings } from './scenario.ts';
import type { RotationTables } from './tables.ts';

/**
 * Checks and prices a log again, from settings and tables alone. A row of the schedule is `{spot, break, position}`;
 * every rule is tested at the second at which a spot is on air: the break's start and all that stands before it. What
 * the tables do not know is a violation, not an error. Money in tables is cents, in metrics and objective dollars.
 */
export function auditRotation(settings: RotationSettings, tables: Tables | RotationTables, schedule: Schedule): Audit {
  const facts = factsOf(settings, complete(tables), schedule);
  const measures = [...capacityMeasures(facts), ...capMeasures(facts), ...distanceMeasures(facts)];
  const found = sorted(facts, [...placeFaults(facts), ...brokenOf(measures), ...neighbourFaults(facts)]);
  const violations = [
    ...structureViolations(facts),
    ...fixedViolations(facts),
    ...found.violations,
    ...inversions(facts),
  ];
  const ledger: Ledger = {
    measures,
    shares: sharesOf(facts),
    owed: obligationsOf(facts),
    changes: changesOf(facts),
  };
  return {
    violations,
    objective: objectiveOf(facts),
    metrics: metricsOf(facts, ledger),
    tables: {
      log: logTable(facts),
      breaks: breaksTable(facts),
      unplaced: unplacedTable(facts),
      tiers: tiersTable(facts),
      advertisers: advertisersTable(ledger.shares),
      margins: marginsTable(measures),
      obligations: obligationsTable(ledger.owed),
      changes: changesTable(ledger.changes),
      relaxations: relaxationsTable(found.relaxations),
      violations: violationsTable(violations),
    },
  };
}

/** The rotation table names, empty where a table was not given. */
function complete(given: Tables | RotationTables): RotationTables {
  const tables = given as Partial<RotationTables>;
  const none = (name: string) => ({ name, file: '', present: false, rows: [] });
  return {
    breaks: tables.breaks ?? none('breaks'),
    blocks: tables.blocks ?? none('blocks'),
    advertisers: tables.advertisers ?? none('advertisers'),
    creatives: tables.creatives ?? none('creatives'),
    orders: tables.orders ?? none('orders'),
    spots: tables.spots ?? none('spots'),
    blackouts: tables.blackouts ?? none('blackouts'),
    locks: tables.locks ?? none('locks'),
    published: tables.published ?? none('published'),
    preemptions: tables.preemptions ?? none('preemptions'),
    obligations: tables.obligations ?? none('obligations'),
  };
}
