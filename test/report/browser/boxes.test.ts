import { describe, expect, it } from 'vitest';
import { type Box, boxesOf, nearest, wholeBox, within, withPieces } from '../../../src/report/browser/boxes.ts';

const bar = (mark: number, y: number, x2 = 50): Box => ({ mark, x1: 0, x2, y1: y, y2: y + 10 });
const point = (mark: number, x: number, y: number, line = false): Box => ({
  ...{ mark, x1: x, x2: x, y1: y, y2: y },
  dot: { x, y, colour: 'red', line },
});

describe('the mark at a point', () => {
  it('is the bar under it, or of several the smallest', () => {
    expect(nearest([bar(0, 0), bar(1, 20)], { x: 10, y: 25 }, null)).toBe(1);
    expect(nearest([bar(0, 0, 20), bar(1, 0, 50)], { x: 10, y: 5 }, null)).toBe(0);
  });
  it('is the one of the row where names stand on that side, however short its bar', () => {
    expect(nearest([bar(0, 0, 500), bar(1, 30, 2)], { x: 400, y: 33 }, 'y')).toBe(1);
    expect(nearest([bar(0, 0, 500), bar(1, 30, 2)], { x: 400, y: 33 }, null)).toBe(null);
  });
  it('is the nearest of points within reach, and none beyond', () => {
    expect(nearest([point(0, 0, 0), point(1, 30, 0)], { x: 20, y: 0 }, null)).toBe(1);
    expect(nearest([point(0, 0, 0)], { x: 23, y: 0 }, null)).toBe(null);
  });
  it('is a piece of a line anywhere along it, and not in its box', () => {
    const piece = withPieces([point(0, 0, 0, true), point(0, 200, 200, true)]);
    expect(piece).toHaveLength(3);
    expect(nearest(piece, { x: 101, y: 99 }, null)).toBe(0);
    expect(nearest(piece, { x: 150, y: 50 }, null)).toBe(null);
  });
});

describe('the marks of a range', () => {
  const range = { x1: 0, x2: 10, y1: 0, y2: 10 };
  it('are bars that it touches and points whose middle it holds', () => {
    const near = { ...point(1, 12, 5), x1: 7 };
    expect(within([bar(0, 8), near, point(2, 3, 3)], range)).toEqual(new Set([0, 2]));
  });
});

describe('the place of a mark', () => {
  it('is that of what is drawn, without its text, unless there is nothing else', () => {
    const text: Box = { mark: 0, x1: 60, x2: 90, y1: 0, y2: 10, text: true };
    expect(wholeBox([bar(0, 0), text], 0)).toEqual({ x1: 0, x2: 50, y1: 0, y2: 10 });
    expect(wholeBox([text], 0)).toMatchObject({ x1: 60 });
    expect(wholeBox([], 0)).toBe(null);
  });
});

describe('the scene of a drawing', () => {
  it('gives numbered marks their place, through groups that are moved', () => {
    const bounds = { x1: 1, y1: 2, x2: 3, y2: 4 };
    const inner = {
      marktype: 'rect',
      items: [
        { datum: { _mark: 7 }, bounds },
        { datum: {}, bounds },
      ],
    };
    const root = { marktype: 'group', items: [{ x: 100, y: 10, items: [inner] }] };
    expect(boxesOf(root)).toEqual([{ mark: 7, x1: 101, y1: 12, x2: 103, y2: 14 }]);
  });
});
