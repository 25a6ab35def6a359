import type { Audit, Violation } from '../../../audit/audit.ts';
import { total } from '../../../audit/measures.ts';
import type { Schedule, Tables } from '../../../domain.ts';
import { addDays, epochDay } from '../../../tables/dates.ts';
import type { ResultTable } from '../../../tables/result.ts';
import type { LoansSettings } from '../scenario.ts';
import type { LoansTables } from '../tables.ts';
import { bucketsOf } from './budgets.ts';
import { capsOf } from './caps.ts';
import { loanViolations } from './checks.ts';
import { type Day, daysOf } from './days.ts';
import { compare, type Facts, factsOf } from './facts.ts';
import { type Ledger, metricsOf } from './metrics.ts';
import { objectiveOf } from './objective.ts';
import { type Share, sharesOf } from './partners.ts';
import * as tables from './tables.ts';
import { totalViolations } from './totals.ts';
import { capsOverWeeks } from './weeks/caps.ts';
import { progressTable, spendingTable } from './weeks/progress.ts';
import { type Span, spansOf, tablesOn } from './weeks/spans.ts';
import { acrossWeeks, outside } from './weeks/violations.ts';
import { type Worth, worthOf } from './worth.ts';

/** One week as the auditor sees it: what holds on its Monday, and what it adds. */
interface Checked {
  readonly violations: readonly Violation[];
  readonly days: readonly Day[];
  readonly shares: readonly Share[];
  readonly worths: readonly Worth[];
}

/**
 * Checks and prices the loans of many weeks from the settings and tables of the first one and the list of all loans.
 * Nothing that one week handed to the next is looked at: each Monday's state is made afresh from that list, budgets are
 * added up over whole quarters, caps are counted in the list by date, and cars are looked for with two loans at a time.
 *
 * @param settings Those of the first week, and how many `weeks` there are.
 * @param schedule Rows of every week, in any order.
 */
export function auditLoansWeeks(settings: LoansSettings, given: Tables | LoansTables, schedule: Schedule): Audit {
  const whole = factsOf(settings, given, schedule);
  const { weeks = 1 } = settings;
  // A loan in none of the weeks is a fault, and has no week in which it could be priced.
  const [stray, spans] = [spansOf(whole).filter(isOutside), spansOf(whole).filter((span) => !isOutside(span))];
  const facts = { ...whole, loans: spans.map(({ loan }) => loan) };
  const checked = Array.from({ length: weeks }, (_, week) => checkWeek(facts, spans, week));
  const all = Array.from({ length: 7 * weeks }, (_, day) => addDays(settings.week, day));
  const ledger: Ledger = {
    days: checked.flatMap(({ days }) => days),
    caps: capsOverWeeks(facts, spans),
    shares: addedUp(checked.flatMap(({ shares }) => shares)),
    buckets: bucketsOf({ ...facts, week: all }),
    worths: checked.flatMap(({ worths }) => worths),
  };
  const violations = [
    ...outside(settings, stray),
    ...acrossWeeks(facts, spans, ledger.buckets),
    ...checked.flatMap((week) => week.violations),
  ];
  return {
    violations,
    objective: objectiveOf(ledger),
    metrics: { ...metricsOf(facts, ledger), ...reachOf(ledger) },
    tables: {
      assignments: withWeek(tables.assignmentsTable(facts, ledger), settings.week),
      capacity: tables.capacityTable(ledger),
      caps: relabelled(tables.capsTable(facts, ledger)),
      partners: tables.partnersTable(facts, ledger),
      budgets: tables.budgetsTable(facts, ledger),
      progress: progressTable(facts, spans, ledger.caps, weeks),
      spending: spendingTable(facts, spans, ledger.buckets, weeks),
      scores: tables.scoresTable(ledger),
      violations: tables.violationsTable(violations),
    },
  };

  function isOutside({ week }: Span): boolean {
    return week < 0 || week >= weeks;
  }
}

/** Every rule of one week, on the state of its Monday. Budgets are left to the whole quarters. */
function checkWeek(all: Facts, spans: readonly Span[], week: number): Checked {
  const monday = addDays(all.settings.week, 7 * week);
  const { settings, ...state } = tablesOn(all.settings, all.tables, spans, monday);
  const rows = spans
    .filter((span) => span.week === week)
    .map(({ loan }) => ({ vin: loan.vin, person_id: loan.person, start_day: loan.day }));
  const facts = factsOf(settings, state, rows);
  const [days, caps] = [daysOf(facts), capsOf(facts)];
  return {
    days,
    shares: sharesOf(facts),
    worths: facts.loans.map((loan) => worthOf(facts, loan)),
    violations: [...loanViolations(facts, caps), ...totalViolations(facts, { days, caps, buckets: [] })],
  };
}

/** The shares of each partner over all weeks; excess and penalty are of the single weeks, as the rule is. */
function addedUp(shares: readonly Share[]): readonly Share[] {
  const sums = new Map<string, Share>();
  for (const share of shares) {
    const { assigned = 0, excess = 0, penalty = 0 } = sums.get(share.person) ?? {};
    sums.set(share.person, {
      person: share.person,
      assigned: assigned + share.assigned,
      excess: excess + share.excess,
      penalty: penalty + share.penalty,
    });
  }
  return [...sums.values()].sort(
    (a, b) => b.assigned - a.assigned || b.penalty - a.penalty || compare(a.person, b.person),
  );
}

function reachOf({ shares }: Ledger) {
  return { partners_never_reached: total(shares.map(({ assigned }) => (assigned === 0 ? 1 : 0))) };
}

function withWeek({ columns, rows }: ResultTable, monday: string): ResultTable {
  const start = columns.findIndex(({ name }) => name === 'start_day');
  const weekOf = (day: string) => Math.floor((epochDay(day) - epochDay(monday)) / 7) + 1;
  return {
    columns: [{ name: 'week', type: 'integer', label: 'Week' }, ...columns],
    rows: rows.map((row) => [weekOf(String(row[start])), ...row]),
  };
}

function relabelled({ columns, rows }: ResultTable): ResultTable {
  const label = (name: string, before: string) => (name === 'assigned' ? 'In these weeks' : before);
  return { columns: columns.map((column) => ({ ...column, label: label(column.name, column.label) })), rows };
}
