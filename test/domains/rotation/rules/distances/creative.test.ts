import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../../cases.ts';
import { limitsOf } from '../../rule-case.ts';

describe('identical creative', () => {
  it('airs once in breaks that are nearer than 901 s; another film is free', () => {
    const film = (id: string, creative: string) => spot(id, { creative });
    const creatives = ['f1', 'f2'].map((id) => ({ id, advertiser: 'A', seconds: 30 }));
    const keys = { creatives, breaks: breaksAt('20:00', '20:17'), rules: { creative: 901 } };
    expect(limitsOf(['creative'], { ...keys, spots: [film('s1', 'f1'), film('s2', 'f1')] })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s1 (A) in b2017 (20:17)
      x3: s2 (A) in b2000 (20:00)
      x4: s2 (A) in b2017 (20:17)
      creative, f1 from 20:00 to 20:17 on 2025-03-10: x1 + x2 + x3 + x4 <= 1"
    `);
    expect(limitsOf(['creative'], { ...keys, spots: [film('s1', 'f1'), film('s2', 'f2')] })).not.toContain('creative,');
  });
});
