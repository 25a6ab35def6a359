import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { filtersOf, limitsOf } from '../rule-case.ts';

const breaks = breaksAt('20:00');

describe('capacity of a break', () => {
  it('5 s are silent after each spot: 30 + 5 and 60 + 5 of 120 s, and 4 spots at the most', () => {
    const keys = { breaks, spots: [spot('s1'), spot('s2', { seconds: 60 })], rules: { guard: 5 } };
    expect(limitsOf(['capacity', 'count'], keys)).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (A) in b2000 (20:00)
      capacity, b2000, 20:00 on 2025-03-10: 35 x1 + 65 x2 <= 120
      count, b2000, 20:00 on 2025-03-10: x1 + x2 <= 4"
    `);
  });

  it('a spot that fits without the guard only is too long', () => {
    const keys = { breaks, spots: [spot('s1'), spot('s2', { seconds: 116 })], rules: { guard: 5 } };
    expect(filtersOf(keys, 's2 b2000')).toMatchInlineSnapshot(`
      "length removes 1, leaves 1: the spot is longer than the break
      b2000 (20:00) has 120 s, and s2 needs 121 s"
    `);
  });
});
