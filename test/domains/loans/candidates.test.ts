import { describe, expect, it } from 'vitest';
import { type Given, settingsOf, tablesOf } from './audit-fixture.ts';
import { left, opened, openLoans } from './small-world.ts';

/** Three cars and three partners, with one of each reason to fall out. */
const given: Given = {
  vehicles: [{}, { make: 'Honda' }, { make: 'Volvo' }],
  partners: [{}, { allowed_start_dows: ['tue'] }, {}],
  approved: [
    { person_id: 'P1' },
    { person_id: 'P2' },
    { person_id: 'P3', rank: 'Pending' },
    { person_id: 'P1', make: 'Honda' },
    { person_id: 'P1', make: 'Volvo', rank: 'B' },
    { person_id: 'P2', make: 'Volvo' },
  ],
  history: [
    { end_date: '2025-09-20', make: 'Honda' },
    { vin: 'V1', person_id: 'P2', start_date: '2025-01-01', end_date: '2025-01-08' },
  ],
  activity: [{ vin: 'V3', start_date: '2025-09-22', end_date: '2025-09-22' }],
  calendar: [{ date: '2025-09-24', slots: 0 }],
  rules: [{ make: 'Volvo', rank: 'B', loan_cap_per_year: 0 }],
};
const keys = { start_days: ['mon', 'tue', 'wed'], rules: { ranks: {}, no_repeat: {} } };

describe('the funnel', () => {
  const { funnel } = opened(given, keys);

  it('says why each candidate fell out', () => {
    expect(funnel.map(({ step, removed, left }) => [step, removed, left])).toEqual([
      ['pairs', 0, 27],
      ['closed_day', 9, 18],
      ['availability', 3, 15],
      ['approval', 5, 10],
      ['weekday', 1, 9],
      ['rank', 2, 7],
      ['cooldown', 2, 5],
      ['repeat', 1, 4],
      ['zero_cap', 1, 3],
    ]);
  });

  it('adds up at each step, down to the candidates', () => {
    for (const [index, { removed, left }] of funnel.slice(1).entries())
      expect(funnel[index]!.left - removed).toBe(left);
    expect(funnel.at(-1)!.left).toBe(left(given, keys).length);
  });

  it('has a reason for a person at each step', () => {
    for (const { text } of funnel) expect(text).toMatch(/^[a-z].*\w$/);
  });

  it('has no line for a rule that is off', () => {
    const off = { rules: { cooldown: false, tier_caps: false } };
    const steps = opened(given, off).funnel.map(({ step }) => step);
    expect(steps).toEqual(['pairs', 'closed_day', 'availability', 'approval', 'weekday']);
  });
});

describe('candidates', () => {
  it('are sorted by day, car and partner', () => {
    expect(left(given, keys)).toEqual(['V1 P1 22', 'V1 P1 23', 'V3 P2 23']);
    const all = left({ vehicles: [{}, {}], partners: [{}, {}], approved: [{ person_id: 'P2' }, {}] }, keys);
    expect(all.length).toBe(12);
    expect(all).toEqual([...all].sort((a, b) => (a.slice(-2) + a < b.slice(-2) + b ? -1 : 1)));
  });

  it('have no partner on a weekday that it does not take', () => {
    const partners = [{ allowed_start_dows: ['mon', 'wed'] as const }];
    const week = { vehicles: [{}], approved: [{}] };
    expect(left({ ...week, partners })).toEqual(['V1 P1 22', 'V1 P1 24']);
    expect(left({ ...week, partners: [{ allowed_start_dows: [] }] })).toEqual([]);
  });

  it('may be on a Saturday that the scenario opens', () => {
    const saturday = { start_days: ['sat'], rules: { capacity: { override: { '2025-09-27': { slots: 1 } } } } };
    const week = { vehicles: [{}], partners: [{}], approved: [{}] };
    expect(left(week, saturday)).toEqual(['V1 P1 27']);
    expect(left(week, { start_days: ['sat'] })).toEqual([]);
  });

  it('a tie-break hash depends on the key and the seed, not on what else is there', () => {
    const ties = (of: Given, seed: number) => {
      const settings = { ...settingsOf(keys), solver: { seed, seconds: 1 } };
      const { model, schedule } = openLoans(settings, tablesOf(of));
      return new Map(Array.from(model.tie, (tie, j) => [JSON.stringify(schedule(Int32Array.of(j))), tie]));
    };
    const before = ties(given, 42);
    const more = ties(
      { ...given, vehicles: [{ vin: 'V0' }, ...given.vehicles!.map((row, i) => ({ ...row, vin: `V${i + 1}` }))] },
      42,
    );
    expect(more.size).toBeGreaterThan(before.size);
    for (const [key, tie] of before) expect(more.get(key)).toBe(tie);
    expect([...ties(given, 43).values()]).not.toEqual([...before.values()]);
  });
});

it('a built model gives back its schedule in the words of the tables', () => {
  const { model, schedule, notes } = opened(given, keys);
  expect(model.candidates).toBe(3);
  expect(schedule(Int32Array.of(0, 2))).toEqual([
    { vin: 'V1', person_id: 'P1', start_day: '2025-09-22' },
    { vin: 'V3', person_id: 'P2', start_day: '2025-09-23' },
  ]);
  expect(notes).toEqual(['no budgets: no limit on money unless rules.budgets.missing is enforce']);
});

it('nothing at all is no error', () => {
  expect(left({ vehicles: [{}], partners: [{}], approved: [] })).toEqual([]);
});
