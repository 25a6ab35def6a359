import { describe, expect, it } from 'vitest';
import { efficient } from '../../src/compare/frontier.ts';

describe('the efficient outcomes', () => {
  it('are those that no other beats in one measure without losing in another', () => {
    const points = [
      [100, 7],
      [90, 34],
      [80, 30],
      [70, 50],
    ];
    expect(efficient(points, ['more', 'more'])).toEqual([true, true, false, true]);
  });
  it('turn around where less is better', () => {
    const points = [
      [100, 0.9],
      [90, 0.4],
      [80, 0.5],
    ];
    expect(efficient(points, ['more', 'less'])).toEqual([true, true, false]);
  });
  it('do not beat their equals', () => {
    const points = [
      [5, 5],
      [5, 5],
      [5, 4],
    ];
    expect(efficient(points, ['more', 'more'])).toEqual([true, true, false]);
  });
  it('are compared without a tolerance', () => {
    const points = [
      [1, 0.1 + 0.2],
      [1, 0.3],
    ];
    expect(efficient(points, ['more', 'more'])).toEqual([true, false]);
  });
  it('leave out what lacks a measure, which beats nobody', () => {
    const points = [
      [null, 99],
      [1, 1],
    ];
    expect(efficient(points, ['more', 'more'])).toEqual([false, true]);
  });
  it('agree with trying every pair, on many random sets', () => {
    let state = 7;
    const below = (end: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % end;
    };
    for (let round = 0; round < 200; round++) {
      const points = Array.from({ length: 12 }, () => [below(5), below(5), below(5)]);
      const found = efficient(points, ['more', 'less', 'more']);
      const beats = ([a, b, c]: number[], [x, y, z]: number[]) =>
        a! >= x! && b! <= y! && c! >= z! && (a! > x! || b! < y! || c! > z!);
      expect(found).toEqual(points.map((own) => !points.some((other) => beats(other, own))));
    }
  });
});
