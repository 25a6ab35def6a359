import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loansTables } from '../../../src/domains/loans/tables.ts';
import { rotationTables } from '../../../src/domains/rotation/tables.ts';
import { readCsvFile } from '../../../src/tables/csv/files.ts';
import { straysOf } from '../../../src/tables/csv/strays.ts';
import type { TableSpec } from '../../../src/tables/table.ts';
import { folder, refusal } from '../folder.ts';

const specs = [...Object.values(loansTables), ...Object.values(rotationTables)] as unknown as readonly TableSpec[];
const strays = (...files: readonly string[]) => {
  const { meant, unread } = straysOf(specs, specs, files);
  return { meant: Object.fromEntries(meant), unread };
};

describe('files of a data folder that are no table', () => {
  it.each([
    ['Budgets.csv', 'budgets'],
    ['BUDGETS.CSV', 'budgets'],
    ['budget.csv', 'budgets'],
    ['budgets (1).csv', 'budgets'],
    ['budgets - Copy.csv', 'budgets'],
    ['budgets.csv.txt', 'budgets'],
    ['budgets.xlsx', 'budgets'],
    ['budgets_2025.tsv', 'budgets'],
    ['current-activity.csv', 'current_activity'],
    ['activity.csv', 'current_activity'],
    ['history.csv', 'loan_history'],
    ['calendar.csv', 'ops_capacity_calendar'],
    ['rule.csv', 'rules'],
    ['blackout.csv', 'blackouts'],
    ['Lock.csv', 'locks'],
    ['preemption.csv', 'preemptions'],
    ['publish.csv', 'published'],
    ['creative.csv', 'creatives'],
  ])('%s can only be meant for %s', (file, table) =>
    expect(strays(file)).toEqual({ meant: { [table]: file }, unread: [] }),
  );

  it('others are told, where they look like tables', () => {
    expect(strays('cars.csv', 'README.md', '.hidden.csv', 'vehicles.csv')).toEqual({ meant: {}, unread: ['cars.csv'] });
  });

  it('nothing is meant for a table that has its file', () => {
    const given = specs.filter(({ name }) => name !== 'budgets');
    expect(straysOf(specs, given, ['budgets.csv', 'budgets (1).csv'])).toEqual({
      meant: new Map(),
      unread: ['budgets (1).csv'],
    });
  });
});

it.each([
  ['a workbook', 'PK\x03\x04\x14\0\x06\0', 'the file is a ZIP archive, as workbooks of spreadsheet programs are'],
  ['a compressed file', '\x1f\x8b\x08\0', 'the file is compressed (gzip)'],
])('%s with the ending .csv is called so', (_, bytes, message) => {
  const file = join(folder({}), 'a.csv');
  writeFileSync(file, Buffer.from(bytes, 'latin1'));
  expect(refusal(() => readCsvFile(file))).toMatchObject([{ message, maybe: expect.stringContaining('CSV UTF-8') }]);
});
