import { describe, expect, it } from 'vitest';
import { auditLoans } from '../../../src/domains/loans/audit.ts';
import { eventsOf } from '../../../src/domains/loans/export/events.ts';
import { summaryOf } from '../../../src/domains/loans/export/summary.ts';
import { table } from '../../report/table.ts';
import { tinyRun } from '../../runs/tiny.ts';
import { type Given, settingsOf, tablesOf } from './audit-fixture.ts';

/** Something in every table that an auditor could hold against the day of a loan. */
const given: Given = {
  vehicles: [{ current_mileage: 10_000, in_service_date: '2025-09-01', expected_turn_in_date: '2025-12-31' }],
  partners: [{ allowed_start_dows: ['mon'], preferred_day_of_week: 'mon', latitude: 34, longitude: -118 }],
  approved: [{}],
  history: [{ start_date: '2025-09-01', end_date: '2025-09-08', model: 'Camry' }],
  activity: [{ start_date: '2025-10-20', end_date: '2025-10-24', person_id: 'P9' }],
  calendar: [{ date: '2025-09-22', slots: 1 }],
  rules: [{ cooldown_period: 10 }],
  budgets: [{ budget_amount: 100 }],
  company: [{ budget_amount: 100 }],
  offices: [{ latitude: 34, longitude: -118 }],
  wishes: [{ make: 'Toyota' }],
  models: [{ body: 'Sedan' }],
  maintenance: [{ due_date: '2025-09-22', every_km: 100, last_service_mileage: 1 }],
  hours: [{ to: '10:00:00' }],
};
const rules = {
  hours: { per_hour: 1 },
  maintenance: {},
  pause: [{ make: 'Toyota', from: '2025-09-22' }],
  no_repeat: { days: 30 },
  budgets: { mode: 'hard' },
  tier_caps: { mode: 'hard' },
  locality: { by: 'distance' },
};
const audit = (row: Readonly<Record<string, string | null>>) =>
  auditLoans(settingsOf({ rules, weights: { preferred_day: 100, preference: 50 } }), tablesOf(given), [row]);

describe('a loan of a given schedule without a day, with every rule on', () => {
  it.each([
    ['no cell', null],
    ['an empty cell', ''],
    ['words', 'next week'],
    ['a day that no calendar has', '2025-02-30'],
    ['a day of another week', '2025-09-29'],
  ])('is one violation, not an error: %s', (_, start_day) => {
    const { violations } = audit({ vin: 'V1', person_id: 'P1', start_day });
    expect(violations.map(({ rule }) => rule)).toEqual(['start_days']);
  });

  it('and without a car or a partner, too', () => {
    const { violations } = audit({ vin: null, person_id: null, start_day: null });
    expect(violations.map(({ rule }) => rule)).toEqual(['vehicles', 'media_partners', 'start_days']);
  });
});

it('such a loan is in no calendar, and covers no days in the summary', async () => {
  const tiny = await tinyRun();
  const assignments = table(
    ['vin', 'person_id', 'start_day'],
    [
      ['V1', 'P1', 'null'],
      ['V2', 'P1', '2025-09-22'],
    ],
  );
  const run = { ...tiny, tables: { ...tiny.tables, assignments } };
  expect(eventsOf(run).map(({ id }) => id)).toEqual(
    ['delivery', 'pickup', 'loan'].map((what) => `${what}-V2-P1-2025-09-22`),
  );
  const loans = summaryOf(run).selected_assignments as readonly { readonly covers_days: readonly string[] }[];
  expect(loans.map(({ covers_days: days }) => [days.length, days[0]])).toEqual([
    [0, undefined],
    [expect.any(Number), '2025-09-22'],
  ]);
});
