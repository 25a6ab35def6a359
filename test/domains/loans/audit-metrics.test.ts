import { expect, it } from 'vitest';
import { fleetOf } from '../../../src/domains/loans/audit/fleet.ts';
import { auditLoans } from '../../../src/domains/loans/audit.ts';
import { audited, type Given, scheduleOf, settingsOf, tablesOf, times } from './audit-fixture.ts';

/** `counts[i]` loans to partner i + 1, of cars of their own. */
const shared = (counts: readonly number[]) => {
  const partners = counts.flatMap((count, i) => times(count, () => `P${i + 1}`));
  const given: Given = {
    vehicles: partners.map(() => ({})),
    partners: counts.map(() => ({})),
    approved: counts.map((_, i) => ({ person_id: `P${i + 1}` })),
  };
  return audited(given, {}, ...partners.map((person, i) => `V${i + 1} ${person} 22`)).metrics;
};

it('measures concentration over the partners served, and Gini over all eligible too', () => {
  expect(shared([20, 3, 2, 1, 1, 0])).toMatchObject({
    assignments: 27,
    partners_assigned: 5,
    partners_eligible: 6,
    partners_with_multiple: 3,
    max_concentration: 20,
    avg_assignments: 5.4,
    gini: 0.592593,
    gini_eligible: 0.660494,
    hhi: 0.569273,
    top_1_share: 0.740741,
    top_5_share: 1,
  });
});

it('gives 48 partners with 75 loans the figures of the specification', () => {
  expect(shared([...times(21, () => 1), ...times(27, () => 2)])).toMatchObject({
    gini: 0.1575,
    hhi: 0.022933,
    top_5_share: 0.133333,
    top_1_share: 0.026667,
    avg_assignments: 1.5625,
  });
});

it('is 0 of an empty schedule, and null where a mean has no meaning', () => {
  expect(shared([0, 0])).toEqual({
    assignments: 0,
    partners_assigned: 0,
    partners_eligible: 0,
    partners_with_multiple: 0,
    max_concentration: 0,
    avg_assignments: 0,
    gini: 0,
    gini_eligible: 0,
    hhi: 0,
    top_1_share: 0,
    top_5_share: 0,
    cap_overages: 0,
    cap_overage_loans: 0,
    budget_planned: 0,
    budget_over: 0,
    capacity_slots: 75,
    capacity_used: 0,
    utilization: 0,
    geo_match_share: null,
    avg_pub_rate: null,
  });
});

it('gives budgets in dollars and publication rates to three decimals', () => {
  const given: Given = {
    vehicles: [{}, {}],
    partners: [{}, {}],
    approved: [{}, { person_id: 'P2' }],
    budgets: [{ budget_amount: 12345 }],
    history: [{ end_date: '2025-01-01', clips_received: true }, { end_date: '2025-01-01' }, { end_date: '2025-01-01' }],
  };
  expect(audited(given, {}, 'V1 P1 22', 'V2 P2 22').metrics).toMatchObject({
    budget_planned: 2000,
    budget_over: 1876.55,
    geo_match_share: 1,
    avg_pub_rate: 0.167,
  });
});

it('adds its objective up: raw score less three penalties', () => {
  const given: Given = {
    vehicles: [{}, {}],
    partners: [{}],
    approved: [{}],
    rules: [{ loan_cap_per_year: 1 }],
    budgets: [{ budget_amount: 150000 }],
  };
  expect(audited(given, {}, 'V1 P1 22', 'V2 P1 23').objective).toEqual({
    raw_score: 1400,
    cap_penalty: 800,
    fairness_penalty: 200,
    budget_penalty: 1500,
    total_penalties: 2500,
    net_score: -1100,
  });
});

it('does not depend on the order of the schedule', () => {
  const given: Given = { vehicles: [{}, {}, {}], partners: [{}, {}], approved: [{}, { person_id: 'P2' }] };
  const loans = ['V1 P1 22', 'V2 P1 23', 'V3 P2 22'];
  expect(audited(given, {}, ...loans.toReversed())).toEqual(audited(given, {}, ...loans));
});

it('does without the optional tables', () => {
  const { vehicles, media_partners, approved_makes, ops_capacity_calendar } = tablesOf({
    vehicles: [{}],
    partners: [{}],
    approved: [{}],
  });
  const audit = auditLoans(
    settingsOf(),
    { vehicles, media_partners, approved_makes, ops_capacity_calendar },
    scheduleOf('V1 P1 22'),
  );
  expect([audit.violations, audit.objective.net_score]).toEqual([[], 700]);
});

it('works with every rule off', () => {
  const names = [
    'availability',
    'cooldown',
    'capacity',
    'tier_caps',
    'fairness',
    'budgets',
    'partner_limits',
    'locality',
  ];
  const rules = Object.fromEntries(names.map((name) => [name, false]));
  const audit = audited({ vehicles: [{}, {}], partners: [{}], approved: [{}] }, { rules }, 'V1 P1 22', 'V2 P1 22');
  expect(audit.violations).toEqual([]);
  expect(audit.objective).toMatchObject({ raw_score: 1400, total_penalties: 0 });
  expect(audit.metrics).toMatchObject({
    budget_planned: null,
    budget_over: null,
    capacity_slots: null,
    geo_match_share: null,
  });
});

it('audits a week of a big office', () => {
  const given: Given = {
    vehicles: times(226, (i) => ({ make: `Make ${i % 11}` })),
    partners: times(202, () => ({})),
    approved: times(1500, (i) => ({ person_id: `P${(i % 202) + 1}`, make: `Make ${i % 11}` })),
    history: times(11_000, (i) => ({
      person_id: `P${(i % 700) + 1}`,
      make: `Make ${i % 11}`,
      model: `Model ${i % 40}`,
      end_date: `2024-0${(i % 9) + 1}-15`,
    })),
    activity: times(1300, (i) => ({
      vin: `V${i % 858}`,
      person_id: `P${i % 700}`,
      start_date: '2025-08-01',
      end_date: '2025-09-01',
    })),
  };
  const [settings, tables] = [settingsOf(), tablesOf(given)];
  const schedule = scheduleOf(...times(75, (i) => `V${i + 1} P${i + 1} 22`));
  const { metrics, violations } = auditLoans(settings, tables, schedule);
  expect(metrics).toMatchObject({
    ...{ assignments: 75, partners_assigned: 75, partners_eligible: 202, capacity_used: 75, utilization: 1 },
    // 1/75, and 1 - 75/202
    ...{ gini: 0, hhi: 0.013333, gini_eligible: 0.628713 },
  });
  expect(violations.map(({ text }) => text)).toEqual(['Monday 2025-09-22: 75 starts, 15 slots']);
});

it.each([
  ['Toyota', 'TOYOTA'],
  ['Mercedes-Benz', 'MERCEDES-BENZ'],
  ['mercedes benz', 'MERCEDES-BENZ'],
  ['Rolls-Royce', 'ROLLS-ROYCE'],
  ['Rolls Royce', 'ROLLS-ROYCE'],
  ['Land Rover', 'LANDROVER'],
  ['LAND-ROVER', 'LANDROVER'],
  ['Alfa Romeo', 'ALFAROMEO'],
  [' vw ', 'VOLKSWAGEN'],
  ['Chevy', 'CHEVROLET'],
  ['Infiniti', 'INFINITY'],
  ['Lexus', 'LEXUS'],
  [null, 'UNKNOWN'],
])('writes the fleet %s as %s', (name, fleet) => {
  expect(fleetOf(name)).toBe(fleet);
});
