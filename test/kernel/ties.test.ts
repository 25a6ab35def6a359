import { describe, expect, it } from 'vitest';
import { mostChosen, tiesOf } from '../../src/kernel/ties.ts';
import { limitsOf, modelOf } from './made.ts';

const scores = [500, 500, 500, 500];

describe('the most that any schedule can choose', () => {
  const most = (...limits: Parameters<typeof modelOf>[1]) => mostChosen(modelOf(scores, limits));

  it('is every candidate where nothing limits all of them', () => {
    expect(most()).toBe(4);
    expect(most(limitsOf('some', [0, 0, 0, -1], { most: [1] }))).toBe(4);
    expect(most(limitsOf('charged', [0, 0, 0, 0], { over: [[1, 800]] }))).toBe(4);
  });

  it('is what the groups of a hard limit take together', () => {
    expect(most(limitsOf('slot', [0, 0, 1, 1], { most: [1, 2] }))).toBe(3);
    expect(most(limitsOf('slot', [0, 0, 1, 1], { most: [1.5, -2] }))).toBe(1);
  });

  it('is the least of all such limits', () => {
    expect(most(limitsOf('day', [0, 0, 1, 1], { most: [2, 2] }), limitsOf('week', [0, 0, 0, 0], { most: [2] }))).toBe(
      2,
    );
  });

  it('is not read from a limit of use, under which what uses nothing is free', () => {
    expect(most(limitsOf('budget', [0, 0, 0, 0], { use: [0, 0, 0, 1], most: [1] }))).toBe(4);
  });
});

it('all ties together stay below half of what two net scores differ by', () => {
  const model = modelOf(scores, [limitsOf('slot', [0, 0, 1, 1], { most: [1, 2] })], {
    tie: new Uint32Array(4).fill(2 ** 32 - 1),
  });
  const { worth } = tiesOf(model, 100);
  expect(worth(0)).toBeGreaterThan(500);
  expect(3 * (worth(0) - 500)).toBeLessThan(50);
});
