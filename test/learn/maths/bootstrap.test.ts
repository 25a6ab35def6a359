import { describe, expect, it } from 'vitest';
import { blockBootstrap, quantile } from '../../../src/learn/maths/bootstrap.ts';

const mean = ([count, sum]: readonly number[]) => (count === 0 ? null : sum! / count!);

describe('the bootstrap of blocks', () => {
  it('gives the figure itself where all blocks are alike', () => {
    expect(
      blockBootstrap(
        [
          [2, 3],
          [2, 3],
          [2, 3],
        ],
        mean,
        { seed: 1 },
      ),
    ).toEqual({ value: 1.5, low: 1.5, high: 1.5 });
  });

  it('draws whole blocks: of two, the mean is that of either or of both', () => {
    expect(
      blockBootstrap(
        [
          [1, 0],
          [1, 1],
        ],
        mean,
        { seed: 1 },
      ),
    ).toEqual({ value: 0.5, low: 0, high: 1 });
  });

  it('has no figure where it is not defined', () => {
    expect(blockBootstrap([[0, 0]], mean, { seed: 1 })).toBeNull();
  });
});

it('a quantile lies between the two nearest values', () => {
  expect([0, 0.25, 0.5, 1].map((share) => quantile([10, 20, 30], share))).toEqual([10, 15, 20, 30]);
});
