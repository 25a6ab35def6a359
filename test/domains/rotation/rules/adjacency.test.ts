import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { limitsOf } from '../rule-case.ts';

const breaks = breaksAt('20:00');

describe('order in a break', () => {
  it('has one spot that is booked first', () => {
    const first = (id: string) => spot(id, { position: 'first' });
    expect(limitsOf(['position'], { breaks, spots: [first('s1'), first('s2'), spot('s3')] })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (A) in b2000 (20:00)
      x3: s3 (A) in b2000 (20:00)
      position, booked first in b2000, 20:00 on 2025-03-10: x1 + x2 <= 1"
    `);
  });

  it('has another spot between two competitors: their number less that of the others is 1 at the most', () => {
    const beer = (id: string, advertiser: string) => spot(id, { advertiser, categories: ['beer'], separation: 60 });
    const spots = [beer('s1', 'A'), beer('s2', 'B'), spot('s3', { advertiser: 'C' })];
    expect(limitsOf(['adjacency'], { breaks, spots })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (B) in b2000 (20:00)
      x3: s3 (C) in b2000 (20:00)
      adjacency, beer in b2000, 20:00 on 2025-03-10 (lazy): x1 + x2 - x3 <= 1"
    `);
  });
});
