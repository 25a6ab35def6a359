import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { records } from '../audit-fixture.ts';
import { best, type Keys, type Outcome, spot } from '../cases.ts';

const audited = ({ settings, tables, instance, solution }: Outcome) =>
  auditRotation(settings, tables, instance.schedule(solution.chosen));

const owedIn = (outcome: Outcome) =>
  records(audited(outcome).tables.obligations).map(({ spot, status, break: at }) =>
    [spot, status, at].filter((part) => part !== null).join(' '),
  );

describe('08-make-good: a match takes the rest of Monday', () => {
  const wishing = (id: string, advertiser: string, wish: string) => spot(id, { advertiser, wish });
  const keys: Keys = {
    days: 2,
    now: '2025-03-10T20:40:00-04:00',
    preemptions: [{ from: '20:40', live_end: '23:00', reason: 'overrun' }],
    breaks: [
      { id: 'm2014', date: '2025-03-10', local: '20:14', seconds: 60, spots: 2 },
      { id: 'm2044', date: '2025-03-10', local: '20:44', seconds: 90, spots: 3 },
      { id: 'm2330', date: '2025-03-10', local: '23:30', seconds: 60, spots: 2, kind: 'remnant' },
      { id: 't2044', date: '2025-03-11', local: '20:44', seconds: 60, spots: 2 },
    ],
    orders: [{ id: 'oC', advertiser: 'C', from: '2025-03-10', to: '2025-03-10' }],
    spots: [
      wishing('g1', 'A', '2025-03-10T20:14:00-04:00'),
      wishing('g2', 'B', '2025-03-10T20:44:00-04:00'),
      spot('g3', { advertiser: 'C', order: 'oC' }),
      wishing('g4', 'D', '20:44'),
    ],
    published: [
      { spot: 'g1', break: 'm2014', position: 1 },
      { spot: 'g3', break: 'm2044', position: 3 },
      { spot: 'g2', break: 'm2044', position: 1 },
      { spot: 'g4', break: 'm2044', position: 2 },
    ],
  };

  it('books the displaced in prime time of the next day, and in remnant breaks what may not air then', async () => {
    const outcome = await best(keys);
    expect(outcome.log).toEqual(['g1 m2014', 'g2 t2044', 'g3 m2330', 'g4 t2044']);
    const { violations, tables, metrics, objective } = audited(outcome);
    expect(violations).toEqual([]);
    expect(objective.net_score).toBe(outcome.net);
    expect(owedIn(outcome)).toEqual(['g2 booked t2044', 'g3 booked m2330', 'g4 booked t2044']);
    expect(records(tables.log).map((row) => `${row.spot} ${row.state}: ${row.text}`)).toEqual([
      'g1 aired: on air already, as published',
      'g3 make_good: made good: a remnant break',
      'g2 make_good: made good: prime time of a later day',
      'g4 make_good: made good: prime time of a later day',
    ]);
    // g4 airs at its wish, a day later: that is not as it was sold.
    expect(metrics.moved).toBe(3);
    expect(objective.make_good_penalty).toBe(2 * 201 + 400);
  });

  it('goes where `make_good` allows it alone, and names the places', async () => {
    const outcome = await best({ ...keys, make_good: ['remnant'] });
    // Without the next day g4 still may air there: its wish is for any date.
    expect(outcome.log).toEqual(['g1 m2014', 'g2 m2330', 'g3 m2330', 'g4 t2044']);
    const none = await best({ ...keys, make_good: [] });
    expect(none.log).toEqual(['g1 m2014', 'g4 t2044']);
    expect(records(audited(none).tables.obligations).map((row) => `${row.spot}: ${row.places}`)).toEqual([
      'g2: none on these dates',
      'g3: none on these dates',
    ]);
  });

  it('is full where the owed of one tier are more than the places: the highest value first', async () => {
    const breaks = (keys.breaks as Keys[]).map((row) => (row.id === 't2044' ? { ...row, seconds: 30, spots: 1 } : row));
    const rich = (keys.spots as Keys[]).map((row) => (row.id === 'g2' ? { ...row, cpm: 90 } : row));
    const outcome = await best({ ...keys, breaks, spots: rich, make_good: ['next_day_prime'] });
    expect(outcome.log).toEqual(['g1 m2014', 'g2 t2044']);
    expect(
      records(audited(outcome).tables.obligations).map((row) => `${row.spot} ${row.status}: ${row.places}`),
    ).toEqual(['g2 booked: ', 'g3 open: none on these dates', 'g4 open: t2044 (2025-03-11 20:44)']);
  });
});

describe('09-obligations: three places for four spots', () => {
  const priority = (id: string, advertiser: string, cpm: number) => spot(id, { advertiser, cpm, tier: 'priority' });
  const obligation = (id: string, status: string, expires: string, value = 20) => ({
    ...{ spot: id, value, status, created: '2025-03-09', expires },
  });
  const keys: Keys = {
    date: '2025-03-11',
    breaks: [
      { id: 't2014', local: '20:14', seconds: 60, spots: 2 },
      { id: 't2044', local: '20:44', seconds: 30, spots: 1 },
    ],
    spots: [
      priority('old1', 'A', 20),
      priority('old2', 'B', 20),
      priority('old3', 'C', 20),
      priority('new1', 'D', 200),
    ],
    obligations: [
      obligation('old1', 'open', '2025-03-20'),
      obligation('old2', 'approved', '2025-03-11'),
      obligation('old3', 'offered', '2025-03-10', 2000),
    ],
  };
  const spotsOf = ({ log }: Outcome) => log.map((line) => line.split(' ')[0]);

  it('places what is owed until today and is approved, and never what has expired', async () => {
    const outcome = await best(keys);
    expect(spotsOf(outcome)).toEqual(['new1', 'old1', 'old2']);
    expect(audited(outcome).violations).toEqual([]);
    expect(owedIn(outcome).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['old3 expired', 'old2 booked', 'old1 booked'],
    ]);
  });

  it('gives the last place to what expires today, before what is worth more', async () => {
    const breaks = (keys.breaks as Keys[]).slice(1);
    const outcome = await best({ ...keys, breaks });
    expect(outcome.log).toEqual(['old2 t2044']);
    expect(audited(outcome).violations).toEqual([]);
    const later = [obligation('old1', 'open', '2025-03-20'), obligation('old2', 'approved', '2025-03-12')];
    expect((await best({ ...keys, breaks, obligations: later })).log).toEqual(['new1 t2044']);
  });

  it('of several that expire today takes the approved one', async () => {
    const obligations = [obligation('old1', 'open', '2025-03-11'), obligation('old2', 'approved', '2025-03-11')];
    const spots = [priority('old1', 'A', 99), priority('old2', 'B', 20)];
    const breaks = (keys.breaks as Keys[]).slice(1);
    expect((await best({ ...keys, breaks, spots, obligations })).log).toEqual(['old2 t2044']);
  });

  it('does not air what is settled, and the auditor says so', async () => {
    const obligations = [obligation('new1', 'credited', '2025-03-20')];
    const outcome = await best({ ...keys, obligations });
    expect(spotsOf(outcome)).toEqual(['old1', 'old2', 'old3']);
    const rows = [{ spot: 'new1', break: 't2044', position: 1 }];
    const { violations } = auditRotation(outcome.settings, outcome.tables, rows);
    expect(violations.map(({ text }) => text)).toContain(
      'new1 in t2044: it is settled: it aired before, was credited or has expired',
    );
  });
});
