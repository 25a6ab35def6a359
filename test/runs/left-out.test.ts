import { expect, it } from 'vitest';
import { quarantineTable } from '../../src/pipeline/results.ts';
import { leftOutMetrics, leftOutNotes, leftOutOf, notProven } from '../../src/runs/left-out.ts';
import type { Quarantined } from '../../src/tables/table.ts';

const row = (table: string, forbids: boolean): Quarantined => ({
  table,
  file: `data/${table}.csv`,
  line: 2,
  column: 'vin',
  value: '',
  reason: 'is empty',
  ...(forbids && { forbids }),
});
const of = (...rows: readonly Quarantined[]) => leftOutOf({ quarantine: quarantineTable(rows) });

it('counts rows by table, and those that forbid', () => {
  const left = of(row('budgets', true), row('vehicles', false), row('budgets', true));
  expect(left).toEqual({ rows: 3, forbidding: 2, tables: { budgets: 2, vehicles: 1 } });
  expect(leftOutMetrics(left)).toEqual({
    rows_left_out: 3,
    'rows_left_out.budgets': 2,
    'rows_left_out.vehicles': 1,
  });
  expect(notProven(left)).toBe('not proven for your data: 2 rows that forbid were left out');
  expect(leftOutNotes(left)).toEqual([
    'not proven for your data: 2 rows that forbid were left out',
    '3 rows were left out of the data: see quarantine.csv',
  ]);
});

it('says nothing where every row was used, nor of proof where none forbids', () => {
  expect([leftOutMetrics(of()), leftOutNotes(of()), leftOutOf({})]).toEqual([
    {},
    [],
    { rows: 0, forbidding: 0, tables: {} },
  ]);
  const one = of(row('vehicles', false));
  expect(notProven(one)).toBeUndefined();
  expect(leftOutNotes(one)).toEqual(['1 row was left out of the data: see quarantine.csv']);
  expect(notProven(of(row('budgets', true)))).toBe('not proven for your data: 1 row that forbids was left out');
});
