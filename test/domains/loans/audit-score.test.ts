import { describe, expect, it } from 'vitest';
import { milesBetween } from '../../../src/domains/loans/audit/worth.ts';
import { audited, type Given, records } from './audit-fixture.ts';

const one: Given = { vehicles: [{}], partners: [{}], approved: [{}] };
const worth = (given: Given, weights: object, rules: object = {}) =>
  records(audited({ ...one, ...given }, { weights, rules }, 'V1 P1 22').tables.assignments!)[0]!;

describe('terms of the score', () => {
  it.each([
    ['A+', 1000],
    ['a', 700],
    ['B', 400],
    ['C', 100],
    ['Pending', 50],
    [null, 50],
  ])('rank %s is worth %i', (rank, points) => {
    expect(worth({ approved: [{ rank }] }, { geo: 0 })).toMatchObject({ score: points, score_rank: points });
  });

  it('counts publications of 24 months up to the Monday, both ends included', () => {
    const history = [
      { end_date: '2023-09-22', clips_received: true },
      { end_date: '2025-09-22', clips_received: false },
      { start_date: '2025-01-01' },
      { end_date: '2023-09-21', clips_received: true },
      { end_date: '2025-09-23', clips_received: true },
      { make: 'Audi', end_date: '2025-01-01', clips_received: true },
    ];
    const row = worth({ history }, { geo: 0 }, { cooldown: false });
    expect(row).toMatchObject({ score: 800, score_pub: 50, score_hist: 50 });
  });

  it('gives nothing where no loan has a record', () => {
    expect(worth({ history: [{ end_date: '2025-01-01' }] }, { geo: 0 })).toMatchObject({ score_pub: 0, score_hist: 0 });
  });

  it('adds thirds exactly and cuts once', () => {
    const history = [
      { end_date: '2025-01-01', clips_received: true },
      { end_date: '2025-01-02' },
      { end_date: '2025-01-03' },
    ];
    expect(worth({ history }, { geo: 0, pub: 0.5, hist: 0.833 })).toMatchObject({
      score: 700,
      score_pub: 0.166667,
      score_hist: 0.833,
    });
    expect(worth({ history }, { geo: 0, pub: 0.501, hist: 0.833 })).toMatchObject({ score: 701 });
  });

  it('rewards the preferred weekday', () => {
    const partners = [{ preferred_day_of_week: 'mon' as const }];
    expect(worth({ partners }, { geo: 0, preferred_day: 150 })).toMatchObject({ score: 850, score_preferred_day: 150 });
  });

  it('takes locality from the office, or from the distance where both places are known', () => {
    const near = {
      partners: [{ latitude: 32.7157, longitude: -117.1611 }],
      offices: [{ latitude: 34.0522, longitude: -118.2437 }],
    };
    expect(worth(near, {}, {})).toMatchObject({ score_geo: 100 });
    expect(worth(near, {}, { locality: { by: 'distance' } })).toMatchObject({ score_geo: 77.7 });
    expect(worth({ ...near, offices: [] }, {}, { locality: { by: 'distance' } })).toMatchObject({ score_geo: 100 });
    expect(worth(near, {}, { locality: { by: 'distance', range_miles: 100 } })).toMatchObject({ score_geo: 0 });
    expect(worth(near, {}, { locality: false })).toMatchObject({ score_geo: 0 });
  });

  it('measures great circles', () => {
    const la = { latitude: 34.0522, longitude: -118.2437 };
    expect(milesBetween(la, { latitude: 40.7128, longitude: -74.006 })).toBeCloseTo(2445.71, 2);
    expect(milesBetween(la, { latitude: 32.7157, longitude: -117.1611 })).toBeCloseTo(111.487, 3);
  });
});

it('lists assignments by day, vehicle and partner with names, cost and fleet', () => {
  const { tables } = audited({ ...one, vehicles: [{}, {}] }, {}, 'V2 P1 23', 'V1 P1 22');
  expect(records(tables.assignments!)).toMatchObject([
    {
      vin: 'V1',
      person_id: 'P1',
      partner: 'Partner 1',
      start_day: '2025-09-22',
      office: 'LA',
      make: 'Toyota',
      model: 'Camry',
      rank: 'A',
      estimated_cost: 100000,
      fleet: 'TOYOTA',
    },
    { vin: 'V2', start_day: '2025-09-23' },
  ]);
});

it('breaks the raw score down by term, and what the cut took', () => {
  const history = [
    { end_date: '2025-01-01', clips_received: true },
    { end_date: '2025-01-02' },
    { end_date: '2025-01-03' },
  ];
  const { tables, objective } = audited({ ...one, history }, { weights: { geo: 100, pub: 1, hist: 0.5 } }, 'V1 P1 22');
  expect(objective.raw_score).toBe(800);
  expect(records(tables.scores!)).toEqual([
    { term: 'rank', points: 700, share: 0.875 },
    { term: 'geo', points: 100, share: 0.125 },
    { term: 'pub', points: 0.333333, share: 0.000417 },
    { term: 'hist', points: 0.5, share: 0.000625 },
    { term: 'preferred_day', points: 0, share: 0 },
    { term: 'rounding', points: -0.833333, share: -0.001042 },
  ]);
});
