import { describe, expect, it } from 'vitest';
import { filtersOf, limitsOf } from '../rule-case.ts';

/** Two Toyotas. The table gives rank A three loans a year, of which Ann had one, and rank C none. */
const given = {
  vehicles: [{}, {}],
  partners: [{ name: 'Ann' }, { name: 'Bo' }],
  approved: [{}, { person_id: 'P2', rank: 'C' }],
  rules: [{ loan_cap_per_year: 3 }, { rank: 'C', loan_cap_per_year: 0 }],
  history: [{ start_date: '2025-08-01', end_date: '2025-08-08' }],
};

describe('tier caps', () => {
  it('charge 800 for every loan beyond those that are left: 3 - 1', () => {
    expect(limitsOf('tier_caps', { given, rules: { tier_caps: {} } })).toMatchInlineSnapshot(`
      "maximise 700 x1 + 700 x2 less the penalties of tier_caps
      x1: Toyota Camry (V1) to Ann from 2025-09-22
      x2: Toyota Camry (V2) to Ann from 2025-09-22
      tier_caps, Ann and Toyota: 800 for each of x1 + x2 above 2"
    `);
  });

  it('hard, forbid them; a cap of 0 may count like any other', () => {
    const tier_caps = { mode: 'hard', allow_zero_caps: true };
    expect(limitsOf('tier_caps', { given, rules: { tier_caps } })).toMatchInlineSnapshot(`
      "maximise 700 x1 + 100 x2 + 700 x3 + 100 x4
      x1: Toyota Camry (V1) to Ann from 2025-09-22
      x2: Toyota Camry (V1) to Bo from 2025-09-22
      x3: Toyota Camry (V2) to Ann from 2025-09-22
      x4: Toyota Camry (V2) to Bo from 2025-09-22
      tier_caps, Ann and Toyota: x1 + x3 <= 2
      tier_caps, Bo and Toyota: x2 + x4 <= 0"
    `);
  });

  it('a cap of 0 removes every car', () => {
    expect(filtersOf({ given, rules: { tier_caps: {} } }, 'V1 P2 22')).toMatchInlineSnapshot(`
      "zero_cap removes 2, leaves 2: the cap of this make for the partner’s rank is zero
      the table rules gives rank C a cap of 0 for Toyota"
    `);
  });
});
