import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../src/scenario/scenario.ts';
import type { Given } from './audit-fixture.ts';
import { named, opened, smallWorld } from './small-world.ts';

const GIVEN: Given = {
  vehicles: [{ vin: 'V1' }, { vin: 'V2', make: 'Honda', model: 'Civic' }, { vin: 'V9', office: 'NY' }],
  partners: [
    { person_id: 'P1', name: 'Ann' },
    { person_id: 'P2', name: 'Bo', allowed_start_dows: ['mon'] },
  ],
  approved: [
    { person_id: 'P1', make: 'Toyota', rank: 'A' },
    { person_id: 'P2', make: 'Toyota', rank: 'A' },
    { person_id: 'P2', make: 'Honda', rank: 'C' },
  ],
  calendar: [{ date: '2025-09-24', slots: 0, notes: 'Company holiday' }],
};

const why = (fields: Fields, given: Given = {}, keys: Readonly<Record<string, unknown>> = {}) =>
  opened({ ...GIVEN, ...given }, keys).whyNot(fields);

const row = (vin: string, person_id: string, start_day: string): Fields => ({ vin, person_id, start_day });

describe('why a car, a partner and a day are no candidate', () => {
  it('says nothing where they are one', () => {
    expect(why(row('V1', 'P1', '2025-09-22'))).toEqual([]);
  });

  it('names a closed day with its note, and every other reason beside', () => {
    expect(why(row('V2', 'P1', '2025-09-24'))).toEqual([
      'Wednesday 24 September has no slots (Company holiday)',
      'Ann is not approved for Honda',
    ]);
  });

  it('names the weekdays that a partner takes', () => {
    expect(why(row('V1', 'P2', '2025-09-23'))).toEqual(['Bo takes cars on mon only, not on a Tuesday']);
  });

  it('names the activity that keeps a car, with its dates', () => {
    const activity = [{ vin: 'V1', activity_type: 'Loan', start_date: '2025-09-25', end_date: '2025-09-26' }];
    expect(why(row('V1', 'P1', '2025-09-22'), { activity })).toEqual([
      'V1 has Loan from 2025-09-25 to 2025-09-26, and a loan from 2025-09-22 needs it until 2025-09-28',
    ]);
  });

  it('names the days of service', () => {
    const of = (vehicle: object) => why(row('V1', 'P1', '2025-09-22'), { vehicles: [{ vin: 'V1', ...vehicle }] });
    expect(of({ in_service_date: '2025-09-23' })).toEqual(['V1 is not in service before 2025-09-23']);
    expect(of({ expected_turn_in_date: '2025-09-27' })).toEqual([
      'V1 is due back on 2025-09-27, and a loan from 2025-09-22 needs it until 2025-09-28',
    ]);
  });

  it('names the end of a cooldown', () => {
    const history = [{ person_id: 'P1', make: 'Toyota', model: 'Camry', end_date: '2025-09-10' }];
    expect(why(row('V1', 'P1', '2025-09-22'), { history })).toEqual([
      'Ann waits until 2025-10-10 before the next Toyota Camry (cooldown)',
    ]);
  });

  it('names a rank that is not allowed, and a cap of zero', () => {
    expect(why(row('V2', 'P2', '2025-09-22'), {}, { rules: { ranks: { allow: ['A'] } } })).toEqual([
      'Bo ranks C for Honda; rules.ranks allows A only',
    ]);
    expect(why(row('V2', 'P2', '2025-09-22'), { rules: [{ make: 'Honda', rank: 'C', loan_cap_per_year: 0 }] })).toEqual(
      ['the table rules gives rank C a cap of 0 for Honda'],
    );
  });

  it('names what is not of this office and week', () => {
    expect(why({ vin: 'V9' })).toEqual(['vehicle V9 belongs to the office NY, not LA']);
    expect(why({ person_id: 'P7', start_day: '2025-10-01' })[1]).toBe(
      '2025-10-01 is outside the week 2025-09-22 to 2025-09-28',
    );
    expect(why({ start_day: '2025-09-27' })).toEqual([
      'Saturday 27 September is none of the start days mon, tue, wed, thu, fri',
    ]);
  });

  it('counts the reasons where only some fields are given', () => {
    expect(why({ vin: 'V2', person_id: 'P1' })).toEqual([
      '4 of 5 possibilities: Ann is not approved for Honda',
      '1 of 5 possibilities: Wednesday 24 September has no slots (Company holiday)',
    ]);
  });

  it('has a reason for exactly those that the filters removed', () => {
    const given = {
      ...GIVEN,
      history: [{ person_id: 'P1', make: 'Toyota', model: 'Camry', end_date: '2025-08-26' }],
    };
    const instance = opened(given);
    const left = new Set(named(instance));
    const { vehicles, partners, days } = smallWorld(given).world;
    for (const { vin } of vehicles)
      for (const { person_id } of partners)
        for (const { date } of days)
          expect(instance.whyNot(row(vin, person_id, date)).length === 0).toBe(
            left.has(`${vin} ${person_id} ${date.slice(-2)}`),
          );
    expect(left.size).toBeGreaterThan(2);
  });
});
