import { describe, expect, it } from 'vitest';
import type { Domain } from '../../src/domain.ts';
import { loans } from '../../src/domains/loans/index.ts';
import { openSession } from '../../src/pipeline/session.ts';
import { priceList } from '../../src/prices/prices.ts';
import { type Given, settingsOf, tablesOf } from '../domains/loans/audit-fixture.ts';

type Keys = Readonly<Record<string, unknown>>;

/** A session on a few rows of loans. */
function session(given: Given, keys: Keys, more: Keys = {}) {
  const settings = { ...settingsOf({ start_days: ['mon'], ...keys }), ...more };
  const scenario = {
    kind: 'loans',
    name: 'test',
    file: 'test.yaml',
    settings,
    expect: {},
    overrides: [],
    text: '',
    place: () => ({ file: 'test.yaml' }),
  };
  const tables = tablesOf(given) as never;
  const data = { tables, quarantined: [], notes: [], fingerprint: '', fingerprints: {} };
  return openSession(scenario as never, loans as unknown as Domain, { data: data as never });
}

/** What each change brings, by its words. */
async function gains(...question: Parameters<typeof session>): Promise<Readonly<Record<string, number>>> {
  const list = await priceList(await session(...question));
  return Object.fromEntries(list.map(({ change, gain }) => [change, gain]));
}

const free = { fairness: false };

describe('one more car like another', () => {
  const given: Given = {
    vehicles: [{}],
    partners: [{}, {}],
    approved: [{ rank: 'A+' }, { person_id: 'P2', rank: 'C' }],
  };

  it('may go to the same partner on the same day as the first: 1,000, not the 100 of the next partner', async () => {
    expect(await gains(given, { rules: free })).toMatchObject({ 'one more Toyota Camry like V1': 1000 });
    const two = await session({ ...given, vehicles: [{}, {}] }, { rules: free });
    const one = await session(given, { rules: free });
    expect(two.run.objective.net_score! - one.run.objective.net_score!).toBe(1000);
  });

  it('says which rows it would add', async () => {
    const list = await priceList(await session(given, { rules: free }));
    const added = list.find(({ rule }) => rule === 'vehicle_once')?.added;
    expect(added).toEqual([{ vin: 'V1', person_id: 'P1', start_day: '2025-09-22' }]);
  });

  it('goes to the next partner where fairness makes that the better', async () => {
    const rules = { fairness: { mode: 'linear', penalty: 950 } };
    expect(await gains(given, { rules })).toMatchObject({ 'one more Toyota Camry like V1': 100 });
  });
});

describe('a forbid', () => {
  const given: Given = { vehicles: [{}, {}], partners: [{}], approved: [{ rank: 'A' }] };

  it('is priced lifted as a whole, and for one of its rows', async () => {
    const found = await gains(given, { rules: free }, { forbid: [{ person_id: 'P1' }] });
    expect(found).toMatchObject({
      'without "forbid person_id P1"': 1400,
      'one of the rows that "forbid person_id P1" forbids': 700,
    });
  });

  it('of one row is priced once', async () => {
    const one: Given = { ...given, vehicles: [{}] };
    const list = await priceList(await session(one, { rules: free }, { forbid: [{ person_id: 'P1' }] }));
    expect(list.filter(({ rule }) => rule === 'forbid').map(({ gain }) => gain)).toEqual([700]);
  });
});

describe('what removed candidates before the model', () => {
  const given: Given = { vehicles: [{}], partners: [{}], approved: [{ rank: 'A' }] };

  it('a closed day has its price', async () => {
    const found = await gains({ ...given, calendar: [{ slots: 0 }] }, { rules: free });
    expect(found).toMatchObject({ 'one slot on Monday 22 September, which has none': 700 });
  });

  it('so has a day that bookings fill', async () => {
    const activity = [{ vin: 'V1', person_id: 'P1', start_date: '2025-09-10', end_date: '2025-09-22' }];
    const full: Given = { ...given, vehicles: [{}, {}], calendar: [{ slots: 1 }], activity };
    const rules = { ...free, capacity: { count_existing: true } };
    expect(await gains(full, { rules })).toMatchObject({ 'one slot on Monday 22 September, which has none': 700 });
  });

  it('so have a weekday on which no loan may start, and a weekend', async () => {
    const closed: Given = { ...given, calendar: [{ slots: 0 }] };
    expect(await gains(closed, { rules: free })).toMatchObject({
      'loans that start on Tuesday 23 September, too (15 slots)': 700,
      'one slot on Saturday 27 September, on which no loan may start': 700,
    });
  });

  it('so has a rank that is not allowed', async () => {
    const rules = { ...free, ranks: { allow: ['A+'] } };
    expect(await gains(given, { rules })).toMatchObject({ 'partners of rank A, too': 700 });
  });

  it('so has a cap of 0, and one that is empty', async () => {
    for (const loan_cap_per_year of [0, null])
      expect(await gains({ ...given, rules: [{ rank: 'a', loan_cap_per_year }] }, { rules: free })).toMatchObject({
        'a cap of 1 instead of 0 for each partner of rank a and Toyota': 700,
      });
  });

  it('so has a hard budget of nothing, which the model holds itself', async () => {
    const rules = { ...free, budgets: { mode: 'hard' } };
    const found = await gains({ ...given, budgets: [{ budget_amount: 0 }] }, { rules });
    expect(found).toMatchObject({ '1,000 dollars more for TOYOTA Q3 2025': 700 });
  });

  it('what brings nothing says so', async () => {
    const found = await gains(given, { rules: free });
    expect(found['loans that start on Tuesday 23 September, too (15 slots)']).toBe(0);
  });
});

describe('shadow prices', () => {
  const given: Given = { vehicles: [{}], partners: [{}], approved: [{ rank: 'Pending' }] };

  it('are ceilings, never what a limit is worth', async () => {
    const { run } = await session({ ...given, calendar: [{ slots: 1 }] }, { rules: free });
    const { columns, rows } = run.tables.shadow_prices!;
    const text = columns.findIndex(({ name }) => name === 'text');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row[text]).toMatch(/ would bring 0 to [\d.,]+ points?$/);
  });
});

describe('how many are asked', () => {
  const given: Given = { vehicles: [{}], partners: [{}], approved: [{ rank: 'A' }] };
  const changes = async (most: number) => {
    const list = await priceList(await session({ ...given, calendar: [{ slots: 0 }] }, { rules: free }), most);
    return list.map(({ change }) => change).sort();
  };

  it('as many as are wanted, and again the same where as many are asked for as there were', async () => {
    const all = await changes(20);
    expect(await changes(all.length)).toEqual(all);
    expect(await changes(2)).toHaveLength(2);
  });
});
