import { describe, expect, it } from 'vitest';
import { auditLoans } from '../../../src/domains/loans/audit.ts';
import { audited, type Given, scheduleOf, settingsOf, tablesOf, times } from './audit-fixture.ts';

const one: Given = { vehicles: [{}, {}], partners: [{}, {}], approved: [{}, { person_id: 'P2' }] };
/** Texts of the violations, each behind its rule. */
const faults = (given: Given, rules: object, ...loans: string[]) =>
  audited({ ...one, ...given }, { rules }, ...loans).violations.map(({ rule, text }) => `${rule}: ${text}`);

it('finds nothing in a schedule that holds every rule', () => {
  expect(faults({}, {}, 'V1 P1 22', 'V2 P2 23')).toEqual([]);
});

describe('who and what', () => {
  it('a vehicle or partner that no table knows', () => {
    expect(faults({}, {}, 'V9 P1 22')).toEqual(['vehicles: vehicle V9 is not in the table vehicles']);
    expect(faults({}, {}, 'V1 P9 22')).toEqual([
      'media_partners: partner P9 is not in the table media_partners',
      'approved_makes: P9 is not approved for Toyota (V1)',
    ]);
  });

  it('a vehicle or partner of another office', () => {
    expect(faults({ vehicles: [{ office: 'SF' }] }, {}, 'V1 P1 22')).toEqual([
      'vehicles: vehicle V1 belongs to the office SF, not LA',
    ]);
    expect(faults({ partners: [{ office: 'SF' }] }, {}, 'V1 P1 22')).toEqual([
      'media_partners: Partner 1 (P1) belongs to the office SF, not LA',
    ]);
  });

  it('a make that the partner is not approved for', () => {
    expect(faults({ approved: [{ make: 'Audi' }] }, {}, 'V1 P1 22')).toEqual([
      'approved_makes: Partner 1 (P1) is not approved for Toyota (V1)',
    ]);
  });

  it('a rank that is not allowed', () => {
    const approved = [{ rank: 'Pending' }, { person_id: 'P2', rank: null }];
    expect(faults({ approved }, { ranks: { allow: ['A', 'B'] } }, 'V1 P1 22', 'V2 P2 22')).toEqual([
      'ranks: Partner 1 (P1) ranks Pending for Toyota, and only A, B are allowed',
      'ranks: Partner 2 (P2) ranks nothing for Toyota, and only A, B are allowed',
    ]);
    expect(faults({ approved }, {}, 'V1 P1 22')).toEqual([]);
  });

  it('a schedule row without meaning is a violation, not an error', () => {
    const { violations, objective } = auditLoans(settingsOf(), tablesOf(one), [
      { vin: null, person_id: '__proto__', start_day: 'soon' },
    ]);
    expect(violations.map(({ rule }) => rule)).toEqual(['vehicles', 'media_partners', 'start_days']);
    expect(objective.net_score).toBeTypeOf('number');
  });
});

describe('when', () => {
  it('a start outside the week or on a day without starts', () => {
    expect(faults({}, {}, 'V1 P1 29')).toEqual([
      'start_days: the loan of V1 starts on 2025-09-29, outside the week 2025-09-22 to 2025-09-28',
    ]);
    expect(faults({}, { capacity: { override: { '2025-09-27': { slots: 5 } } } }, 'V1 P1 27')).toEqual([
      'start_days: the loan of V1 starts on Saturday 2025-09-27, and loans start on mon, tue, wed, thu, fri only',
    ]);
  });

  it('a weekday that the partner does not take', () => {
    const partners = [{ allowed_start_dows: ['tue', 'thu'] as const }];
    expect(faults({ partners }, {}, 'V1 P1 22')).toEqual([
      'allowed_start_dows: Partner 1 (P1) takes cars on tue, thu only, not on Monday 2025-09-22',
    ]);
    expect(faults({ partners }, {}, 'V1 P1 23')).toEqual([]);
  });
});

describe('availability', () => {
  const activity = (start_date: string | null, end_date: string | null) => ({ activity: [{ start_date, end_date }] });

  it.each([
    ['2025-09-15', '2025-09-22'],
    ['2025-09-25', '2025-09-25'],
    ['2025-09-28', '2025-10-05'],
    ['2025-01-01', '2026-01-01'],
  ])('an activity from %s to %s blocks a loan of seven days from the 22nd', (start, end) => {
    expect(faults(activity(start, end), {}, 'V1 P1 22')).toEqual([
      `availability: V1 is occupied ${start} to ${end} (Loan C0), and the loan needs 2025-09-22 to 2025-09-28`,
    ]);
  });

  it.each([
    ['2025-09-15', '2025-09-21'],
    ['2025-09-29', '2025-10-05'],
    [null, '2025-09-25'],
    ['2025-09-25', null],
    ['2025-09-28', '2025-09-22'],
  ])('an activity from %s to %s does not', (start, end) => {
    expect(faults(activity(start, end), {}, 'V1 P1 22')).toEqual([]);
  });

  it('a car busy on Thursday is free for a loan from Friday', () => {
    expect(faults(activity('2025-09-25', '2025-09-25'), {}, 'V1 P1 26')).toEqual([]);
  });

  it('days before service, after turn-in and beyond the horizon', () => {
    expect(faults({ vehicles: [{ in_service_date: '2025-09-23' }] }, {}, 'V1 P1 22')).toEqual([
      'availability: V1 is in service from 2025-09-23, and the loan needs 2025-09-22 to 2025-09-28',
    ]);
    const vehicles = [{ expected_turn_in_date: '2025-09-27' }];
    expect(faults({ vehicles }, {}, 'V1 P1 22')).toEqual([
      'availability: V1 is turned in after 2025-09-27, and the loan needs 2025-09-22 to 2025-09-28',
    ]);
    expect(faults({ vehicles }, { availability: { turn_in: 'ignore' } }, 'V1 P1 22')).toEqual([]);
    expect(faults({}, { availability: { horizon_days: 8 } }, 'V1 P1 23', 'V2 P2 24')).toEqual([
      'availability: availability is known until 2025-09-29, and the loan needs 2025-09-24 to 2025-09-30 (V2)',
    ]);
  });

  it('counts both ends of service as days of it', () => {
    expect(
      faults({ vehicles: [{ in_service_date: '2025-09-22', expected_turn_in_date: '2025-09-28' }] }, {}, 'V1 P1 22'),
    ).toEqual([]);
  });

  it('is not looked at when the rule is off', () => {
    expect(faults(activity('2025-09-22', '2025-09-25'), { availability: false }, 'V1 P1 22')).toEqual([]);
  });
});

describe('cooldown', () => {
  const history = (...rows: { model?: string | null; end_date?: string; start_date?: string; make?: string }[]) => ({
    history: rows,
  });
  const blocked = (given: Given, day: string, rules: object = {}) => faults(given, rules, `V1 P1 ${day}`).length > 0;

  it('A: a model ended on 26 August may start again 30 days later, to the day', () => {
    const given = history({ model: 'Camry', end_date: '2025-08-26' });
    expect(faults(given, {}, 'V1 P1 24')).toEqual([
      'cooldown: Partner 1 (P1) had a Toyota Camry until 2025-08-26 and waits 30 days, to 2025-09-25, but V1 starts on 2025-09-24',
    ]);
    expect(blocked(given, '25')).toBe(false);
  });

  it('B: a make with 0 days has no cooldown, and one without days the default', () => {
    const given = history({ model: 'Camry', end_date: '2025-09-21' });
    expect(blocked({ ...given, rules: [{ cooldown_period: 0 }] }, '22')).toBe(false);
    expect(blocked({ ...given, rules: [{ cooldown_period: null }] }, '22')).toBe(true);
    expect(blocked({ ...given, rules: [{ make: 'Audi', cooldown_period: 0 }] }, '22')).toBe(true);
  });

  it('takes the row of the rank, then the row without a rank, then the first row of the make', () => {
    const given = history({ model: 'Camry', end_date: '2025-09-12' });
    const short = { rank: 'C', cooldown_period: 10 };
    const long = { rank: 'A', cooldown_period: 60 };
    // The partner has rank A.
    expect(blocked({ ...given, rules: [short, long] }, '22')).toBe(true);
    expect(blocked({ ...given, rules: [short, { ...long, rank: 'a' }] }, '22')).toBe(true);
    expect(blocked({ ...given, rules: [long, { rank: null, cooldown_period: 10 }] }, '22')).toBe(true);
    expect(blocked({ ...given, rules: [short, { rank: null, cooldown_period: 60 }] }, '22')).toBe(true);
    expect(blocked({ ...given, rules: [short] }, '22')).toBe(false);
  });

  it('C: an old loan of the model decides over a recent one of the make', () => {
    const given = history({ model: 'Camry', end_date: '2025-08-13' }, { model: 'Corolla', end_date: '2025-09-17' });
    expect(blocked(given, '22')).toBe(false);
    expect(blocked({ ...given, vehicles: [{ model: 'RAV4' }] }, '22')).toBe(true);
  });

  it('D: without a model on record the make decides, by its last loan', () => {
    const given = history({ model: null, end_date: '2025-08-01' }, { model: null, start_date: '2025-09-07' });
    expect(blocked(given, '22')).toBe(true);
    expect(blocked(given, '22', { cooldown: { days: 15 } })).toBe(false);
  });

  it('knows a model by its name alone, blocks by loans yet to end, and can be off', () => {
    expect(blocked(history({ make: 'Honda', model: 'Camry', end_date: '2025-09-20' }), '22')).toBe(true);
    expect(blocked(history({ model: 'Camry', end_date: '2025-12-01' }), '22')).toBe(true);
    expect(blocked(history({ model: 'Camry', end_date: '2025-09-20' }), '22', { cooldown: false })).toBe(false);
  });
});

describe('caps and repeats', () => {
  it('a cap of 0, or an empty one, forbids the make unless it is allowed', () => {
    const text = 'tier_caps: Partner 1 (P1) may have no Toyota: rank A has a cap of 0 (V1)';
    expect(faults({ rules: [{ loan_cap_per_year: 0 }] }, {}, 'V1 P1 22')).toEqual([text]);
    expect(faults({ rules: [{ loan_cap_per_year: null }] }, {}, 'V1 P1 22')).toEqual([text]);
    const soft = audited(
      { ...one, rules: [{ loan_cap_per_year: 0 }] },
      { rules: { tier_caps: { allow_zero_caps: true } } },
      'V1 P1 22',
    );
    expect([soft.violations, soft.objective.cap_penalty]).toEqual([[], 800]);
    expect(faults({ rules: [{ loan_cap_per_year: 0 }] }, { tier_caps: { mode: 'off' } }, 'V1 P1 22')).toEqual([]);
  });

  it('a hard cap is broken by the first loan over it, and not by being over already', () => {
    const given = { rules: [{ loan_cap_per_year: 2 }], history: times(3, () => ({ end_date: '2025-03-01' })) };
    expect(faults(given, { tier_caps: { mode: 'hard' } }, 'V1 P1 22')).toEqual([
      'tier_caps: Partner 1 (P1) has 3 loans of Toyota and gets 1: 2 over the cap of 2 for rank A',
    ]);
    expect(faults(given, { tier_caps: { mode: 'hard' } }, 'V1 P2 22')).toEqual([]);
  });

  it('a car that the partner has, or had within the days', () => {
    const rules = { no_repeat: { days: 365 }, cooldown: false };
    expect(faults({ history: [{ vin: 'V1', start_date: '2024-09-22' }] }, rules, 'V1 P1 22')).toEqual([
      'no_repeat: Partner 1 (P1) had V1 from 2024-09-22, within 365 days before 2025-09-22',
    ]);
    expect(faults({ history: [{ vin: 'V1', start_date: '2024-09-21' }] }, rules, 'V1 P1 22')).toEqual([]);
    expect(faults({ activity: [{ person_id: 'P1' }] }, rules, 'V1 P1 22')).toEqual([
      'no_repeat: Partner 1 (P1) has V1 in current_activity already',
    ]);
    expect(faults({ activity: [{ person_id: 'P1' }] }, {}, 'V1 P1 22')).toEqual([]);
  });
});

describe('sums', () => {
  it('a vehicle that starts twice in the week', () => {
    expect(faults({}, {}, 'V1 P1 22', 'V1 P2 23')).toEqual([
      'vehicle_once: V1 starts 2 loans in the week: 2025-09-22 to P1, 2025-09-23 to P2',
    ]);
  });

  it('a row that stands twice', () => {
    expect(faults({}, {}, 'V1 P1 22', 'V1 P1 22')[0]).toBe(
      'duplicate: V1 to P1 on 2025-09-22 stands 2 times in the schedule',
    );
  });

  it('more starts of a partner than its limits, what it has already counted first', () => {
    const rules = { partner_limits: { per_day: 1, per_week: 2 } };
    const vehicles = times(4, () => ({}));
    expect(faults({ vehicles }, rules, 'V1 P1 22', 'V2 P1 22', 'V3 P1 23')).toEqual([
      'partner_limits: Partner 1 (P1) starts 2 on 2025-09-22 and has 0 already: the limit is 1',
      'partner_limits: Partner 1 (P1) starts 3 from 2025-09-22 to 2025-09-28 and has 0 already: the limit is 2',
    ]);
    const activity = [{ vin: 'X', person_id: 'P1', start_date: '2025-09-10', end_date: '2025-09-22' }];
    expect(faults({ vehicles, activity }, rules, 'V1 P1 22', 'V2 P1 23')).toEqual([
      'partner_limits: Partner 1 (P1) starts 1 on 2025-09-22 and has 1 already: the limit is 1',
      'partner_limits: Partner 1 (P1) starts 2 from 2025-09-22 to 2025-09-28 and has 1 already: the limit is 2',
    ]);
    expect(faults({ vehicles, activity }, {}, 'V1 P1 22', 'V2 P1 22')).toEqual([]);
  });

  it('several rules at once', () => {
    const given: Given = { vehicles: [{ office: 'SF' }], rules: [{ loan_cap_per_year: 0 }], calendar: [{ slots: 0 }] };
    const { violations } = audited(
      { ...one, ...given },
      {},
      ...scheduleOf('V1 P1 22').map(({ vin, person_id }) => `${vin} ${person_id} 22`),
    );
    expect(violations.map(({ rule }) => rule)).toEqual(['vehicles', 'tier_caps', 'capacity', 'capacity']);
  });
});
