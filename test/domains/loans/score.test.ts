import { describe, expect, it } from 'vitest';
import { type Features, pointsOf, terms } from '../../../src/domains/loans/score.ts';
import type { Given } from './audit-fixture.ts';
import { opened } from './small-world.ts';

const NONE: Features = { rankWeight: 0, geo: 0, published: 0, loans: 1, history: false, preferred: false, wish: 0 };
const ALL_ZERO = { rank: 0, geo: 0, pub: 0, hist: 0, preferred_day: 0, preference: 0 };

/** The scores of every candidate of a small week, by day, car and partner. */
const scores = (given: Given, weights: object, keys: object = {}) => {
  const whole = { vehicles: [{}], partners: [{}], approved: [{}], ...given };
  const { model } = opened(whole, { weights: { ...ALL_ZERO, ...weights }, start_days: ['mon'], ...keys });
  return Array.from(model.score, (units) => units / model.unit);
};

describe('points', () => {
  it('are the weighted terms added up', () => {
    const features = { rankWeight: 700, geo: 1000, published: 1, loans: 2, history: true, preferred: true, wish: 0 };
    const weights = { rank: 1, geo: 100, pub: 150, hist: 50, preferred_day: 25, preference: 0 };
    expect(pointsOf(features, weights)).toBe(700 + 100 + 75 + 50 + 25);
    expect(pointsOf({ ...features, history: false, preferred: false }, weights)).toBe(700 + 100 + 75);
  });

  it('are cut once, after all terms are added', () => {
    const weights = { ...ALL_ZERO, geo: 0.5, pub: 0.5 };
    expect(pointsOf({ ...NONE, geo: 1000, published: 1 }, weights)).toBe(1);
    expect(pointsOf({ ...NONE, geo: 999, published: 1 }, weights)).toBe(0);
  });

  it('reach a whole number that binary fractions would miss', () => {
    // In floating point 0.57 * 100 is 56.99999999999999, and 0.29 * 100 is 28.999999999999996.
    expect(pointsOf({ ...NONE, rankWeight: 100 }, { ...ALL_ZERO, rank: 0.57 })).toBe(57);
    expect(pointsOf({ ...NONE, published: 29, loans: 100 }, { ...ALL_ZERO, pub: 100 })).toBe(29);
  });

  it('add thirds up to a whole', () => {
    expect(pointsOf({ ...NONE, geo: 333, published: 667, loans: 1000 }, { ...ALL_ZERO, geo: 1, pub: 1 })).toBe(1);
    expect(pointsOf({ ...NONE, published: 2, loans: 3 }, { ...ALL_ZERO, pub: 150 })).toBe(100);
  });

  it('stay exact at the greatest weights', () => {
    const features = { ...NONE, rankWeight: 1000, published: 9999, loans: 10_000 };
    expect(pointsOf(features, { ...ALL_ZERO, rank: 9999.999, pub: 10_000 })).toBe(9_999_999 + 9999);
  });
});

describe('scores', () => {
  it('take the rank in any case, and 50 for any other', () => {
    const ranks = ['A+', 'a+', 'A', 'B', 'c', 'Pending', null];
    const given: Given = {
      vehicles: ranks.map((_, i) => ({ make: `Make ${i}` })),
      approved: ranks.map((rank, i) => ({ make: `Make ${i}`, rank })),
    };
    expect(scores(given, { rank: 1 })).toEqual([1000, 1000, 700, 400, 100, 50, 50]);
  });

  it('count publications of the partner and make in the 24 months up to the Monday', () => {
    const clip = (end_date: string, clips_received: boolean | null, more: object = {}) => ({
      end_date,
      clips_received,
      ...more,
    });
    const history = [
      clip('2023-09-21', true),
      clip('2023-09-22', true),
      clip('2025-09-22', false),
      clip('2025-09-23', true),
      clip('2025-01-01', null),
      clip('2025-01-01', true, { make: 'Honda' }),
      clip('2025-01-01', true, { person_id: 'P2' }),
    ];
    const keys = { rules: { cooldown: false } };
    expect(scores({ history }, { pub: 300 }, keys)).toEqual([100]);
    expect(scores({ history }, { hist: 50 }, keys)).toEqual([50]);
  });

  it('are nothing where no loan has a record, or none was published', () => {
    const history = [{ end_date: '2025-01-01', clips_received: null }];
    expect(scores({ history }, { pub: 300, hist: 50 })).toEqual([0]);
    expect(scores({ history: [{ ...history[0], clips_received: false }] }, { pub: 300, hist: 50 })).toEqual([0]);
    expect(scores({}, { pub: 300, hist: 50 })).toEqual([0]);
  });

  it('reward a start on the preferred weekday', () => {
    const partners = [{ preferred_day_of_week: 'tue' as const }];
    expect(scores({ partners }, { rank: 1, preferred_day: 150 }, { start_days: ['mon', 'tue'] })).toEqual([700, 850]);
  });

  it('take closeness from the rule locality', () => {
    const partners = [{ latitude: 32.7157, longitude: -117.1611 }];
    const offices = [{ latitude: 34.0522, longitude: -118.2437 }];
    const by = (locality: object | false) => ({ rules: { locality } });
    expect(scores({ partners, offices }, { geo: 1000 }, by({ by: 'distance' }))).toEqual([777]);
    expect(scores({ partners, offices }, { geo: 1000 }, by({}))).toEqual([1000]);
    expect(scores({ partners, offices }, { geo: 1000 }, by(false))).toEqual([0]);
  });
});

it('every weight has its text', () => {
  expect(terms.map(({ name }) => name)).toEqual(Object.keys(ALL_ZERO));
});
