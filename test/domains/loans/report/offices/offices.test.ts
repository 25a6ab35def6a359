import { describe, expect, it } from 'vitest';
import { officeRows } from '../../../../../src/domains/loans/report/offices/figures.ts';
import { loansPage } from '../../../../../src/domains/loans/report.ts';
import type { Section } from '../../../../../src/report/page.ts';
import { table } from '../../../../report/table.ts';
import { tinyRun } from '../../../../runs/tiny.ts';

const tiny = await tinyRun();

/*
 * Ana has two loans of LA: her second costs 200. Ben has one of each office: that costs 200, which no office pays alone.
 * Toyota of LA is $50 over, 150 points; Dan is one over his cap in SF, 300 points.
 */
const columns = 'vin person_id partner start_day:date hour office make model rank score:integer estimated_cost:money';
const run = {
  ...tiny,
  objective: { ...tiny.objective, net_score: 4150 },
  tables: {
    ...tiny.tables,
    assignments: table(columns.split(' '), [
      ['V1', '1', 'Ana', '2025-09-22', '10:00', 'LA', 'Toyota', 'Camry', 'A+', 1000, 100_000],
      ['V2', '1', 'Ana', '2025-09-23', '09:00', 'LA', 'Toyota', 'RAV4', 'A+', 1000, 100_000],
      ['V3', '2', 'Ben', '2025-09-22', '09:00', 'LA', 'Toyota', 'Prius', 'A+', 1000, 100_000],
      ['V4', '2', 'Ben', '2025-09-22', '11:00', 'SF', 'Honda', 'Civic', 'A+', 1000, 100_000],
      ['V5', '4', 'Dan', '2025-09-22', '09:00', 'SF', 'Honda', 'Accord', 'A+', 1000, 100_000],
    ]),
    capacity: table(
      ['office', 'date:date', 'capacity:integer', 'existing:integer', 'used:integer'],
      [
        ['LA', '2025-09-22', 4, 0, 2],
        ['SF', '2025-09-22', 2, 0, 2],
      ],
    ),
    partners: table(
      ['person_id', 'partner', 'assigned:integer', 'penalty:integer'],
      [
        ['1', 'Ana', 2, 200],
        ['2', 'Ben', 2, 200],
        ['4', 'Dan', 1, 0],
      ],
    ),
    caps: table(
      ['person_id', 'partner', 'make', 'assigned:integer', 'delta_overage:integer', 'penalty:integer'],
      [['4', 'Dan', 'Honda', 1, 1, 300]],
    ),
    budgets: table(
      ['office', 'fleet', 'year', 'quarter', 'planned:money', 'over_budget:money', 'penalty:integer'],
      [
        ['LA', 'TOYOTA', 2025, 'Q3', 300_000, 5_000, 150],
        ['SF', 'HONDA', 2025, 'Q3', 200_000, 0, 0],
      ],
    ),
  },
};
const page = loansPage(run);
const cellsOf = (section: Section | undefined) =>
  section?.blocks.flatMap((block) => (block.type === 'table' ? [block.table] : [])) ?? [];

describe('the figures of each office', () => {
  it('are its own, and what no office pays alone is one more row: together they are the net score', () => {
    expect(officeRows(run).map(({ office, score, penalties, net }) => [office, score, penalties, net])).toEqual([
      ['LA', 3000, 350, 2650],
      ['SF', 2000, 300, 1700],
      ['Shared by several', undefined, 200, -200],
    ]);
    expect(page.first?.[0]?.blocks.at(-1)).toMatchObject({ type: 'text' });
  });
  it('are none where one office is planned', () => {
    expect(officeRows(tiny)).toEqual([]);
    expect(loansPage(tiny).first?.map(({ id }) => id)).toEqual(['who-gets-what']);
  });
});

describe('the chapter of an office', () => {
  it('begins a page on paper, and says what its people ask first', () => {
    expect(page.first?.map(({ title, page: paged }) => [title, paged])).toEqual([
      ['Office by office', undefined],
      ['LA', true],
      ['SF', true],
    ]);
    expect(page.first?.[1]?.lead).toBe(
      '3 loans to 2 partners in 4 slots (75%). $3,000 planned; Toyota $50 over. No partner goes over the cap of a make. Net score 2,650: 3,000 less 350 of penalties.',
    );
    expect(page.first?.[2]?.lead).toContain('no fleet over its budget. 1 pair of partner and make goes over the cap.');
  });
  it('has its own grid, budgets and loans, a table for each day by the hour', () => {
    const [grid, budgets, monday, tuesday] = cellsOf(page.first?.[1]);
    expect(grid?.rows.map((row) => row[0])).toEqual(['Ana', 'Ben']);
    expect(budgets?.rows.map((row) => row[0])).toEqual(['Toyota']);
    expect(monday?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['09:00', 'Ben', 'Toyota Prius'],
      ['10:00', 'Ana', 'Toyota Camry'],
    ]);
    expect(tuesday?.rows).toHaveLength(1);
  });
});

describe('the report of several offices', () => {
  it('has no loan twice: the schedule is that of each office', () => {
    expect(page.schedule?.blocks ?? []).toEqual([]);
    expect(loansPage(tiny).schedule?.blocks).not.toEqual([]);
  });
});
