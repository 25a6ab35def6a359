import { describe, expect, it } from 'vitest';
import { servicedBefore } from '../../../../src/domains/loans/audit/faults/maintenance.ts';
import type { MaintenanceRow } from '../../../../src/domains/loans/tables.ts';
import { next } from '../../../../src/domains/loans/weeks/next.ts';
import { audited, type Given, settingsOf, tablesOf } from '../audit-fixture.ts';
import { filtersOf } from '../rule-case.ts';
import { left, opened } from '../small-world.ts';

/** One car with 10,000 miles, whose last service was on 1 September at 5,000 miles; loans of three days. */
const given = (row: Partial<MaintenanceRow>): Given => ({
  vehicles: [{ current_mileage: 10_000 }],
  partners: [{}],
  approved: [{}],
  maintenance: [{ last_service_date: '2025-09-01', last_service_mileage: 5_000, ...row }],
});
const rules = (more: object = {}) => ({ availability: false, maintenance: { loan_days: 3, ...more } });
/** The days on which a loan may start, from Monday the 22nd to Friday the 26th. */
const starts = (row: Partial<MaintenanceRow>, more: object = {}) =>
  left(given(row), { rules: rules(more) }).map((name) => Number(name.slice(-2)));

describe('maintenance', () => {
  it('is off by default', () => {
    expect(left(given({ due_date: '2025-09-22' }))).toHaveLength(5);
  });

  it('keeps a car in from the day on which it is due: loans end before, or start after', () => {
    // In for service on the 25th and 26th.
    expect(starts({ due_date: '2025-09-25' })).toEqual([22]);
    // The first of both: 23 days after 1 September are the 24th.
    expect(starts({ due_date: '2025-09-25', every_days: 23 }, { service_days: 1 })).toEqual([25, 26]);
  });

  it('keeps a car in from the Monday where it is overdue', () => {
    expect(starts({ every_days: 7 }, { service_days: 3 })).toEqual([25, 26]);
  });

  it('counts kilometres from the miles driven, with those of the loan', () => {
    // 5,000 miles are 8,046.72 km.
    expect(starts({ every_km: 8_046 })).toEqual([24, 25, 26]);
    expect(starts({ every_km: 8_047 })).toHaveLength(5);
    expect(starts({ every_km: 8_047 }, { miles_of_loan: 1 })).toEqual([24, 25, 26]);
  });

  it('refuses kilometres of a car whose mileage is not known', () => {
    const unknown = { ...given({ every_km: 9_000 }), vehicles: [{}] };
    expect(() => opened(unknown, { rules: rules() })).toThrow('maintenance has every_km for V1');
  });

  it('tells when, and why', () => {
    const world = { given: given({ every_days: 23 }), rules: rules() };
    expect(filtersOf(world, 'V1 P1 22')).toMatchInlineSnapshot(`
      "maintenance removes 1, leaves 0: the car is kept in for service
      V1 is kept in for service from 2025-09-24 to 2025-09-25 (due 23 days after 2025-09-01), and a loan from 2025-09-22 lasts until 2025-09-24"
    `);
  });

  it('is held by the auditor', () => {
    const { violations } = audited(given({ due_date: '2025-09-25' }), { rules: rules() }, 'V1 P1 23');
    expect(violations.map(({ rule, text }) => `${rule}: ${text}`)).toMatchInlineSnapshot(`
      [
        "maintenance: V1 is due for service and kept in from 2025-09-25 to 2025-09-26, and the loan lasts from 2025-09-23 to 2025-09-25",
      ]
    `);
    expect(audited(given({ due_date: '2025-09-25' }), { rules: rules() }, 'V1 P1 22').violations).toEqual([]);
  });

  it('of a week before is done: the next one counts from there, for the engine and for the auditor', () => {
    const settings = settingsOf({ rules: rules() });
    const tables = tablesOf(given({ every_days: 23, every_km: 8_046, due_date: '2025-10-20' }));
    const { maintenance } = next(settings, tables, []).tables;
    expect(maintenance.rows).toMatchObject([
      { last_service_date: '2025-09-23', last_service_mileage: 10_000, due_date: '2025-10-20' },
    ]);
    expect(servicedBefore(settings, tables, '2025-09-29')).toEqual(maintenance);
    const running = tablesOf(given({ due_date: '2025-09-28' }));
    expect(next(settings, running, []).tables.maintenance).toEqual(running.maintenance);
    expect(servicedBefore(settings, running, '2025-09-29')).toEqual(running.maintenance);
  });
});
