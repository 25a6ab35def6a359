import { compare, type Facts } from './facts.ts';
import { MICRO } from './worth.ts';

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
    .map(([person, assigned]) => ({ person, assigned, ...pricedShare(facts, assigned) }))
    .sort((a, b) => b.assigned - a.assigned || b.penalty - a.penalty || compare(a.person, b.person));
}

function pricedShare(facts: Facts, assigned: number): Pick<Share, 'excess' | 'penalty'> {
  const rule = facts.settings.rules.fairness;
  if (rule === false) return { excess: 0, penalty: 0 };
  const excess = Math.max(0, assigned - rule.target);
  const step = rule.mode === 'stepped' ? rule.step_up * Math.max(0, assigned - STEP_FROM) : 0;
  return { excess, penalty: rule.mode === 'off' ? 0 : (rule.penalty * excess + step) * MICRO };
}
