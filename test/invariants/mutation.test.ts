import { beforeAll, describe, expect, it } from 'vitest';
import { BILLION, certify } from '../../src/audit/certificate.ts';
import { bounded, feasible, priced } from '../../src/audit/levels.ts';
import { stepOf } from '../../src/audit/price.ts';
import { auditLoans } from '../../src/domains/loans/audit.ts';
import { solve } from '../../src/kernel/solve.ts';
import type { Run } from '../../src/runs/run.ts';
import { randomWeek } from './random-week.ts';
import {
  choices,
  type Loan,
  openLoans,
  rawOf,
  runWeek,
  scheduleOf,
  settingsOf,
  tablesOf,
  times,
  type Week,
} from './weeks.ts';

const [MON, TUE, WED, THU, FRI] = ['2025-09-22', '2025-09-23', '2025-09-24', '2025-09-25', '2025-09-26'] as const;

const toyota = (vin: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ vin, make: 'Toyota', model: 'Camry', office: 'LA' },
  ...more,
});
const honda = (vin: string) => toyota(vin, { make: 'Honda', model: 'Civic' });
const partner = (person_id: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ person_id, name: person_id, office: 'LA' },
  ...more,
});
const approval = (person_id: string, rank: string, make = 'Toyota') => ({ person_id, make, rank });
const lent = (
  person_id: string,
  start_date: string,
  end_date: string,
  more: Readonly<Record<string, string>> = {},
) => ({
  ...{ activity_id: `${person_id} ${start_date}`, vin: 'GONE', person_id, make: 'Toyota', start_date, end_date },
  ...more,
});

/** A week with one trap for every rule, every rule hard, and a schedule that avoids them all. */
const week: Week = {
  raw: [
    rawOf('vehicles', [
      ...['V1', 'V2', 'V3'].map((vin) => toyota(vin)),
      ...['H1', 'H2'].map(honda),
      toyota('BUSY'),
      toyota('NEW', { in_service_date: '2025-12-01' }),
      toyota('OLD', { expected_turn_in_date: '2025-09-20' }),
      toyota('NEWYORK', { office: 'NY' }),
    ]),
    rawOf('media_partners', [
      ...['ANN', 'BOB', 'CAP', 'ZERO', 'COOL', 'PENDING', 'AGAIN', 'FULL'].map((id) => partner(id)),
      partner('TUESDAYS', { allowed_start_dows: 'Tue' }),
      partner('ELSEWHERE', { office: 'NY' }),
    ]),
    rawOf('approved_makes', [
      approval('ANN', 'A+'),
      approval('BOB', 'B', 'Honda'),
      approval('CAP', 'B'),
      approval('ZERO', 'C'),
      approval('COOL', 'A+'),
      approval('PENDING', 'Pending'),
      approval('AGAIN', 'A'),
      approval('FULL', 'A'),
      approval('TUESDAYS', 'A'),
      approval('ELSEWHERE', 'A+'),
    ]),
    rawOf('loan_history', [
      lent('CAP', '2025-02-03', '2025-02-10'),
      lent('COOL', '2025-09-05', '2025-09-12'),
      ...['V1', 'V2', 'V3'].map((vin) => lent('AGAIN', '2025-03-03', '2025-03-10', { vin, activity_id: vin })),
    ]),
    rawOf('current_activity', [
      { activity_id: '1', vin: 'BUSY', activity_type: 'Hold', start_date: WED, end_date: '2025-10-20' },
      { activity_id: '2', vin: 'GONE', person_id: 'FULL', start_date: MON, end_date: '2025-09-30' },
      { activity_id: '3', vin: 'GONE', person_id: 'FULL', start_date: MON, end_date: '2025-09-30' },
    ]),
    rawOf('ops_capacity_calendar', [
      { office: 'LA', date: WED, slots: '0', notes: 'Holiday' },
      { office: 'LA', date: THU, slots: '1' },
    ]),
    rawOf('rules', [
      { make: 'Toyota', rank: 'B', loan_cap_per_year: '1' },
      { make: 'Toyota', rank: 'C', loan_cap_per_year: '0' },
    ]),
    rawOf('budgets', [{ office: 'LA', fleet: 'HONDA', year: '2025', quarter: 'Q3', budget_amount: '1500' }]),
  ],
  keys: {
    start_days: ['mon', 'tue', 'wed', 'thu'],
    rules: {
      tier_caps: { mode: 'hard' },
      fairness: false,
      budgets: { mode: 'hard' },
      partner_limits: { per_day: 1, per_week: 2 },
      ranks: {},
      no_repeat: {},
    },
  },
};

const settings = settingsOf(week.keys);
const tables = tablesOf(week.raw);
const to = (vin: string, person_id: string, start_day: string): Loan => ({ vin, person_id, start_day });

/** A schedule in which Ann has two Toyotas and Bob one Honda, each on a day of its own, and all rules hold. */
const KEPT = [to('V1', 'ANN', MON), to('V2', 'ANN', TUE), to('H1', 'BOB', MON)];
const [FIRST, SECOND, THIRD] = KEPT as [Loan, Loan, Loan];

const mutations: readonly (readonly [name: string, schedule: readonly Loan[], rules: readonly string[]])[] = [
  ['an unknown car', [to('NOSUCH', 'ANN', MON), SECOND, THIRD], ['vehicles']],
  ['a car of another office', [to('NEWYORK', 'ANN', MON), SECOND, THIRD], ['vehicles']],
  ['an unknown partner', [FIRST, SECOND, to('H1', 'NOBODY', MON)], ['approved_makes', 'media_partners']],
  ['a partner of another office', [to('V1', 'ELSEWHERE', MON), SECOND, THIRD], ['media_partners']],
  ['a make not approved', [FIRST, SECOND, to('H1', 'COOL', MON)], ['approved_makes']],
  ['a rank not allowed', [to('V1', 'PENDING', MON), SECOND, THIRD], ['ranks']],
  ['a day after the week', [to('V1', 'ANN', '2025-09-29'), SECOND, THIRD], ['start_days']],
  ['a day before the week', [to('V1', 'ANN', '2025-09-21'), SECOND, THIRD], ['start_days']],
  ['a day on which loans do not start', [to('V1', 'ANN', FRI), SECOND, THIRD], ['start_days']],
  ['what is no day at all', [to('V1', 'ANN', 'monday'), SECOND, THIRD], ['start_days']],
  ['a closed day', [to('V1', 'ANN', WED), SECOND, THIRD], ['capacity']],
  ['more starts than slots', [to('V1', 'ANN', THU), SECOND, to('H1', 'BOB', THU)], ['capacity']],
  ['a weekday that the partner refuses', [to('V1', 'TUESDAYS', MON), SECOND, THIRD], ['allowed_start_dows']],
  ['a car that is busy', [to('BUSY', 'ANN', MON), SECOND, THIRD], ['availability']],
  ['a car not yet in service', [to('NEW', 'ANN', MON), SECOND, THIRD], ['availability']],
  ['a car past its turn-in', [to('OLD', 'ANN', MON), SECOND, THIRD], ['availability']],
  ['a partner who has to wait', [to('V1', 'COOL', MON), SECOND, THIRD], ['cooldown']],
  ['a cap of zero', [to('V1', 'ZERO', MON), SECOND, THIRD], ['tier_caps']],
  ['a cap already reached', [to('V1', 'CAP', MON), SECOND, THIRD], ['tier_caps']],
  ['a car lent twice', [...KEPT, to('H1', 'BOB', TUE)], ['budgets', 'vehicle_once']],
  ['a Toyota lent twice', [to('V1', 'ANN', MON), to('V1', 'ANN', TUE), THIRD], ['vehicle_once']],
  ['more money than there is', [...KEPT, to('H2', 'BOB', TUE)], ['budgets']],
  ['two starts of a partner on a day', [FIRST, to('V2', 'ANN', MON), THIRD], ['partner_limits']],
  ['three starts of a partner in the week', [...KEPT, to('V3', 'ANN', THU)], ['partner_limits']],
  ['a partner who has as many loans as allowed', [to('V1', 'FULL', TUE), SECOND, THIRD], ['partner_limits']],
  ['a car that the partner had', [to('V1', 'AGAIN', MON), SECOND, THIRD], ['no_repeat']],
  ['the same row twice', [FIRST, FIRST, THIRD], ['duplicate', 'partner_limits', 'vehicle_once']],
];

const RULES = [
  ...['allowed_start_dows', 'approved_makes', 'availability', 'budgets', 'capacity', 'cooldown', 'duplicate'],
  ...['media_partners', 'no_repeat', 'partner_limits', 'ranks', 'start_days', 'tier_caps', 'vehicle_once', 'vehicles'],
];

const broken = (schedule: readonly Loan[]) => {
  const { violations } = auditLoans(settings, tables, schedule);
  return { rules: [...new Set(violations.map(({ rule }) => rule))].sort(), violations };
};

describe('a schedule broken on purpose', () => {
  it('is whole before it is broken', () => {
    expect(broken(KEPT).violations).toEqual([]);
  });

  it.each(mutations)('%s: the auditor names the rule', (_name, schedule, rules) => {
    const { rules: found, violations } = broken(schedule);
    expect(found).toEqual(rules);
    expect(feasible(violations, schedule.length)).toMatchObject({ level: 1, passed: false });
    for (const rule of rules) expect(feasible(violations, schedule.length).text).toContain(rule);
  });

  it('is broken here in every way that the auditor knows', () => {
    expect([...new Set(mutations.flatMap(([, , rules]) => rules))].sort()).toEqual(RULES);
  });
});

describe('the optimal schedule of that week', () => {
  let run: Run;
  beforeAll(async () => {
    run = await runWeek(week);
  });

  it('falls into no trap', () => {
    expect(run).toMatchObject({ status: 'optimal', audit: { passed: true } });
    expect(broken(scheduleOf(run)).violations).toEqual([]);
    expect(run.metrics.assignments).toBe(4);
  });

  it('cannot be changed by one loan for the better without breaking a rule', () => {
    const optimal = scheduleOf(run);
    const candidates = tables.vehicles.rows.flatMap(({ vin }) =>
      tables.media_partners.rows.flatMap(({ person_id }) => [MON, TUE, WED, THU].map((day) => to(vin, person_id, day))),
    );
    const changed = candidates.flatMap((loan) => [
      [...optimal, loan],
      ...optimal.map((_, index) => optimal.with(index, loan)),
    ]);
    const better = changed.filter((schedule) => {
      const { violations, objective } = auditLoans(settings, tables, schedule);
      return violations.length === 0 && objective.net_score! > run.objective.net_score!;
    });
    expect(better).toEqual([]);
    expect(changed.length).toBeGreaterThan(1000);
  });
});

describe('a net score that is not what the tables say', () => {
  it.each([1, -1, 0.000001])('fails level 2 when it is off by %d', async (error) => {
    const { objective } = auditLoans(settings, tables, KEPT);
    expect(priced(objective.net_score!, objective.net_score!)).toMatchObject({ level: 2, passed: true });
    expect(priced(objective.net_score!, objective.net_score! + error)).toMatchObject({ level: 2, passed: false });
  });
});

describe('shadow prices changed at random', () => {
  it.each(times(60, (k) => 7000 + k))('still bound every schedule of random week %i', async (seed) => {
    const { model, solution } = await solved(seed);
    const { below, pick } = choices(seed);
    for (const _ of times(20, (k) => k)) {
      const prices = solution.prices.map((price) => price.map((value) => changed(value, below, pick)));
      const bound = certify(model, prices);
      expect(bound).not.toBeNull();
      expect(bound! >= BigInt(solution.net) * BigInt(BILLION)).toBe(true);
      expect(level3(model, solution.net, bound)).toMatchObject({ level: 3, passed: true });
    }
  });

  it.each(times(30, (k) => 7100 + k))('and a net score above the bound fails level 3: random week %i', async (seed) => {
    const { model, solution } = await solved(seed);
    const bound = certify(model, solution.prices)!;
    const above = Number(bound / BigInt(BILLION)) + 1;
    expect(level3(model, solution.net, bound)).toMatchObject({ level: 3, passed: true });
    expect(level3(model, above, bound)).toMatchObject({ level: 3, passed: false });
  });

  const changed = (value: number, below: (end: number) => number, pick: <T>(...items: readonly T[]) => T): number =>
    pick(value, value, 0, -value, value + below(1_000_000_000) * pick(1, -1, 900), Math.round(value / 3));

  const level3 = (model: Awaited<ReturnType<typeof solved>>['model'], net: number, bound: bigint | null) =>
    bounded({ net, unit: model.unit, step: stepOf(model), bound, optimal: true });

  async function solved(seed: number) {
    const given = randomWeek(seed, { cars: 6, partners: 5, days: 3 });
    const { model } = openLoans(settingsOf(given.keys), tablesOf(given.raw));
    return { model, solution: await solve(model, { seed: 1, seconds: 60 }) };
  }
});
