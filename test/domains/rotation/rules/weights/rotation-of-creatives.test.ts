import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../../cases.ts';
import { limitsOf } from '../../rule-case.ts';

describe('rotation of creatives', () => {
  it('by weights 2 to 1 three spots are shared 2 to 1: one more of the second film costs 5', () => {
    const creatives = [2, 1].map((weight, k) => ({ id: `f${k + 1}`, advertiser: 'A', seconds: 30, weight }));
    const spots = ['f1', 'f2', 'f2'].map((creative, k) => spot(`s${k + 1}`, { creative }));
    const keys = { breaks: breaksAt('20:00'), spots, creatives, weights: { rotation: 5 } };
    expect(limitsOf(['rotation'], keys)).toMatchInlineSnapshot(`
      "maximise 0 less the penalties of rotation
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (A) in b2000 (20:00)
      x3: s3 (A) in b2000 (20:00)
      rotation, A: f1: 5 for each of x1 above 2
      rotation, A: f2: 5 for each of x2 + x3 above 1"
    `);
  });
});
