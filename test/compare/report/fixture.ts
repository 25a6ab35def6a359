import { compareOf } from '../../../src/compare/compare.ts';
import type { Attribution, Comparison } from '../../../src/compare/comparison.ts';
import { loans } from '../../../src/domains/loans/index.ts';
import type { Run } from '../../../src/runs/run.ts';
import { fixtureRun } from '../../report/fixture.ts';

/** A made-up policy: the higher its number, the stricter; each gives other partners their loans. */
export function policyRun(number: number, changes: Partial<Run> = {}): Run {
  const run = fixtureRun();
  const assignments = run.tables.assignments!;
  const [person, name] = ['person_id', 'partner'].map((column) =>
    assignments.columns.findIndex((one) => one.name === column),
  );
  const rows = assignments.rows.map((row, index) => {
    const moved = index % 20 < number ? assignments.rows[(index + 7 * number) % assignments.rows.length]! : row;
    return row.map((cell, at) => (at === person ? moved[person!]! : at === name ? moved[name!]! : cell));
  });
  const net = 63_212 - 431 * number;
  return {
    ...run,
    id: `${String(number).padStart(4, '0')}a1c52d07e`,
    name: number === 0 ? 'week' : `week@policy_${String(number).padStart(2, '0')}`,
    objective: { ...run.objective, fairness_penalty: 3000 + 150 * number, net_score: net, bound: net },
    metrics: {
      ...run.metrics,
      // Every third policy gives away score for nothing.
      partners_assigned: 48 + number - (number % 3 === 2 ? 4 : 0),
      gini_eligible: Math.round((0.734 - number * 0.004) * 1e6) / 1e6,
      gini: Math.round((0.16369 - number * 0.004) * 1e6) / 1e6,
      budget_over: 700 - 20 * number,
    },
    scenario: {
      ...run.scenario,
      settings: { ...run.scenario.settings, rules: { fairness: { penalty: 50 * number } } },
    },
    tables: { ...run.tables, assignments: { ...assignments, rows } },
    ...changes,
  };
}

/** So many policies, each held against the first. */
export function policies(count: number, attribution?: Attribution): Comparison {
  const runs = Array.from({ length: count }, (_, index) => policyRun(index));
  const attributions = attribution && new Map(runs.map((run) => [run.id, attribution]));
  return compareOf(loans, runs, { ...(attributions && { attributions }) });
}

/** An attribution as it might come out: two thirds to one setting, a third to the other. */
export const ATTRIBUTION: Attribution = {
  told: true,
  paths: ['rules.fairness.mode', 'rules.fairness.penalty'],
  mixes: 4,
  measures: [
    { name: 'net_score', numerators: ['-575', '-287'], denominator: '2', values: [-287.5, -143.5] },
    { name: 'budget_over', numerators: ['-25', '-15'], denominator: '2', values: [-12.5, -7.5] },
  ],
};
