import { describe, expect, it } from 'vitest';
import { filtersOf } from '../rule-case.ts';

describe('availability', () => {
  it('a car needs three free days from its start day: V2 is busy on the third, V3 due back on the second', () => {
    const given = {
      vehicles: [{}, {}, { expected_turn_in_date: '2025-09-23' }],
      partners: [{}],
      approved: [{}],
      activity: [{ vin: 'V2', start_date: '2025-09-24', end_date: '2025-09-25' }],
    };
    const rules = { availability: { min_days: 3 } };
    expect(filtersOf({ given, rules }, 'V2 P1 22', 'V3 P1 22')).toMatchInlineSnapshot(`
      "availability removes 2, leaves 1: the car is not free for the whole loan
      V2 has Loan from 2025-09-24 to 2025-09-25, and a loan from 2025-09-22 needs it until 2025-09-24
      V3 is due back on 2025-09-23, and a loan from 2025-09-22 needs it until 2025-09-24"
    `);
  });
});
