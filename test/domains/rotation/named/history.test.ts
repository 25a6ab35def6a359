import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { records } from '../audit-fixture.ts';
import { breaksAt, type Keys, prepare, spot } from '../cases.ts';

const row = (line: string) => {
  const [id = '', at = '', position] = line.split(' ');
  return { spot: id, break: at, position: Number(position) };
};

/** The audit of a log that was made elsewhere. */
const given = (keys: Keys, ...log: readonly string[]) => {
  const { settings, tables } = prepare(keys);
  return auditRotation(settings, tables, log.map(row), { given: true });
};

const LOG = ['a1 b2014 1', 'b1 b2014 2', 'a2 b2044 1', 'c1 b2114 1'];

const keys: Keys = {
  rules: { competitive: { auto: 1800 }, creative: 0 },
  breaks: breaksAt('20:14', '20:44', '21:14'),
  spots: [
    spot('a1', { categories: ['auto'], cap: 1 }),
    spot('b1', { advertiser: 'B', categories: ['auto'] }),
    spot('a2', { cap: 1 }),
    spot('c1', { advertiser: 'C', seconds: 60, tier: 'remnant', latest: '20:30' }),
  ],
  published: LOG.map(row),
};

describe('12-history: a given log', () => {
  // The same whether it is to come, has aired since, or is closed.
  it.each([
    ['to come', {}],
    ['over', { now: '2025-03-11T06:00:00-04:00' }],
    ['closed', { breaks: breaksAt('20:14', '20:44', '21:14').map((own) => ({ ...own, locked: true })) }],
  ])('that is %s is judged as it was: competitors side by side, and a cap of 1 exceeded', (_, more) => {
    const { violations } = given({ ...keys, ...more }, ...LOG);
    expect(violations.map(({ rule, text }) => `${rule}: ${text}`)).toEqual([
      'window: c1 in b2114: it begins at 21:14, outside … to 20:30',
      'rolling_cap: 2 spots of A in the 3600 s up to a2 in b2044: the cap is 1',
      'competitive: a1 in b2014 and b1 in b2014, both auto, are 0 s apart, end to start: 1800 s are needed',
      'adjacency: a1 and b1 stand side by side in b2014 and share a category',
    ]);
  });

  it('must still have what has aired where it aired', () => {
    const { violations } = given({ ...keys, now: '2025-03-11T06:00:00-04:00' }, 'a1 b2044 1');
    expect(violations.map(({ rule, entity }) => `${rule} ${entity}`)).toContain('aired a1');
  });

  it('is told what it left out though it fits, also in breaks that are over by now', () => {
    for (const more of [{}, { now: '2025-03-11T06:00:00-04:00' }]) {
      const { tables } = given({ ...keys, ...more }, 'a1 b2014 1');
      // b1 competes with a1 until 20:44:30, c1 airs until 20:30, and a2 has a cap of one an hour: it is over at 21:14.
      expect(records(tables.rejections).map(({ text }) => text)).toEqual([
        'a2 (guaranteed) would have fitted in b2114 (2025-03-10 21:14)',
        'b1 (guaranteed) would have fitted in b2114 (2025-03-10 21:14)',
        'c1 (remnant) would have fitted in b2014 (2025-03-10 20:14)',
      ]);
    }
  });

  it('is told whether the old place of a spot that moved was legal', () => {
    const { tables } = given(keys, 'a1 b2014 1', 'b1 b2114 1', 'a2 b2114 2');
    expect(records(tables.changes).map((own) => `${own.spot} ${own.change}: ${own.old_place}`)).toEqual([
      'a1 same: null',
      'a2 moved: broke rolling cap',
      'b1 moved: broke competitive, adjacency',
      'c1 dropped: broke window',
    ]);
    const legal = { ...keys, published: ['a2 b2044 1'].map(row) };
    expect(records(given(legal, 'a2 b2114 1').tables.changes).map((own) => own.old_place)).toEqual(['legal']);
  });
});
