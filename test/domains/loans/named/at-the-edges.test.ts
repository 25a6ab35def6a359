import { describe, expect, it } from 'vitest';
import { loansTables } from '../../../../src/domains/loans/tables.ts';
import { solve } from '../../../../src/kernel/solve.ts';
import type { TableSpec } from '../../../../src/tables/table.ts';
import { validateTable } from '../../../../src/tables/validate.ts';
import { audited, type Given } from '../audit-fixture.ts';
import { left, named, opened } from '../small-world.ts';

/** Loans of three days: from Monday the 22nd the last is Wednesday the 24th. */
const three = (more: object = {}) => ({ availability: { min_days: 3, horizon_days: 14 }, fairness: false, ...more });
const one: Given = { vehicles: [{}], partners: [{}], approved: [{}] };
const days = (given: Given, rules: object) =>
  left({ ...one, ...given }, { rules }).map((name) => Number(name.slice(-2)));
const broken = (given: Given, rules: object, loan: string) =>
  audited({ ...one, ...given }, { rules }, loan).violations.map(({ rule }) => rule);

describe('weights of preferences', () => {
  const read = (...rows: readonly (readonly string[])[]) =>
    validateTable(loansTables.partner_preferences as unknown as TableSpec, {
      ...{
        name: 'partner_preferences',
        file: 'partner_preferences.csv',
        header: ['person_id', 'make', 'weight'],
        rows,
      },
    });

  it('that contradict each other count neither way, and one that is missing does not count', () => {
    const { table, quarantined } = read(['1', 'Audi', '1'], ['1', 'Audi', '2'], ['1', 'Kia', ''], ['2', 'Audi', '0']);
    expect(table.rows.map((row) => [row.person_id, row.weight])).toEqual([['2', 0]]);
    expect(quarantined.map(({ line, slip }) => [line, slip === true])).toEqual([
      [2, true],
      [3, true],
      [4, false],
    ]);
  });

  it('of a make and of one of its models add up, whatever they say', () => {
    const given = {
      ...one,
      wishes: [
        { make: 'Toyota', weight: 1 },
        { model: 'Camry', weight: 0 },
      ],
    };
    const keys = { start_days: ['mon'], weights: { rank: 1, geo: 0, pub: 0, hist: 0, preference: 100 } };
    const { model } = opened(given, keys);
    expect(model.score[0]! / model.unit).toBe(800);
  });
});

describe('a loan of three days beside a service', () => {
  const maintenance = { loan_days: 3, service_days: 1 };

  it('that is due on its last day cannot be made, and one that is due the day after can', () => {
    const rules = three({ maintenance });
    expect(days({ maintenance: [{ due_date: '2025-09-24' }] }, rules)).toEqual([25, 26]);
    expect(days({ maintenance: [{ due_date: '2025-09-25' }] }, rules)).toEqual([22, 26]);
    expect(broken({ maintenance: [{ due_date: '2025-09-24' }] }, rules, 'V1 P1 22')).toEqual(['maintenance']);
    expect(broken({ maintenance: [{ due_date: '2025-09-25' }] }, rules, 'V1 P1 22')).toEqual([]);
  });

  it('that is booked on its last day cannot be made either', () => {
    const activity = [{ activity_type: 'Service', start_date: '2025-09-24', end_date: '2025-09-24' }];
    expect(days({ activity }, three())).toEqual([25, 26]);
    expect(broken({ activity }, three(), 'V1 P1 22')).toEqual(['availability']);
  });

  it('by days needs no mileage; by kilometres a car without one is refused, never taken as fit', () => {
    const due = { last_service_date: '2025-09-01', last_service_mileage: 0 };
    expect(days({ maintenance: [{ ...due, every_days: 21 }] }, three({ maintenance }))).toEqual([23, 24, 25, 26]);
    expect(() => days({ maintenance: [{ ...due, every_km: 1 }] }, three({ maintenance }))).toThrow(
      'no current_mileage',
    );
  });
});

describe('a pause that begins in the middle of a loan', () => {
  it('lets it go on: only loans that start in the pause are forbidden', () => {
    const rules = three({ pause: [{ make: 'Toyota', from: '2025-09-23', to: '2025-09-25' }] });
    expect(days({}, rules)).toEqual([22, 26]);
    expect(broken({}, rules, 'V1 P1 22')).toEqual([]);
    expect(broken({}, rules, 'V1 P1 23')).toEqual(['pause']);
  });
});

describe('a partner of two offices', () => {
  // One car in each office, and both lend to the one partner, who may have one Toyota a year.
  const given: Given = {
    ...one,
    vehicles: [{}, { office: 'SF' }],
    lending: [{}],
    rules: [{ loan_cap_per_year: 1 }],
  };
  const keys = (tier_caps: object) => ({
    ...{ office: undefined, offices: ['LA', 'SF'], start_days: ['mon'] },
    rules: { fairness: false, tier_caps },
  });
  const best = async (caps: object) => {
    const instance = opened(given, keys(caps));
    const { chosen, net } = await solve(instance.model, { seed: 42, seconds: 10 });
    return { loans: chosen.length, net: net / instance.model.unit, all: named(instance).length };
  };

  it('has one cap, not one in each office', async () => {
    expect(await best({ mode: 'hard' })).toEqual({ loans: 1, net: 700, all: 2 });
    expect(await best({ mode: 'soft', penalty: 300 })).toEqual({ loans: 2, net: 1100, all: 2 });
    const { violations } = audited(given, keys({ mode: 'hard' }), 'V1 P1 22', 'V2 P1 22');
    expect(violations.map(({ rule }) => rule)).toEqual(['tier_caps']);
  });
});
