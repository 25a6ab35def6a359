import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/kernel/evaluate.ts';
import { displace } from '../../../src/kernel/search/displace.ts';
import { limitsOf, modelOf } from '../made.ts';
import { randomModel } from '../random.ts';

const none = new Float64Array();
const from = (...chosen: number[]) => ({ chosen: Int32Array.from(chosen), auxiliary: none });

describe('a candidate for which others leave', () => {
  // A room for ten, in which 0 and 1 take four each, 2 takes eight, and 3 takes two.
  const room = limitsOf('room', [0, 0, 0, 0], { use: [4, 4, 8, 2], most: [10] });
  const model = modelOf([1, 1, 9, 1], [room]);
  const cheap = { may: (j: number) => j !== 3, first: (a: number, b: number) => a - b };

  it('takes the room of as many as it needs, and no more', () => {
    expect([...displace(model, from(0, 1), [2], cheap).chosen]).toEqual([2]);
    expect([...displace(model, from(0, 1, 3), [2], cheap).chosen]).toEqual([2, 3]);
  });

  it('takes nothing where what is in its way may not leave', () => {
    const stay = { ...cheap, may: (j: number) => j === 0 };
    expect([...displace(model, from(0, 1), [2], stay).chosen]).toEqual([0, 1]);
  });

  it('takes nothing from a limit that asks for it', () => {
    const asked = limitsOf('asked', [0, -1, -1, -1], { least: [1] });
    expect([...displace(modelOf([1, 1, 9, 1], [room, asked]), from(0, 1), [2], cheap).chosen]).toEqual([0, 1]);
  });
});

it('keeps every hard limit, over 200 random models', () => {
  for (let seed = 0; seed < 200; seed++) {
    const model = randomModel(seed, { auxiliary: false });
    const all = Array.from({ length: model.candidates }, (_, j) => j);
    const start = from();
    if (evaluate(model, start.chosen, none) === -Infinity) continue;
    const { chosen } = displace(model, start, all.toReversed(), { may: (j) => j % 2 === 0, first: (a, b) => a - b });
    expect({ seed, legal: evaluate(model, chosen, none) > -Infinity }).toEqual({ seed, legal: true });
  }
});
