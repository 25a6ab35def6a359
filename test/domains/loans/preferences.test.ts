import { describe, expect, it } from 'vitest';
import type { Tables } from '../../../src/domain.ts';
import { auditLoans } from '../../../src/domains/loans/audit.ts';
import { loans } from '../../../src/domains/loans/index.ts';
import { openSession } from '../../../src/pipeline/session.ts';
import { Refusal } from '../../../src/problems/problem.ts';
import { settingsOf, tablesOf } from './audit-fixture.ts';

const MONDAY = '2025-09-22';
const PARTNERS = ['P1', 'P2', 'P3'].map((person_id) => ({ person_id }));
const APPROVED = PARTNERS.map(({ person_id }) => ({ person_id, make: 'Toyota', rank: 'A' }));
const past = (person_id: string, start_date: string, end_date: string, vin: string) => ({
  person_id,
  start_date,
  end_date,
  vin,
  make: 'Toyota',
});
const GIVEN = {
  vehicles: [{ vin: 'V1' }, { vin: 'V2' }],
  partners: PARTNERS,
  approved: APPROVED,
  history: [
    past('P1', '2025-01-06', '2025-01-12', 'OLD1'),
    past('P1', '2025-09-01', '2025-09-12', 'OLD2'),
    past('P2', '2024-12-01', '2024-12-31', 'OLD1'),
    past('P2', '2025-08-04', '2025-08-23', 'OLD2'),
  ],
};
const PREFER = { ties: { prefer: ['longest_waiting', 'fewest_loans_this_year'] } };
const loan = (vin: string, person_id: string) => ({ vin, person_id, start_day: MONDAY });
const metricsOf = (...rows: readonly (readonly [string, string])[]) => {
  const schedule = rows.map(([vin, person]) => loan(vin, person));
  const { days_waited, loans_before } = auditLoans({ ...settingsOf(), ...PREFER }, tablesOf(GIVEN), schedule).metrics;
  return [days_waited, loans_before];
};

describe('what decides ties among loans', () => {
  it('counts the days since the last loan, each partner once, and the loans of the year before each loan', () => {
    // P1 until 12 September: 10 days, two loans in 2025. P2 until 23 August: 30 days, one. P3: since 1 December, none.
    expect(metricsOf(['V1', 'P1'])).toEqual([10, 2]);
    expect(metricsOf(['V1', 'P2'])).toEqual([30, 1]);
    expect(metricsOf(['V1', 'P3'])).toEqual([295, 0]);
    expect(metricsOf(['V1', 'P1'], ['V2', 'P1'])).toEqual([10, 2 + 3]);
  });

  it('counts a car that a partner still has', () => {
    const activity = [{ vin: 'V9', person_id: 'P3', start_date: '2025-09-15', end_date: '2025-09-24' }];
    const audit = auditLoans({ ...settingsOf(), ...PREFER }, tablesOf({ ...GIVEN, activity }), [loan('V1', 'P3')]);
    expect([audit.metrics.days_waited, audit.metrics.loans_before]).toEqual([0, 1]);
  });

  it('has no such metrics where nobody asks for them', () => {
    const { metrics } = auditLoans(settingsOf(), tablesOf(GIVEN), [loan('V1', 'P1')]);
    expect(Object.keys(metrics)).not.toContain('days_waited');
  });

  it.each([1, 2, 3, 4, 5])(
    'gives the one car to the partner who has waited longest, whatever the seed: %i',
    async (seed) => {
      const { run } = await sessionOf({ ...PREFER, solver: { seed, seconds: 10 } });
      expect(run.tables.assignments!.rows.map((row) => row[0])).toHaveLength(1);
      expect(run.metrics.days_waited).toBe(295);
      expect(run.decided!.map(({ name, value, proven }) => [name, value, proven])).toEqual([
        ['longest_waiting', 295, true],
        ['fewest_loans_this_year', 0, true],
      ]);
      expect(run.audit.passed).toBe(true);
    },
  );

  it('refuses to decide by money where the budgets are off', async () => {
    const keys = { ties: { prefer: ['budget_over'] }, rules: { budgets: false } };
    await expect(sessionOf(keys)).rejects.toThrow(Refusal);
    await expect(sessionOf(keys)).rejects.toThrow(/budget_over: it has no value here/);
  });
});

function sessionOf(keys: Readonly<Record<string, unknown>>) {
  const { rules = {}, ...general } = keys;
  const settings = { ...settingsOf({ rules }), solver: { seed: 1, seconds: 10 }, ...general };
  const tables = tablesOf({ ...GIVEN, vehicles: [{ vin: 'V1' }] }) as unknown as Tables;
  const data = { tables, fingerprint: 'f', fingerprints: {}, quarantined: [], notes: [] };
  const scenario = {
    kind: 'loans',
    name: 'tie',
    file: 'tie.yaml',
    settings,
    expect: {},
    overrides: [],
    text: '',
    place: () => ({ file: 'tie.yaml' }),
  };
  return openSession(scenario, loans as never, { data: data as never });
}
