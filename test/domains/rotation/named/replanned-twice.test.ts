import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { records } from '../audit-fixture.ts';
import { best, type Keys, type Outcome, spot } from '../cases.ts';

const audited = ({ settings, tables, instance, solution }: Outcome) =>
  auditRotation(settings, tables, instance.schedule(solution.chosen));

/** "d 20:44 aired": each spot, when it airs and how. */
const logOf = (outcome: Outcome) =>
  records(audited(outcome).tables.log).map((row) => `${row.spot} ${row.break} ${row.local} ${row.state}`);

const at = (local: string) => `2025-03-10T${local}:00-04:00`;
const slot = (id: string, date: string, local: string, more: Keys = {}): Keys => ({
  ...{ id, date, local, seconds: 60, spots: 2, ...more },
});

/** Monday's match, and Tuesday's prime time. */
const evening: Keys = {
  days: 2,
  breaks: [
    ...[slot('m2014', '2025-03-10', '20:14'), slot('m2044', '2025-03-10', '20:44')],
    ...[slot('m2144', '2025-03-10', '21:44'), slot('t2044', '2025-03-11', '20:44')],
  ],
  spots: [
    spot('a', { advertiser: 'A', wish: at('20:14') }),
    spot('b', { advertiser: 'B', wish: at('20:44') }),
    spot('c', { advertiser: 'C', wish: at('20:44'), tolerance_minutes: 0 }),
    spot('d', { advertiser: 'D', wish: at('21:44') }),
  ],
};

const published = (...rows: readonly string[]) =>
  rows.map((row) => {
    const [id, own, position] = row.split(' ');
    return { spot: id, break: own, position: Number(position) };
  });

/** The next replan: what the last one says is published. */
const replanned = (outcome: Outcome, now: string, ...ends: readonly string[]) =>
  best({
    ...evening,
    ...{ now: at(now), published: outcome.instance.schedule(outcome.solution.chosen) },
    preemptions: ends.map((live_end) => ({ from: '20:40', live_end, reason: 'the match runs over' })),
  });

describe('a match that is extended twice', () => {
  it('moves, then makes good, and the next replan keeps what was made good', async () => {
    const first = await best({
      ...evening,
      now: at('20:40'),
      published: published('a m2014 1', 'b m2044 1', 'c m2044 2', 'd m2144 1'),
      preemptions: [{ from: '20:40', live_end: '21:20', reason: 'the match runs over' }],
    });
    // c is booked for 20:44 exactly: that is over, and a make-good may be at another time.
    expect(logOf(first)).toEqual([
      ...['a m2014 20:14 aired', 'b m2044 21:20 moved', 'd m2144 21:44 placed', 'c t2044 20:44 make_good'],
    ]);
    const second = await replanned(first, '21:10', '21:20', '21:50');
    expect(logOf(second)).toEqual([
      ...['a m2014 20:14 aired', 'd m2144 21:51 moved'],
      ...['c t2044 20:44 make_good', 'b t2044 20:44:30 make_good'],
    ]);
    const third = await replanned(second, '21:45', '21:20', '21:50', '22:30');
    // d follows the match; b and c stay on Tuesday, where the second replan put them.
    expect(logOf(third)).toEqual([
      ...['a m2014 20:14 aired', 'd m2144 22:31 moved'],
      ...['c t2044 20:44 make_good', 'b t2044 20:44:30 make_good'],
    ]);
    for (const outcome of [first, second, third]) {
      const { violations, objective } = audited(outcome);
      expect(violations).toEqual([]);
      expect(objective.net_score).toBe(outcome.net);
    }
    expect(records(audited(third).tables.obligations).map((row) => `${row.spot} ${row.status} ${row.created}`)).toEqual(
      ['b booked 2025-03-10', 'c booked 2025-03-10'],
    );
  });

  it('takes over what a run owes as the obligations of the next one, and settles what aired', async () => {
    const obligations = [
      { spot: 'a', value: 20, status: 'booked', created: '2025-03-09', expires: '2025-04-09' },
      { spot: 'b', value: 20, status: 'open', created: '2025-03-09', expires: '2025-04-09' },
    ];
    const outcome = await best({ ...evening, now: at('20:40'), published: published('a m2014 1'), obligations });
    expect(records(audited(outcome).tables.obligations).map((row) => `${row.spot} ${row.status}`)).toEqual([
      ...['a aired', 'b booked'],
    ]);
    const as_run = [{ spot: 'a', at: '20:14', seconds: 10 }];
    const short = await best({ ...evening, now: at('20:40'), published: published('a m2014 1'), obligations, as_run });
    expect(records(audited(short).tables.obligations).map((row) => `${row.spot} ${row.status}`)).toContain('a booked');
  });
});

describe('what a live event did', () => {
  it('stands break by break, with what became of the spots', async () => {
    const first = await best({
      ...evening,
      now: at('20:40'),
      published: published('a m2014 1', 'b m2044 1', 'c m2044 2', 'd m2144 1'),
      preemptions: [{ from: '20:14:30', live_end: '21:50', reason: 'the match' }],
    });
    const rows = records(audited(first).tables.live_events).map(({ event, date, planned, put_off, ...row }) => row);
    // a had begun before it; b is made good on Tuesday, c as well; d follows the match.
    expect(rows).toEqual([
      { break: 'm2014', fate: 'ends early', local: '20:14', kept: 1, elsewhere: 0, made_good: 0, owed: 0 },
      { break: 'm2044', fate: 'follows', local: '21:50', kept: 0, elsewhere: 0, made_good: 2, owed: 0 },
      { break: 'm2144', fate: 'follows', local: '21:51', kept: 1, elsewhere: 0, made_good: 0, owed: 0 },
    ]);
  });
});
