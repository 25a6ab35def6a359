import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../../cases.ts';
import { limitsOf } from '../../rule-case.ts';

describe('evenness over prime time', () => {
  it('10 points for every pair in an hour: 10 for two spots, 10 + 20 for three', () => {
    const keys = { breaks: breaksAt('20:00'), spots: [spot('s1'), spot('s2'), spot('s3')], weights: { evenness: 10 } };
    expect(limitsOf(['evenness'], keys)).toMatchInlineSnapshot(`
      "maximise 0 less the penalties of evenness
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (A) in b2000 (20:00)
      x3: s3 (A) in b2000 (20:00)
      evenness, A, hour 1 of 2025-03-10: 10 for each of x1 + x2 + x3 above 1; 10 more above 2"
    `);
  });
});
