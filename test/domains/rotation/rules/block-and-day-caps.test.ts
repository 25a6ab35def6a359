import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { limitsOf } from '../rule-case.ts';

/** The first break is in the block drama, the second in none. */
const breaks = breaksAt('20:00', '20:17').map((row, k) => (k === 0 ? { ...row, block: 'drama' } : row));

describe('caps of a block and a day', () => {
  it('a cap of 1 in a block leaves one spot of the advertiser in it, and breaks without a block alone', () => {
    const spots = [spot('s1', { cap_block: 1 }), spot('s2', { cap_block: 1 })];
    expect(limitsOf(['cap_block', 'cap_day'], { breaks, spots })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s1 (A) in b2017 (20:17)
      x3: s2 (A) in b2000 (20:00)
      x4: s2 (A) in b2017 (20:17)
      cap_block, A in drama on 2025-03-10: x1 + x3 <= 1"
    `);
  });

  it('a cap of 1 a day leaves one in all', () => {
    const spots = [spot('s1', { cap_day: 1 }), spot('s2', { cap_day: 1 })];
    expect(limitsOf(['cap_block', 'cap_day'], { breaks, spots })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s1 (A) in b2017 (20:17)
      x3: s2 (A) in b2000 (20:00)
      x4: s2 (A) in b2017 (20:17)
      cap_day, A on 2025-03-10: x1 + x2 + x3 + x4 <= 1"
    `);
  });
});
