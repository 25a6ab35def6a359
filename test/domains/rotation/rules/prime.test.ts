import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { filtersOf } from '../rule-case.ts';

describe('prime time', () => {
  it('is from 20:00 until before 23:00; a spot that may air off peak airs at any time', () => {
    const keys = { breaks: breaksAt('19:58', '20:00', '23:00'), spots: [spot('s1'), spot('s2', { off_peak: true })] };
    expect(filtersOf({ ...keys, rules: { prime: true } }, 's1 b1958', 's1 b2300')).toMatchInlineSnapshot(`
      "prime removes 2, leaves 4: the break begins outside prime time
      b1958 (19:58) is outside prime time, 20:00 to 23:00, and s1 may not air off peak
      b2300 (23:00) is outside prime time, 20:00 to 23:00, and s1 may not air off peak"
    `);
  });
});
