import { describe, expect, it } from 'vitest';
import { audited, type Given, records, times } from './audit-fixture.ts';

const slots = (...list: readonly (readonly [number, string?])[]) =>
  list.map(([count, notes], index) => ({ date: `2025-09-${22 + index}`, slots: count, notes: notes ?? null }));
const fleet: Given = {
  vehicles: times(6, () => ({})),
  partners: times(6, () => ({})),
  approved: times(6, (i) => ({ person_id: `P${i + 1}` })),
};
const week = (given: Given, rules: object = {}, ...loans: string[]) => {
  const audit = audited({ ...fleet, ...given }, { rules }, ...loans);
  return { ...audit, days: records(audit.tables.capacity!) };
};
const classes = (given: Given, rules: object = {}) => week(given, rules).days.map((day) => day.class);

describe('classes of days', () => {
  it('C7-A: a closed day is a blackout, fewer slots than usual are reduced, weekends are closed', () => {
    const { days } = week({ calendar: slots([5], [5], [0, 'Company Holiday'], [5], [5]) });
    expect(days.map((day) => day.class)).toEqual([
      'reduced',
      'reduced',
      'blackout',
      'reduced',
      'reduced',
      'blackout',
      'blackout',
    ]);
    expect(days[2]).toMatchObject({
      date: '2025-09-24',
      day: 'Wednesday',
      capacity: 0,
      notes: 'Company Holiday',
      utilization: 0,
    });
  });

  it('C7-C: a note about travel, in any case, makes a travel day unless it is closed', () => {
    expect(classes({ calendar: slots([5], [5], [0, 'travel'], [3, 'TRAVEL day'], [5]) }).slice(2, 4)).toEqual([
      'blackout',
      'travel',
    ]);
  });

  it('takes 15 on weekdays and none at weekends without a calendar', () => {
    const { days, metrics } = week({});
    expect(days.map((day) => day.capacity)).toEqual([15, 15, 15, 15, 15, 0, 0]);
    expect(metrics.capacity_slots).toBe(75);
    expect(
      classes({}, { capacity: { override: { '2025-09-22': { slots: 20 }, '2025-09-27': { slots: 10 } } } }),
    ).toEqual(['increased', 'normal', 'normal', 'normal', 'normal', 'normal', 'blackout']);
  });

  it("the brief's example week has 50 slots", () => {
    const calendar = slots(
      [15],
      [15],
      [0, 'Company Holiday'],
      [8, 'Travel day - reduced staff'],
      [12, 'Half day'],
      [0],
      [0],
    );
    expect(week({ calendar }).metrics.capacity_slots).toBe(50);
    expect(classes({ calendar })).toEqual([
      'normal',
      'normal',
      'blackout',
      'travel',
      'reduced',
      'blackout',
      'blackout',
    ]);
  });
});

describe('slots', () => {
  it('an override stands in place of the calendar, with its own note', () => {
    const calendar = slots([5, 'Half day']);
    const capacity = { override: { '2025-09-22': { slots: 9, note: 'All hands' }, '2025-09-23': { slots: 1 } } };
    expect(week({ calendar }, { capacity }).days).toMatchObject([
      { capacity: 9, notes: 'All hands' },
      { capacity: 1, notes: null },
      {},
      {},
      {},
      {},
      {},
    ]);
  });

  it('another office has its own calendar', () => {
    expect(week({ calendar: slots([5]).map((row) => ({ ...row, office: 'SF' })) }).days[0]).toMatchObject({
      capacity: 15,
    });
  });

  it('counts starts, what is left and how much is used', () => {
    const { days, metrics } = week({ calendar: slots([4], [2]) }, {}, 'V1 P1 22', 'V2 P2 22', 'V3 P3 22', 'V4 P4 23');
    expect(days).toMatchObject([
      { used: 3, remaining: 1, utilization: 0.75 },
      { used: 1, remaining: 1, utilization: 0.5 },
      {},
      {},
      {},
      {},
      {},
    ]);
    expect(metrics).toMatchObject({ capacity_slots: 51, capacity_used: 4, utilization: 0.0784 });
  });

  it('three starts for two slots, and one on a closed day, are three violations', () => {
    const { violations } = week({ calendar: slots([2], [0], [3]) }, {}, 'V1 P1 22', 'V2 P2 22', 'V3 P3 22', 'V4 P4 23');
    expect(violations).toEqual([
      { rule: 'capacity', entity: '2025-09-22', text: 'Monday 2025-09-22: 3 starts, 2 slots' },
      { rule: 'capacity', entity: '2025-09-23', text: 'Tuesday 2025-09-23: 1 start, 0 slots' },
      { rule: 'capacity', entity: '2025-09-23', text: 'Tuesday 2025-09-23: closed (Blackout), 1 start' },
    ]);
  });

  it('without the rule there is no number of slots and nothing to break', () => {
    const { violations, metrics, days } = week({ calendar: slots([0]) }, { capacity: false }, 'V1 P1 22');
    expect(violations).toEqual([]);
    expect(metrics).toMatchObject({ capacity_slots: null, capacity_used: null, utilization: null });
    expect(days[0]).toMatchObject({ capacity: null, remaining: null, utilization: null });
  });
});

describe('existing deliveries and pickups', () => {
  const on = { capacity: { count_existing: true, default_slots: 4 } };
  const row = (person_id: string | null, start_date: string, end_date: string, vin = 'V6') => ({
    vin,
    person_id,
    start_date,
    end_date,
  });

  it('take the larger of a partner’s drops and pickups; rows without a partner share one', () => {
    const activity = [
      row('P1', '2025-09-23', '2025-09-30'),
      row('P1', '2025-09-23', '2025-09-30'),
      row('P1', '2025-09-15', '2025-09-23'),
      row('P2', '2025-09-15', '2025-09-23'),
      row(null, '2025-09-15', '2025-09-23'),
      row(null, '2025-09-23', '2025-09-29'),
      row('P3', '2025-09-15', '2025-09-23', 'ELSEWHERE'),
      row('P4', '2025-06-23', '2025-09-23'),
    ];
    const { days, metrics, violations } = week({ activity }, on, 'V1 P1 23');
    expect(days[1]).toMatchObject({ capacity: 4, existing: 4, used: 1, remaining: -1 });
    expect(metrics.capacity_slots).toBe(16);
    expect(violations).toMatchObject([{ text: 'Tuesday 2025-09-23: 1 start, 0 slots (4 less 4 booked)' }]);
  });

  it('count where they begin within 90 days of the week, on either side', () => {
    const existing = (start_date: string) =>
      week({ activity: [row('P1', start_date, '2025-09-23')] }, on).days[1]!.existing;
    expect([existing('2025-06-23'), existing('2025-06-24')]).toEqual([0, 1]);
    // Their end, before they begin, is as good a pickup here as it is for the slots of the model.
    expect([existing('2025-12-21'), existing('2025-12-22')]).toEqual([1, 0]);
  });

  it('take nothing unless the scenario says so', () => {
    expect(week({ activity: [row('P1', '2025-09-23', '2025-09-30')] }).days[1]).toMatchObject({ existing: 0 });
  });
});
