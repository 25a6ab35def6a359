import { chargeOf, type Hinge, MICRO, over } from '../../../audit/points.ts';
import { compare } from '../../../audit/rows.ts';
import type { Facts } from './facts.ts';

/** What a partner gets this week, and what that costs in fairness. */
export interface Share {
  readonly person: string;
  readonly assigned: number;
  /** Loans beyond the fairness target. */
  readonly excess: number;
  /** Millionths of a point. */
  readonly penalty: number;
}

/** The third loan of a partner and every further one cost the step as well, whatever the target. */
const STEP_FROM = 2;

/** All partners who could have got a car of the office, and any other who did: most loans first. */
export function sharesOf(facts: Facts): readonly Share[] {
  const counts = new Map<string, number>(facts.eligible.map((row) => [row.person_id, 0]));
  for (const { person } of facts.loans) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts]
    .map(([person, assigned]) => ({ person, assigned, ...priceOf(facts, assigned) }))
    .sort((a, b) => b.assigned - a.assigned || b.penalty - a.penalty || compare(a.person, b.person));
}

function priceOf(facts: Facts, assigned: number): Pick<Share, 'excess' | 'penalty'> {
  const rule = facts.settings.rules.fairness;
  if (rule === false) return { excess: 0, penalty: 0 };
  const hinges: Readonly<Record<typeof rule.mode, readonly Hinge[]>> = {
    off: [],
    linear: [{ at: rule.target, price: rule.penalty }],
    stepped: [
      { at: rule.target, price: rule.penalty },
      { at: STEP_FROM, price: rule.step_up },
    ],
  };
  return { excess: over(assigned, rule.target), penalty: chargeOf(assigned, hinges[rule.mode]) * MICRO };
}
