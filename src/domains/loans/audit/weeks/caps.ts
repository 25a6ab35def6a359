import { countOf, sumOf } from '../../../../audit/numbers.ts';
import { MICRO } from '../../../../audit/points.ts';
import { groupBy } from '../../../../audit/rows.ts';
import { addDays, addMonths } from '../../../../tables/dates.ts';
import { type Cap, capsOf, newlyOver } from '../caps.ts';
import { countDate, type Facts } from '../facts.ts';
import type { Span } from './spans.ts';

/**
 * The pairs of partner and make over all weeks. For each week in which a pair gets a loan, its loans in the months before
 * are counted afresh: those of the first week's history, and those of the one list that had started by then.
 */
export function capsOverWeeks(facts: Facts, spans: readonly Span[]): readonly Cap[] {
  const { tier_caps: rule } = facts.settings.rules;
  if (rule === false) return [];
  const pairs = groupBy(spans, ({ loan }) => JSON.stringify([loan.person, loan.vehicle?.make]));
  const price = rule.mode === 'soft' ? rule.penalty * MICRO : 0;
  return capsOf(facts)
    .map((cap) => {
      const own = pairs.get(JSON.stringify([cap.person, cap.make])) ?? [];
      const counts = [...groupBy(own, ({ week }) => week)]
        .sort(([a], [b]) => a - b)
        .map(([week, { length: chosen }]) => {
          const used = usedOn(facts, cap, own, addDays(facts.settings.week, 7 * week), rule.window_months);
          return { after: used + chosen, over: newlyOver({ used, cap: cap.cap }, chosen) };
        });
      const delta = sumOf(counts, ({ over }) => over);
      const after = counts.at(-1)?.after ?? cap.used;
      return { ...cap, assigned: own.length, after, delta, penalty: price * delta };
    })
    .sort((a, b) => b.penalty - a.penalty || b.delta - a.delta);
}

/** Loans of a pair in the months before a Monday: over by then within them, or still out. */
export function usedOn(
  facts: Facts,
  { person, make }: Pick<Cap, 'person' | 'make'>,
  own: readonly Span[],
  monday: string,
  months: number,
): number {
  const from = addMonths(monday, -months);
  const past = countOf(facts.historyOf(person), (row) => {
    const date = countDate(row);
    return row.make === make && date !== null && date >= from && date < monday;
  });
  return past + countOf(own, ({ loan, last }) => loan.day < monday && last >= from);
}
