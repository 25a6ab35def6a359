import type { Violation } from '../../../../audit/audit.ts';
import { moneyText } from '../../../../audit/words.ts';
import { addDays } from '../../../../tables/dates.ts';
import type { LoansSettings } from '../../scenario.ts';
import { ALL_OFFICES, type Bucket, purseText } from '../budgets.ts';
import { type Facts, who } from '../facts.ts';
import { byCar, type Span } from './spans.ts';

/** What many weeks can break together, found on the one list of all loans and the tables of the first week. */
export function acrossWeeks(facts: Facts, spans: readonly Span[], buckets: readonly Bucket[]): readonly Violation[] {
  return [...twiceAtATime(facts, spans), ...overBudget(facts, buckets)];
}

/** Loans that start in none of the weeks: each of the others is in exactly one, and none is counted twice. */
export function outside({ week: first, weeks = 1 }: LoansSettings, stray: readonly Span[]): readonly Violation[] {
  return stray.map(({ loan }) => ({
    rule: 'weeks',
    entity: loan.vin,
    text: `the loan of ${loan.vin} starts on ${loan.day}, outside the ${weeks} weeks ${first} to ${addDays(first, 7 * weeks - 1)}`,
  }));
}

/** No car with two partners at a time, whatever the weeks: each loan begins after the last day of the one before it. */
function twiceAtATime(facts: Facts, spans: readonly Span[]): readonly Violation[] {
  if (facts.settings.rules.availability === false) return [];
  return byCar(spans).flatMap((own) =>
    own.flatMap((span, at): readonly Violation[] => {
      const before = own[at - 1];
      if (before === undefined || before.last < span.loan.day) return [];
      const { vin, day, person } = span.loan;
      const first = `${who(facts, before.loan.person)} from ${before.loan.day} to ${before.last}`;
      return [
        {
          rule: 'car_twice',
          entity: vin,
          text: `${vin} is with ${first}, and goes to ${who(facts, person)} on ${day}`,
        },
      ];
    }),
  );
}

/** Whole quarters: what was left before the first week against all that the weeks spend. */
function overBudget(facts: Facts, buckets: readonly Bucket[]): readonly Violation[] {
  const rule = facts.settings.rules.budgets;
  if (rule === false || rule.mode !== 'hard') return [];
  return buckets
    .filter((bucket) => bucket.over > 0)
    .map(({ planned, remaining, ...purse }) => ({
      rule: 'budgets',
      entity: purse.fleet ?? ALL_OFFICES,
      text: `${purseText(facts, purse)}: ${moneyText(planned)} planned in all weeks, ${moneyText(remaining ?? 0)} left before them`,
    }));
}
