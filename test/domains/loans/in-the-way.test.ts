import { describe, expect, it } from 'vitest';
import type { Given } from './audit-fixture.ts';
import { named, opened } from './small-world.ts';

/** Four cars of one make, and a partner for each. */
const GIVEN: Given = {
  vehicles: [{}, {}, {}, {}],
  partners: [{ name: 'Ann' }, { name: 'Bo' }, { name: 'Cy' }, { name: 'Di' }],
  approved: [{}, { person_id: 'P2' }, { person_id: 'P3' }, { person_id: 'P4' }],
};
/** No rule has a say but those that a test sets. */
const OFF = { tier_caps: false, budgets: false, fairness: false };

/** What keeps a loan, "V1 P1 22", out of a schedule of others. */
function way(rules: object, loan: string, others: readonly string[], more: Given = {}): readonly string[] {
  const instance = opened({ ...GIVEN, ...more }, { rules: { ...OFF, ...rules } });
  const all = named(instance);
  const at = (name: string) => {
    expect(all).toContain(name);
    return all.indexOf(name);
  };
  return instance.inTheWay(Int32Array.from(others, at).sort(), at(loan));
}

describe('what stands in the way of one more loan', () => {
  it('is nothing where it fits', () => {
    expect(way({}, 'V2 P2 22', ['V1 P1 22'])).toEqual([]);
    expect(way({}, 'V2 P2 22', [])).toEqual([]);
  });

  it('a full day: its slots, with the loans that hold them where they are few', () => {
    const slots = (most: number) => ({ capacity: { override: { '2025-09-22': { slots: most } } } });
    expect(way(slots(1), 'V2 P2 22', ['V1 P1 22'])).toEqual([
      'Capacity (Monday 22 September): 1 of 1 taken by Toyota Camry (V1) to Ann from 2025-09-22',
    ]);
    expect(way(slots(1), 'V2 P2 23', ['V1 P1 22'])).toEqual([]);
    expect(way(slots(3), 'V4 P4 22', ['V1 P1 22', 'V2 P2 22', 'V3 P3 22'])).toEqual([
      'Capacity (Monday 22 September): 3 of 3 taken by Toyota Camry (V1) to Ann from 2025-09-22 and Toyota Camry (V2) to Bo from 2025-09-22 and Toyota Camry (V3) to Cy from 2025-09-22',
    ]);
  });

  it('a full day of many loans: their number alone', () => {
    const vehicles = [{}, {}, {}, {}, {}];
    const capacity = { override: { '2025-09-22': { slots: 4 } } };
    const others = ['V1 P1 22', 'V2 P2 22', 'V3 P3 22', 'V4 P4 22'];
    expect(way({ capacity }, 'V5 P1 22', others, { vehicles })).toEqual([
      'Capacity (Monday 22 September): 4 of 4 taken',
    ]);
  });

  it('a car that is lent already: its loan', () => {
    expect(way({}, 'V1 P2 24', ['V1 P1 22', 'V2 P2 22'])).toEqual([
      'One loan a car (V1): 1 of 1 taken by Toyota Camry (V1) to Ann from 2025-09-22',
    ]);
  });

  it('a hard cap: the loan that uses it up, or that none is left', () => {
    const rules = [{ rank: 'A', loan_cap_per_year: 1 }];
    const hard = { tier_caps: { mode: 'hard' } };
    expect(way(hard, 'V2 P1 23', ['V1 P1 22'], { rules })).toEqual([
      'Tier caps (Ann and Toyota): 1 of 1 taken by Toyota Camry (V1) to Ann from 2025-09-22',
    ]);
    const history = [{ end_date: '2025-03-01' }];
    expect(way(hard, 'V2 P1 23', [], { rules, history })).toEqual(['Tier caps (Ann and Toyota): none is allowed']);
    expect(way({ tier_caps: {} }, 'V2 P1 23', ['V1 P1 22'], { rules })).toEqual([]);
  });

  it('a hard budget: dollars, as many as are used and as it needs', () => {
    const budgets = [{ budget_amount: 250_000, amount_used: 100_000 }];
    const hard = { budgets: { mode: 'hard', default_cost: 800 } };
    expect(way(hard, 'V2 P2 23', ['V1 P1 22'], { budgets })).toEqual([
      'Budgets (TOYOTA Q3 2025): $800 of $1,500 used, and it needs $800',
    ]);
    const dear = { budgets: { mode: 'hard', default_cost: 1600 } };
    expect(way(dear, 'V2 P2 23', [], { budgets })).toEqual(['Budgets (TOYOTA Q3 2025): it needs $1,600 of $1,500']);
    expect(way({ budgets: { default_cost: 800 } }, 'V2 P2 23', ['V1 P1 22'], { budgets })).toEqual([]);
  });

  it('the limits of a partner: a day and the week', () => {
    expect(way({ partner_limits: { per_day: 1, per_week: 2 } }, 'V2 P1 22', ['V1 P1 22', 'V3 P1 23'])).toEqual([
      'Partner limits (Ann on Monday 22 September): 1 of 1 taken by Toyota Camry (V1) to Ann from 2025-09-22',
      'Partner limits (Ann in the week): 2 of 2 taken by Toyota Camry (V1) to Ann from 2025-09-22 and Toyota Camry (V3) to Ann from 2025-09-23',
    ]);
  });

  it('everything at once, each by itself', () => {
    const rules = { capacity: { override: { '2025-09-22': { slots: 1 } } } };
    expect(way(rules, 'V1 P2 22', ['V1 P1 22']).map((text) => text.split(' (')[0])).toEqual([
      'One loan a car',
      'Capacity',
    ]);
  });
});
