import { describe, expect, it } from 'vitest';
import { filtersOf } from '../rule-case.ts';
import { left } from '../small-world.ts';

/** One car, and a partner of each rank. */
const ranked = ['A+', 'A', 'B', 'C', 'Pending', null];
const given = {
  vehicles: [{}],
  partners: ranked.map(() => ({})),
  approved: ranked.map((rank, i) => ({ person_id: `P${i + 1}`, rank })),
};
const partners = (ranks: object | false) =>
  left(given, { start_days: ['mon'], rules: { ranks } }).map((name) => name.split(' ')[1]);

describe('ranks', () => {
  it('pass all unless the rule is on', () => {
    expect(partners(false)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6']);
    expect(left(given, { start_days: ['mon'] })).toHaveLength(6);
  });

  it('switched on, leave Pending and no rank out', () => {
    expect(partners({})).toEqual(['P1', 'P2', 'P3', 'P4']);
  });

  it('leave those that are named', () => {
    expect(partners({ allow: ['A+', 'Pending'] })).toEqual(['P1', 'P5']);
  });

  it('tell the rank, and those that are allowed', () => {
    expect(filtersOf({ given, rules: { ranks: {} } }, 'V1 P5 22', 'V1 P6 22')).toMatchInlineSnapshot(`
      "rank removes 2, leaves 4: the rank is not one of A+, A, B, C
      Partner 5 ranks Pending for Toyota; rules.ranks allows A+, A, B, C only
      Partner 6 ranks nothing for Toyota; rules.ranks allows A+, A, B, C only"
    `);
  });
});
