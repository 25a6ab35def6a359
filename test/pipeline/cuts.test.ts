import { expect, it } from 'vitest';
import type { Cut } from '../../src/domain.ts';
import type { Effort, Model } from '../../src/kernel/model.ts';
import { solve } from '../../src/kernel/solve.ts';
import { solveWithCuts } from '../../src/pipeline/cuts.ts';
import { unprovenNotes } from '../../src/pipeline/notes.ts';

/** Two candidates, of 5 and of 3 points. */
const model: Model = { unit: 1, candidates: 2, score: Float64Array.of(5, 3), tie: Uint32Array.of(1, 2), limits: [] };

/** Not both of them. */
const notBoth: Cut = {
  rule: 'adjacency',
  groups: 1,
  members: { start: Int32Array.of(0, 1, 2), group: Int32Array.of(0, 0) },
  most: Float64Array.of(1),
  label: () => 'a, b in b2014',
  more: () => 'an order',
};

const effort: Effort = { seconds: 60, gap: 0, seed: 1 } as unknown as Effort;
const withCut = (cut: Cut) =>
  solveWithCuts({ cuts: (chosen) => (chosen.length === 2 ? [cut] : []) }, model, (own, memory) =>
    solve(own, effort, { memory }),
  );

it('what the rules forbid is forbidden, and the rest is proven to be the best', async () => {
  const { solution, unproven } = await withCut(notBoth);
  expect(solution).toMatchObject({ status: 'optimal', net: 5, bound: 5 });
  expect(unproven).toBeUndefined();
});

it('what a search gave up on leaves nothing proven: both may be allowed, and net 8', async () => {
  const { solution, unproven } = await withCut({ ...notBoth, unproven: true });
  expect(solution).toMatchObject({ status: 'feasible', net: 5, bound: 8 });
  expect(unprovenNotes(unproven)).toEqual([
    'not proven to be the best: the search gave up before it knew whether the rules allow a, b in b2014',
  ]);
});

it('is told of a few with their names', () => {
  expect(unprovenNotes(['1', '2', '3', '4', '5', '6', '7'])[0]).toMatch(/allow 1; or 2; or 3; or 4; or 5; or 2 more$/);
  expect(unprovenNotes()).toEqual([]);
});
