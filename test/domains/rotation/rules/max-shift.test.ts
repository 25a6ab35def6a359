import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { filtersOf } from '../rule-case.ts';

describe('shift from the wish', () => {
  it('is 17 minutes at the most; a spot with a tolerance of 0 airs exactly at its wish', () => {
    const spots = [spot('s1', { wish: '20:00' }), spot('s2', { wish: '20:00', tolerance_minutes: 0 })];
    const keys = { breaks: breaksAt('20:00', '20:17', '20:34'), spots, rules: { max_shift_minutes: 17 } };
    expect(filtersOf(keys, 's1 b2034', 's2 b2017')).toMatchInlineSnapshot(`
      "exact removes 2, leaves 4: the break is outside the tolerance of the wish
      max_shift removes 1, leaves 3: the break is too far from the wish
      b2034 begins at 20:34, 34 min from the wish of s1, 20:00; at most 17 are allowed
      s2 is booked for exactly 20:00, and b2017 begins at 20:17"
    `);
  });
});
