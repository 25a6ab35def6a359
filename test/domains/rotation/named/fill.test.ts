import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { best, breaksAt, type Keys, prepare, spot } from '../cases.ts';

/** A public service announcement of an advertiser of its own. */
const psa = (id: string, more: Keys = {}): Keys => ({
  ...{ id, advertiser: `Council ${id}`, seconds: 30, tier: 'fill' },
  ...more,
});

const other = (id: string, more: Keys = {}) => spot(id, { advertiser: id.toUpperCase(), ...more });

const rulesOf = (keys: Keys, ...log: readonly string[]) => {
  const { settings, tables } = prepare(keys);
  const rows = log.map((line, k) => ({ spot: line.split(' ')[0]!, break: line.split(' ')[1]!, position: k + 1 }));
  return auditRotation(settings, tables, rows).violations.map(({ rule, text }) => `${rule}: ${text}`);
};

describe('fill', () => {
  it('airs in the breaks that would stay empty, one in each before a second in any', async () => {
    const { breaks } = await best({
      breaks: breaksAt('20:14', '20:44', '21:14'),
      spots: [other('b', { wish: '20:44' }), psa('p1'), psa('p2'), psa('p3')],
    });
    expect(breaks).toEqual(['b2014: p1 p3', 'b2044: b', 'b2114: p2']);
  });

  it('displaces nothing, not even a remnant of no value', async () => {
    const { breaks } = await best({
      breaks: breaksAt('20:14'),
      spots: [other('b', { cpm: 0, tier: 'remnant' }), psa('p')],
    });
    expect(breaks).toEqual(['b2014: b']);
  });

  it('moves nothing: two spots that wish for two breaks do not make room for it', async () => {
    const { breaks } = await best({
      breaks: breaksAt('20:14', '20:44'),
      spots: [other('b', { wish: '20:14' }), other('c', { wish: '20:44' }), psa('p')],
    });
    expect(breaks).toEqual(['b2014: b', 'b2044: c']);
  });

  it('keeps its hours, its distances and its caps, and what the scenario forbids', async () => {
    const breaks = breaksAt('20:14', '20:20', '21:14');
    const of = async (keys: Keys) => (await best({ breaks, ...keys })).breaks;
    expect(await of({ spots: [psa('p', { earliest: '21:00' })] })).toEqual(['b2114: p']);
    // Of one advertiser: 900 s apart.
    const two = [psa('p', { advertiser: 'C' }), psa('q', { advertiser: 'C' })];
    expect(await of({ spots: two })).toEqual(['b2014: p', 'b2114: q']);
    expect(await of({ spots: two.map((own) => ({ ...own, cap_day: 1 })) })).toHaveLength(1);
    expect(await of({ spots: [psa('p')], forbid: [{ spot: 'p', break: 'b2014' }] })).toEqual(['b2020: p']);
  });

  it('chooses so that as few breaks as can be stay empty', async () => {
    // p can air in both breaks, q in the first alone.
    const { breaks } = await best({
      breaks: breaksAt('20:14', '20:44'),
      spots: [psa('p'), psa('q', { latest: '20:30' })],
    });
    expect(breaks).toEqual(['b2014: q', 'b2044: p']);
  });

  it('is neither sold nor left out nor moved: no number counts it', async () => {
    const { settings, tables, instance, solution } = await best({
      breaks: breaksAt('20:14', '20:44'),
      spots: [other('b', { wish: '20:14' }), psa('p'), psa('q', { latest: '19:00' })],
    });
    const {
      metrics,
      objective,
      violations,
      tables: audited,
    } = auditRotation(settings, tables, instance.schedule(solution.chosen));
    expect(violations).toEqual([]);
    expect([metrics.spots, metrics.placed, metrics.unplaced, metrics.alert, metrics.fill]).toEqual([1, 1, 0, 0, 0.125]);
    expect(objective.net_score).toBe(solution.net);
    expect(audited.unplaced?.rows).toEqual([]);
  });

  it('stays where it is locked, also beside others', async () => {
    const keys = {
      breaks: breaksAt('20:14'),
      locks: [{ spot: 'p', break: 'b2014' }],
      spots: [other('b'), psa('p')],
    };
    const { breaks, settings, tables, instance, solution } = await best(keys);
    expect(breaks).toEqual(['b2014: b p']);
    expect(auditRotation(settings, tables, instance.schedule(solution.chosen)).violations).toEqual([]);
  });

  it('is owed to nobody and no change where a log that was published had it', async () => {
    const { settings, tables, instance, solution, log } = await best({
      breaks: breaksAt('20:14'),
      spots: [other('b'), psa('p')],
      published: [{ spot: 'p', break: 'b2014', position: 1 }],
    });
    const { tables: audited, metrics } = auditRotation(settings, tables, instance.schedule(solution.chosen));
    expect(log).toEqual(['b b2014']);
    expect([metrics.changes, metrics.obligations_open, solution.net]).toEqual([0, 0, 0]);
    expect(audited.changes?.rows).toHaveLength(0);
  });

  it('that stands beside others, in the place of another, or out of an empty break is told', () => {
    const keys = {
      breaks: [
        { id: 'b1', local: '20:14', seconds: 30, spots: 2 },
        { id: 'b2', local: '20:44', seconds: 60, spots: 2 },
      ],
      spots: [other('b', { latest: '20:20' }), other('c', { earliest: '20:30' }), psa('p')],
    };
    expect(rulesOf(keys, 'p b1', 'c b2')).toEqual([
      'positions: the positions in b2 are 2: they must count 1 to 1',
      'tier: b (guaranteed) is left out of b1, though only spots of a lower tier keep it out',
    ]);
    expect(rulesOf(keys, 'c b2', 'p b2', 'b b1').filter((text) => text.startsWith('fill'))).toEqual([
      'fill: p is fill and stands in b2 beside c: fill airs where a break would stay empty',
    ]);
    const free = { ...keys, spots: [other('b'), psa('p')] };
    expect(rulesOf(free, 'b b1')).toEqual(['fill: b2 stays empty, and p is fill that could air in it']);
  });

  it('has neither value nor wish nor bundle', async () => {
    const { quarantine } = await best({
      breaks: breaksAt('20:14'),
      spots: [
        psa('p', { cpm: 3 }),
        psa('q', { wish: '20:14' }),
        psa('r', { bundle: 'x', pairing: 'piggyback', part: 1 }),
        other('b'),
      ],
    });
    expect(quarantine).toEqual([
      'spots 1 cpm: fill has no value: leave it empty, or make the spot a remnant',
      'spots 2 wish: fill has no wish: leave it empty, or make the spot a remnant',
      'spots 3 bundle: fill airs by itself: leave it empty, or make the spots remnants',
    ]);
  });
});
