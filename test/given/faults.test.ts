import { expect, it } from 'vitest';
import type { Violation } from '../../src/audit/audit.ts';
import { domainOf } from '../../src/domains/find.ts';
import { faultsOf } from '../../src/given/faults.ts';
import type { GivenReading } from '../../src/runs/given.ts';
import { table } from '../report/table.ts';

const reading: GivenReading = {
  file: 'plan.csv',
  counts: 'line',
  fields: ['vin', 'person_id', 'start_day'],
  rows: [
    { line: 2, cells: ['V1', '7', '2025-09-22'] },
    { line: 3, cells: ['V2', '7', '2025-09-23'] },
    { line: 5, cells: ['V3', '8', '2025-09-23'] },
  ],
  findings: [],
  notes: [],
};
// The score of each loan is a number that a text may hold as well.
const assignments = table(
  ['vin:text:VIN', 'person_id:text:Partner', 'start_day:date:Day', 'score:integer:Score'],
  [
    ['V1', '7', '2025-09-22', 3],
    ['V2', '7', '2025-09-23', 2],
    ['V3', '8', '2025-09-23', 1],
  ],
);
const linesOf = (violation: Violation) =>
  faultsOf({ violations: [violation], tables: { assignments } }, reading, domainOf('loans'))[0]!.lines;

it('has the lines of the rows that the auditor names', () => {
  expect(linesOf({ rule: 'per_week', entity: '7 on a weekday', text: '', rows: [0, 2] })).toEqual([2, 5]);
  expect(linesOf({ rule: 'missing', entity: '7', text: '', rows: [] })).toEqual([]);
});

it('is found by names where the auditor names no row, and never by a number that happens to be equal', () => {
  expect(linesOf({ rule: 'cap', entity: '7', text: 'Ada (7) has 3 loans, and 2 are allowed' })).toEqual([2, 3]);
  expect(linesOf({ rule: 'approved', entity: '7', text: 'Ada (7) is not approved for Audi (V2)' })).toEqual([3]);
});
