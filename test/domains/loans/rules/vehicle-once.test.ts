import { describe, expect, it } from 'vitest';
import { limitsOf } from '../rule-case.ts';

describe('one loan a car', () => {
  it('of all loans of a car one starts in the week, whoever gets it and on whichever day', () => {
    const given = {
      vehicles: [{}, { make: 'Honda' }],
      partners: [{}, {}],
      approved: [{}, { person_id: 'P2', make: 'Honda' }],
    };
    expect(limitsOf('vehicle_once', { given, days: ['mon', 'tue'] })).toMatchInlineSnapshot(`
      "maximise 700 x1 + 700 x2 + 700 x3 + 700 x4
      x1: Toyota Camry (V1) to Partner 1 from 2025-09-22
      x2: Honda Camry (V2) to Partner 2 from 2025-09-22
      x3: Toyota Camry (V1) to Partner 1 from 2025-09-23
      x4: Honda Camry (V2) to Partner 2 from 2025-09-23
      vehicle_once, V1: x1 + x3 <= 1
      vehicle_once, V2: x2 + x4 <= 1"
    `);
  });
});
