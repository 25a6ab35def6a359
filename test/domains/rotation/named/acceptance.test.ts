import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { best, breaksAt, type Keys, type Outcome, spot } from '../cases.ts';

const audited = ({ settings, tables, instance, solution }: Outcome) =>
  auditRotation(settings, tables, instance.schedule(solution.chosen));

const rival = (id: string, advertiser: string, more: Keys = {}) =>
  spot(id, { advertiser, categories: ['auto'], ...more });

describe('competitors', () => {
  const competitive = { rules: { competitive: { auto: 1800 } } };

  it('are never within 1800 s of each other', async () => {
    const spots = [rival('a', 'A'), rival('b', 'B')];
    // 20:00:00 to 20:00:30, and from 20:30:00: 1,770 s. With another spot before the later one they are far enough.
    expect((await best({ ...competitive, breaks: breaksAt('20:00', '20:30'), spots })).log).toHaveLength(1);
    const filled = [...spots, spot('n', { advertiser: 'N', tier: 'remnant' })];
    const outcome = await best({ ...competitive, breaks: breaksAt('20:00', '20:30'), spots: filled });
    expect(outcome.log).toHaveLength(3);
    expect(outcome.breaks[1]).toMatch(/^b2030: n [ab]$/);
    expect((await best({ ...competitive, breaks: breaksAt('20:00', '20:31'), spots })).log).toHaveLength(2);
  });

  it('are never in breaks within 1800 s of each other where distances are robust', async () => {
    const spots = [rival('a', 'A'), rival('b', 'B')];
    const robust = { rules: { competitive: { auto: 1800 }, robust: true } };
    expect((await best({ ...robust, breaks: breaksAt('20:00', '20:31'), spots })).log).toHaveLength(1);
    expect((await best({ ...robust, breaks: breaksAt('20:00', '20:32'), spots })).log).toHaveLength(2);
  });

  it('are never adjacent in a break that they may share', async () => {
    const spots = [rival('a', 'A'), rival('b', 'B'), spot('n', { advertiser: 'N', tier: 'remnant' })];
    expect((await best({ breaks: breaksAt('20:00'), spots })).breaks).toEqual(['b2000: a n b']);
    expect((await best({ breaks: breaksAt('20:00'), spots: spots.slice(0, 2) })).log).toHaveLength(1);
  });

  it('of two categories are kept apart by an order that is found after the search', async () => {
    const spots = [
      rival('a', 'A', { position: 'first' }),
      rival('b', 'B', { position: 'last' }),
      spot('c', { advertiser: 'C', tier: 'priority', categories: ['auto', 'beer'] }),
    ];
    const outcome = await best({ breaks: breaksAt('20:00'), spots });
    expect(outcome.log).toHaveLength(1);
  });

  it('of one parent are none', async () => {
    const advertisers = { A: { parent: 'P' }, B: { parent: 'P' } };
    const spots = [rival('a', 'A'), rival('b', 'B')];
    expect((await best({ ...competitive, advertisers, breaks: breaksAt('20:00', '20:17'), spots })).log).toHaveLength(
      2,
    );
  });
});

describe('preemption 20:40 to 21:20', () => {
  const keys: Keys = {
    now: '2025-03-10T20:40:00-04:00',
    breaks: breaksAt('20:14', '20:44', '21:00', '21:22'),
    preemptions: [{ from: '20:40', live_end: '21:20', reason: 'overtime' }],
    published: [
      { spot: 'aired', break: 'b2014', position: 1 },
      { spot: 'second', break: 'b2014', position: 2 },
      { spot: 'lost', break: 'b2044', position: 1 },
      { spot: 'exact', break: 'b2100', position: 1 },
    ],
    spots: [
      spot('second', { advertiser: 'B', cpm: 99 }),
      spot('aired', { tier: 'remnant' }),
      spot('lost', { advertiser: 'C' }),
      spot('exact', { advertiser: 'D', wish: '21:00', tolerance_minutes: 0 }),
      spot('new', { advertiser: 'E', tier: 'priority', cpm: 1 }),
    ],
  };

  it('keeps aired spots untouched, and moves the break that still fits', async () => {
    const outcome = await best(keys);
    // b2044 follows the live event at 21:20, b2100 would run into b2122.
    expect(outcome.breaks[0]).toBe('b2014: aired second');
    expect(outcome.instance.notes).toContain('lost to a preemption: b2100');
    expect(outcome.log).toContain('lost b2044');
  });

  it('turns unplaceable ones into obligations', async () => {
    const { violations, tables, metrics } = audited(await best(keys));
    expect(violations).toEqual([]);
    expect(metrics.obligations_open).toBe(1);
    expect(tables.obligations!.rows[0]![0]).toBe('exact');
  });

  it('holds nothing against history: two competitors that aired together stay', async () => {
    const spots = [rival('a', 'A'), rival('b', 'B'), rival('c', 'C')];
    const published = ['a', 'b'].map((id, k) => ({ spot: id, break: 'b2000', position: k + 1 }));
    const rules = { competitive: { auto: 1800 } };
    const now = '2025-03-10T20:01:00-04:00';
    const outcome = await best({ rules, now, published, breaks: breaksAt('20:00', '20:20', '20:40'), spots });
    expect(outcome.log).toEqual(['a b2000', 'b b2000', 'c b2040']);
  });
});

describe('deadlock', () => {
  const keys: Keys = {
    rules: { competitive: { auto: 1800 } },
    breaks: breaksAt('20:00'),
    spots: [
      rival('a', 'A'),
      rival('b', 'B', { cpm: 10 }),
      spot('n', { advertiser: 'N', tier: 'remnant', categories: [] }),
    ],
  };

  it('leaves a guaranteed spot out, and relaxes nothing unasked', async () => {
    const outcome = await best(keys);
    expect(outcome.log).toEqual(['a b2000', 'n b2000']);
    expect(audited(outcome).violations).toEqual([]);
  });

  it('relaxes competitive separation where asked, for guaranteed spots only', async () => {
    const outcome = await best({ ...keys, relax: ['competitive'] });
    expect(outcome.breaks).toEqual(['b2000: a n b']);
    const audit = audited(outcome);
    expect(audit.violations).toEqual([]);
    expect(audit.tables.relaxations!.rows).toHaveLength(1);
    const spots = [rival('a', 'A'), rival('b', 'B', { tier: 'priority' }), spot('n', { advertiser: 'N' })];
    expect((await best({ ...keys, spots, relax: ['competitive'] })).log).toEqual(['a b2000', 'n b2000']);
  });

  it('relaxes the shift, then prime time, each only where what comes before does not help', async () => {
    const far = { breaks: breaksAt('19:00', '22:00'), spots: [spot('s', { wish: '20:00' })] };
    expect((await best(far)).log).toEqual([]);
    expect((await best({ ...far, relax: ['max_shift', 'off_peak'] })).log).toEqual(['s b2200']);
    expect((await best({ ...far, relax: ['off_peak'] })).log).toEqual(['s b1900']);
    expect((await best({ ...far, relax: ['off_peak', 'max_shift'] })).log).toEqual(['s b1900']);
  });

  it('does not relax for a spot that has a place', async () => {
    const near = { breaks: breaksAt('20:30', '22:00'), spots: [spot('s', { wish: '20:00' })] };
    expect((await best({ ...near, weights: { shift: 0 }, relax: ['max_shift'] })).log).toEqual(['s b2030']);
  });

  it('names the locks that cannot hold', async () => {
    const locks = [
      { spot: 'a', break: 'b2000' },
      { spot: 'b', break: 'b2000' },
    ];
    const { solution } = await best({ ...keys, locks });
    expect(solution.status).toBe('infeasible');
    expect(solution.conflict?.members.map(({ label }) => label)).toEqual([
      'a locked to b2000',
      'b locked to b2000',
      'auto at 20:00 on 2025-03-10',
    ]);
  });

  it('refuses a lock of what is not there', async () => {
    await expect(best({ ...keys, locks: [{ spot: 'a', break: 'b2001' }] })).rejects.toThrow(
      /a lock names the break "b2001"/,
    );
  });

  it('keeps a lock, at its position', async () => {
    const locks = [{ spot: 'n', break: 'b2000', position: 2 }];
    expect((await best({ ...keys, locks })).breaks).toEqual(['b2000: a n']);
  });
});

describe('the alarm', () => {
  /** Thirty spots in thirty breaks, all wishing for their own; `moved` of them find it too short. */
  const evening = async (moved: number) => {
    const times = Array.from(
      { length: 60 },
      (_, k) => `${20 + Math.floor(k / 20)}:${String((k % 20) * 3).padStart(2, '0')}`,
    );
    const breaks = times.map((local, k) => ({
      id: `b${k}`,
      local,
      seconds: k % 2 === 0 && k < 2 * moved ? 20 : 30,
      spots: 1,
    }));
    const spots = Array.from({ length: 30 }, (_, k) => spot(`s${k}`, { advertiser: `A${k}`, wish: times[2 * k] }));
    return audited(await best({ breaks, spots })).metrics;
  };

  it('is raised by 2 of 30 moved, 6.7 %', async () => {
    expect(await evening(2)).toMatchObject({ spots: 30, moved: 2, unplaced: 0, alert: 1 });
  });

  it('is not raised by 1 of 30', async () => {
    expect(await evening(1)).toMatchObject({ spots: 30, moved: 1, unplaced: 0, alert: 0 });
  });
});
