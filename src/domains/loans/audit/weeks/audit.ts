import type { Audit, Violation } from '../../../../audit/audit.ts';
import { valuesOf } from '../../../../audit/metric/values.ts';
import { countOf, sumOf } from '../../../../audit/numbers.ts';
import { compare, groupBy } from '../../../../audit/rows.ts';
import { violationsTable } from '../../../../audit/violations.ts';
import type { Schedule, Tables } from '../../../../domain.ts';
import { addDays, epochDay } from '../../../../tables/dates.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { loanMetrics } from '../../metrics.ts';
import type { LoansSettings } from '../../scenario.ts';
import type { LoansTables } from '../../tables.ts';
import { bucketsOf } from '../budgets.ts';
import { loanViolations } from '../checks.ts';
import { type Facts, factsOf } from '../facts.ts';
import { type Ledger, ledgerOf } from '../ledger.ts';
import { underCaps } from '../measures.ts';
import { objectiveOf } from '../objective.ts';
import type { Share } from '../partners.ts';
import * as tables from '../tables.ts';
import { totalViolations } from '../totals.ts';
import { capsOverWeeks } from './caps.ts';
import { progressTable, spendingTable } from './progress.ts';
import { type Span, spansOf, tablesOn } from './spans.ts';
import { acrossWeeks, outside } from './violations.ts';

/** One week as the auditor sees it: what holds on its Monday, and what it adds. */
interface WeekAudit {
  readonly ledger: Ledger;
  readonly violations: readonly Violation[];
}

/**
 * Checks and prices the loans of many weeks from the settings and tables of the first one and the list of all loans.
 * Nothing that one week handed to the next is looked at: each Monday's state is made afresh from that list, budgets are
 * added up over whole quarters, caps are counted in the list by date, and cars are looked for with two loans at a time.
 *
 * @param settings Those of the first week, and how many `weeks` there are.
 * @param schedule Rows of every week, in any order.
 */
export function auditLoansWeeks(settings: LoansSettings, input: Tables | LoansTables, schedule: Schedule): Audit {
  const { weeks = 1 } = settings;
  const whole = factsOf(settings, input, schedule);
  const inside = ({ week }: Span) => week >= 0 && week < weeks;
  const all = spansOf(whole);
  // A loan in none of the weeks is a fault, and has no week in which it could be priced.
  const stray = all.filter((span) => !inside(span));
  const spans = all.filter(inside);
  const days = Array.from({ length: 7 * weeks }, (_, day) => addDays(settings.week, day));
  const facts = { ...whole, week: days, loans: spans.map(({ loan }) => loan) };
  const audits = Array.from({ length: weeks }, (_, week) => checkWeek(facts, spans, week));
  const ledger: Ledger = {
    facts,
    days: audits.flatMap((week) => week.ledger.days),
    caps: capsOverWeeks(facts, spans),
    shares: sharesOverWeeks(audits.flatMap((week) => week.ledger.shares)),
    buckets: bucketsOf(facts),
    worths: audits.flatMap((week) => week.ledger.worths),
  };
  const violations = [
    ...outside(settings, stray),
    ...acrossWeeks(facts, spans, ledger.buckets),
    ...audits.flatMap((week) => week.violations),
  ];
  return {
    violations,
    objective: objectiveOf(ledger),
    metrics: { ...valuesOf(loanMetrics, ledger, facts.loans), ...weeksMetrics(ledger) },
    tables: {
      assignments: withWeek(tables.assignmentsTable(ledger), settings.week),
      capacity: tables.capacityTable(ledger),
      caps: withWeeksLabel(tables.capsTable(ledger)),
      partners: tables.partnersTable(ledger),
      budgets: tables.budgetsTable(ledger),
      progress: progressTable(ledger, spans, weeks),
      spending: spendingTable(ledger, spans, weeks),
      scores: tables.scoresTable(ledger),
      violations: violationsTable(violations),
    },
  };
}

/** Every rule of one week, on the state of its Monday. Budgets are left to the whole quarters. */
function checkWeek(all: Facts, spans: readonly Span[], week: number): WeekAudit {
  const monday = addDays(all.settings.week, 7 * week);
  const { settings, ...state } = tablesOn(all.settings, all.tables, spans, monday);
  const rows = spans
    .filter((span) => span.week === week)
    .map(({ loan }) => ({ vin: loan.vin, person_id: loan.person, start_day: loan.day }));
  const facts = factsOf(settings, state, rows);
  const ledger = ledgerOf(facts);
  return {
    ledger,
    violations: [...loanViolations(facts, ledger.caps), ...totalViolations({ ...ledger, buckets: [] })],
  };
}

/** The shares of each partner over all weeks; excess and penalty are of the single weeks, as the rule is. */
function sharesOverWeeks(shares: readonly Share[]): readonly Share[] {
  return [...groupBy(shares, ({ person }) => person)]
    .map(([person, own]) => ({
      person,
      assigned: sumOf(own, (share) => share.assigned),
      excess: sumOf(own, (share) => share.excess),
      penalty: sumOf(own, (share) => share.penalty),
    }))
    .sort((a, b) => b.assigned - a.assigned || b.penalty - a.penalty || compare(a.person, b.person));
}

/** What one week cannot say: its caps are counted on each Monday, and who is reached only all weeks show. */
function weeksMetrics(ledger: Ledger) {
  const { caps, shares } = ledger;
  return {
    cap_overages: underCaps(
      countOf(caps, ({ delta }) => delta > 0),
      ledger,
    ),
    cap_overage_loans: underCaps(
      sumOf(caps, ({ delta }) => delta),
      ledger,
    ),
    partners_never_reached: countOf(shares, ({ assigned }) => assigned === 0),
  };
}

function withWeek({ columns, rows }: ResultTable, monday: string): ResultTable {
  const start = columns.findIndex(({ name }) => name === 'start_day');
  const weekOf = (day: string) => Math.floor((epochDay(day) - epochDay(monday)) / 7) + 1;
  return {
    columns: [{ name: 'week', type: 'integer', label: 'Week' }, ...columns],
    rows: rows.map((row) => [weekOf(String(row[start])), ...row]),
  };
}

function withWeeksLabel({ columns, rows }: ResultTable): ResultTable {
  const labels: Readonly<Record<string, string>> = {
    assigned: 'In these weeks',
    used_after: 'Loans in the window of the last',
    remaining_after: 'Left after the last',
  };
  const label = (name: string, before: string) => labels[name] ?? before;
  return { columns: columns.map((column) => ({ ...column, label: label(column.name, column.label) })), rows };
}
