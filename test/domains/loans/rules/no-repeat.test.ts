import { describe, expect, it } from 'vitest';
import type { Given } from '../audit-fixture.ts';
import { filtersOf } from '../rule-case.ts';
import { left } from '../small-world.ts';

/** Three cars of one make: the partner had V1 in January, has V2 now, and never had V3. */
const given: Given = {
  vehicles: [{}, {}, {}],
  partners: [{}],
  approved: [{}],
  history: [{ vin: 'V1', start_date: '2025-01-01', end_date: '2025-01-08' }],
  activity: [{ vin: 'V2', person_id: 'P1', start_date: '2025-08-01', end_date: '2025-08-08' }],
};
const at = (no_repeat: object | false) => left(given, { start_days: ['mon'], rules: { no_repeat } });

describe('no car twice', () => {
  it('is off by default', () => {
    expect(left(given, { start_days: ['mon'] })).toEqual(['V1 P1 22', 'V2 P1 22', 'V3 P1 22']);
    expect(at(false)).toHaveLength(3);
  });

  it('switched on, looks back a year', () => {
    expect(at({})).toEqual(['V3 P1 22']);
  });

  it('looks back as far as it is told, and at what the partner has now always', () => {
    expect(at({ days: 30 })).toEqual(['V1 P1 22', 'V3 P1 22']);
  });

  it('tells whether the partner has the car, or had it', () => {
    expect(filtersOf({ given, rules: { no_repeat: {} } }, 'V1 P1 22', 'V2 P1 22')).toMatchInlineSnapshot(`
      "repeat removes 2, leaves 1: the partner has this car, or had it within 365 days
      Partner 1 has V1 now, or had it within 365 days
      Partner 1 has V2 now, or had it within 365 days"
    `);
  });
});
