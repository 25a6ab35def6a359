import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { records } from '../audit-fixture.ts';
import { best, breaksAt, type Keys, type Outcome, spot } from '../cases.ts';

const audited = ({ settings, tables, instance, solution }: Outcome) =>
  auditRotation(settings, tables, instance.schedule(solution.chosen));

/** Four spots of 30 s and $20 each, published in two breaks; it is 21:00, and a match took 20:44. */
const keys: Keys = {
  now: '2025-03-10T21:00:00-04:00',
  preemptions: [{ from: '20:40', live_end: '20:55', reason: 'overrun' }],
  breaks: breaksAt('20:14', '20:44', '21:44'),
  spots: ['a', 'b', 'c', 'd', 'e'].map((id) => spot(id, { advertiser: id })),
  published: [
    { spot: 'a', break: 'b2014', position: 1 },
    { spot: 'b', break: 'b2014', position: 2 },
    { spot: 'c', break: 'b2014', position: 3 },
    { spot: 'd', break: 'b2044', position: 1 },
  ],
  as_run: [
    { spot: 'b', at: '20:14:00' },
    { spot: 'a', at: '2025-03-10T20:14:30-04:00', seconds: 12 },
    { spot: 'd', break: 'b2044', at: '20:58' },
  ],
};

describe('what really aired', () => {
  it('wins over what was published: order, times, and what is missing is planned again', async () => {
    const outcome = await best(keys);
    expect(outcome.breaks).toEqual(expect.arrayContaining(['b2014: b a', 'b2044: d']));
    const { violations, tables } = audited(outcome);
    expect(violations).toEqual([]);
    expect(records(tables.log).map((row) => `${row.spot} ${row.local} ${row.state}`)).toEqual([
      ...['b 20:14 aired', 'a 20:14:30 aired', 'd 20:58 aired'],
      ...['c 21:44 placed', 'e 21:44:30 placed'],
    ]);
  });

  it('is held against the plan: late, short, missing, and what is owed for it', async () => {
    const { tables, metrics } = audited(await best(keys));
    expect(records(tables.reconciliation).map((row) => `${row.spot} ${row.state}: ${row.text}, ${row.owed}`)).toEqual([
      'b as planned: as planned, 0',
      'a short: 12 of 30 s, 1200',
      'c missing: not seen on air; it is planned in b2144, 21:44 on 2025-03-10, 2000',
      'd late: 3 min late, 0',
    ]);
    // c has a place again; of a 18 of 30 s are owed.
    expect(records(tables.obligations).map((row) => `${row.spot} ${row.status} ${row.value}`)).toEqual(['a open 1200']);
    expect(metrics.obligations_open).toBe(1);
  });

  it('wins over a live event: what was seen on air in it was on air', async () => {
    const outcome = await best({ ...keys, as_run: [{ spot: 'd', break: 'b2044', at: '20:45' }] });
    expect(outcome.log).toContain('d b2044');
    expect(audited(outcome).violations).toEqual([]);
  });

  it('where nothing was seen, nothing has aired', async () => {
    const outcome = await best({ ...keys, as_run: [] });
    expect(outcome.log.map((line) => line.split(' ')[1])).toEqual(Array(4).fill('b2144'));
    expect(audited(outcome).violations).toEqual([]);
  });

  it('with 0 seconds is no airing, and of two airings the longer counts', async () => {
    const as_run = [
      { spot: 'a', at: '20:14', seconds: 0 },
      { spot: 'b', at: '20:14', seconds: 10 },
      { spot: 'b', at: '20:15', seconds: 30 },
    ];
    const outcome = await best({ ...keys, as_run });
    const states = records(audited(outcome).tables.reconciliation).map((row) => `${row.spot} ${row.state}`);
    // b was to follow a, from 20:14:30 on: at 20:15 it is near enough.
    expect(states).toEqual(['a missing', 'b as planned', 'c missing', 'd missing']);
  });

  it('on another date is not aired again', async () => {
    const as_run = [{ spot: 'e', date: '2025-03-09', at: '20:14' }];
    const outcome = await best({ ...keys, as_run });
    expect(outcome.log.some((line) => line.startsWith('e '))).toBe(false);
    const { violations } = auditRotation(outcome.settings, outcome.tables, [
      { spot: 'e', break: 'b2144', position: 1 },
    ]);
    expect(violations.map(({ text }) => text)).toContain('e aired on another date and stands in b2144');
  });

  it('is what the auditor asks for: the break, and the order', async () => {
    const { settings, tables } = await best(keys);
    const rows = [
      { spot: 'a', break: 'b2014', position: 1 },
      { spot: 'b', break: 'b2014', position: 2 },
    ];
    expect(auditRotation(settings, tables, rows).violations.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'b aired in b2014 at 1, as measured, and now stands in b2014 at 2',
        'a aired in b2014 at 2, as measured, and now stands in b2014 at 1',
        'd aired in b2044 at 1, as measured, and is missing',
      ]),
    );
  });
});

describe('what was seen on air keeps its distance', () => {
  /** x of A opens the break of 20:14, y of A, or another, follows it: later, or shorter, than it was booked. */
  const seen = (as_run: readonly Keys[], more: Keys): Keys => ({
    now: '2025-03-10T20:20:00-04:00',
    breaks: breaksAt('20:14', '20:30:15', '21:44'),
    spots: [spot('x', { advertiser: 'X' }), spot('a', { cap: 3 }), spot('b', { cap: 3 })],
    published: ['x', 'a'].map((id, k) => ({ spot: id, break: 'b2014', position: k + 1 })),
    as_run,
    rules: { separation: 900, rolling_seconds: 0, max_shift_minutes: false },
    weights: { shift: 1 },
    ...more,
  });
  const x = { spot: 'x', at: '20:14' };
  const placeOfB = async (keys: Keys) => {
    const outcome = await best(keys);
    expect(audited(outcome).violations).toEqual([]);
    return outcome.log.find((line) => line.startsWith('b '));
  };

  it('from the second at which it ended: late, it is nearer to the next break than it was to be', async () => {
    // As published a ends at 20:15:00, 915 s before 20:30:15; it really ended at 20:15:30.
    expect(await placeOfB(seen([x, { spot: 'a', at: '20:14:30' }], { breaks: breaksAt('20:14', '20:30:15') }))).toBe(
      'b b203015',
    );
    expect(await placeOfB(seen([x, { spot: 'a', at: '20:15:00' }], { breaks: breaksAt('20:14', '20:30:15') }))).toBe(
      undefined,
    );
  });

  it('short, it leaves more room: a competitor is placed 603 s after it', async () => {
    const keys = (seconds: number) =>
      seen([{ spot: 'a', at: '20:12:00', seconds }], {
        breaks: breaksAt('20:12', '20:22:15'),
        spots: [spot('a', { seconds: 45, categories: ['auto'] }), spot('b', { advertiser: 'B', categories: ['auto'] })],
        published: [{ spot: 'a', break: 'b2012', position: 1 }],
        rules: { competitive: { auto: 600 } },
      });
    expect(await placeOfB(keys(12))).toBe('b b202215');
    expect(await placeOfB(keys(16))).toBe(undefined);
  });

  it('long, it leaves less: 30 s more than it was booked for', async () => {
    const keys = (seconds: number) =>
      seen([x, { spot: 'a', at: '20:14:30', seconds }], { breaks: breaksAt('20:14', '20:30:15') });
    expect(await placeOfB(keys(45))).toBe('b b203015');
    expect(await placeOfB(keys(46))).toBe(undefined);
  });

  it('counts in a rolling window from the second at which it began', async () => {
    const keys = (at: string) =>
      seen([x, { spot: 'a', at }], {
        breaks: breaksAt('20:14', '20:44:15'),
        spots: [spot('x', { advertiser: 'X' }), spot('a', { cap: 1 }), spot('b', { cap: 1 })],
        rules: { separation: 0, rolling_seconds: 1800, max_shift_minutes: false },
      });
    // Half an hour after 20:14:15, and 1,785 s after 20:14:30.
    expect(await placeOfB(keys('20:14:15'))).toBe('b b204415');
    expect(await placeOfB(keys('20:14:30'))).toBe(undefined);
  });
});
