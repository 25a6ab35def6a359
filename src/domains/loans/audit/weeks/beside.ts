import { gini, topShare } from '../../../../audit/measures.ts';
import { countOf, rounded, sumOf } from '../../../../audit/numbers.ts';
import { compare, groupBy } from '../../../../audit/rows.ts';
import { type Field, tableOf } from '../../../../audit/table.ts';
import type { Audited } from '../../../../domain.ts';
import { addDays, quarterOf } from '../../../../tables/dates.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import type { LoansSettings } from '../../scenario.ts';
import type { LoansTables } from '../../tables.ts';
import { bucketsOf } from '../budgets.ts';
import { capsOf } from '../caps.ts';
import { type Facts, factsOf, type Loan } from '../facts.ts';
import { usedOn } from './caps.ts';
import { type Span, spansOf } from './spans.ts';

/** Whose schedule a row is about: the loans that were really made, or those of policy. */
const WHO = ['as it was', 'by policy'] as const;

/** One schedule of the weeks, counted. */
interface Side {
  readonly who: (typeof WHO)[number];
  readonly facts: Facts;
  readonly spans: readonly Span[];
  /** Loans that are over their cap on the day on which they start. */
  readonly over: ReadonlySet<Loan>;
  readonly violations: Audited['violations'];
}

/**
 * The weeks as they were really run beside what policy makes of the same weeks: by month, by quarter, and by rule. Both
 * are counted by the same code, from the tables as they stood before the first week.
 */
export function besidePast(
  settings: LoansSettings,
  tables: LoansTables,
  past: Audited,
  planned: Audited,
): Readonly<Record<string, ResultTable>> {
  const sides = [past, planned].map((audited, at) => sideOf(WHO[at]!, settings, tables, audited));
  return { months: monthsTable(sides), quarters: quartersTable(sides), broken: brokenTable(sides) };
}

function sideOf(who: Side['who'], settings: LoansSettings, tables: LoansTables, audited: Audited): Side {
  const { schedule, violations } = audited;
  const whole = factsOf(settings, tables, schedule);
  const days = Array.from({ length: 7 * (settings.weeks ?? 1) }, (_, day) => addDays(settings.week, day));
  const facts = { ...whole, week: days };
  const spans = spansOf(facts);
  return { who, facts, spans, over: overCaps(whole, spans), violations };
}

/** Each loan against the cap of its pair, with all loans of the months before the Monday of its week. */
function overCaps(facts: Facts, spans: readonly Span[]): ReadonlySet<Loan> {
  const { tier_caps: rule } = facts.settings.rules;
  if (rule === false) return new Set();
  const caps = new Map(capsOf(facts).map((cap) => [JSON.stringify([cap.person, cap.make]), cap]));
  const over = new Set<Loan>();
  for (const [key, own] of groupBy(spans, ({ loan }) => JSON.stringify([loan.person, loan.vehicle?.make]))) {
    const cap = caps.get(key);
    if (cap === undefined || cap.cap === null) continue;
    for (const [week, same] of groupBy(own, (span) => span.week)) {
      const used = usedOn(facts, cap, own, addDays(facts.settings.week, 7 * week), rule.window_months);
      same.forEach(({ loan }, k) => {
        if (used + k + 1 > cap.cap!) over.add(loan);
      });
    }
  }
  return over;
}

interface Month {
  readonly month: string;
  readonly who: string;
  readonly loans: readonly Loan[];
  readonly over: number;
  readonly eligible: number;
}

function monthsTable(sides: readonly Side[]): ResultTable {
  const months = [...new Set(sides.flatMap(({ facts }) => facts.week.map((day) => day.slice(0, 7))))].sort();
  const rows = months.flatMap((month) =>
    sides.map(({ who, facts, spans, over }): Month => {
      const loans = spans.map(({ loan }) => loan).filter(({ day }) => day.startsWith(month));
      const eligible = new Set(facts.eligible.map((row) => row.person_id)).size;
      return { month, who, loans, eligible, over: countOf(loans, (loan) => over.has(loan)) };
    }),
  );
  const counts = ({ loans }: Month) => [...groupBy(loans, (loan) => loan.person).values()].map(({ length }) => length);
  return tableOf(rows, [
    ['month', 'text', 'Month', (row) => row.month],
    ['who', 'text', 'Which loans', (row) => row.who],
    ['loans', 'integer', 'Loans', (row) => row.loans.length],
    ['partners', 'integer', 'Partners reached', (row) => counts(row).length],
    ['gini', 'number', 'Gini, partners served', (row) => fairness(counts(row))],
    ['gini_eligible', 'number', 'Gini, all eligible', (row) => fairness(counts(row), row.eligible)],
    ['top_fifth', 'percent', 'Loans of the busiest fifth', (row) => fifth(counts(row))],
    ['over_caps', 'integer', 'Loans over a cap', (row) => row.over],
  ]);
}

/** Gini of the counts, with a 0 for each of so many partners who has none; of no loans there is none. */
function fairness(counts: readonly number[], of = 0): number | null {
  if (counts.length === 0) return null;
  const none = Array.from({ length: Math.max(0, of - counts.length) }, () => 0);
  return rounded(gini([...counts, ...none]), 3);
}

/** What part of the loans goes to the fifth of the partners served who have most, rounded up to whole partners. */
const fifth = (counts: readonly number[]): number | null =>
  counts.length === 0 ? null : rounded(topShare(counts, Math.ceil(counts.length / 5)), 4);

function quartersTable(sides: readonly Side[]): ResultTable {
  const rows = sides.flatMap(({ who, facts }) => {
    const buckets = groupBy(bucketsOf(facts), ({ year, quarter }) => `${quarter} ${year}`);
    const quarters = [
      ...new Set(facts.week.map((day) => quarterOf(day)).map(({ year, quarter }) => `${quarter} ${year}`)),
    ];
    return quarters.map((quarter) => {
      const own = buckets.get(quarter) ?? [];
      const spent = sumOf(own, ({ planned }) => planned);
      const over = sumOf(own, (bucket) => bucket.over);
      return { quarter, who, spent, over, fleets: countOf(own, (bucket) => bucket.over > 0) };
    });
  });
  const fields: readonly Field<(typeof rows)[number]>[] = [
    ['quarter', 'text', 'Quarter', (row) => row.quarter],
    ['who', 'text', 'Which loans', (row) => row.who],
    ['spent', 'money', 'Spent', (row) => row.spent],
    ['over_budget', 'money', 'Over budget', (row) => row.over],
    ['fleets', 'integer', 'Fleets over budget', (row) => row.fleets],
  ];
  return tableOf(
    [...rows].sort((a, b) => compare(a.quarter.slice(3) + a.quarter, b.quarter.slice(3) + b.quarter)),
    fields,
  );
}

/** How often each rule is broken, as it was and by policy. */
function brokenTable(sides: readonly Side[]): ResultTable {
  const rules = [...new Set(sides.flatMap(({ violations }) => violations.map(({ rule }) => rule)))].sort();
  const times = (side: Side, rule: string) => countOf(side.violations, (each) => each.rule === rule);
  return tableOf(rules, [
    ['rule', 'text', 'Rule', (rule) => rule],
    ['as_it_was', 'integer', 'As it was', (rule) => times(sides[0]!, rule)],
    ['by_policy', 'integer', 'By policy', (rule) => times(sides[1]!, rule)],
  ]);
}
