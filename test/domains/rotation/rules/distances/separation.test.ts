import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../../cases.ts';
import { limitsOf } from '../../rule-case.ts';

/** 900 s lie between the end of the first break, 20:02, and the start of the second. */
const keys = { breaks: breaksAt('20:00', '20:17'), spots: [spot('s1'), spot('s2')] };

describe('separation', () => {
  it('of 900 s: the breaks are just far enough from each other, and only one spot airs in each', () => {
    expect(limitsOf(['separation'], { ...keys, rules: { separation: 900 } })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s1 (A) in b2017 (20:17)
      x3: s2 (A) in b2000 (20:00)
      x4: s2 (A) in b2017 (20:17)
      separation, A at 20:00 on 2025-03-10: x1 + x3 <= 1
      separation, A at 20:17 on 2025-03-10: x2 + x4 <= 1"
    `);
  });

  it('of 901 s: only one of the two airs at all', () => {
    expect(limitsOf(['separation'], { ...keys, rules: { separation: 901 } })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s1 (A) in b2017 (20:17)
      x3: s2 (A) in b2000 (20:00)
      x4: s2 (A) in b2017 (20:17)
      separation, A from 20:00 to 20:17 on 2025-03-10: x1 + x2 + x3 + x4 <= 1"
    `);
  });

  it('is a row where no order keeps it: from 20:00:30 to 20:18:30 there are 1,080 s', () => {
    const rowsOf = (seconds: number) =>
      limitsOf(['separation'], { ...keys, rules: { separation: seconds, robust: false } })
        .split('\n')
        .filter((line) => line.startsWith('separation'));
    expect(rowsOf(1081)).toEqual(['separation, A from 20:00 to 20:17 on 2025-03-10: x1 + x2 + x3 + x4 <= 1']);
    expect(rowsOf(1080)).toEqual([
      'separation, A at 20:00 on 2025-03-10: x1 + x3 <= 1',
      'separation, A at 20:17 on 2025-03-10: x2 + x4 <= 1',
    ]);
    // 60 s lie between a spot that begins a break of 120 s and one that ends it.
    expect(rowsOf(60)).toEqual([]);
  });
});
