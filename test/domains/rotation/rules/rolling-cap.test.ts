import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { limitsOf } from '../rule-case.ts';

const breaks = breaksAt('20:00');
const rules = { rolling_seconds: 3600 };

describe('rolling cap', () => {
  it('of 2 for all: two of three', () => {
    const spots = [spot('s1', { cap: 2 }), spot('s2', { cap: 2 }), spot('s3', { cap: 2 })];
    expect(limitsOf(['rolling_cap'], { breaks, spots, rules })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (A) in b2000 (20:00)
      x3: s3 (A) in b2000 (20:00)
      rolling_cap, A at 20:00 on 2025-03-10: x1 + x2 + x3 <= 2"
    `);
  });

  it('of 2 for one spot: where it airs, one of the others; without it, both', () => {
    const spots = [spot('s1', { cap: 2 }), spot('s2'), spot('s3')];
    expect(limitsOf(['rolling_cap'], { breaks, spots, rules })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (A) in b2000 (20:00)
      x3: s3 (A) in b2000 (20:00)
      rolling_cap, A at 20:00 on 2025-03-10: 2 x1 + x2 + x3 <= 3"
    `);
  });

  it('counts breaks together that are less than the window apart: 3,599 s, not 3,600', () => {
    const spots = [spot('s1', { cap: 2 }), spot('s2', { cap: 2 }), spot('s3', { cap: 2 })];
    const apart = { breaks: breaksAt('20:00', '21:02'), spots };
    const windows = (rolling_seconds: number) =>
      limitsOf(['rolling_cap'], { ...apart, rules: { rolling_seconds } })
        .split('\n')
        .filter((line) => line.startsWith('rolling_cap'));
    expect(windows(3600)).toMatchInlineSnapshot(`
      [
        "rolling_cap, A at 20:00 on 2025-03-10: x1 + x3 + x5 <= 2",
        "rolling_cap, A at 21:02 on 2025-03-10: x2 + x4 + x6 <= 2",
      ]
    `);
    expect(windows(3601)).toMatchInlineSnapshot(`
      [
        "rolling_cap, A from 20:00 to 21:02 on 2025-03-10: x1 + x2 + x3 + x4 + x5 + x6 <= 2",
      ]
    `);
  });
});
