import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { filtersOf, limitsOf } from '../rule-case.ts';

describe('aired and locked', () => {
  it('a spot that a lock names airs in that break, and in no other', () => {
    const keys = {
      breaks: breaksAt('20:00', '20:17'),
      spots: [spot('s1'), spot('s2')],
      locks: [{ spot: 's1', break: 'b2000' }],
    };
    expect(limitsOf(['locks'], keys)).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (A) in b2000 (20:00)
      x3: s2 (A) in b2017 (20:17)
      locks, s1 locked to b2000 (fixed): x1 >= 1"
    `);
    expect(filtersOf(keys, 's1 b2017')).toMatchInlineSnapshot(`
      "locks removes 1, leaves 3: the break is aired or locked, or the spot is fixed elsewhere
      s1 is locked to b2000 (20:00)"
    `);
  });

  it('a locked break keeps what was published in it, and takes no more', () => {
    const breaks = breaksAt('20:00', '20:17').map((row, k) => (k === 0 ? { ...row, locked: true } : row));
    const published = [{ spot: 's1', break: 'b2000', position: 1 }];
    const keys = { breaks, spots: [spot('s1'), spot('s2')], published };
    expect(limitsOf(['locks'], keys)).toMatchInlineSnapshot(`
      "maximise 0
      x1: s1 (A) in b2000 (20:00)
      x2: s2 (A) in b2017 (20:17)
      locks, s1 published in b2000 (fixed): x1 >= 1"
    `);
    expect(filtersOf(keys, 's2 b2000', 's1 b2017')).toMatchInlineSnapshot(`
      "locks removes 2, leaves 2: the break is aired or locked, or the spot is fixed elsewhere
      b2000 (20:00) is locked, and takes no more
      s1 was published in b2000 (20:00), which is locked"
    `);
  });
});
