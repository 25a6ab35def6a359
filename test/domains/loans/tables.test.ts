import { describe, expect, it } from 'vitest';
import * as spec from '../../../src/domains/loans/tables.ts';
import type { Column, RawTable, TableSpec } from '../../../src/tables/table.ts';
import { validateTable } from '../../../src/tables/validate.ts';

/** The only row of a table given as column: text. */
function read<R extends object>(table: TableSpec<R>, cells: Readonly<Record<string, string>>): unknown {
  const raw: RawTable = { name: table.name, file: 'x', header: Object.keys(cells), rows: [Object.values(cells)] };
  return validateTable(table as unknown as TableSpec, raw).table.rows[0];
}

const all = Object.values(spec.loansTables);

describe('the tables of loans', () => {
  it('are fifteen, four of them required, each with a key among its columns', () => {
    expect(all.map(({ name }) => name)).toHaveLength(15);
    expect(all.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'vehicles',
      'media_partners',
      'approved_makes',
      'ops_capacity_calendar',
    ]);
    for (const { key, columns } of all) expect(Object.keys(columns)).toEqual(expect.arrayContaining([...key]));
  });

  it('describe every column', () => {
    const columns = all.flatMap((table) => Object.values<Column>(table.columns));
    expect(columns.filter(({ description }) => description.length < 3)).toEqual([]);
  });

  it('read a vehicle as fleet systems write it', () => {
    const written = {
      ...{ vin: ' 0abc ', make: 'Audi', model: 'Q4 e-tron ', office: 'Los Angeles', year: '2025.0' },
      ...{ current_mileage: '2,151', registration_exp: '03/31/26', insurance_exp: '3/31/2026' },
      ...{ in_service_date: '5/2025', expected_turn_in_date: '09-24-25' },
    };
    expect(read(spec.vehicles, written)).toMatchObject({
      ...{ vin: '0ABC', model: 'Q4 e-tron', year: 2025, current_mileage: 2151 },
      ...{ registration_exp: '2026-03-31', insurance_exp: '2026-03-31' },
      ...{ in_service_date: '2025-05-01', expected_turn_in_date: '2025-09-24', fleet: null, brand: null },
    });
  });

  it('read a partner with weekdays', () => {
    const written = {
      ...{ person_id: '17.0', name: 'Ada Fenn', office: 'Los Angeles', latitude: '34.05', longitude: '' },
      ...{ allowed_start_dows: 'Wed,Mon', preferred_day_of_week: 'Thursday', preferred_day_confidence: '62.5' },
    };
    expect(read(spec.mediaPartners, written)).toMatchObject({
      ...{ person_id: '17', latitude: 34.05, longitude: null },
      ...{ allowed_start_dows: ['mon', 'wed'], preferred_day_of_week: 'thu', preferred_day_confidence: 62.5 },
    });
  });

  it('read a rank in any letter case, and an empty one as absent', () => {
    expect(read(spec.approvedMakes, { person_id: '1', make: 'Audi', rank: ' a+ ' })).toMatchObject({ rank: 'A+' });
    expect(read(spec.rules, { make: 'Audi', rank: 'pending', loan_cap_per_year: '1' })).toMatchObject({
      rank: 'Pending',
    });
    expect(read(spec.rules, { make: 'Audi', rank: 'Gold', loan_cap_per_year: '1' })).toMatchObject({ rank: 'Gold' });
    expect(read(spec.approvedMakes, { person_id: '1', make: 'Audi', rank: '' })).toMatchObject({ rank: null });
  });

  it('take vehicle_vin for vin, and an activity without partner', () => {
    const written = {
      activity_id: '9',
      vehicle_vin: '0abc',
      person_id: '',
      start_date: '2025-09-01',
      end_date: '2025-09-03',
    };
    expect(read(spec.currentActivity, written)).toMatchObject({ vin: '0ABC', person_id: null });
  });

  it.each([
    [
      'an activity without an end',
      'current_activity',
      { activity_id: '9', vin: 'A', start_date: '2025-09-01', end_date: '' },
    ],
    [
      'an activity without a begin',
      'current_activity',
      { activity_id: '9', vin: 'A', start_date: '', end_date: '2025-09-01' },
    ],
    [
      'an activity that ends first',
      'current_activity',
      { activity_id: '9', vin: 'A', start_date: '2025-09-02', end_date: '2025-09-01' },
    ],
    [
      'a loan without a first day',
      'loan_history',
      { activity_id: '9', vin: 'A', person_id: '1', make: 'Audi', start_date: '' },
    ],
    [
      'a loan that ends first',
      'loan_history',
      { activity_id: '9', vin: 'A', person_id: '1', make: 'Audi', start_date: '2025-09-02', end_date: '2025-09-01' },
    ],
    ['a negative budget', 'budgets', { office: 'LA', fleet: 'AUDI', year: '2025', quarter: 'Q3', budget_amount: '-1' }],
  ] as const)('have no use for %s, which forbids', (_, name, cells) => {
    const raw: RawTable = { name, file: 'x', header: Object.keys(cells), rows: [Object.values(cells)] };
    const { table, quarantined } = validateTable(spec.loansTables[name] as unknown as TableSpec, raw);
    expect([table.rows, quarantined.map(({ forbids }) => forbids)]).toEqual([[], [true]]);
  });

  it('take day for date, and empty slots for none', () => {
    const written = { office: 'Boston', day: '2025-09-22T00:00:00', slots: '' };
    expect(read(spec.loansTables.ops_capacity_calendar, written)).toEqual({
      ...{ office: 'Boston', date: '2025-09-22', slots: 0, notes: null },
    });
  });

  it('read budgets in cents, and tell an absent amount from 0', () => {
    const written = {
      office: 'Boston',
      fleet: 'AUDI',
      year: '2,025',
      quarter: 'q3',
      budget_amount: '',
      amount_used: '$1,234.50',
    };
    expect(read(spec.loansTables.budgets, written)).toMatchObject({
      ...{ year: 2025, quarter: 'Q3', budget_amount: null, amount_used: 123_450 },
    });
  });

  it('read whether something was published: yes, no or unknown', () => {
    const clips = (clips_received: string) =>
      read(spec.loanHistory, {
        activity_id: '1',
        vin: 'A',
        person_id: '1',
        make: 'Audi',
        start_date: '2025-09-01',
        clips_received,
      });
    expect(['Yes', '0', ''].map(clips)).toMatchObject([
      { clips_received: true },
      { clips_received: false },
      { clips_received: null },
    ]);
  });
});
