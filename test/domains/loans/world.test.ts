import { describe, expect, it } from 'vitest';
import { worldOf } from '../../../src/domains/loans/world.ts';
import { Refusal } from '../../../src/problems/problem.ts';
import { type Given, settingsOf, tablesOf } from './audit-fixture.ts';
import { opened } from './small-world.ts';

const two: Given = {
  vehicles: [{}, { make: 'Honda' }, { office: 'SF', make: 'Audi' }],
  partners: [{}, { office: 'SF' }, {}],
  approved: [
    { person_id: 'P1', make: 'Audi' },
    { person_id: 'P1', make: 'Toyota' },
    { person_id: 'P2', make: 'Toyota' },
    { person_id: 'P3', make: 'Honda', rank: 'Pending' },
    { person_id: 'P9', make: 'Toyota' },
  ],
};

const world = (given: Given, keys: Readonly<Record<string, unknown>> = {}) =>
  worldOf({ settings: settingsOf(keys), tables: tablesOf(given) });

describe('the world of an office', () => {
  it('holds its own cars and partners, in the order of their keys', () => {
    const { vehicles, partners } = world(two);
    expect(vehicles.map((row) => row.vin)).toEqual(['V1', 'V2']);
    expect(partners.map((row) => row.person_id)).toEqual(['P1', 'P3']);
  });

  it('holds approvals of its partners for makes of its cars, whatever the rank', () => {
    const { approvals, approvalOf, vehicles, partners } = world(two);
    expect(approvals).toEqual([
      { partner: 0, make: 'Toyota', rank: 'A' },
      { partner: 1, make: 'Honda', rank: 'Pending' },
    ]);
    expect(vehicles.map((_, v) => partners.map((__, p) => approvalOf(p, v)))).toEqual([
      [0, -1],
      [-1, 1],
    ]);
  });

  it('has the start days in the order of the week, however they are written', () => {
    const keys = { start_days: ['fri', 'mon'] };
    const { days } = world(two, keys);
    const slots = opened(two, keys).model.limits.find(({ rule }) => rule === 'capacity')!.most!;
    expect(days.map(({ date, weekday }, d) => [date, weekday, slots[d]])).toEqual([
      ['2025-09-22', 'mon', 15],
      ['2025-09-26', 'fri', 15],
    ]);
  });
});

describe('an office that the tables do not know', () => {
  const problemOf = (given: Given, office: string) => {
    try {
      world(given, { office });
    } catch (error) {
      if (error instanceof Refusal) return error.problems[0];
      throw error;
    }
    return undefined;
  };
  const cities: Given = { ...two, vehicles: [{ office: 'Los Angeles' }, { office: 'San Diego' }] };

  it('is refused, with the name that was meant', () => {
    expect(problemOf(cities, 'Los Angelos')).toEqual({
      path: ['office'],
      message: 'no row of vehicles has the office "Los Angelos"',
      maybe: 'Maybe you meant "Los Angeles".',
    });
  });

  it('is refused, with the names there are, where none is near', () => {
    expect(problemOf(cities, 'Tokyo')?.maybe).toBe('Maybe one of: Los Angeles, San Diego.');
  });

  it('is refused without a list of names where there are none', () => {
    expect(problemOf({ vehicles: [], partners: [], approved: [] }, 'LA')?.maybe).toBe(
      'Maybe the table was cut short: it has no rows.',
    );
  });

  it('is refused where it has cars but no partners', () => {
    expect(problemOf(cities, 'San Diego')?.message).toBe('no row of media_partners has the office "San Diego"');
  });
});
