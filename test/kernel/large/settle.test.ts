import { expect, it } from 'vitest';
import { outline } from '../../../src/kernel/large/outline.ts';
import { settle } from '../../../src/kernel/large/settle.ts';
import { limitsOf, modelOf } from '../made.ts';

const effort = { seed: 42, seconds: 60 };
// Two things of equal worth for one place each of two, and a third that scores nothing here.
const places = limitsOf('place', [0, 1, 0, 1, 0], { most: [1, 1] });
const things = limitsOf('thing', [0, 0, 1, 1, 2], { most: [1, 1, 1] });
const model = modelOf([5, 5, 5, 5, 0], [things, places]);

it('reaches the best score, and of equals takes what the relaxation takes', async () => {
  const relaxed = await outline(model, effort, new Map());
  for (const values of [
    [1, 0, 0, 1, 0],
    [0, 1, 1, 0, 0],
  ]) {
    const schedule = await settle(model, { ...relaxed, values: Float64Array.from(values) }, effort);
    expect([...schedule!.chosen]).toEqual(values.flatMap((value, j) => (value === 1 ? [j] : [])));
  }
});

it('takes nothing that does not score, whatever the relaxation takes', async () => {
  const relaxed = await outline(model, effort, new Map());
  const schedule = await settle(model, { ...relaxed, values: Float64Array.of(0, 0, 0, 0, 1) }, effort);
  expect(schedule!.chosen).not.toContain(4);
});

it('is not there without a relaxation to be near to', async () => {
  const { prices, bound } = await outline(model, effort, new Map());
  expect(await settle(model, { prices, bound, values: undefined }, effort)).toBeUndefined();
});
