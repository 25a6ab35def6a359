import { describe, expect, it } from 'vitest';
import { slotsOf } from '../../../../src/domains/loans/ledgers/slots.ts';
import { capacity as rule } from '../../../../src/domains/loans/rules/capacity.ts';
import { Refusal } from '../../../../src/problems/problem.ts';
import { type Given, settingsOf, tablesOf } from '../audit-fixture.ts';
import { opened, smallWorld } from '../small-world.ts';

const WEEK = [22, 23, 24, 25, 26, 27, 28].map((day) => `2025-09-${day}`);

/** Slots from Monday to Sunday. */
const slots = (given: Given, capacity: object = {}) => {
  const settings = settingsOf({ rules: { capacity } });
  const own = settings.rules.capacity;
  if (own === false) throw new Error('the rule is off');
  return WEEK.map(
    slotsOf(own, { office: 'LA', week: settings.week }, tablesOf({ vehicles: [{}, {}, {}], ...given })).on,
  );
};

describe('slots', () => {
  it('are 15 from Monday to Friday, and none at the weekend', () => {
    expect(slots({})).toEqual([15, 15, 15, 15, 15, 0, 0]);
    expect(slots({}, { default_slots: 4 })).toEqual([4, 4, 4, 4, 4, 0, 0]);
  });

  it('come from the calendar of the office where it has a row', () => {
    const calendar = [
      { date: '2025-09-24', slots: 0 },
      { date: '2025-09-27', slots: 3 },
      { date: '2025-09-25', slots: 8, office: 'SF' },
    ];
    expect(slots({ calendar })).toEqual([15, 15, 0, 15, 15, 3, 0]);
  });

  it('come from the scenario before the calendar', () => {
    const override = { '2025-09-24': { slots: 5 }, '2025-09-25': { slots: 0 } };
    expect(slots({ calendar: [{ date: '2025-09-24', slots: 0 }] }, { override })).toEqual([15, 15, 5, 0, 15, 0, 0]);
  });

  it('have no end where the rule is off', () => {
    const given = {
      vehicles: [{}],
      partners: [{}],
      approved: [{}],
      calendar: [{ date: '2025-09-24', slots: 0 }],
    };
    expect(rule.bind(false, smallWorld(given).world)).toBeUndefined();
    const { model, funnel } = opened(given, { rules: { capacity: false } });
    expect(model.candidates).toBe(5);
    expect(model.limits.filter((limits) => limits.rule === 'capacity')).toEqual([]);
    expect(funnel.map(({ step }) => step)).not.toContain('closed_day');
  });
});

describe('count_existing', () => {
  const loan = (person_id: string | null, from: string, to: string, vin = 'V1') => ({
    person_id,
    start_date: `2025-09-${from}`,
    end_date: `2025-09-${to}`,
    vin,
  });
  const left = (...activity: ReturnType<typeof loan>[]) => slots({ activity }, { count_existing: true }).slice(0, 5);

  it('takes one slot for a delivery, and one for a pickup', () => {
    expect(left(loan('P1', '22', '24'))).toEqual([14, 15, 14, 15, 15]);
  });

  it('takes one for a pickup and a delivery of one partner on one day', () => {
    expect(left(loan('P1', '15', '23'), loan('P1', '23', '30', 'V2'))).toEqual([15, 14, 15, 15, 15]);
    expect(left(loan('P1', '15', '23'), loan('P2', '23', '30', 'V2'))).toEqual([15, 13, 15, 15, 15]);
  });

  it('counts the larger of the two', () => {
    const two = [loan('P1', '23', '30'), loan('P1', '23', '30', 'V2')];
    expect(left(...two, loan('P1', '15', '23', 'V3'))).toEqual([15, 13, 15, 15, 15]);
  });

  it('takes rows without a partner for one', () => {
    expect(left(loan(null, '22', '30'), loan(null, '15', '22', 'V2'))).toEqual([14, 15, 15, 15, 15]);
  });

  it('counts cars of the office only', () => {
    expect(left(loan('P1', '22', '24', 'V9'))).toEqual([15, 15, 15, 15, 15]);
  });

  it('looks at loans that begin within 90 days of the Monday, on either side', () => {
    const on23 = (start_date: string) =>
      slots({ activity: [{ ...loan('P1', '22', '23'), start_date }] }, { count_existing: true })[1];
    expect([on23('2025-06-23'), on23('2025-06-24')]).toEqual([15, 14]);
    expect([on23('2025-12-21'), on23('2025-12-22')]).toEqual([14, 15]);
  });

  it('never leaves less than none', () => {
    const activity = [loan('P1', '22', '30'), loan('P2', '22', '30', 'V2')];
    const calendar = [{ date: '2025-09-22', slots: 1 }];
    expect(slots({ activity, calendar }, { count_existing: true })[0]).toBe(0);
  });

  it('is off unless the scenario asks for it', () => {
    expect(slots({ activity: [loan('P1', '22', '24')] })[0]).toBe(15);
  });
});

describe('a calendar without a row in the week', () => {
  const calendar = [
    { date: '2025-10-06', slots: 5 },
    { date: '2025-06-30', slots: 5 },
  ];

  it('is refused, with the days that it knows', () => {
    expect(() => slots({ calendar })).toThrow(Refusal);
    expect(() => slots({ calendar })).toThrow(
      'ops_capacity_calendar has no row for LA in the week of 2025-09-22; it runs from 2025-06-30 to 2025-10-06',
    );
  });

  it('is taken for the usual week where the scenario says so', () => {
    expect(slots({ calendar }, { empty_week: 'default' })).toEqual([15, 15, 15, 15, 15, 0, 0]);
  });

  it('is no fault where the office is not in it at all', () => {
    expect(slots({ calendar: calendar.map((row) => ({ ...row, office: 'SF' })) })[0]).toBe(15);
  });
});
