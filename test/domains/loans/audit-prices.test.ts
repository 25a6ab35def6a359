import { describe, expect, it } from 'vitest';
import { audited, type Given, records, times } from './audit-fixture.ts';

/** `count` loans that end on the 8th of months 1, 2, … (starting again after `months`) of 2025. */
const monthly = (count: number, months: number, row: object) =>
  times(count, (i) => ({
    ...row,
    start_date: `2025-${String((i % months) + 1).padStart(2, '0')}-01`,
    end_date: `2025-${String((i % months) + 1).padStart(2, '0')}-08`,
  }));
const noFairness = { fairness: false, budgets: false };

describe('tier caps', () => {
  const t1: Given = {
    vehicles: [{}, { make: 'Honda' }],
    partners: [{}, {}],
    approved: [{ rank: 'B' }, { person_id: 'P2', make: 'Honda', rank: 'B' }],
    history: times(50, () => ({ person_id: 'P2', make: 'Honda', start_date: '2024-10-01', end_date: '2024-10-08' })),
  };

  it('T1: a loan within the cap costs nothing, one beyond 50 for rank B costs 800', () => {
    expect(audited(t1, { rules: noFairness }, 'V1 P1 22').objective).toMatchObject({
      raw_score: 400,
      cap_penalty: 0,
      net_score: 400,
    });
    expect(audited(t1, { rules: noFairness }, 'V2 P2 22').objective).toMatchObject({
      cap_penalty: 800,
      net_score: -400,
    });
  });

  it('T2: the eleventh loan of rank C is one over', () => {
    const given: Given = { vehicles: [{}], partners: [{}], approved: [{ rank: 'C' }], history: monthly(10, 9, {}) };
    const { objective, tables, metrics } = audited(
      given,
      { weights: { rank: 10, geo: 0, pub: 0, hist: 0 }, rules: noFairness },
      'V1 P1 22',
    );
    expect(objective).toMatchObject({ raw_score: 1000, cap_penalty: 800, total_penalties: 800, net_score: 200 });
    expect(records(tables.caps!)).toEqual([
      {
        person_id: 'P1',
        partner: 'Partner 1',
        make: 'Toyota',
        rank: 'C',
        used_before: 10,
        cap: 10,
        assigned: 1,
        used_after: 11,
        remaining_after: 0,
        overage_before: 0,
        overage_after: 1,
        delta_overage: 1,
        penalty: 800,
      },
    ]);
    expect(metrics).toMatchObject({ cap_overages: 1, cap_overage_loans: 1 });
  });

  it('T3: being over already costs nothing, each further loan does', () => {
    const given: Given = {
      vehicles: [{ make: 'Volvo' }, { make: 'Volvo' }, {}],
      partners: [{}],
      approved: [{ make: 'Volvo', rank: 'B' }, { rank: 'A' }],
      rules: [{ make: 'Volvo', rank: 'B', loan_cap_per_year: 3 }],
      history: monthly(6, 6, { make: 'Volvo' }),
    };
    const toyota = audited(given, { rules: noFairness }, 'V3 P1 22');
    expect(toyota.objective.cap_penalty).toBe(0);
    expect(records(toyota.tables.caps!)).toMatchObject([
      { make: 'Toyota', cap: 100, assigned: 1 },
      { make: 'Volvo', used_before: 6, cap: 3, assigned: 0, overage_before: 3, delta_overage: 0 },
    ]);
    expect(audited(given, { rules: noFairness }, 'V1 P1 22', 'V2 P1 23').objective.cap_penalty).toBe(1600);
  });

  it.each([
    [400, 2500],
    [1200, -1500],
  ])('T4: five loans over at %i each net %i', (penalty, net) => {
    const given: Given = {
      vehicles: times(5, () => ({ make: 'Honda' })),
      partners: [{}],
      approved: [{ make: 'Honda', rank: 'C' }],
      history: monthly(10, 9, { make: 'Honda' }),
    };
    const keys = { weights: { rank: 9, geo: 0, pub: 0, hist: 0 }, rules: { ...noFairness, tier_caps: { penalty } } };
    const loans = times(5, (i) => `V${i + 1} P1 22`);
    expect(audited(given, keys, ...loans).objective).toMatchObject({
      raw_score: 4500,
      cap_penalty: 5 * penalty,
      net_score: net,
    });
    expect(audited(given, keys).objective.net_score).toBe(0);
  });

  it('counts loans that end in the twelve months before the Monday, by start where no end is known', () => {
    const history = [
      { end_date: '2024-09-22' },
      { end_date: '2025-09-21' },
      { start_date: '2025-03-01' },
      { end_date: '2024-09-21' },
      { end_date: '2025-09-22' },
      { end_date: '2025-03-01', person_id: 'P2' },
      {},
    ];
    const { tables } = audited({ vehicles: [{}], partners: [{}], approved: [{}], history }, {}, 'V1 P1 22');
    expect(records(tables.caps!)).toMatchObject([{ used_before: 3 }]);
  });

  it.each([
    ['A+', null],
    ['a', 100],
    [' B ', 50],
    ['c', 10],
    ['Pending', 10],
    [null, 10],
  ])('gives rank %s a cap of %s', (rank, cap) => {
    const { tables } = audited({ vehicles: [{}], partners: [{}], approved: [{ rank }] }, {}, 'V1 P1 22');
    expect(records(tables.caps!)).toMatchObject([{ cap, rank: (rank ?? 'C').trim().toUpperCase() }]);
  });

  it('charges nothing when the mode is off, and then no pair is over a cap', () => {
    const given: Given = { vehicles: [{}], partners: [{}], approved: [{ rank: 'C' }], history: monthly(10, 9, {}) };
    const { objective, metrics } = audited(given, { rules: { ...noFairness, tier_caps: { mode: 'off' } } }, 'V1 P1 22');
    expect(objective.cap_penalty).toBe(0);
    expect(metrics).toMatchObject({ cap_overages: null, cap_overage_loans: null });
  });
});

describe('fairness', () => {
  const given: Given = { vehicles: times(5, () => ({})), partners: [{}, {}], approved: [{}, { person_id: 'P2' }] };
  const even = ['V1 P1 22', 'V2 P1 22', 'V3 P2 22', 'V4 P2 22'];
  const uneven = ['V1 P1 22', 'V2 P1 22', 'V3 P1 22', 'V4 P2 22'];
  const price = (fairness: object | false, loans: readonly string[]) =>
    audited(given, { rules: { fairness, budgets: false } }, ...loans).objective.fairness_penalty;

  it('F1: linear does not tell 2-2 from 3-1, stepped does', () => {
    expect([price({ mode: 'linear' }, even), price({ mode: 'linear' }, uneven)]).toEqual([400, 400]);
    expect([price({}, even), price({}, uneven)]).toEqual([400, 800]);
    expect([price(false, uneven), price({ mode: 'off' }, uneven)]).toEqual([0, 0]);
  });

  it('F2: three loans to one partner cost 400 linear and 800 stepped', () => {
    const three = ['V1 P1 22', 'V2 P1 22', 'V3 P1 22'];
    expect([price({ mode: 'linear' }, three), price({}, three)]).toEqual([400, 800]);
  });

  it('charges the step from the third loan on, whatever the target', () => {
    const four = [...uneven.slice(0, 3), 'V4 P1 22'];
    expect(price({ target: 3 }, four)).toBe(200 + 2 * 400);
  });

  it('F4: a loan that ends after the Monday does not count, so that 1-1 costs nothing', () => {
    const { objective } = audited(
      {
        vehicles: [{}, { make: 'Honda' }],
        partners: [{}, {}],
        approved: [{ rank: 'B' }, { person_id: 'P2', make: 'Honda', rank: 'C' }],
        history: monthly(10, 10, { person_id: 'P2', make: 'Honda' }),
      },
      {},
      'V1 P1 22',
      'V2 P2 22',
    );
    expect(objective).toMatchObject({ cap_penalty: 0, fairness_penalty: 0 });
  });

  it('lists every eligible partner, with shares and ranks', () => {
    const { tables } = audited(
      {
        ...given,
        partners: [{}, {}, {}, { office: 'SF' }],
        approved: [
          { rank: 'A+' },
          { make: 'Audi' },
          { person_id: 'P2' },
          { person_id: 'P3', make: 'Audi' },
          { person_id: 'P4' },
        ],
      },
      {},
      'V1 P1 22',
      'V2 P1 22',
    );
    expect(records(tables.partners!)).toEqual([
      { person_id: 'P1', partner: 'Partner 1', assigned: 2, excess: 1, penalty: 200, share: 1, a_plus: 1, makes: 2 },
      { person_id: 'P2', partner: 'Partner 2', assigned: 0, excess: 0, penalty: 0, share: 0, a_plus: 0, makes: 1 },
    ]);
  });
});
