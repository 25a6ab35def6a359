import { describe, expect, it } from 'vitest';
import { filtersOf } from '../rule-case.ts';

describe('cooldown', () => {
  it('20 days after a Camry that came back on 3 September the next may start on the 23rd', () => {
    const given = {
      vehicles: [{}, { make: 'Honda', model: 'Civic' }],
      partners: [{}],
      approved: [{}, { make: 'Honda' }],
      history: [{ model: 'Camry', start_date: '2025-08-27', end_date: '2025-09-03' }],
    };
    const rules = { cooldown: { days: 20 } };
    expect(filtersOf({ given, rules, days: ['mon', 'tue'] }, 'V1 P1 22')).toMatchInlineSnapshot(`
      "cooldown removes 1, leaves 3: the partner had this model, or else this make, too recently
      Partner 1 waits until 2025-09-23 before the next Toyota Camry (cooldown)"
    `);
  });
});
