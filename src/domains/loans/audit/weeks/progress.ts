import { countOf, sumOf } from '../../../../audit/numbers.ts';
import { groupBy } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import { addDays, quarterOf } from '../../../../tables/dates.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { type Bucket, costOf } from '../budgets.ts';
import type { Cap } from '../caps.ts';
import type { Facts } from '../facts.ts';
import { fleetOf } from '../fleet.ts';
import type { Ledger } from '../ledger.ts';
import { usedOn } from './caps.ts';
import type { Span } from './spans.ts';

/** Where a cap that the rule does not count is counted from. */
const USUAL_MONTHS = 12;

/** How far each week brought it: partners reached and caps full, all counted from the one list of loans. */
export function progressTable({ facts, caps }: Ledger, spans: readonly Span[], weeks: number): ResultTable {
  const eligible = [...new Set(facts.eligible.map((row) => row.person_id))];
  const excess = excessAfter(facts, spans, caps);
  const personsOf = (test: (span: Span) => boolean) => new Set(spans.filter(test).map(({ loan }) => loan.person));
  const rows = Array.from({ length: weeks }, (_, week) => {
    const from = addDays(facts.settings.week, 7 * week);
    const before = personsOf((span) => span.week < week);
    const reached = personsOf((span) => span.week === week);
    const soFar = personsOf((span) => span.week <= week);
    return { week, from, before, reached, soFar, excess: excess(addDays(from, 7)) };
  });
  return tableOf(rows, [
    ['week', 'integer', 'Week', (row) => row.week + 1],
    ['from', 'date', 'From', (row) => row.from],
    ['partners', 'integer', 'Partners of the week', (row) => row.reached.size],
    [
      'new_partners',
      'integer',
      'For the first time',
      (row) => countOf([...row.reached], (one) => !row.before.has(one)),
    ],
    ['partners_so_far', 'integer', 'Reached so far', (row) => row.soFar.size],
    ['not_yet', 'integer', 'Not yet reached', (row) => countOf(eligible, (person) => !row.soFar.has(person))],
    ['caps_full', 'integer', 'Caps just full', (row) => countOf(row.excess, (loans) => loans === 0)],
    ['caps_over', 'integer', 'Caps exceeded', (row) => countOf(row.excess, (loans) => loans > 0)],
  ]);
}

/** For each pair with a cap, its loans beyond the cap on a Monday; below zero where there is room. */
function excessAfter(facts: Facts, spans: readonly Span[], caps: readonly Cap[]): (monday: string) => number[] {
  const { tier_caps: rule } = facts.settings.rules;
  const months = rule === false ? USUAL_MONTHS : rule.window_months;
  const pairs = groupBy(spans, ({ loan }) => JSON.stringify([loan.person, loan.vehicle?.make]));
  return (monday) =>
    caps.flatMap((cap) => {
      if (cap.cap === null) return [];
      const own = pairs.get(JSON.stringify([cap.person, cap.make])) ?? [];
      return [usedOn(facts, cap, own, monday, months) - cap.cap];
    });
}

/** What each fleet has spent of its quarter by the end of each week, from what was left before the first one. */
export function spendingTable({ facts, buckets }: Ledger, spans: readonly Span[], weeks: number): ResultTable {
  const costOfAll = (some: readonly Span[]) => sumOf(some, ({ loan }) => costOf(facts, loan) ?? 0);
  const rows = buckets.flatMap((bucket) => {
    const own = spans.filter((span) => isOf(bucket, span));
    return Array.from({ length: weeks }, (_, week) => week)
      .filter((week) => touches(facts, week, bucket))
      .map((week) => ({
        ...bucket,
        week,
        from: addDays(facts.settings.week, 7 * week),
        spent: costOfAll(own.filter((span) => span.week === week)),
        soFar: costOfAll(own.filter((span) => span.week <= week)),
      }));
  });
  return tableOf(rows, [
    ['fleet', 'text', 'Fleet', (row) => row.fleet],
    ['year', 'integer', 'Year', (row) => row.year],
    ['quarter', 'text', 'Quarter', (row) => row.quarter],
    ['week', 'integer', 'Week', (row) => row.week + 1],
    ['from', 'date', 'From', (row) => row.from],
    ['spent', 'money', 'Spent in the week', (row) => row.spent],
    ['spent_so_far', 'money', 'Spent so far', (row) => row.soFar],
    ['available', 'money', 'Left before the first week', (row) => row.remaining],
    ['share', 'percent', 'Share of it spent', ({ remaining, soFar }) => (remaining ? soFar / remaining : null)],
  ]);
}

function isOf({ fleet, year, quarter }: Bucket, { loan }: Span): boolean {
  const at = quarterOf(loan.day);
  return fleetOf(loan.vehicle?.make ?? null) === fleet && at.year === year && at.quarter === quarter;
}

function touches({ settings }: Facts, week: number, { year, quarter }: Bucket): boolean {
  return [0, 6].some((day) => {
    const at = quarterOf(addDays(settings.week, 7 * week + day));
    return at.year === year && at.quarter === quarter;
  });
}
