import { describe, expect, it } from 'vitest';
import { byKey, compare, completeTables, groupBy, repeatsOf } from '../../src/audit/rows.ts';

const words = ['ant', 'bee', 'asp'];
const first = (word: string) => word.slice(0, 1);

describe('rows', () => {
  it('are ordered by code unit, and numbers by size', () => {
    expect(['b', 'a', 'B'].sort(compare)).toEqual(['B', 'a', 'b']);
    expect([10, 9, 2].sort(compare)).toEqual([2, 9, 10]);
  });

  it('are grouped by key in their order', () => {
    expect([...groupBy(words, first)]).toEqual([
      ['a', ['ant', 'asp']],
      ['b', ['bee']],
    ]);
  });

  it('are looked up by key; of two with one key, the last is found', () => {
    expect(byKey(words, first).get('a')).toBe('asp');
  });

  it('that share a key are found', () => {
    expect(repeatsOf(words, first)).toEqual([['a', ['ant', 'asp']]]);
  });
});

it('a table that was not handed over is there without rows', () => {
  const cars = { name: 'cars', file: 'cars.csv', present: true, rows: [{ id: '1' }] };
  expect(completeTables({ cars }, ['cars', 'days'])).toEqual({
    cars,
    days: { name: 'days', file: '', present: false, rows: [] },
  });
});
