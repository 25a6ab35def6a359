import { describe, expect, it } from 'vitest';
import { partnerPreferences } from '../../../src/domains/loans/tables/partners.ts';
import { audited, type Given, records } from './audit-fixture.ts';
import { opened } from './small-world.ts';

/** A Camry and a RAV4; the first partner would like an SUV, and a RAV4 above all. */
const given: Given = {
  vehicles: [{ model: 'Camry' }, { model: 'RAV4' }],
  partners: [{}, {}],
  approved: [{}, { person_id: 'P2' }],
  models: [{ model: 'RAV4', body: 'SUV', fuel: 'hybrid' }],
  wishes: [
    { body: 'SUV', weight: 0.5 },
    { make: 'Toyota', model: 'RAV4', weight: 1 },
    { make: 'Toyota', fuel: 'electric', weight: 9 },
    { person_id: 'P2', make: 'Toyota', weight: 0.125 },
  ],
};
const keys = (preference: number) => ({
  start_days: ['mon'],
  weights: { rank: 1, geo: 0, pub: 0, hist: 0, preference },
});
const scores = (preference: number) => {
  const { model, row } = opened(given, keys(preference));
  return Array.from(model.score, (points, j) => [`${row(j).vin} ${row(j).person_id}`, points / model.unit]);
};

describe('preferences of partners', () => {
  it('count for nothing unless they have a weight', () => {
    expect(scores(0).map(([, points]) => points)).toEqual([700, 700, 700, 700]);
    const { tables } = audited(given, keys(0), 'V2 P1 22');
    expect(tables.assignments!.columns.map(({ name }) => name)).not.toContain('score_preference');
  });

  it('add the weights of all rows that the vehicle meets, cut to whole points at the end', () => {
    // A RAV4 is an SUV, too: 100 times 1.5. For the second partner 12.5 points are 12.
    expect(scores(100)).toEqual([
      ['V1 P1', 700],
      ['V1 P2', 712],
      ['V2 P1', 850],
      ['V2 P2', 712],
    ]);
  });

  it('without a weight are noted, as a weight without the table is', () => {
    const none = 'preferences count for nothing';
    expect(opened(given, keys(0)).notes).toContain(
      `partner_preferences is there, and weights.preference is off: ${none}`,
    );
    const { wishes: _, ...rest } = given;
    expect(opened(rest, keys(1)).notes).toContain(
      `weights.preference is on, and there is no partner_preferences: ${none}`,
    );
  });

  it('are told as a term of their own', () => {
    const instance = opened(given, keys(100));
    expect(instance.terms(2)).toContainEqual({ name: 'preference', points: 150 });
  });

  it('are counted by the auditor on its own', () => {
    const { tables, objective } = audited(given, keys(100), 'V2 P1 22', 'V1 P2 22');
    expect(records(tables.assignments!)).toMatchObject([
      { vin: 'V1', score: 712, score_preference: 12.5 },
      { vin: 'V2', score: 850, score_preference: 150 },
    ]);
    expect(objective.raw_score).toBe(1562);
  });

  it('a row must name what it likes, and weights have three decimals', () => {
    const row = { person_id: 'P1', make: null, model: null, body: null, fuel: null, weight: 1 };
    expect(partnerPreferences.row!(row)?.column).toBe('make');
    expect(partnerPreferences.row!({ ...row, fuel: 'gas' })).toBeUndefined();
    expect(partnerPreferences.row!({ ...row, fuel: 'gas', weight: 0.0005 })?.column).toBe('weight');
  });
});
