import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { records } from '../audit-fixture.ts';
import { best, breaksAt, type Keys, spot } from '../cases.ts';
import { expectBest } from '../reference/best.ts';
import { randomEvening } from '../reference/random.ts';

/** Two breaks of 120 s; a was seen of the first for 30 s, from `at` on. It is not said how late it is. */
const seenAt = (at: string): Keys => ({
  breaks: breaksAt('20:14', '20:44'),
  spots: ['a', 'b', 'c'].map((id) => spot(id, { advertiser: id, wish: '20:44' })),
  published: [
    { spot: 'a', break: 'b2014', position: 1 },
    { spot: 'b', break: 'b2044', position: 1 },
    { spot: 'c', break: 'b2044', position: 2 },
  ],
  as_run: [{ spot: 'a', at, break: 'b2014' }],
});

async function logOf(keys: Keys) {
  const outcome = await best(keys);
  const { settings, tables, instance, solution } = outcome;
  const audit = auditRotation(settings, tables, instance.schedule(solution.chosen));
  expect(audit.violations).toEqual([]);
  return { breaks: outcome.breaks, displaced: records(audit.tables.displaced) };
}

describe('a break that is to come', () => {
  it('is as it was published where nothing runs into it', async () => {
    expect((await logOf(seenAt('20:43:30'))).breaks).toEqual(['b2014: a', 'b2044: b c']);
  });

  it('holds nothing where it would begin while another one is seen on air', async () => {
    const { breaks, displaced } = await logOf(seenAt('20:43:31'));
    expect(breaks).toEqual(['b2014: a']);
    expect(displaced.filter(({ spot }) => spot !== 'a').map(({ spot, cause }) => `${spot}: ${cause}`)).toEqual([
      'b: another break',
      'c: another break',
    ]);
  });

  it('ends where the other begins: only the first of its two spots fits', async () => {
    expect((await logOf(seenAt('20:44:59'))).breaks).toEqual(['b2014: a', 'b2044: b']);
    expect((await logOf(seenAt('20:45:00'))).breaks).toEqual(['b2014: a', 'b2044: b c']);
  });

  it.each([482, 61, 76, 91, 340])(
    'is as in the best log of all: evening %i, of which nobody says how late it is',
    async (seed) => {
      const { now: _, ...keys } = randomEvening(seed);
      await expectBest(keys, `evening ${seed}`);
    },
  );
});
