import { describe, expect, it } from 'vitest';
import { filtersOf, limitsOf } from '../rule-case.ts';

/** Two cars on two days: Monday has one slot, and Tuesday, on which V1 goes to a partner already, has two. */
const given = {
  vehicles: [{}, {}],
  partners: [{}],
  approved: [{}],
  calendar: [
    { date: '2025-09-22', slots: 1 },
    { date: '2025-09-23', slots: 2 },
  ],
  activity: [{ vin: 'V1', person_id: 'P1', start_date: '2025-09-23', end_date: '2025-09-25' }],
};
const days = ['mon', 'tue'];

describe('capacity', () => {
  it('holds the loans of a day at its slots', () => {
    expect(limitsOf('capacity', { given, days, rules: { capacity: {} } })).toMatchInlineSnapshot(`
      "maximise 700 x1 + 700 x2 + 700 x3 + 700 x4
      x1: Toyota Camry (V1) to Partner 1 from 2025-09-22
      x2: Toyota Camry (V2) to Partner 1 from 2025-09-22
      x3: Toyota Camry (V1) to Partner 1 from 2025-09-23
      x4: Toyota Camry (V2) to Partner 1 from 2025-09-23
      capacity, Monday 22 September: x1 + x2 <= 1
      capacity, Tuesday 23 September: x3 + x4 <= 2"
    `);
  });

  it('takes what is booked from them where the scenario says so', () => {
    expect(limitsOf('capacity', { given, days, rules: { capacity: { count_existing: true } } })).toMatchInlineSnapshot(`
      "maximise 700 x1 + 700 x2 + 700 x3 + 700 x4
      x1: Toyota Camry (V1) to Partner 1 from 2025-09-22
      x2: Toyota Camry (V2) to Partner 1 from 2025-09-22
      x3: Toyota Camry (V1) to Partner 1 from 2025-09-23
      x4: Toyota Camry (V2) to Partner 1 from 2025-09-23
      capacity, Monday 22 September: x1 + x2 <= 1
      capacity, Tuesday 23 September: x3 + x4 <= 1"
    `);
  });

  it('closes a day without slots, and tells the note', () => {
    const override = { '2025-09-23': { slots: 0, note: 'Stocktaking' } };
    expect(filtersOf({ given, days, rules: { capacity: { override } } }, 'V1 P1 23')).toMatchInlineSnapshot(`
      "closed_day removes 2, leaves 2: the day has no slots
      Tuesday 23 September has no slots (Stocktaking)"
    `);
  });
});
