import { expect, it } from 'vitest';
import { brokenOf, type Margin, marginsTable, smallestMargin } from '../../src/audit/margins.ts';

const margin = (rule: string, entity: string, limit: number, actual: number): Margin => ({
  rule,
  entity,
  limit,
  actual,
  margin: limit - actual,
  text: () => `${entity} has ${actual}`,
});
const margins = [
  margin('count', 'b1', 4, 5),
  margin('count', 'b2', 4, 1),
  margin('cap', 'acme', 3, 3),
  margin('cap', 'acme', 3, 1),
];

it('a rule is broken where its margin is below zero', () => {
  expect(brokenOf(margins).map(({ text }) => text())).toEqual(['b1 has 5']);
});

it('the smallest margin is of the rules that are named; of none there is none', () => {
  expect([smallestMargin(margins, ['cap']), smallestMargin(margins, ['order'])]).toEqual([0, null]);
});

it('the table has the tightest place of each rule and entity, the tightest first within a rule', () => {
  expect(marginsTable(margins).rows).toEqual([
    ['cap', 'acme', 3, 3, 0],
    ['count', 'b1', 4, 5, -1],
    ['count', 'b2', 4, 1, 3],
  ]);
});
