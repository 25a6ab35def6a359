import { describe, expect, it } from 'vitest';
import { check } from '../../../../src/domains/loans/check.ts';
import { loansTables } from '../../../../src/domains/loans/tables.ts';
import type { TableSpec } from '../../../../src/tables/table.ts';
import { validateTable } from '../../../../src/tables/validate.ts';
import { audited, type Given, records, settingsOf, times } from '../audit-fixture.ts';
import { filtersOf, limitsOf } from '../rule-case.ts';
import { left, opened } from '../small-world.ts';

/** Three cars, and three partners: on Mondays one from 9 to 10, one from 9:30 to 11, one at any hour. */
const given: Given = {
  vehicles: [{}, {}, {}],
  partners: [{}, {}, {}],
  approved: times(3, (at) => ({ person_id: `P${at + 1}` })),
  hours: [
    { person_id: 'P1', to: '10:00:00' },
    { person_id: 'P2', from: '09:30:00', to: '11:00:00' },
  ],
};
const hours = { per_hour: 1, from: 9, to: 11 };
const rules = { hours, fairness: false };

describe('hours', () => {
  it('are off by default, and then the schedule names none', () => {
    const { tables, violations } = audited(given, {}, 'V1 P1 22', 'V2 P1 22');
    expect(violations).toEqual([]);
    expect(tables.assignments!.columns.map(({ name }) => name)).not.toContain('hour');
  });

  it('limit, for every span of hours, the loans that must be handed over within it', () => {
    expect(limitsOf('hours', { given, rules: { hours } })).toMatchInlineSnapshot(`
      "maximise 700 x1 + 700 x2 + 700 x3 + 700 x4 + 700 x5 + 700 x6 + 700 x7 + 700 x8 + 700 x9
      x1: Toyota Camry (V1) to Partner 1 from 2025-09-22
      x2: Toyota Camry (V1) to Partner 2 from 2025-09-22
      x3: Toyota Camry (V1) to Partner 3 from 2025-09-22
      x4: Toyota Camry (V2) to Partner 1 from 2025-09-22
      x5: Toyota Camry (V2) to Partner 2 from 2025-09-22
      x6: Toyota Camry (V2) to Partner 3 from 2025-09-22
      x7: Toyota Camry (V3) to Partner 1 from 2025-09-22
      x8: Toyota Camry (V3) to Partner 2 from 2025-09-22
      x9: Toyota Camry (V3) to Partner 3 from 2025-09-22
      hours, on Monday 22 September from 9:00 to 10:00: x1 + x4 + x7 <= 1
      hours, on Monday 22 September from 9:00 to 11:00: x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 <= 2
      hours, on Monday 22 September from 10:00 to 11:00: x2 + x5 + x8 <= 1"
    `);
  });

  it('take out partners that take cars at no whole hour of the drivers', () => {
    const late = { ...hours, from: 10, to: 18 };
    expect(left(given, { start_days: ['mon'], rules: { hours: late } })).toHaveLength(6);
    expect(filtersOf({ given, rules: { hours: late } }, 'V1 P1 22')).toMatchInlineSnapshot(`
      "hours removes 3, leaves 6: the partner takes cars at no hour at which drivers work
      Partner 1 takes cars at no whole hour from 10:00 to 18:00 on Monday 22 September"
    `);
  });

  it('a weekday without a row is any hour', () => {
    expect(left(given, { start_days: ['tue'], rules: { hours: { ...hours, from: 20, to: 22 } } })).toHaveLength(9);
  });

  it('are named by the auditor, who moves a loan to make room for another', () => {
    // The third partner could have 9:00; the first can have nothing else.
    const { tables, violations } = audited(given, { rules }, 'V1 P3 22', 'V2 P1 22');
    expect(violations).toEqual([]);
    const named = records(tables.assignments!).map(({ vin, hour }) => `${vin} ${hour}`);
    expect(named).toEqual(['V1 10:00', 'V2 09:00']);
  });

  it('are a violation where a loan can have none', () => {
    const { violations } = audited(given, { rules }, 'V1 P1 22', 'V2 P1 22', 'V3 P2 22');
    expect(violations.map(({ rule, text }) => `${rule}: ${text}`)).toMatchInlineSnapshot(`
      [
        "hours: V2 to Partner 1 (P1) on 2025-09-22 has no hour: every handover from 9:00 to 10:00 is taken",
      ]
    `);
  });

  it('may differ in single offices, and an office that no table knows is refused', () => {
    const of = (offices: object) => ({ start_days: ['mon'], rules: { hours: { ...hours, offices } } });
    expect(left(given, of({ LA: { from: 10 } }))).toHaveLength(6);
    expect(() => opened(given, of({ LAX: { from: 10 } }))).toThrow('no table knows the office "LAX"');
  });

  it('of drivers end after they begin', () => {
    const messages = (own: object) => check(settingsOf({ rules: { hours: own } })).map(({ message }) => message);
    expect(messages({ from: 17, to: 9 })).toEqual(['rules.hours: drivers end at 9:00, not after they begin at 17:00']);
    expect(messages({ offices: { LA: { to: 8 } } })).toEqual([
      'rules.hours.offices.LA: drivers end at 8:00, not after they begin at 9:00',
    ]);
  });
});

describe('partner_hours', () => {
  const read = (...rows: readonly (readonly [string, string])[]) =>
    validateTable(loansTables.partner_hours as unknown as TableSpec, {
      ...{ name: 'partner_hours', file: 'partner_hours.csv', header: ['person_id', 'weekday', 'from', 'to'] },
      rows: rows.map(([from, to]) => ['P1', 'Monday', from, to]),
    });
  const reasons = (...rows: readonly (readonly [string, string])[]) =>
    read(...rows).quarantined.map(({ column, reason }) => `${column} ${reason}`);

  it('may last until midnight: then the hour from 23:00 is one of them', () => {
    const { rows } = read(['18:00', '24:00']).table;
    expect(rows).toEqual([{ person_id: 'P1', weekday: 'mon', from: '18:00:00', to: '24:00:00' }]);
    const night = { ...given, hours: [{ from: '23:00:00', to: '24:00:00' }] };
    const late = { start_days: ['mon'], rules: { fairness: false, hours: { per_hour: 1, from: 18, to: 24 } } };
    expect(left(night, late)).toHaveLength(9);
    const { tables, violations } = audited(night, late, 'V1 P1 22');
    expect([violations, records(tables.assignments!)[0]?.hour]).toEqual([[], '23:00']);
  });

  it('end after they begin, on the same day', () => {
    expect(reasons(['17:00', '9:00'])).toEqual(['to is not after from, 17:00']);
    expect(reasons(['9:00', '9:00'])).toEqual(['to is not after from, 09:00']);
    expect(reasons(['18:00', '0:00'])).toEqual(['to is not after from, 18:00; write 24:00 for the end of the day']);
    expect(reasons(['22:00', '26:00'])).toEqual([expect.stringContaining('to is after the end of its date')]);
  });

  it('are one span of a weekday: two that differ contradict each other, and the same twice is one', () => {
    expect(reasons(['9:00', '12:00'], ['14:00', '17:00'])).toEqual([
      expect.stringContaining('differs from line 3'),
      expect.stringContaining('differs from line 2'),
    ]);
    expect(read(['9:00', '12:00'], ['9:00', '12:00']).table.rows).toHaveLength(1);
  });

  it('without a whole hour in them leave the partner none on that weekday', () => {
    const short = { ...given, hours: [{ from: '09:30:00', to: '10:15:00' }] };
    expect(left(short, { start_days: ['mon'], rules })).toHaveLength(6);
  });
});
