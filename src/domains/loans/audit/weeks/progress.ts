import { addDays, quarterOf } from '../../../../tables/dates.ts';
import type { Cell, ResultTable } from '../../../../tables/result.ts';
import { type Bucket, costOf } from '../budgets.ts';
import type { Cap } from '../caps.ts';
import { type Facts, groupBy } from '../facts.ts';
import { fleetOf } from '../fleet.ts';
import { usedOn } from './caps.ts';
import type { Span } from './spans.ts';

/** How far each week brought it: partners reached and caps full, all counted from the one list of loans. */
export function progressTable(facts: Facts, spans: readonly Span[], caps: readonly Cap[], weeks: number): ResultTable {
  const { tier_caps: rule } = facts.settings.rules;
  const eligible = new Set(facts.eligible.map((row) => row.person_id));
  const pairs = groupBy(spans, ({ loan }) => JSON.stringify([loan.person, loan.vehicle?.make]));
  const rows = Array.from({ length: weeks }, (_, week): Cell[] => {
    const monday = addDays(facts.settings.week, 7 * week);
    const after = addDays(monday, 7);
    const soFar = new Set(spans.filter((span) => span.week <= week).map(({ loan }) => loan.person));
    const before = new Set(spans.filter((span) => span.week < week).map(({ loan }) => loan.person));
    const reached = new Set(spans.filter((span) => span.week === week).map(({ loan }) => loan.person));
    const left = [...eligible].filter((person) => !soFar.has(person)).length;
    const counted = caps
      .filter((cap) => cap.cap !== null)
      .map((cap) => {
        const own = pairs.get(JSON.stringify([cap.person, cap.make])) ?? [];
        return usedOn(facts, cap, own, after, rule === false ? 12 : rule.window_months) - (cap.cap ?? 0);
      });
    const full = counted.filter((room) => room === 0).length;
    const over = counted.filter((room) => room > 0).length;
    return [
      week + 1,
      monday,
      reached.size,
      [...reached].filter((person) => !before.has(person)).length,
      soFar.size,
      left,
      full,
      over,
    ];
  });
  return {
    columns: [
      { name: 'week', type: 'integer', label: 'Week' },
      { name: 'from', type: 'date', label: 'From' },
      { name: 'partners', type: 'integer', label: 'Partners of the week' },
      { name: 'new_partners', type: 'integer', label: 'For the first time' },
      { name: 'partners_so_far', type: 'integer', label: 'Reached so far' },
      { name: 'not_yet', type: 'integer', label: 'Not yet reached' },
      { name: 'caps_full', type: 'integer', label: 'Caps just full' },
      { name: 'caps_over', type: 'integer', label: 'Caps exceeded' },
    ],
    rows,
  };
}

/** What each fleet has spent of its quarter by the end of each week, from what was left before the first one. */
export function spendingTable(
  facts: Facts,
  spans: readonly Span[],
  buckets: readonly Bucket[],
  weeks: number,
): ResultTable {
  const rows = buckets.flatMap(({ fleet, year, quarter, remaining }) => {
    const own = spans.filter(({ loan }) => {
      const at = quarterOf(loan.day);
      return fleetOf(loan.vehicle?.make ?? null) === fleet && at.year === year && at.quarter === quarter;
    });
    const sum = (some: readonly Span[]) => some.reduce((all, { loan }) => all + (costOf(facts, loan) ?? 0), 0);
    return Array.from({ length: weeks }, (_, week) => week)
      .filter((week) => touches(facts, week, year, quarter))
      .map((week): Cell[] => {
        const soFar = sum(own.filter((span) => span.week <= week));
        const spent = sum(own.filter((span) => span.week === week));
        const share = remaining === null || remaining === 0 ? null : soFar / remaining;
        return [fleet, year, quarter, week + 1, addDays(facts.settings.week, 7 * week), spent, soFar, remaining, share];
      });
  });
  return {
    columns: [
      { name: 'fleet', type: 'text', label: 'Fleet' },
      { name: 'year', type: 'integer', label: 'Year' },
      { name: 'quarter', type: 'text', label: 'Quarter' },
      { name: 'week', type: 'integer', label: 'Week' },
      { name: 'from', type: 'date', label: 'From' },
      { name: 'spent', type: 'money', label: 'Spent in the week' },
      { name: 'spent_so_far', type: 'money', label: 'Spent so far' },
      { name: 'available', type: 'money', label: 'Left before the first week' },
      { name: 'share', type: 'percent', label: 'Share of it spent' },
    ],
    rows,
  };
}

function touches({ settings }: Facts, week: number, year: number, quarter: string): boolean {
  return [0, 6].some((day) => {
    const at = quarterOf(addDays(settings.week, 7 * week + day));
    return at.year === year && at.quarter === quarter;
  });
}
