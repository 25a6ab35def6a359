import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { records } from '../audit-fixture.ts';
import { best, type Keys, type Outcome, spot } from '../cases.ts';

const audited = ({ settings, tables, instance, solution }: Outcome) =>
  auditRotation(settings, tables, instance.schedule(solution.chosen));

/** What was wrong in the log, and what the audit found in the tables that no log can hold to. */
const judged = (outcome: Outcome) => {
  const { violations, tables } = audited(outcome);
  return [violations.map(({ text }) => text), records(tables.findings).map((row) => row.text)];
};

const at = (local: string) => `2025-03-10T${local}:00-04:00`;
const broken = (id: string, local: string, more: Keys = {}): Keys => ({ id, local, seconds: 60, spots: 2, ...more });
const overrun = (live_end: string, from = '20:40'): Keys => ({ from, live_end, reason: 'overrun' });

/** A match from 20:40; g1 was published in b2014, g2 in b2044. */
const match = (more: Keys, b2044: Keys = {}): Keys => ({
  now: at('20:40'),
  preemptions: [overrun('21:20')],
  breaks: [broken('b2014', '20:14'), broken('b2044', '20:44', b2044), broken('b2144', '21:44')],
  spots: [spot('g1'), spot('g2', { advertiser: 'B' })],
  published: [
    { spot: 'g1', break: 'b2014', position: 1 },
    { spot: 'g2', break: 'b2044', position: 1 },
  ],
  ...more,
});

/** When each break is on air: "b2044 21:20". */
const starts = (outcome: Outcome) =>
  records(audited(outcome).tables.breaks).map((row) => `${row.break} ${row.local} ${row.seconds} s`);

describe('a live event has the air', () => {
  it('04-locked-break: also of a locked break, whose spot is displaced and planned again', async () => {
    const outcome = await best(match({}, { locked: true }));
    expect(outcome.log).toEqual(['g1 b2014', 'g2 b2144']);
    expect(judged(outcome)).toEqual([
      [],
      ['b2044 is locked and lost: the live event (overrun) from 20:40 to 21:20 has its time'],
    ]);
  });

  it('04-locked-spot: a lock in a break that it took is a finding, and the rest is planned', async () => {
    const locks = [{ spot: 'g2', break: 'b2044' }];
    const outcome = await best(match({ locks, preemptions: [overrun('21:43:30')] }));
    expect(outcome.log).toEqual(['g1 b2014', 'g2 b2144']);
    expect(outcome.instance.notes).toContain(
      'g2 is locked to b2044, and a live event has the air then: the lock does not hold',
    );
    expect(judged(outcome)).toEqual([
      [],
      [
        'g2 is locked to b2044: the lock does not hold, since the live event (overrun) from 20:40 to 21:43:30 has the time of the break',
      ],
    ]);
  });

  it('05-midway: what was published in it has not aired, though it lies before now', async () => {
    const outcome = await best(match({ now: at('21:00') }));
    expect(outcome.log).toEqual(['g1 b2014', 'g2 b2044']);
    expect(starts(outcome)).toEqual(['b2014 20:14 60 s', 'b2044 21:20 60 s', 'b2144 21:44 60 s']);
    expect(judged(outcome)).toEqual([[], []]);
    expect(records(audited(outcome).tables.log).map((row) => row.state)).toEqual(['aired', 'placed']);
  });

  it('05-midway: after it a break that followed it has aired as published', async () => {
    const outcome = await best(match({ now: at('21:30') }));
    expect(records(audited(outcome).tables.log).map((row) => `${row.spot} ${row.local} ${row.state}`)).toEqual([
      'g1 20:14 aired',
      'g2 21:20 aired',
    ]);
  });

  it('takes what is published in it where nothing else is left, and that is owed', async () => {
    const outcome = await best(match({ now: at('21:00'), preemptions: [overrun('23:00')] }));
    expect(outcome.log).toEqual(['g1 b2014']);
    expect(records(audited(outcome).tables.obligations)).toMatchObject([{ spot: 'g2', status: 'open' }]);
  });
});

describe('a break that a live event ends', () => {
  const straddle = (more: Keys = {}): Keys => ({
    ...match({ now: at('20:30') }),
    breaks: [broken('b2039', '20:39', { seconds: 120, spots: 4 }), broken('b2144', '21:44')],
    spots: [spot('g1', { seconds: 60 }), spot('g2', { seconds: 60, advertiser: 'B' })],
    published: ['g1', 'g2'].map((id, k) => ({ spot: id, break: 'b2039', position: k + 1 })),
    ...more,
  });

  it('05-straddle: keeps the spots before it, and the one that would begin in it is displaced', async () => {
    const outcome = await best(straddle());
    expect(outcome.log).toEqual(['g1 b2039', 'g2 b2144']);
    expect(starts(outcome)).toEqual(['b2039 20:39 60 s', 'b2144 21:44 60 s']);
    expect(judged(outcome)).toEqual([[], []]);
  });

  it('is over then, also where it has begun and where it is locked', async () => {
    const locked = [broken('b2039', '20:39', { seconds: 120, spots: 4, locked: true }), broken('b2144', '21:44')];
    for (const more of [{ now: at('20:45') }, { breaks: locked }]) {
      const outcome = await best(straddle(more));
      expect(outcome.log).toEqual(['g1 b2039', 'g2 b2144']);
      expect(judged(outcome)[0]).toEqual([]);
    }
  });

  it('has aired a spot that began before it, and does not plan one that would end in it', async () => {
    const spots = [spot('g1', { seconds: 45 }), spot('g2', { seconds: 30, advertiser: 'B' })];
    expect((await best(straddle({ spots, now: at('20:45') }))).log).toEqual(['g1 b2039', 'g2 b2039']);
    expect((await best(straddle({ spots }))).log).toEqual(['g1 b2039', 'g2 b2144']);
  });

  it('makes a lock of what would air in it void, and keeps the other', async () => {
    const locks = ['g1', 'g2'].map((id) => ({ spot: id, break: 'b2039' }));
    const outcome = await best(straddle({ locks }));
    expect(outcome.log).toEqual(['g1 b2039', 'g2 b2144']);
    expect(judged(outcome)).toEqual([
      [],
      [
        'g2 is locked to b2039: the lock does not hold, since the live event (overrun) from 20:40 to 21:20 has the seconds in the break in which the spot would air',
      ],
    ]);
  });
});

describe('a match that is extended, and extended again', () => {
  const first = overrun('21:20');
  const breaks = [
    ...[broken('b2014', '20:14'), broken('b2044', '20:44'), broken('b2122', '21:22')],
    ...[broken('b2152', '21:52'), broken('b2222', '22:22')],
  ];
  const spots = ['g1', 'g2', 'g3', 'g4'].map((id) => spot(id, { advertiser: id }));
  const published = ['b2014', 'b2044', 'b2122', 'b2222'].map((own, k) => ({
    ...{ spot: `g${k + 1}`, break: own, position: 1 },
  }));
  const evening = (now: string, ...preemptions: readonly Keys[]) =>
    best(match({ now: at(now), breaks, spots, published, preemptions }));

  it('by a row with a later end: breaks that followed the first end follow the second', async () => {
    const outcome = await evening('21:10', first, overrun('21:45'));
    expect(starts(outcome)).toEqual([
      ...['b2014 20:14 60 s', 'b2044 21:45 60 s', 'b2122 21:46 60 s'],
      ...['b2152 21:52 60 s', 'b2222 22:22 60 s'],
    ]);
    expect(outcome.log).toEqual(['g1 b2014', 'g2 b2044', 'g3 b2122', 'g4 b2222']);
    expect(judged(outcome)).toEqual([[], []]);
  });

  it('by a row that overlaps or touches: it is one event', async () => {
    for (const more of [overrun('21:45', '21:10'), overrun('21:45', '21:20')])
      expect(starts(await evening('21:10', first, more))).toContain('b2044 21:45 60 s');
  });

  it('until nothing is left: each replan owes what has no place, and what aired before stays', async () => {
    const outcome = await evening('21:40', first, overrun('21:45'), overrun('23:00'));
    expect(outcome.log).toEqual(['g1 b2014']);
    const { violations, tables } = audited(outcome);
    expect(violations).toEqual([]);
    expect(records(tables.obligations).map((row) => row.spot)).toEqual(['g2', 'g3', 'g4']);
  });

  it('and a second match later: what followed the first one aired', async () => {
    const outcome = await evening('21:25', first, overrun('22:00', '21:25'));
    expect(records(audited(outcome).tables.log).map((row) => `${row.spot} ${row.local} ${row.state}`)).toEqual([
      ...['g1 20:14 aired', 'g2 21:20 aired', 'g3 21:22 aired', 'g4 22:22 placed'],
    ]);
    expect(judged(outcome)).toEqual([[], []]);
  });
});
