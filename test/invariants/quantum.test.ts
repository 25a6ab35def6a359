import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/kernel/evaluate.ts';
import type { Model } from '../../src/kernel/model.ts';
import { rowsOf } from '../../src/kernel/program/rows.ts';
import { limitsOf, modelOf } from '../kernel/made.ts';
import { choices, times } from './weeks.ts';

/** The net scores of all schedules that break no hard limit. */
function nets(model: Model): readonly number[] {
  return times(2 ** model.candidates, (set) =>
    evaluate(model, Int32Array.from(times(model.candidates, (j) => j).filter((j) => (set >> j) & 1))),
  ).filter(Number.isFinite);
}

// Bounds are rounded down to the quantum: were it too coarse, a bound could fall below the best schedule.
describe('the quantum of a model divides the net score of every schedule', () => {
  it('also where a penalty cannot be escaped', () => {
    const budget = limitsOf('budget', [0, 0], { use: [300, 299], most: [400] });
    const unmet = limitsOf('cover', [], { groups: 1, under: [[1, 5]] });
    const model = modelOf([10, 10], [budget, unmet]);
    expect(nets(model)).toEqual([-5, 5, 5]);
    expect(rowsOf(model).quantum).toBe(5);
  });

  it.each(times(60, (seed) => seed))('random model %i', (seed) => {
    const { below, pick } = choices(seed);
    const tens = (end: number) => 10 * below(end);
    const count = 1 + below(6);
    const group = () => times(count, () => below(3) - 1);
    const model = modelOf(
      times(count, () => tens(9) - 20),
      [
        limitsOf('over', group(), {
          groups: 3,
          use: times(count, () => pick(1, 2, 15)),
          over: [[below(9), pick(4, 10, 30)]],
        }),
        limitsOf('under', group(), { groups: 3, under: [[below(3), pick(5, 10, 20)]] }),
        limitsOf('most', group(), { groups: 3, most: [1, 2, 3] }),
      ],
    );
    const { quantum, impossible } = rowsOf(model);
    expect(impossible).toBeUndefined();
    expect(nets(model).filter((net) => net % quantum !== 0)).toEqual([]);
  });
});
