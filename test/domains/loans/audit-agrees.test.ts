import { beforeAll, describe, expect, it } from 'vitest';
import { priceOf } from '../../../src/audit/price.ts';
import type { Instance } from '../../../src/domain.ts';
import { auditLoans } from '../../../src/domains/loans/audit.ts';
import { sampleTables } from '../../../src/domains/loans/sample/index.ts';
import { type LoansTables, loansTables } from '../../../src/domains/loans/tables.ts';
import { addDays } from '../../../src/tables/dates.ts';
import { validateAll } from '../../../src/tables/load.ts';
import { dice } from '../../audit/tiny.ts';
import { settingsOf, times } from './audit-fixture.ts';
import { openLoans } from './small-world.ts';

/** Rules whose limits, unlike filters, leave candidates that even alone are too many. */
const LIMITS = ['tier_caps', 'budgets', 'partner_limits'];

const scenarios: readonly (readonly [name: string, keys: object])[] = [
  ['the usual policy', { weights: {} }],
  [
    'everything hard',
    {
      rules: {
        tier_caps: { mode: 'hard' },
        budgets: { mode: 'hard', missing: 'enforce' },
        partner_limits: { per_day: 1, per_week: 2 },
        no_repeat: {},
        ranks: {},
      },
    },
  ],
  [
    'fractions everywhere',
    {
      weights: { rank: 1.5, geo: 33.333, pub: 157.125, hist: 12.5, preferred_day: 150 },
      rules: {
        locality: { by: 'distance', range_miles: 60 },
        capacity: { count_existing: true },
        budgets: { points_per_dollar: 0.37, cost: { Toyota: 333.33 } },
        fairness: { mode: 'linear' },
        tier_caps: { allow_zero_caps: true, window_months: 3, penalty: 123 },
      },
    },
  ],
];

const tables = validateAll(Object.values(loansTables), sampleTables(1)).tables as unknown as LoansTables;

/** Two programs that share no rule and no formula: what one says of the sample week, the other must say too. */
describe.each(scenarios)('solver model and auditor agree under %s', (_name, keys) => {
  const settings = settingsOf({ office: 'Los Angeles', ...keys });
  let instance: Instance;
  beforeAll(() => {
    instance = openLoans(settings, tables);
  });

  it('on the net score of any schedule, and on whether it is allowed', () => {
    const roll = dice(5);
    const { model } = instance;
    const verdicts = times(25, () => {
      const picks = times(1 + roll(12), () => roll(model.candidates));
      const chosen = [...new Set(picks)].sort((a, b) => a - b);
      const { net, broken } = priceOf(model, chosen);
      const audit = auditLoans(settings, tables, instance.schedule(Int32Array.from(chosen)));
      expect(audit.objective.net_score).toBe(net / model.unit);
      expect(audit.violations.length > 0).toBe(broken.length > 0);
      return broken.length > 0;
    });
    expect(new Set(verdicts).size).toBe(2);
  });

  it('on what is a candidate', () => {
    const roll = dice(6);
    const all = instance.schedule(Int32Array.from({ length: instance.model.candidates }, (_, j) => j));
    const candidates = new Set(all.map((row) => JSON.stringify([row.vin, row.person_id, row.start_day])));
    const vehicles = tables.vehicles.rows.filter((row) => row.office === settings.office);
    const approvals = tables.approved_makes.rows;
    const seen = times(100, () => {
      const { vin, make } = vehicles[roll(vehicles.length)]!;
      const approved = approvals.filter((row) => row.make === make);
      const { person_id } = approved[roll(approved.length)]!;
      const start_day = addDays(settings.week, roll(5));
      const { violations } = auditLoans(settings, tables, [{ vin, person_id, start_day }]);
      const isCandidate = candidates.has(JSON.stringify([vin, person_id, start_day]));
      const faults = violations.filter(({ rule }) => !isCandidate || !LIMITS.includes(rule));
      expect({ vin, person_id, start_day, isCandidate, allowed: faults.length === 0 }).toMatchObject({
        allowed: isCandidate,
      });
      return isCandidate;
    });
    expect(new Set(seen).size).toBe(2);
  });
});
