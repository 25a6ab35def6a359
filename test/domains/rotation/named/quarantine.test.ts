import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { Refusal } from '../../../../src/problems/problem.ts';
import { records } from '../audit-fixture.ts';
import { best, breaksAt, type Keys, type Outcome, prepare, spot } from '../cases.ts';

const findings = ({ settings, tables, instance, solution }: Outcome) =>
  records(auditRotation(settings, tables, instance.schedule(solution.chosen)).tables.findings).map(({ text }) => text);

/** The messages with which a case is refused. */
function refused(keys: Keys): readonly string[] {
  try {
    const { data } = prepare(keys);
    return data.quarantined.filter(({ forbids }) => forbids).map((row) => `${row.table} ${row.column}: ${row.reason}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

describe('07: one row is at fault, the others are planned', () => {
  it('07-overlapping-breaks: the later of the two is set aside', async () => {
    const breaks = [
      { id: 'b1', local: '20:14', seconds: 60, spots: 2 },
      { id: 'b2', local: '20:14:30', seconds: 60, spots: 2 },
      { id: 'b3', local: '20:15', seconds: 60, spots: 2 },
    ];
    const outcome = await best({ breaks, spots: [spot('s1')] });
    expect(outcome.log).toHaveLength(1);
    // b3 begins when b1 is over: what was set aside is in nobody's way.
    expect(outcome.quarantine).toEqual(['breaks 2 local: begins 30 s before the break "b1" is over']);
  });

  it('07-unknown-key: rows with an unknown key, no map or no advertiser are set aside, the others placed', async () => {
    const rows: readonly unknown[] = [
      spot('s1', { cpm: 10 }),
      { spot_no: 's2', advertiser: 'A', seconds: 30, tier: 'guaranteed', cpm: 10 },
      { id: 's3', advertiser: 'A', seconds: 30, tier: 'guaranteed', cmp: 10 },
      { id: 's4', seconds: 30, tier: 'guaranteed', cpm: 10 },
      17,
      spot('s5', { advertiser: 'B', seconds: '30' }),
    ];
    const outcome = await best({ breaks: breaksAt('20:14'), spots: rows });
    expect(outcome.log).toEqual(['s1 b2014', 's5 b2014']);
    expect(outcome.quarantine).toEqual([
      'spots 2 spot_no: is no column of spots; maybe "spot_id" is meant',
      'spots 3 cmp: is no column of spots; maybe "cpm" is meant',
      'spots 4 advertiser: is empty, but a value is needed',
      'spots 5 : is no row: a row is a map of columns',
    ]);
  });

  it('but what forbids never vanishes: there an unknown key is an error', () => {
    const keys = { breaks: breaksAt('20:14'), spots: [spot('s1')] };
    expect(() => prepare({ ...keys, blackouts: [{ categry: 'beer', from: '20:00', to: '21:00' }] })).toThrow(/categry/);
  });
});

describe('what names a row that was set aside', () => {
  const keys: Keys = {
    breaks: breaksAt('20:14', '20:44'),
    spots: [spot('s1'), spot('s2', { seconds: 'long' })],
    locks: [{ spot: 's2', break: 'b2044' }],
    published: [{ spot: 's2', break: 'b2014', position: 1 }],
  };

  it('is a finding, and the rest is planned', async () => {
    const outcome = await best(keys);
    expect(outcome.log).toHaveLength(1);
    expect(outcome.instance.notes).toContain(
      's2 is locked to b2044, and the row of one of them was set aside: the lock does not hold',
    );
    expect(findings(outcome)).toEqual([
      'locks names the spot s2, whose row was set aside',
      'published names the spot s2, whose row was set aside',
    ]);
  });

  it('also where it is the break', async () => {
    const breaks = [...breaksAt('20:14'), { id: 'b2044', local: '20:44', seconds: 0, spots: 4 }];
    const outcome = await best({ ...keys, breaks, spots: [spot('s1'), spot('s2', { advertiser: 'B' })] });
    expect(outcome.log).toHaveLength(2);
    expect(findings(outcome)).toEqual(['locks names the break b2044, whose row was set aside']);
  });

  it('while a lock of what is nowhere is an error', async () => {
    await expect(best({ ...keys, locks: [{ spot: 's9', break: 'b2044' }] })).rejects.toThrow(/names the spot "s9"/);
  });
});

describe('nothing is accepted in silence', () => {
  const keys: Keys = { breaks: breaksAt('20:14', '20:44'), spots: [spot('s1')] };
  const notes = (more: Keys) => {
    const { data, instance } = prepare({ ...keys, ...more });
    return [...data.notes, ...instance.notes];
  };

  it('not a preemption or a blackout that ends before it begins', () => {
    expect(refused({ ...keys, preemptions: [{ from: '21:00', live_end: '20:40' }] })).toEqual([
      'preemptions live_end: is not after the begin, 21:00:00',
    ]);
  });

  it('not an order, a creative, an advertiser or a blackout that names nobody', () => {
    expect(
      notes({
        advertisers: { B: {} },
        orders: [{ id: 'o' }],
        creatives: [{ id: 'c' }],
        spots: [spot('s1', { creative: 'd' })],
        blackouts: [{ advertiser: 'Nobody', from: '20:00', to: '21:00' }],
      }),
    ).toEqual([
      '1 row of 1 in spots: the advertiser stands in no row of advertisers, such as "A" (maybe "B" is meant)',
      '1 row of 1 in spots: the creative stands in no row of creatives, such as "d" (maybe "c" is meant)',
      '1 row of 1 in blackouts: the advertiser stands in no row of spots or advertisers, such as "Nobody"',
    ]);
  });

  it('not breaks of other dates', () => {
    const breaks = [...breaksAt('20:14'), { id: 'next', date: '2025-03-11', local: '20:14', seconds: 60, spots: 2 }];
    expect(notes({ breaks })).toEqual([
      '1 of 2 breaks is not on 2025-03-10: no spot is planned there, such as in next',
    ]);
  });

  it('not aired spots that no table names, nor a second airing', async () => {
    const now = '2025-03-10T20:30:00-04:00';
    const as_run = [
      { spot: 'ghost', at: '20:14' },
      { spot: 's1', at: '20:14:30' },
      { spot: 's1', at: '20:16' },
    ];
    const outcome = await best({ ...keys, now, as_run });
    expect(findings(outcome)).toEqual([
      'ghost aired at 20:14:00 and is in no row of spots',
      's1 aired 2 times (20:14:30, 20:16:00): the longest airing counts',
    ]);
    expect(outcome.data.notes).toEqual([
      expect.stringMatching(/as_run: the spot stands in no row of spots, such as "ghost"/),
    ]);
  });

  it.each([
    ['catagories', 'categories'],
    ['seperation', 'separation'],
  ])('not the misspelt column %s of a file', async (found, column) => {
    const misspelt = best(keys, (tables) =>
      tables.map((table) => ({ ...table, header: table.header.map((name) => (name === column ? found : name)) })),
    );
    await expect(misspelt).rejects.toThrow(`the table "spots" has no column "${found}"`);
  });
});
