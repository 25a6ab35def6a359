import { describe, expect, it } from 'vitest';
import { capsOf } from '../../../../src/domains/loans/ledgers/caps.ts';
import { type Given, times } from '../audit-fixture.ts';
import { best, type Triple } from '../cases.ts';
import { left, smallWorld } from '../small-world.ts';

const past = (end_date: string | null, more: object = {}) => ({ end_date, ...more });
const one: Given = { vehicles: [{}], partners: [{}], approved: [{ rank: 'B' }] };

const remaining = (given: Given, { window_months = 12 } = {}) => [
  ...capsOf(window_months, smallWorld({ ...one, ...given }).world).remaining,
];

describe('what is left under a cap', () => {
  it('counts loans from the day twelve months before the Monday to the day before it', () => {
    const history = ['2024-09-21', '2024-09-22', '2025-09-21', '2025-09-22'].map((end) => past(end));
    expect(remaining({ history })).toEqual([48]);
  });

  it('counts by months of the calendar', () => {
    const history = [past('2025-06-21'), past('2025-06-22')];
    expect(remaining({ history }, { window_months: 3 })).toEqual([49]);
  });

  it('passes over a loan without dates', () => {
    expect(remaining({ history: [past(null)] })).toEqual([50]);
  });

  it('is never below nothing', () => {
    const rules = [{ rank: 'B', loan_cap_per_year: 1 }];
    expect(remaining({ rules, history: times(3, () => past('2025-09-01')) })).toEqual([0]);
  });

  it('a rank that nobody knows has ten', () => {
    expect(remaining({ approved: [{ rank: 'Pending' }] })).toEqual([10]);
  });
});

describe('caps of zero', () => {
  const zero: Given = { ...one, rules: [{ rank: 'B', loan_cap_per_year: 0 }] };
  const keys = (tier_caps: object | false) => ({ start_days: ['mon'], rules: { tier_caps } });

  it('forbid, given as 0 or left empty', () => {
    expect(left(zero, keys({}))).toEqual([]);
    expect(left({ ...one, rules: [{ rank: 'B', loan_cap_per_year: null }] }, keys({}))).toEqual([]);
  });

  it('are not the caps that are used up', () => {
    const rules = [{ rank: 'B', loan_cap_per_year: 1 }];
    expect(left({ ...one, rules, history: [past('2025-07-01')] }, keys({}))).toEqual(['V1 P1 22']);
  });

  it('allow_zero_caps charges them like any other cap', async () => {
    const input = {
      triples: [['V1', 'P1', 22, 'Toyota', 'B', 1100] as const],
      given: { rules: [{ rank: 'B', loan_cap_per_year: 0 }] },
    };
    expect(await best({ ...input, rules: { tier_caps: {} } })).toMatchObject({ candidates: 0, net: 0 });
    expect(await best({ ...input, rules: { tier_caps: { allow_zero_caps: true } } })).toMatchObject({
      capPenalty: 800,
      net: 300,
    });
  });

  it('mean nothing where caps are off', () => {
    expect(left(zero, keys({ mode: 'off' }))).toEqual(['V1 P1 22']);
    expect(left(zero, keys(false))).toEqual(['V1 P1 22']);
  });
});

describe('modes', () => {
  const at = (mode: string) =>
    best({
      triples: times(3, (i): Triple => [`V${i}`, 'P1', 22, 'Toyota', 'B', 1000 + i]),
      given: { rules: [{ rank: 'B', loan_cap_per_year: 2 }], history: [past('2025-07-01')] },
      rules: { tier_caps: { mode, penalty: 800 } },
    });

  it('soft: every loan over the cap is charged', async () => {
    expect(await at('soft')).toMatchObject({ counts: [3], capPenalty: 1600, net: 1403 });
  });

  it('hard: none goes over it', async () => {
    expect(await at('hard')).toMatchObject({ vins: ['V2'], capPenalty: 0, net: 1002 });
  });

  it('off: nobody counts', async () => {
    expect(await at('off')).toMatchObject({ counts: [3], capPenalty: 0, net: 3003 });
  });
});
