import { describe, expect, it } from 'vitest';
import { chapter, sectionOf } from '../../../src/report/chapter.ts';
import { tinyRun } from '../../runs/tiny.ts';
import { table } from '../table.ts';

const week = await tinyRun();

const grid = chapter.grid({
  lines: 'person',
  name: (row) => `Dr ${row.person}`,
  label: 'Person',
  columns: 'day',
  cell: (row) => String(row.car),
  caption: 'Who gets what',
});
const of = (rows: readonly (readonly string[])[]) =>
  sectionOf(
    grid,
    { ...week, tables: { plan: table(['person', 'day:date:Day', 'car'], rows) } },
    {
      noun: ['loan', 'loans'],
      schedule: 'plan',
    },
  );

describe('a grid of the schedule', () => {
  it('has a line for each of one thing, by name, and a column for each day, in their order', () => {
    const section = of([
      ['B', '2025-09-23', 'Audi'],
      ['A', '2025-09-22', 'Volvo'],
      ['B', '2025-09-23', 'Mazda'],
      ['B', '2025-09-22', 'Lexus'],
    ])!;
    expect(section.lead).toBe('4 loans.');
    const [block] = section.blocks;
    expect(block?.type === 'table' && block.table.columns.map(({ label }) => label)).toEqual([
      'Person',
      'Mon 22 Sep',
      'Tue 23 Sep',
    ]);
    expect(block?.type === 'table' && block.table.rows).toEqual([
      ['Dr A', 'Volvo', '\u00a0'],
      ['Dr B', 'Lexus', 'Audi, Mazda'],
    ]);
  });

  it('shows only the rows that it is asked for', () => {
    const own = chapter.grid({
      ...{ lines: 'person', label: 'Person', columns: 'day', caption: 'Mine' },
      cell: (row) => String(row.car),
      rows: (rows) => rows.filter((row) => row.person === 'A'),
    });
    const rows = [
      ['A', '2025-09-22', 'Volvo'],
      ['B', '2025-09-23', 'Mazda'],
    ];
    const tables = { plan: table(['person', 'day:date:Day', 'car'], rows) };
    const section = sectionOf(own, { ...week, tables }, { schedule: 'plan' });
    expect(section?.blocks).toMatchObject([{ table: { rows: [['A', 'Volvo']] } }]);
  });

  it('is left out where there is nothing to show, or too much for one look', () => {
    expect(of([])).toBeUndefined();
    expect(of(Array.from({ length: 9 }, (_, day) => ['A', `2025-09-0${day + 1}`, 'Audi']))).toBeUndefined();
  });
});
