import { describe, expect, it } from 'vitest';
import { filtersOf } from '../rule-case.ts';

describe('approved makes and weekdays', () => {
  it('a partner gets its makes only, on its weekdays only', () => {
    const given = {
      vehicles: [{}, { make: 'Honda' }],
      partners: [{ allowed_start_dows: ['mon' as const] }],
      approved: [{}],
    };
    expect(filtersOf({ given, days: ['mon', 'tue'] }, 'V2 P1 22', 'V1 P1 23')).toMatchInlineSnapshot(`
      "approval removes 2, leaves 2: the partner is not approved for the make
      weekday removes 1, leaves 1: the partner does not take cars on that weekday
      Partner 1 is not approved for Honda
      Partner 1 takes cars on mon only, not on a Tuesday"
    `);
  });
});
