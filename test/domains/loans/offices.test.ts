import { describe, expect, it } from 'vitest';
import { auditLoans } from '../../../src/domains/loans/audit.ts';
import { check } from '../../../src/domains/loans/check.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { type Given, scheduleOf, settingsOf, tablesOf } from './audit-fixture.ts';
import { named, openLoans, smallWorld } from './small-world.ts';

const BOTH = { office: undefined, offices: ['LA', 'SF'] };
// One car and one partner in each office.
const given: Given = {
  vehicles: [{}, { office: 'SF' }],
  partners: [{}, { office: 'SF' }],
  approved: [{ person_id: 'P1' }, { person_id: 'P2' }],
};
const monday = { ...BOTH, start_days: ['mon'] };

async function best(more: Given, keys: object) {
  const instance = openLoans(settingsOf({ ...monday, ...keys }), tablesOf({ ...given, ...more }));
  const { chosen, net, status } = await solve(instance.model, { seed: 42, seconds: 10 });
  const names = named(instance);
  return { status, net: net / instance.model.unit, loans: [...chosen].map((j) => names[j]) };
}

describe('offices that are planned together', () => {
  it('lend each to its own partners', () => {
    expect(named(openLoans(settingsOf(monday), tablesOf(given)))).toEqual(['V1 P1 22', 'V2 P2 22']);
  });

  it('lend to a partner of another office where partner_offices says so', () => {
    const lending = [{ person_id: 'P1', office: 'SF' }];
    expect(named(openLoans(settingsOf(monday), tablesOf({ ...given, lending })))).toEqual([
      'V1 P1 22',
      'V2 P1 22',
      'V2 P2 22',
    ]);
  });

  it('that are all: those with cars and partners, by name', () => {
    const vehicles = [{ office: 'SF' }, {}, { office: 'Nowhere' }];
    const { world } = smallWorld({ ...given, vehicles }, { office: undefined, offices: 'all' });
    expect(world.offices).toEqual(['LA', 'SF']);
  });

  it('have slots of their own', async () => {
    const calendar = [
      { office: 'LA', date: '2025-09-22', slots: 0 },
      { office: 'SF', date: '2025-09-22', slots: 1 },
    ];
    expect(await best({ calendar }, {})).toMatchObject({ status: 'optimal', loans: ['V2 P2 22'] });
  });

  it('share a budget of the company, and the better loan takes it', async () => {
    const approved = [
      { person_id: 'P1', rank: 'A' },
      { person_id: 'P2', rank: 'A+' },
    ];
    // A loan costs $1,000.
    const keys = { rules: { budgets: { mode: 'hard' } } };
    const company = [{ budget_amount: 150_000 }];
    expect(await best({ approved, company }, keys)).toEqual({ status: 'optimal', net: 1000, loans: ['V2 P2 22'] });
    const more = [{ budget_amount: 200_000 }];
    expect(await best({ approved, company: more }, keys)).toMatchObject({ net: 1700 });
  });

  it('pay three points for each dollar over a budget of the company, on top of their own', async () => {
    // $100 over: 300 points; both loans bring 1400 - 300.
    const company = [{ budget_amount: 190_000 }];
    expect(await best({ company }, {})).toMatchObject({ net: 1100 });
  });
});

describe('the auditor of several offices', () => {
  const violations = (more: Given, keys: object, ...loans: string[]) =>
    auditLoans(settingsOf({ ...monday, ...keys }), tablesOf({ ...given, ...more }), scheduleOf(...loans)).violations;

  it('finds a car of an office that does not lend to the partner', () => {
    expect(violations({}, {}, 'V2 P1 22').map(({ text }) => text)).toContain(
      'Partner 1 (P1) belongs to the office LA, not SF',
    );
    expect(violations({ lending: [{ person_id: 'P1', office: 'SF' }] }, {}, 'V2 P1 22')).toEqual([]);
  });

  it('finds a full day in the office that has none left', () => {
    const calendar = [{ office: 'SF', date: '2025-09-22', slots: 0 }];
    expect(violations({ calendar }, {}, 'V1 P1 22', 'V2 P2 22').map(({ text }) => text)).toEqual([
      'Monday 2025-09-22 in SF: 1 start, 0 slots',
      'Monday 2025-09-22 in SF: closed (Blackout), 1 start',
    ]);
  });

  it('finds a budget of the company that is exceeded', () => {
    const company = [{ budget_amount: 150_000 }, { fleet: 'Toyota', budget_amount: 100_000 }];
    const hard = { rules: { budgets: { mode: 'hard' } } };
    expect(violations({ company }, hard, 'V1 P1 22', 'V2 P2 22').map(({ text }) => text)).toEqual([
      'TOYOTA Q3 2025, all offices: $2000.00 planned, $1000.00 left, $1000.00 over',
      'all offices, Q3 2025: $2000.00 planned, $1500.00 left, $500.00 over',
    ]);
  });

  it('of a budget of the company: a loan without a day takes no money, and is a violation', () => {
    const company = [{ budget_amount: 0 }];
    const keys = settingsOf({ ...monday, rules: { budgets: { mode: 'hard' } } });
    const row = { vin: 'V1', person_id: 'P1', start_day: null };
    const { violations } = auditLoans(keys, tablesOf({ ...given, company }), [row]);
    expect(violations.map(({ rule }) => rule)).toEqual(['start_days']);
  });
});

describe('a scenario names its office or its offices', () => {
  const problems = (keys: Readonly<Record<string, unknown>>) => check(settingsOf(keys)).map(({ message }) => message);

  it('one of the two, and each office once', () => {
    expect(problems({ office: undefined })).toEqual(['office: is missing']);
    expect(problems({ offices: ['LA'] })).toEqual(['offices: stands beside office']);
    expect(problems({ office: undefined, offices: ['LA', 'SF', 'LA'] })).toEqual(['offices: names LA twice']);
    expect(problems(BOTH)).toEqual([]);
  });

  it('that the tables know', () => {
    expect(() => smallWorld(given, { office: undefined, offices: ['LA', 'San Francisco'] })).toThrow(
      'no row of vehicles has the office "San Francisco"',
    );
  });

  it('or that may stand in rows that were set aside: how many, and where to look', () => {
    const tables = tablesOf(given);
    const broken = { ...tables, vehicles: { ...tables.vehicles, setAside: 2 } };
    const keys = settingsOf({ office: undefined, offices: ['LA', 'Chicago'] });
    expect(() => openLoans(keys, broken)).toThrow(
      'no row of vehicles has the office "Chicago" (2 rows of vehicles were set aside: `evenhand data check` names each, and why)',
    );
    const paused = settingsOf({ ...BOTH, rules: { pause: [{ make: 'Audi', from: '2025-09-22' }] } });
    expect(() => openLoans(paused, broken)).toThrow(
      'no table knows the make "Audi", so that nothing would be paused (2 rows',
    );
  });
});
