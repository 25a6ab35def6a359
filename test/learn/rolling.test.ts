import { describe, expect, it } from 'vitest';
import { blocksOf, folds } from '../../src/learn/rolling.ts';

describe('a rolling origin', () => {
  it('cuts the rows after the first part into folds', () => {
    expect(folds([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { first: 0.4, folds: 3 })).toEqual([
      { from: 4, to: 6 },
      { from: 6, to: 8 },
      { from: 8, to: 10 },
    ]);
  });

  it('never parts rows of one instant', () => {
    expect(folds([1, 2, 2, 2, 3, 4], { first: 0.3, folds: 2 })).toEqual([{ from: 4, to: 6 }]);
  });

  it('has no fold where all rows are of one instant', () => {
    expect(folds([1, 1, 1, 1])).toEqual([]);
  });
});

describe('blocks of time', () => {
  it('are weeks where there are twelve', () => {
    const days = Array.from({ length: 100 }, (_, day) => ({ at: day * 86_400 }));
    expect(blocksOf(days).slice(5, 9)).toEqual([0, 0, 1, 1]);
  });

  it('are twelve runs of equally many rows where there are fewer weeks', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => ({ at: hour * 3600 }));
    expect(blocksOf(hours).slice(0, 5)).toEqual([0, 0, 1, 1, 2]);
  });
});
