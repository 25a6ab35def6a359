import { describe, expect, it } from 'vitest';
import { audited, records } from './audit-fixture.ts';

const b = (id: string, local: string, more = {}) => ({
  id,
  local: local.length === 5 ? `${local}:00` : local,
  ...more,
});
const TWO = { breaks: [b('b', '20:00'), b('c', '21:00')] };

describe('the objective', () => {
  it('has the value of each tier in dollars: price times thousands of viewers', () => {
    const given = {
      breaks: [b('b', '20:00')],
      spots: [
        { id: 's', cpm: 2050, impressions: 3 },
        { id: 't', advertiser: 'B', tier: 'priority' as const },
      ],
    };
    const { objective, metrics } = audited(given, {}, 's b', 't b');
    expect(objective).toMatchObject({ value_guaranteed: 61.5, value_priority: 10, value_remnant: 0, net_score: 0 });
    expect(metrics.value).toBe(71.5);
  });
  it('takes price and viewers of the order where the spot has none', () => {
    const given = {
      ...TWO,
      orders: [{ id: 'o', cpm: 300, impressions: 2 }],
      spots: [{ id: 's', order: 'o', cpm: null }],
    };
    expect(audited(given, {}, 's b').objective.value_guaranteed).toBe(6);
  });
  it('charges each minute from the wish, one begun as a whole', () => {
    const given = { breaks: [b('b', '20:03:01')], spots: [{ id: 's', wish: '20:00:00' }] };
    const { objective } = audited(given, { weights: { shift: 2 } }, 's b');
    expect(objective).toMatchObject({ shift_penalty: 8, total_penalties: 8, net_score: -8 });
  });
  it('charges each pair of an advertiser in an hour of prime time', () => {
    const given = {
      breaks: [b('b', '20:00'), b('c', '20:30'), b('d', '20:59'), b('e', '21:00')],
      spots: ['s', 't', 'u', 'v'].map((id) => ({ id })),
    };
    const { objective } = audited(given, { weights: { evenness: 10 } }, 's b', 't c', 'u d', 'v e');
    expect(objective.evenness_penalty).toBe(30);
  });
  it('charges no pair outside prime time', () => {
    const given = { breaks: [b('b', '19:00'), b('c', '19:30')], spots: [{ id: 's' }, { id: 't' }] };
    const keys = { weights: { evenness: 10 }, rules: { prime: false } };
    expect(audited(given, keys, 's b', 't c').objective.evenness_penalty).toBe(0);
  });
  it('charges a published spot in another break, and none that is dropped or new', () => {
    const given = {
      ...TWO,
      spots: [{ id: 's' }, { id: 't' }, { id: 'u' }],
      published: [
        { spot: 's', break: 'b', position: 1 },
        { spot: 't', break: 'b', position: 2 },
      ],
    };
    expect(audited(given, { weights: { changes: 50 } }, 's c', 'u c').objective.changes_penalty).toBe(50);
  });
  it('charges airings of a creative beyond its share, rounded up', () => {
    const given = {
      breaks: [b('b', '20:00')],
      creatives: [
        { id: 'f', weight: 1 },
        { id: 'g', weight: 2 },
      ],
      spots: [
        { id: 's', creative: 'f' },
        { id: 't', creative: 'f' },
        { id: 'u', creative: 'g' },
      ],
    };
    expect(audited(given, { weights: { rotation: 7 } }, 's b', 't b', 'u b').objective.rotation_penalty).toBe(7);
  });
});

describe('the metrics', () => {
  const many = (count: number, moved: number) => ({
    breaks: [b('b', '20:00', { seconds: 3000, spots: 30 }), b('c', '21:00', { seconds: 3000, spots: 30 })],
    spots: Array.from({ length: count }, (_, index) => ({
      ...{ id: `s${index}`, advertiser: `A${index}` },
      wish: index < moved ? '20:00:00' : '21:00:00',
    })),
  });
  const log = (count: number) => Array.from({ length: count }, (_, index) => `s${index} c`);
  it('raise the alert at two moved of thirty', () => {
    expect(audited(many(30, 2), {}, ...log(30)).metrics).toMatchObject({ moved: 2, moved_rate: 0.066667, alert: 1 });
  });
  it('raise none at one of thirty', () => {
    expect(audited(many(30, 1), {}, ...log(30)).metrics).toMatchObject({ moved: 1, alert: 0 });
  });
  it('raise none at the very share that is allowed', () => {
    expect(audited(many(20, 1), {}, ...log(20)).metrics).toMatchObject({ moved_rate: 0.05, alert: 0 });
  });
  it('count a spot left out like one moved', () => {
    const found = audited(many(30, 1), {}, ...log(29));
    expect(found.metrics).toMatchObject({ moved: 1, unplaced: 1, alert: 1 });
  });
  it('do not call a spot moved within its tolerance, nor one without a wish', () => {
    const spots = [
      { id: 's', wish: '20:50:00', tolerance_minutes: 10 },
      { id: 't', wish: '20:49:00', tolerance_minutes: 10 },
      { id: 'u' },
    ];
    const { tables, metrics } = audited({ ...TWO, spots }, {}, 's c', 't c', 'u c');
    expect(metrics.moved).toBe(1);
    expect(records(tables.log).map(({ state }) => state)).toEqual(['placed', 'moved', 'placed']);
  });
  it('measure fill and evenness', () => {
    const spots = [
      { id: 's', seconds: 90 },
      { id: 't', advertiser: 'B', seconds: 30 },
    ];
    expect(audited({ ...TWO, spots }, {}, 's b', 't b').metrics).toMatchObject({ fill: 0.5, breaks: 2, gini: 0.25 });
  });
});

describe('the log', () => {
  it('has each spot at its own second, in the order of time', () => {
    const given = { breaks: [b('b', '20:00')], spots: [{ id: 's' }, { id: 't', advertiser: 'B', wish: '19:58:00' }] };
    const rows = records(audited(given, { rules: { guard: 5 } }, 't b 2', 's b 1').tables.log);
    expect(rows.map(({ spot, local, utc }) => ({ spot, local, utc }))).toEqual([
      { spot: 's', local: '20:00', utc: '2025-03-10T20:00:00Z' },
      { spot: 't', local: '20:00:35', utc: '2025-03-10T20:00:35Z' },
    ]);
    expect(rows[1]).toMatchObject({ state: 'moved', shift_minutes: 2, text: '2 min after its wish', value: 1000 });
  });
});

describe('changes', () => {
  it('compare with the published log', () => {
    const given = {
      ...TWO,
      spots: ['s', 't', 'u', 'v'].map((id) => ({ id, advertiser: id })),
      published: [
        { spot: 's', break: 'b' },
        { spot: 't', break: 'b', position: 2 },
        { spot: 'u', break: 'b', position: 3 },
      ],
    };
    const { tables, metrics } = audited(given, {}, 's b', 't c', 'v c');
    expect(records(tables.changes).map(({ spot, change }) => `${spot} ${change}`)).toEqual([
      ...['s same', 't moved', 'u dropped', 'v new'],
    ]);
    expect(metrics.changes).toBe(2);
  });
});

describe('obligations', () => {
  const published = [{ spot: 's', break: 'b', position: 1 }];
  it('arise for a published spot without a place', () => {
    const { tables, metrics } = audited({ ...TWO, spots: [{ id: 's' }], published }, {});
    expect(records(tables.obligations)).toEqual([
      {
        ...{ spot: 's', advertiser: 'A', value: 1000, expires: '2025-05-09', status: 'open' },
        windows: 'prime time of 2025-03-10; prime time of the days from 2025-03-11; remnant inventory until 2025-05-09',
        places: 'b (2025-03-10 20:00); c (2025-03-10 21:00)',
        ...{ created: '2025-03-10', break: null, date: null, local: null },
      },
    ]);
    expect(metrics.obligations_open).toBe(1);
  });
  it('are booked by a log that has a place', () => {
    const given = { ...TWO, spots: [{ id: 's' }], obligations: [{ spot: 's', value: 500, created: '2025-03-01' }] };
    expect(records(audited(given, {}, 's b').tables.obligations)).toMatchObject([
      { status: 'booked', expires: '2025-04-30' },
    ]);
  });
  it('expire', () => {
    const given = { ...TWO, obligations: [{ spot: 'x', expires: '2025-03-09' }] };
    const { tables, metrics } = audited(given, {});
    expect(records(tables.obligations)).toMatchObject([{ status: 'expired', advertiser: null }]);
    expect(metrics.obligations_open).toBe(0);
  });
});
