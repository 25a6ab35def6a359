import type { Run } from '../../src/runs/run.ts';
import type { ResultTable } from '../../src/tables/result.ts';

/** Two loans, one of them to a partner whose name is a formula. */
export const assignments: ResultTable = {
  columns: [
    { name: 'vin', type: 'text', label: 'VIN' },
    { name: 'partner', type: 'text', label: 'Partner' },
    { name: 'start_day', type: 'date', label: 'Day' },
    { name: 'score', type: 'integer', label: 'Score' },
    { name: 'share', type: 'percent', label: 'Share' },
    { name: 'estimated_cost', type: 'money', label: 'Cost' },
  ],
  rows: [
    ['V1', '=SUM(A1)', '2025-09-22', 1100, 0.1, 123435],
    ['V2', 'Bo "the, car" Li\nsecond line', '2025-09-23', -5, null, -50],
  ],
};

/** A small run; `change` replaces parts of it. */
export function sampleRun(change: Partial<Run> = {}): Run {
  return {
    id: 'abc123',
    kind: 'loans',
    name: 'la-week',
    title: 'Los Angeles',
    status: 'optimal',
    objective: { raw_score: 2100, net_score: 1900, bound: 1900, gap: 0 },
    metrics: { assignments: 2, gini: 0.25, avg_pub_rate: null },
    candidates: 12,
    funnel: [{ step: 'all', removed: 0, left: 12, text: 'every pair' }],
    audit: { passed: true, levels: [{ level: 1, name: 'feasible', passed: true, text: 'no rule is broken' }] },
    notes: [],
    scenario: {
      file: 'la-week.yaml',
      text: 'kind: loans\n',
      settings: { kind: 'loans', office: 'Los Angeles' },
      overrides: [{ path: 'rules.fairness.penalty', old: 200, new: 400, by: '--set' }],
    },
    provenance: { scenario: 's', data: 'd', schedule: 'p', engine: 'e', solver: 'h', seed: 42, method: 'whole' },
    timing: [{ stage: 'tables', ms: 12.5, rows: 30 }],
    tables: { assignments },
    ...change,
  };
}
