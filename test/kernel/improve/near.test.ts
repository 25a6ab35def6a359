import { describe, expect, it } from 'vitest';
import { nearest, onceOf } from '../../../src/kernel/improve/near.ts';
import { limitsOf, modelOf } from '../made.ts';

describe('the near candidates', () => {
  // Spot 0 may air in 20 places, spot 1 in two; two candidates are of no spot.
  const spot = [...Array.from({ length: 20 }, () => 0), 1, 1, -1, -1];
  const once = limitsOf('once', spot, { most: [1, 1] });
  const room = limitsOf(
    'room',
    spot.map(() => 0),
    { most: [3] },
  );
  const model = modelOf(
    spot.map(() => 1),
    [room, once],
  );
  const all = spot.map((_, j) => j);

  it('are the fifteen of each group that are worth most, and all that are in none', () => {
    const worth = Float64Array.from(all, (j) => j);
    expect(nearest(model, all, worth)).toEqual(all.filter((j) => j >= 5));
  });

  it('of equals the first', () => {
    expect(nearest(model, all, new Float64Array(all.length))).toEqual(all.filter((j) => j < 15 || j >= 20));
  });

  it('are all where no limit chooses one of each group', () => {
    expect(onceOf(modelOf([1], [room]))).toBeUndefined();
    expect(nearest(modelOf([1, 1], [limitsOf('room', [0, 0], { most: [1] })]), [0, 1], new Float64Array(2))).toEqual([
      0, 1,
    ]);
  });
});
