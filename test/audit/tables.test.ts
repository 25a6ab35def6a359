import { describe, expect, it } from 'vitest';
import { countOf, rounded, shareOf, sumOf } from '../../src/audit/numbers.ts';
import { tableOf } from '../../src/audit/table.ts';
import { violationsOf, violationsTable } from '../../src/audit/violations.ts';
import { fullName, moneyText } from '../../src/audit/words.ts';

it('a table has a column for each field and a row for each row', () => {
  const table = tableOf(
    [3, 4],
    [
      ['side', 'integer', 'Side', (side) => side],
      ['square', 'integer', 'Square', (side) => side * side],
    ],
  );
  expect(table.columns).toEqual([
    { name: 'side', type: 'integer', label: 'Side' },
    { name: 'square', type: 'integer', label: 'Square' },
  ]);
  expect(table.rows).toEqual([
    [3, 9],
    [4, 16],
  ]);
});

describe('numbers', () => {
  it('are rounded half up', () => {
    expect([rounded(0.125, 2), rounded(2 / 3, 4), rounded(7, 3)]).toEqual([0.13, 0.6667, 7]);
  });

  it('a share of nothing is 0, and of no whole at all it is unknown', () => {
    expect([shareOf(1, 4, 2), shareOf(1, 0, 2), shareOf(1, null, 2)]).toEqual([0.25, 0, null]);
  });

  it('rows are counted and summed', () => {
    expect([countOf([1, 2, 3], (n) => n > 1), sumOf([1, 2, 3], (n) => 2 * n)]).toEqual([2, 12]);
  });
});

describe('violations', () => {
  it('are the faults that there are', () => {
    const found = violationsOf([
      ['ranks', undefined],
      ['cooldown', { entity: 'P1', text: 'too soon' }],
    ]);
    expect(found).toEqual([{ rule: 'cooldown', entity: 'P1', text: 'too soon' }]);
    expect(violationsTable(found).rows).toEqual([['cooldown', 'P1', 'too soon']]);
  });
});

describe('words', () => {
  it('give the name with the key, or the key alone', () => {
    expect([fullName('P0042', 'Anna Berg'), fullName('P0042')]).toEqual(['Anna Berg (P0042)', 'P0042']);
  });

  it('write cents as dollars', () => {
    expect(moneyText(123_450)).toBe('$1234.50');
  });
});
