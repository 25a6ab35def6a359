import type { Comparison } from '../../../src/compare/comparison.ts';
import { compareScenarios } from '../../../src/compare/scenarios.ts';
import type { Run } from '../../../src/runs/run.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { stillRun, tinyScenario } from '../../runs/tiny.ts';

/*
 * Four policies for the tiny week, by hand. Each makes a second loan 60 points dearer than the one before it and a loan
 * over a cap 75, so that other partners get what Cleo, Dev and Ana have by the policy of the week itself:
 *
 *              raw score   caps   fairness   budgets     net   partners
 *   week           9,087    300      1,375       150   7,262          5
 *   policy_01      9,087    375      1,615       150   6,947          5   the same loans
 *   policy_02      8,787    450      1,535       150   6,652          6   Hana has Dev's second Polestar
 *   policy_03      7,887    525        760       150   6,452          7   Edda has Cleo's second Volvo, and Cleo
 *                                                                         Ana's third loan
 *
 * By the week's own policy, the yardstick, they net 7,262, 7,262, 7,162 and 7,037: its loans over a cap cost 300, its
 * second loans 200. Of the 225 points from the week to policy_03, dear second loans alone take all, and dear caps alone
 * 88, for which Ana has Ben's Toyota; after the other they take 137 and 0. So they are charged 181 and 44.
 */
const STEP = 60;

/** A policy of the tiny week: the higher its number, the stricter. The first is the week as it stands. */
export function policy(number: number, step: number = STEP): Scenario {
  const set = [`rules.fairness.penalty=${200 + step * number}`, `rules.tier_caps.penalty=${300 + 75 * number}`];
  const name = number === 0 ? 'week' : `week@policy_${String(number).padStart(2, '0')}`;
  return { ...tinyScenario({ set }), name };
}

export const policyRun = (number: number): Promise<Run> => stillRun(policy(number));

/** So many policies, each held against the first. Of more than four each has a net score of its own too. */
export async function policies(count: number, attribution = false): Promise<Comparison> {
  const step = count > 4 ? 40 : STEP;
  const scenarios = Array.from({ length: count }, (_, number) => policy(number, step));
  return (await compareScenarios(scenarios, { attribution })).comparison;
}
