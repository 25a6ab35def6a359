import { describe, expect, it } from 'vitest';
import { labelSides } from '../../../src/sweep/report/labels.ts';

const room = { width: 300, height: 200, padding: 20 };

describe('labels beside points', () => {
  it('stand above at the right where nothing is in the way', () => {
    const [left, right] = labelSides(
      [
        { x: 0, y: 9, label: 'rank 1' },
        { x: 5, y: 1, label: 'rank 2' },
      ],
      room,
    );
    expect(left?.align).toBe('left');
    // At the right edge there is no room for it.
    expect(right?.align).toBe('right');
  });

  it('never cover another label: the second of two on one place is left out', () => {
    const wide = 'x'.repeat(38);
    const sides = labelSides(
      [
        { x: 1, y: 1, label: wide },
        { x: 1.001, y: 1, label: wide },
        { x: 1.002, y: 1, label: wide },
        { x: 2, y: 2, label: '' },
      ],
      room,
    );
    const drawn = sides.filter((side) => side !== null);
    expect(new Set(drawn.map(({ dy }) => dy)).size).toBe(drawn.length);
    expect(sides.at(-1)).toBeNull();
  });

  it('are left out where they would reach over the edge on every side', () => {
    const [side] = labelSides([{ x: 1, y: 1, label: 'x'.repeat(60) }], room);
    expect(side).toBeNull();
  });
});
