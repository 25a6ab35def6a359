import { describe, expect, it } from 'vitest';
import { sectionOf } from '../../../src/report/chapter.ts';
import { conflictSection, funnelSection, quarantine, violations } from '../../../src/report/run/sections.ts';
import { pricesSection } from '../../../src/report/run/shadow-prices.ts';
import type { Run } from '../../../src/runs/run.ts';
import { stuckRun, tinyRun } from '../../runs/tiny.ts';
import { table } from '../table.ts';

const week = await tinyRun();
const stuck = await stuckRun();

const HEAD = ['rule', 'group', 'limit:number', 'used:number', 'price:number', 'text'];
const priced = (rows: Parameters<typeof table>[1]): Run => ({ ...week, tables: { shadow_prices: table(HEAD, rows) } });

describe('the funnel', () => {
  it('says how many candidates are left and what removed the most', () => {
    expect(funnelSection(week)!.lead).toBe(
      '75 of 540 possibilities (13.9%) passed every filter and competed for a place. Approval removed the most: 280.',
    );
  });
  it('is absent where there is none', () => {
    expect(funnelSection({ ...week, funnel: [] })).toBeUndefined();
  });
});

describe('the shadow prices', () => {
  it('says the dearest limit of each rule in words', () => {
    const run = priced([
      ['capacity', 'Mon', 15, 15, 300, 'one more slot on Mon would be worth 300 points'],
      ['capacity', 'Thu', 8, 8, 412, 'one more slot on Thu would be worth 412 points'],
      ['budgets', 'AUDI', 500, 700, 3, 'one more dollar for AUDI would be worth 3 points'],
    ]);
    expect(pricesSection(run)!.blocks[0]).toEqual({
      type: 'list',
      items: ['One more slot on Thu would be worth 412 points.', 'One more dollar for AUDI would be worth 3 points.'],
    });
  });
  it('says that nothing binds', () => {
    expect(pricesSection(priced([['capacity', 'Mon', 15, 3, 0, '']]))!.lead).toBe(
      'No limit binds: one more unit of any of them would add nothing.',
    );
  });
  it('draws four limits of a rule at the most', () => {
    const rows = Array.from({ length: 9 }, (_, i) => ['capacity', `day ${i}`, 1, 1, 9 - i, '']);
    const chart = pricesSection(priced(rows))!.blocks.find((block) => block.type === 'chart');
    expect(chart?.data.rows?.map((row) => row.price)).toEqual([9, 8, 7, 6]);
  });
  it('counts the cheap ones instead of listing hundreds', () => {
    const rows = Array.from({ length: 31 }, (_, i) => ['vehicle_once', `car ${i}`, 1, 1, 50, '']);
    expect(pricesSection(priced(rows))!.blocks.at(-1)).toEqual({
      type: 'text',
      text: '1 cheaper limit stands in shadow_prices.csv.',
    });
  });
});

it('lists a conflict and the way out of it', () => {
  expect(conflictSection(stuck)!.blocks).toEqual([
    { type: 'list', items: ['Budgets: AUDI Q3 2025', 'Pin: vin A1'] },
    { type: 'text', text: 'The cheapest way out is to loosen:' },
    { type: 'list', items: ['Pin: vin A1, by 1'] },
  ]);
});

it('shows broken rules only where there are any', () => {
  expect(sectionOf(violations, week)).toBeUndefined();
  const broken = table(['rule', 'entity', 'text'], [['cooldown', 'VIN1', 'lent on 3 September']]);
  expect(sectionOf(violations, { ...week, tables: { violations: broken } })!.lead).toBe(
    '1 violation of hard rules, found by the audit.',
  );
});

it('counts quarantined rows by table', () => {
  expect(sectionOf(quarantine, week)!.lead).toBe(
    '2 rows of 2 tables could not be trusted and took no part in the run.',
  );
});

it('says that no row was left out', () => {
  const { quarantine: some } = week.tables;
  const clean = { ...week, tables: { quarantine: { ...some!, rows: [] } } };
  expect(sectionOf(quarantine, clean)!.lead).toBe('None: every row of every table was sound and was used.');
});

it('prices no aim that comes before the score, and nothing that reads as 0', () => {
  const run = priced([
    ['priority', 'first', 10, 10, -0.01, 'one more unit of first would be worth -0.01 points'],
    ['capacity', 'Mon', 15, 15, 0.004, 'one more slot on Mon would be worth 0 points'],
    ['capacity', 'Tue', 15, 15, 2, 'one more slot on Tue would be worth 2 points'],
  ]);
  expect(pricesSection(run)!.lead).toMatch(/^1 limit may hold the score down/);
});
