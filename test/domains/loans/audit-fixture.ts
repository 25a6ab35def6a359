import { z } from 'zod';
import { auditLoans } from '../../../src/domains/loans/audit.ts';
import { type LoansSettings, shape } from '../../../src/domains/loans/scenario.ts';
import type * as rows from '../../../src/domains/loans/tables.ts';

/** Rows as a test writes them: what it leaves out is empty, or the usual. */
export interface Given {
  readonly vehicles?: readonly Partial<rows.VehicleRow>[];
  readonly partners?: readonly Partial<rows.PartnerRow>[];
  readonly approved?: readonly Partial<rows.ApprovalRow>[];
  readonly history?: readonly Partial<rows.HistoryRow>[];
  readonly activity?: readonly Partial<rows.ActivityRow>[];
  readonly calendar?: readonly Partial<rows.CalendarRow>[];
  readonly rules?: readonly Partial<rows.RuleRow>[];
  readonly budgets?: readonly Partial<rows.BudgetRow>[];
  readonly offices?: readonly Partial<rows.OfficeRow>[];
  readonly company?: readonly Partial<rows.CompanyBudgetRow>[];
  readonly lending?: readonly Partial<rows.PartnerOfficeRow>[];
  readonly wishes?: readonly Partial<rows.PreferenceRow>[];
  readonly models?: readonly Partial<rows.TaxonomyRow>[];
  readonly maintenance?: readonly Partial<rows.MaintenanceRow>[];
  readonly hours?: readonly Partial<rows.HoursRow>[];
}

const table = <R extends object>(
  name: string,
  given: readonly Partial<R>[] | undefined,
  usual: (index: number) => R,
) => ({
  name,
  file: `${name}.csv`,
  present: given !== undefined,
  rows: (given ?? []).map((row, index): R => ({ ...usual(index), ...row })),
});

/** The tables of the domain, from the little that a test says. */
export function tablesOf(given: Given): rows.LoansTables {
  return {
    vehicles: table<rows.VehicleRow>('vehicles', given.vehicles, (index) => ({
      vin: `V${index + 1}`,
      make: 'Toyota',
      model: 'Camry',
      office: 'LA',
      vehicle_id: null,
      year: null,
      model_short_name: null,
      fleet: null,
      color: null,
      current_mileage: null,
      registration_exp: null,
      insurance_exp: null,
      in_service_date: null,
      expected_turn_in_date: null,
      notes: null,
      brand: null,
    })),
    media_partners: table<rows.PartnerRow>('media_partners', given.partners, (index) => ({
      person_id: `P${index + 1}`,
      name: `Partner ${index + 1}`,
      office: 'LA',
      address: null,
      default_loan_region: null,
      notes_instructions: null,
      affiliation: null,
      region: null,
      latitude: null,
      longitude: null,
      allowed_start_dows: null,
      preferred_day_of_week: null,
      preferred_day_confidence: null,
    })),
    approved_makes: table<rows.ApprovalRow>('approved_makes', given.approved, () => ({
      person_id: 'P1',
      name: null,
      make: 'Toyota',
      rank: 'A',
    })),
    loan_history: table<rows.HistoryRow>('loan_history', given.history, (index) => ({
      activity_id: `H${index}`,
      vin: 'OLD',
      person_id: 'P1',
      make: 'Toyota',
      model: null,
      start_date: null,
      end_date: null,
      office: 'LA',
      name: null,
      year: null,
      model_short_name: null,
      clips_received: null,
      partner_address: null,
      region: null,
    })),
    current_activity: table<rows.ActivityRow>('current_activity', given.activity, (index) => ({
      activity_id: `C${index}`,
      vin: 'V1',
      person_id: null,
      activity_type: 'Loan',
      start_date: null,
      end_date: null,
      to_field: null,
      partner_address: null,
      region: null,
    })),
    ops_capacity_calendar: table<rows.CalendarRow>('ops_capacity_calendar', given.calendar, () => ({
      office: 'LA',
      date: '2025-09-22',
      slots: 0,
      notes: null,
    })),
    rules: table<rows.RuleRow>('rules', given.rules, () => ({
      make: 'Toyota',
      rank: 'A',
      loan_cap_per_year: 100,
      cooldown_period: null,
      rule_description: null,
      notes: null,
    })),
    budgets: table<rows.BudgetRow>('budgets', given.budgets, () => ({
      office: 'LA',
      fleet: 'TOYOTA',
      year: 2025,
      quarter: 'Q3',
      budget_amount: null,
      amount_used: null,
    })),
    offices: table<rows.OfficeRow>('offices', given.offices, () => ({ name: 'LA', latitude: null, longitude: null })),
    company_budgets: table<rows.CompanyBudgetRow>('company_budgets', given.company, () => ({
      fleet: null,
      year: 2025,
      quarter: 'Q3',
      budget_amount: 0,
      amount_used: null,
    })),
    partner_offices: table<rows.PartnerOfficeRow>('partner_offices', given.lending, () => ({
      person_id: 'P1',
      office: 'SF',
    })),
    partner_preferences: table<rows.PreferenceRow>('partner_preferences', given.wishes, () => ({
      person_id: 'P1',
      ...{ make: null, model: null, body: null, fuel: null },
      weight: 1,
    })),
    model_taxonomy: table<rows.TaxonomyRow>('model_taxonomy', given.models, () => ({
      ...{ make: 'Toyota', model: 'Camry', body: null, fuel: null },
    })),
    maintenance: table<rows.MaintenanceRow>('maintenance', given.maintenance, () => ({
      ...{ vin: 'V1', every_days: null, every_km: null, due_date: null },
      ...{ last_service_date: null, last_service_mileage: null },
    })),
    partner_hours: table<rows.HoursRow>('partner_hours', given.hours, () => ({
      ...{ person_id: 'P1', weekday: 'mon' as const, from: '09:00:00', to: '17:00:00' },
    })),
  };
}

/** Settings of the week of 22 September 2025 in LA; scores are rank weights alone unless a test says otherwise. */
export function settingsOf(keys: Readonly<Record<string, unknown>> = {}): LoansSettings {
  const plain = { weights: { rank: 1, geo: 0, pub: 0, hist: 0 }, office: 'LA', week: '2025-09-22', ...keys };
  const general = { kind: 'loans', title: 'test', data: { sample: 1 }, solver: { seed: 42, seconds: 10 } } as const;
  return { ...general, ...z.strictObject(shape).parse(plain) };
}

/** "V1 P1 22" is the loan of V1 to P1 from 22 September; a whole date is taken as it is. */
export function scheduleOf(...loans: readonly string[]) {
  return loans.map((loan) => {
    const [vin = '', person_id = '', day = ''] = loan.split(' ');
    return { vin, person_id, start_day: day.length === 2 ? `2025-09-${day}` : day };
  });
}

/** The audit of a schedule written in short. */
export function audited(given: Given, keys: Readonly<Record<string, unknown>>, ...loans: readonly string[]) {
  return auditLoans(settingsOf(keys), tablesOf(given), scheduleOf(...loans));
}

/** A result table's rows as objects. */
export function records(table: {
  readonly columns: readonly { name: string }[];
  readonly rows: readonly (readonly unknown[])[];
}) {
  return table.rows.map((row) => Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index]])));
}

export const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
