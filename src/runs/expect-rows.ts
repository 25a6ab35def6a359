import type { Fields } from '../scenario/scenario.ts';
import type { Cell, ResultTable } from '../tables/result.ts';
import type { Expectation } from './expect.ts';

/** Rows that a schedule must hold, and rows that it must not, each by any of its fields: one expectation for each. */
export function expectedRows(
  name: string,
  schedule: ResultTable | undefined,
  must: readonly Fields[],
  mustNot: readonly Fields[],
): readonly Expectation[] {
  const judge = (fields: Fields, wanted: boolean): Expectation => {
    const expected = wanted ? { must: fields } : { must_not: fields };
    if (schedule === undefined) {
      const text = `there is no schedule in which a row could have ${said(fields)}`;
      return { name, expected, actual: null, passed: false, text };
    }
    const strange = Object.keys(fields).filter((field) => !schedule.columns.some((column) => column.name === field));
    if (strange.length > 0) {
      const text = `the schedule has no column ${strange.join(', ')}. Maybe one of: ${schedule.columns.map((column) => column.name).join(', ')}.`;
      return { name, expected, actual: null, passed: false, text };
    }
    const found = schedule.rows.filter((row) => matches(schedule, row, fields)).length;
    return { name, expected, actual: found, passed: wanted === found > 0, text: sentence(fields, found, wanted) };
  };
  return [...must.map((fields) => judge(fields, true)), ...mustNot.map((fields) => judge(fields, false))];
}

function matches({ columns }: ResultTable, row: readonly Cell[], fields: Fields): boolean {
  return columns.every(({ name }, at) => !Object.hasOwn(fields, name) || String(row[at]) === fields[name]);
}

function sentence(fields: Fields, found: number, wanted: boolean): string {
  const rows = `${found === 0 ? 'no row has' : found === 1 ? 'one row has' : `${found} rows have`} ${said(fields)}`;
  if (wanted === found > 0) return `${rows}, as expected`;
  return `${rows}, and ${wanted ? 'one must' : 'none may'}`;
}

/** Fields in words: `vin V1 and start_day 2025-09-22`. */
export const said = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${value}`)
    .join(' and ');
