import { describe, expect, it } from 'vitest';
import { numbers } from '../../../../bench/instances.ts';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { best, breaksAt, type Keys, prepare, spot } from '../cases.ts';

const OPEN = { creative: 0, max_shift_minutes: false, separation: 0 };

/** A break of 40 minutes and 80 spots, and 90 spots of 30 s that want to be in it. */
const pod = (spotOf: (k: number) => Keys, rules: Keys = OPEN): Keys => ({
  breaks: [{ id: 'pod', local: '20:00', seconds: 2400, spots: 80 }],
  spots: Array.from({ length: 90 }, (_, k) => spot(`s${String(k).padStart(2, '0')}`, { cap: 80, ...spotOf(k) })),
  rules,
  weights: { shift: 0, evenness: 0 },
});

const audited = async (keys: Keys) => {
  const outcome = await best(keys);
  const schedule = outcome.instance.schedule(outcome.solution.chosen);
  return { ...outcome, schedule, violations: auditRotation(outcome.settings, outcome.tables, schedule).violations };
};

describe('a break of 80 spots', () => {
  it('with six categories and 25 advertisers is full, and its audit finds nothing', async () => {
    const below = numbers(80);
    const categories = ['auto', 'beer', 'food', 'travel', 'bank', 'toys'];
    const { status, schedule, violations } = await audited(
      pod((k) => ({
        advertiser: `A${below(25)}`,
        categories: below(10) < 7 ? [categories[below(6)]] : [],
        ...(k === 70 && { position: 'first' }),
        ...(k === 3 && { position: 'last' }),
      })),
    );
    expect([status, schedule.length, violations]).toEqual(['optimal', 80, []]);
  });

  it('stands every other spot apart where 40 competitors need 40 others between them', async () => {
    const { schedule, violations } = await audited(
      pod((k) => ({ advertiser: `A${k}`, categories: k % 2 === 0 ? ['auto'] : [] })),
    );
    const autos = schedule.filter(({ spot: id }) => Number(String(id).slice(1)) % 2 === 0);
    expect([schedule.length, violations]).toEqual([80, []]);
    // As many as fit between the others, and one more.
    expect(autos.length).toBeLessThanOrEqual(schedule.length - autos.length + 1);
  });

  it('keeps distances between the spots of an advertiser inside it', async () => {
    const { schedule, violations } = await audited(
      pod((k) => ({ advertiser: `A${k % 30}`, separation: 300, categories: k % 3 === 0 ? ['auto'] : [] })),
    );
    expect([schedule.length, violations]).toEqual([80, []]);
  });

  it('holds up to 200 spots, and no more', () => {
    const breakOf = (id: string, local: string, spots: number) => ({ id, local, seconds: 1800, spots });
    const { tables, data } = prepare({
      breaks: [breakOf('b', '20:00', 200), breakOf('c', '21:00', 201)],
      spots: [spot('s')],
    });
    expect(tables.breaks.rows.map(({ id }) => id)).toEqual(['b']);
    expect(data.quarantined.map(({ reason }) => reason)).toEqual(['not between 1 and 200']);
  });
});

describe('one advertiser four times in 90 seconds', () => {
  // 20:59:00, 20:59:30, 21:00:00 and 21:00:30: two breaks with nothing between them.
  const keys = (more: Keys): Keys => ({
    breaks: breaksAt('20:59', '21:00').map((own) => ({ ...own, seconds: 60, spots: 2 })),
    spots: ['a1', 'a2', 'a3', 'a4'].map((id) => spot(id, { seconds: 30, ...more })),
    rules: { creative: 0 },
  });
  const RAN = [
    { spot: 'a1', break: 'b2059', position: 1 },
    { spot: 'a2', break: 'b2059', position: 2 },
    { spot: 'a3', break: 'b2100', position: 1 },
    { spot: 'a4', break: 'b2100', position: 2 },
  ];
  const rulesOf = (more: Keys) => {
    const { settings, tables } = prepare(keys(more));
    const { violations } = auditRotation(settings, tables, RAN, { given: true });
    return violations.map(({ rule, text }) => `${rule}: ${text}`);
  };

  it('is planned where a cap of 4 and no separation allow it', async () => {
    const { log } = await best(keys({ cap: 4, separation: 0 }));
    expect(log.map((row) => row.slice(3)).sort()).toEqual(['b2059', 'b2059', 'b2100', 'b2100']);
  });

  it('is three times at the most under a cap of 3, and once under a separation of 90 s', async () => {
    expect((await best(keys({ cap: 3, separation: 0 }))).log).toHaveLength(3);
    // 90 s from the end of a1 at 20:59:30 is 21:01.
    expect((await best(keys({ cap: 4, separation: 90 }))).log).toHaveLength(1);
    // 30 s: one at 20:59, over at 20:59:30, and one at 21:00.
    expect((await best(keys({ cap: 4, separation: 30 }))).log).toHaveLength(2);
  });

  it('is right in a log as it was run where its terms allow it, and told where they do not', () => {
    expect(rulesOf({ cap: 4, separation: 0 })).toEqual([]);
    expect(rulesOf({ cap: 3, separation: 0 })).toEqual([
      'rolling_cap: 4 spots of A in the 3600 s up to a4 in b2100: the cap is 3',
    ]);
    expect(rulesOf({ cap: 4, separation: 30 })).toEqual([
      'separation: a1 in b2059 and a2 in b2059, both of A, are 0 s apart, end to start: 30 s are needed',
      'separation: a2 in b2059 and a3 in b2100, both of A, are 0 s apart, end to start: 30 s are needed',
      'separation: a3 in b2100 and a4 in b2100, both of A, are 0 s apart, end to start: 30 s are needed',
    ]);
  });
});
