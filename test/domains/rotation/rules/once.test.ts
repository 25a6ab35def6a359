import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { limitsOf } from '../rule-case.ts';

describe('once', () => {
  it('a spot airs in one of its breaks', () => {
    const keys = { breaks: breaksAt('20:00', '20:17'), spots: [spot('s1'), spot('s2')] };
    expect(limitsOf(['once'], keys)).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s1 (A) in b2017 (20:17)
      x3: s2 (A) in b2000 (20:00)
      x4: s2 (A) in b2017 (20:17)
      once, s1 (fixed): x1 + x2 <= 1
      once, s2 (fixed): x3 + x4 <= 1"
    `);
  });
});
