import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/tables/table.ts';
import { type Given, settingsOf, tablesOf } from './audit-fixture.ts';
import { named, openLoans } from './small-world.ts';

const GIVEN: Given = {
  vehicles: [{}, { make: 'Honda', model: 'Civic' }],
  partners: [{ name: 'Ann' }, { name: 'Bo', preferred_day_of_week: 'tue' }],
  approved: [{}, { person_id: 'P2' }, { person_id: 'P2', make: 'Honda', rank: 'B' }],
  history: [{ person_id: 'P2', end_date: '2025-01-01', clips_received: true }],
  calendar: [{ date: '2025-09-24', slots: 0 }],
};
const WEIGHTS = { rank: 1, geo: 100, pub: 150, hist: 50, preferred_day: 25 };

/** Tables that count how often somebody reads rows. */
function counting(given: Given) {
  const reads = { count: 0 };
  const tables = Object.fromEntries(
    Object.entries(tablesOf(given)).map(([name, table]: [string, Table]) => [
      name,
      {
        ...table,
        get rows() {
          reads.count++;
          return table.rows;
        },
      },
    ]),
  ) as unknown as ReturnType<typeof tablesOf>;
  return { reads, tables };
}

describe('an open question of loans', () => {
  it('answers for rows, terms and what is in the way without reading tables again', () => {
    const { reads, tables } = counting(GIVEN);
    const instance = openLoans(settingsOf({ weights: WEIGHTS }), tables);
    instance.terms(0);
    const before = reads.count;
    for (let j = 0; j < instance.model.candidates; j++) {
      expect(instance.row(j)).toEqual(instance.schedule(Int32Array.of(j))[0]);
      expect(instance.described(j)).toMatchObject(instance.row(j));
      const sum = instance.terms(j).reduce((all, { points }) => all + points, 0);
      expect(Math.trunc(sum)).toBe(instance.model.score[j]! / instance.model.unit);
      expect(instance.inTheWay(new Int32Array(), j)).toEqual([]);
      expect(instance.rowText(instance.row(j))).toMatch(/ to (Ann|Bo) from 2025-09-2\d$/);
    }
    expect(instance.whyNot({ vin: 'V2', person_id: 'P1', start_day: '2025-09-24' })).toEqual([
      'Wednesday 24 September has no slots',
      'Ann is not approved for Honda',
    ]);
    expect(instance.whyNot({ vin: 'V2', person_id: 'P1' })).toHaveLength(2);
    expect(reads.count).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  it('has each term by its name', () => {
    const instance = openLoans(settingsOf({ weights: WEIGHTS }), tablesOf(GIVEN));
    const all = named(instance);
    expect(instance.terms(all.indexOf('V1 P2 23'))).toEqual([
      { name: 'rank', points: 700 },
      { name: 'geo', points: 100 },
      { name: 'pub', points: 150 },
      { name: 'hist', points: 50 },
      { name: 'preferred_day', points: 25 },
    ]);
    expect(instance.terms(all.indexOf('V1 P1 23'))).toEqual([
      { name: 'rank', points: 700 },
      { name: 'geo', points: 100 },
    ]);
  });

  it('is asked by the fields of a loan', () => {
    expect(openLoans(settingsOf(), tablesOf(GIVEN)).fields).toEqual(['vin', 'person_id', 'start_day', 'make', 'model']);
  });
});

describe('a question near to one that is open', () => {
  const tables = tablesOf(GIVEN);
  const first = openLoans(settingsOf(), tables);
  const days = (instance: typeof first) => instance.model.limits.find(({ rule }) => rule === 'capacity')!.members.group;

  it.each([
    ['other weights', { weights: WEIGHTS }],
    ['another penalty for fairness', { rules: { fairness: { penalty: 900 } } }],
    ['no fairness', { rules: { fairness: false } }],
    ['hard budgets', { rules: { budgets: { mode: 'hard', missing: 'enforce' } } }],
    ['limits of partners', { rules: { partner_limits: { per_day: 1 } } }],
  ])('has the same candidates with %s, and is as if it were opened by itself', (_, keys) => {
    const near = openLoans(settingsOf(keys), tables, first);
    expect(days(near)).toBe(days(first));
    const alone = openLoans(settingsOf(keys), tables);
    const plain = ({ model, funnel }: typeof first) => ({
      ...{ score: model.score, tie: model.tie, unit: model.unit, funnel },
      limits: model.limits.map(({ rule, members, most, over }) => ({ rule, members, most, over })),
    });
    expect(plain(near)).toEqual(plain(alone));
  });

  it('has its own candidates where a filter differs, the week, or the tables', () => {
    const others = [
      openLoans(settingsOf({ rules: { ranks: { allow: ['A'] } } }), tables, first),
      openLoans(settingsOf({ start_days: ['mon'] }), tables, first),
      openLoans(settingsOf(), tablesOf(GIVEN), first),
    ];
    for (const other of others) expect(days(other)).not.toBe(days(first));
    expect(others.map((other) => named(other).length)).toEqual([8, 3, 12]);
  });

  it('does not take the rule that looks back at cars for the one that looks back at makes', () => {
    const history = [{ vin: 'V1', start_date: '2025-09-10', end_date: '2025-09-17' }];
    const cars = tablesOf({ ...GIVEN, history });
    const days30 = { days: 30 };
    const repeat = openLoans(settingsOf({ rules: { cooldown: false, no_repeat: days30 } }), cars);
    const cooldown = openLoans(settingsOf({ rules: { cooldown: days30, no_repeat: false } }), cars, repeat);
    expect(cooldown.funnel.map(({ step }) => step)).toContain('cooldown');
    expect(cooldown.funnel.map(({ step }) => step)).not.toContain('repeat');
  });
});
