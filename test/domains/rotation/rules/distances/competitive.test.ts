import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../../cases.ts';
import { limitsOf } from '../../rule-case.ts';

const names = ['competitive', 'competitive_presence'];
const beer = (id: string, advertiser: string) => spot(id, { advertiser, categories: ['beer'] });

describe('competitive separation', () => {
  it('leaves one of two beers in a run of breaks nearer than 901 s', () => {
    const keys = { breaks: breaksAt('20:00', '20:17'), spots: [beer('s1', 'A'), beer('s2', 'B')] };
    expect(limitsOf(names, { ...keys, rules: { competitive: { beer: 901 } } })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s1 (A) in b2017 (20:17)
      x3: s2 (B) in b2000 (20:00)
      x4: s2 (B) in b2017 (20:17)
      competitive, beer from 20:00 to 20:17 on 2025-03-10: x1 + x2 + x3 + x4 <= 1"
    `);
  });

  it('an advertiser that may air twice there is present (y1) with any of its spots', () => {
    const keys = { breaks: breaksAt('20:00'), spots: [beer('s1', 'A'), beer('s2', 'A'), beer('s3', 'B')] };
    expect(limitsOf(names, { ...keys, rules: { competitive: { beer: 900 } } })).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (A) in b2000 (20:00)
      x3: s3 (B) in b2000 (20:00)
      y1: a whole number from 0 to 1
      competitive, beer at 20:00 on 2025-03-10: x3 + y1 <= 1
      competitive_presence, A, beer at 20:00 on 2025-03-10 (fixed): x1 - y1 <= 0
      competitive_presence, A, beer at 20:00 on 2025-03-10 (fixed): x2 - y1 <= 0"
    `);
  });

  it('refuses a category that only its spelling keeps from being one of the spots', () => {
    const keys = { breaks: breaksAt('20:00'), spots: [beer('s1', 'A'), beer('s2', 'B')] };
    expect(() => limitsOf(names, { ...keys, rules: { competitive: { Beer: 900 } } })).toThrow(
      expect.objectContaining({
        problems: [
          {
            path: ['rules', 'competitive', 'Beer'],
            message:
              'rules.competitive: no table knows the category "Beer", and "beer" differs from it by its spelling alone',
            maybe: 'Maybe you meant "beer".',
          },
        ],
      }),
    );
    expect(() => limitsOf(names, { ...keys, rules: { competitive: { bank: 900 } } })).not.toThrow();
  });
});
