import { describe, expect, it } from 'vitest';
import { audited, broken, records } from './audit-fixture.ts';

const b = (id: string, local: string, more = {}) => ({
  id,
  local: local.length === 5 ? `${local}:00` : local,
  ...more,
});

describe('the capacity of a break', () => {
  const four = ['s', 't', 'u', 'v'].map((id) => ({ id, advertiser: id }));
  it('holds seconds', () => {
    const given = { breaks: [b('b', '20:00', { seconds: 60 })], spots: four };
    expect(broken(given, {}, 's b', 't b', 'u b')).toContain('capacity b');
  });
  it('holds the guard after each spot as well', () => {
    const given = { breaks: [b('b', '20:00', { seconds: 60 })], spots: four.slice(0, 2) };
    expect(broken(given, { rules: { guard: 1 } }, 's b', 't b')).toEqual(['capacity b']);
    expect(broken(given, {}, 's b', 't b')).toEqual([]);
  });
  it('holds a number of spots', () => {
    const given = { breaks: [b('b', '20:00', { spots: 2 })], spots: four.slice(0, 3) };
    expect(broken(given, {}, 's b', 't b', 'u b')).toEqual(['count b']);
  });
});

describe('spots that overlap', () => {
  it('are named, though each break for itself is sound', () => {
    const given = {
      breaks: [b('b', '20:00'), b('c', '20:00:20')],
      spots: [{ id: 's' }, { id: 't', advertiser: 'B' }],
    };
    expect(broken(given, {}, 's b', 't c')).toEqual(['overlap t']);
  });
});

describe('the rolling cap', () => {
  const cap = (count: number) => ({ rules: { rolling_seconds: 3600 }, count });
  const at = (...times: readonly string[]) => ({
    breaks: times.map((local, index) => b(`b${index}`, local)),
    spots: times.map((_, index) => ({ id: `s${index}`, cap: 2 })),
  });
  const log = (count: number) => Array.from({ length: count }, (_, index) => `s${index} b${index}`);
  it('counts in any hour, not by the clock', () => {
    expect(broken(at('20:59', '21:01', '21:03'), cap(2), ...log(3))).toEqual(['rolling_cap A']);
  });
  it('lets the third in when the first is an hour old', () => {
    expect(broken(at('20:00', '20:30', '21:00'), cap(2), ...log(3))).toEqual([]);
    expect(broken(at('20:00', '20:30', '20:59:59'), cap(2), ...log(3))).toEqual(['rolling_cap A']);
  });
  it('is the least of the spots in the window', () => {
    const given = at('20:00', '20:20');
    const strict = {
      ...given,
      spots: [
        { id: 's0', cap: 1 },
        { id: 's1', cap: 3 },
      ],
    };
    expect(broken(strict, cap(1), 's0 b0', 's1 b1')).toEqual(['rolling_cap A']);
  });
  it('counts a group together', () => {
    const given = at('20:00', '20:20', '20:40');
    const spots = given.spots.map((spot, index) => ({ ...spot, advertiser: index === 0 ? 'A' : 'B' }));
    const advertisers = [
      { id: 'A', parent: 'Group' },
      { id: 'B', parent: 'Group' },
    ];
    expect(broken({ ...given, spots, advertisers }, cap(2), ...log(3))).toEqual(['rolling_cap Group']);
  });
});

describe('caps of a block and a day', () => {
  const given = (more: object) => ({
    breaks: [b('b', '20:00', { block: 'drama' }), b('c', '22:00', { block: 'drama' })],
    spots: [{ id: 's', ...more }, { id: 't' }],
  });
  it('hold in a block', () => {
    expect(broken(given({ cap_block: 1 }), {}, 's b', 't c')).toEqual(['cap_block A']);
  });
  it('hold on a day', () => {
    expect(broken(given({ cap_day: 1 }), {}, 's b', 't c')).toEqual(['cap_day A']);
  });
});

describe('separation', () => {
  const pair = (first: number, second: number, seconds = 30) => ({
    breaks: [b('b', '20:00', { seconds: 1200 }), b('c', '20:20')],
    spots: [
      { id: 's', separation: first, seconds },
      { id: 't', separation: second },
    ],
  });
  it('is measured from end to start', () => {
    expect(broken(pair(1170, 1170), {}, 's b', 't c')).toEqual([]);
    expect(broken(pair(1171, 0), {}, 's b', 't c')).toEqual(['separation A']);
  });
  it('is the larger of the two', () => {
    expect(broken(pair(900, 60, 600), {}, 's b', 't c')).toEqual(['separation A']);
    expect(broken(pair(60, 900, 600), {}, 's b', 't c')).toEqual(['separation A']);
    expect(broken(pair(60, 60, 600), {}, 's b', 't c')).toEqual([]);
  });
  it('counts the place in the break: what stands before pushes a spot nearer', () => {
    const given = pair(1170, 1170);
    const three = { ...given, spots: [...given.spots, { id: 'z', advertiser: 'Z' }] };
    expect(broken(three, {}, 's b 1', 'z b 2', 't c')).toEqual([]);
    expect(broken(three, {}, 'z b 1', 's b 2', 't c')).toEqual(['separation A']);
  });
  it('holds in a group', () => {
    const given = pair(1200, 1200);
    const advertisers = [
      { id: 'A', parent: 'Group' },
      { id: 'B', parent: 'Group' },
    ];
    const spots = given.spots.map((spot, index) => ({ ...spot, advertiser: index === 0 ? 'A' : 'B' }));
    expect(broken({ ...given, spots, advertisers }, {}, 's b', 't c')).toEqual(['separation Group']);
    expect(broken({ ...given, spots }, {}, 's b', 't c')).toEqual([]);
  });
});

describe('competitors', () => {
  const rivals = (local: string, categories: readonly string[] = ['auto']) => ({
    breaks: [b('b', '20:00'), b('c', local)],
    spots: [
      { id: 's', categories: ['auto'] },
      { id: 't', advertiser: 'B', categories },
    ],
  });
  const rules = { competitive: { auto: 1800 } };
  it('keep the distance of their category', () => {
    expect(broken(rivals('20:30:30'), { rules }, 's b', 't c')).toEqual([]);
    expect(broken(rivals('20:30:29'), { rules }, 's b', 't c')).toEqual(['competitive auto']);
    expect(broken(rivals('20:30:29', ['bank']), { rules }, 's b', 't c')).toEqual([]);
  });
  it('are no competitors in one group', () => {
    const advertisers = [
      { id: 'A', parent: 'Group' },
      { id: 'B', parent: 'Group' },
    ];
    expect(broken({ ...rivals('20:10'), advertisers }, { rules }, 's b', 't c')).toEqual([]);
  });
  it('never stand side by side, even without a distance', () => {
    const spots = [...rivals('20:10').spots, { id: 'z', advertiser: 'Z' }];
    const given = { ...rivals('20:10'), spots };
    expect(broken(given, {}, 's b', 't b', 'z b')).toEqual(['adjacency b']);
    expect(broken(given, {}, 's b', 'z b', 't b')).toEqual([]);
  });
  it('may come near where the scenario relaxes it for a guaranteed spot, and then it says so', () => {
    const found = audited(rivals('20:10'), { rules, relax: ['competitive'] }, 's b', 't c');
    expect(found.violations).toEqual([]);
    expect(records(found.tables.relaxations)).toMatchObject([{ rule: 'competitive', spot: 's' }]);
  });
  it('may not for others', () => {
    const given = rivals('20:10');
    const spots = given.spots.map((spot) => ({ ...spot, tier: 'remnant' as const }));
    expect(broken({ ...given, spots }, { rules, relax: ['competitive'] }, 's b', 't c')).toEqual(['competitive auto']);
  });
});

describe('the same creative', () => {
  it('keeps its distance, whoever books it', () => {
    const given = {
      breaks: [b('b', '20:00'), b('c', '20:30')],
      spots: [
        { id: 's', creative: 'film' },
        { id: 't', advertiser: 'B', creative: 'film' },
      ],
    };
    expect(broken(given, { rules: { creative: 2700 } }, 's b', 't c')).toEqual(['creative film']);
    expect(broken(given, { rules: { creative: 1770 } }, 's b', 't c')).toEqual([]);
  });
});

describe('margins', () => {
  it('are the tightest of each rule and entity', () => {
    const given = {
      breaks: [b('b', '20:00'), b('c', '20:30'), b('d', '22:00')],
      spots: [
        { id: 's', separation: 900 },
        { id: 't', separation: 900 },
        { id: 'u', separation: 900 },
      ],
    };
    const { tables, metrics } = audited(given, {}, 's b', 't c', 'u d');
    const margins = records(tables.margins).filter(({ rule }) => rule === 'separation');
    expect(margins).toEqual([{ rule: 'separation', entity: 'A', limit: 900, actual: 1770, margin: 870 }]);
    expect(metrics.smallest_separation_margin).toBe(870);
    expect(metrics.smallest_cap_margin).toBe(null);
  });
});
