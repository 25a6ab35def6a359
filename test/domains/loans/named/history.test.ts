import { describe, expect, it } from 'vitest';
import { capsOf } from '../../../../src/domains/loans/ledgers/caps.ts';
import { addDays } from '../../../../src/tables/dates.ts';
import { type Given, times } from '../audit-fixture.ts';
import { left, smallWorld } from '../small-world.ts';

const ends = (person_id: string, make: string, end_date: string, model: string | null = null) => ({
  person_id,
  make,
  model,
  end_date,
});

describe('7.3', () => {
  const MONDAY = '2025-09-22';
  const camry: Given = { vehicles: [{ model: 'Camry' }], partners: [{}], approved: [{}] };
  /** Whether the first car may start so many days after the Monday, in the week that has that day. */
  const starts = (given: Given, after: number): boolean => {
    const week = addDays(MONDAY, after - (after % 7));
    const keys = { week, start_days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], rules: { capacity: false } };
    return left(given, keys).includes(`V1 P1 ${addDays(MONDAY, after).slice(-2)}`);
  };
  const ago = (days: number) => addDays(MONDAY, -days);

  it('A window: 30 days after the last end the car may go again, to the day', () => {
    const given = { ...camry, history: [ends('P1', 'Toyota', ago(15), 'Camry')] };
    expect([0, 1, 15, 16].map((after) => starts(given, after))).toEqual([false, false, true, true]);
    expect(starts(given, 14)).toBe(false);
  });

  it('B rule 0: no cooldown for the make', () => {
    const given = { ...camry, history: [ends('P1', 'Toyota', ago(1), 'Camry')], rules: [{ cooldown_period: 0 }] };
    expect(starts(given, 0)).toBe(true);
  });

  it('C model first, and the make for a model without record', () => {
    const given: Given = {
      vehicles: [
        { vin: 'V1', model: 'Camry' },
        { vin: 'V2', make: 'Honda', model: 'CR-V' },
      ],
      partners: [{}],
      approved: [{}, { make: 'Honda' }],
      history: [ends('P1', 'Toyota', ago(15), 'Camry'), ends('P1', 'Honda', ago(50), 'Accord')],
    };
    expect(left(given, { start_days: ['mon'] })).toEqual(['V2 P1 22']);
  });

  it('D make fallback: a loan without model blocks the whole make', () => {
    const given = { ...camry, history: [ends('P1', 'Toyota', ago(15))] };
    expect([0, 20].map((after) => starts(given, after))).toEqual([false, true]);
  });
});

describe('7.4', () => {
  /** What is left under the cap of each approval of one partner. */
  const remaining = (ranks: readonly (string | null)[], given: Given = {}) => {
    const { world } = smallWorld({
      vehicles: ranks.map((_, i) => ({ make: `Make ${i}` })),
      partners: [{}],
      approved: ranks.map((rank, i) => ({ make: `Make ${i}`, rank })),
      ...given,
    });
    return [...capsOf(12, world).remaining];
  };

  it('caps: the rules table first, else by rank', () => {
    const rule = (loan_cap_per_year: number | null) => ({ rules: [{ make: 'Make 0', rank: 'A', loan_cap_per_year }] });
    expect(remaining(['A'], rule(10))).toEqual([10]);
    expect(remaining(['A', 'A+', 'B', 'C'])).toEqual([100, Infinity, 50, 10]);
    expect(remaining(['A'], rule(0))).toEqual([0]);
    expect(remaining(['A'], rule(null))).toEqual([0]);
  });

  it('window: loans that ended in the twelve months before the week', () => {
    const ago = (days: number) => addDays('2025-09-22', -days);
    const history = [
      ...[23, 173, 353, 393].map((days) => ends('P1', 'Make 0', ago(days))),
      ends('P1', 'Make 1', ago(23)),
      ends('P2', 'Make 0', ago(23)),
    ];
    expect(remaining(['A'], { history })).toEqual([100 - 3]);
    expect(remaining(['A'], { history: [{ make: 'Make 0', start_date: ago(23) }] })).toEqual([100 - 1]);
  });

  it('ranks: any case, and C where there is none', () => {
    expect(remaining(['a', 'A', 'a+', 'A+', 'b', 'c', null])).toEqual([100, 100, Infinity, Infinity, 50, 10, 10]);
  });

  it('zero-cap prefilter: a cap of 0 removes the candidates', () => {
    const given: Given = {
      vehicles: [{ make: 'Volvo' }, { make: 'Toyota' }],
      partners: times(2, () => ({})),
      approved: [{ make: 'Volvo', rank: 'A' }, {}, { person_id: 'P2', make: 'Volvo', rank: 'B' }],
      rules: ['A', 'B'].map((rank) => ({ make: 'Volvo', rank, loan_cap_per_year: 0 })),
    };
    expect(left(given, { start_days: ['mon'] })).toEqual(['V2 P1 22']);
  });
});
