import { describe, expect, it } from 'vitest';
import { solve } from '../../src/kernel/solve.ts';
import { pair } from '../../src/policy/candidates.ts';
import { modelOf } from '../../src/policy/model.ts';
import { chosenOf, named, opened, settingsOf } from './errands.ts';

const axes = { day: ['mon', 'tue'], id: ['post', 'shop'] };
const { candidates: all } = pair({ axes, filters: [], text: 'every errand on every day' });

/** The model of four candidates with these scores, in points. */
const made = (score: readonly number[], seed = 1, leveled = false, of = all) =>
  modelOf({
    axes,
    all: of,
    score: Float64Array.from(score),
    rules: [],
    settings: { ...settingsOf(), solver: { seed, seconds: 1 } },
    leveled,
  }).model;

describe('the unit of a model', () => {
  const priceOf = (price: number) => {
    const { model } = opened({ fair: { price } });
    return [model.unit, model.limits.find(({ rule }) => rule === 'fair')!.over![0]!.price, model.score[0]];
  };

  it('is as small as prices need to be whole numbers of it', () => {
    expect(priceOf(5)).toEqual([1, 5, 30]);
    expect(priceOf(0.5)).toEqual([10, 5, 300]);
    expect(priceOf(0.03)).toEqual([100, 3, 3000]);
    expect(priceOf(0.125)).toEqual([1000, 125, 30_000]);
    expect(priceOf(0.0037)).toEqual([10_000, 37, 300_000]);
  });

  it('is as small as scores need', () => {
    expect(made([1, 2, 3, 4])).toMatchObject({ unit: 1, score: Float64Array.of(1, 2, 3, 4) });
    expect(made([1, 2.25, 3, 4])).toMatchObject({ unit: 100, score: Float64Array.of(100, 225, 300, 400) });
  });

  it('leaves whole numbers, whatever binary fractions do', () => {
    expect(0.1 + 0.7 + 0.1 + 0.1).not.toBe(1);
    expect(made([0.1 + 0.7 + 0.1 + 0.1, 0, 0, 0])).toMatchObject({ unit: 1, score: Float64Array.of(1, 0, 0, 0) });
    expect(made([0.1 + 0.2, 0, 0, 0])).toMatchObject({ unit: 10, score: Float64Array.of(3, 0, 0, 0) });
  });

  it('has four decimals at the most', () => {
    expect(() => made([0.00001, 0, 0, 0])).toThrow(RangeError);
  });
});

describe('ties', () => {
  it('depend on the values and the seed, not on what else is there', () => {
    const few = pair({ axes: { ...axes, id: ['shop'] }, filters: [], text: '' }).candidates;
    const shops = modelOf({
      axes: { ...axes, id: ['shop'] },
      all: few,
      score: new Float64Array(2),
      rules: [],
      settings: settingsOf(),
      leveled: false,
    }).model;
    const whole = made([0, 0, 0, 0]);
    expect([...shops.tie]).toEqual([whole.tie[1], whole.tie[3]]);
    expect(new Set(whole.tie).size).toBe(4);
    expect([...made([0, 0, 0, 0], 2).tie]).not.toEqual([...whole.tie]);
  });

  it('tell the levels of one possibility apart, in kinds that have them', () => {
    const twice = { ...all, count: 2, day: Int32Array.of(0, 0), id: Int32Array.of(1, 1), level: Uint8Array.of(0, 1) };
    const [level0, level1] = made([0, 0], 1, true, twice).tie;
    expect(level0).not.toBe(level1);
    const [same0, same1] = made([0, 0], 1, false, twice).tie;
    expect(same0).toBe(same1);
  });
});

describe('helper columns', () => {
  it('are numbered after the candidates, 0 or 1 each, and score nothing', () => {
    const { model } = opened({ trips: { most: 1 } });
    expect(model.auxiliary).toEqual({
      count: 3,
      most: Float64Array.of(1, 1, 1),
      score: new Float64Array(3),
    });
    expect(opened().model.auxiliary).toBeUndefined();
  });

  it('hold in the best schedule: all errands on one day', async () => {
    const instance = opened({ trips: { most: 1 } }, { weights: { worth: 1, early: 1 } });
    const { chosen, net } = await solve(instance.model, { seed: 1, seconds: 10 });
    expect(Array.from(chosen, (j) => named(instance)[j])).toEqual(['post mon', 'shop mon', 'wash mon']);
    expect(net).toBe(60 + 3 * 2);
    const apart = opened({ trips: { most: 1 }, per_day: { most: 2 } });
    expect((await solve(apart.model, { seed: 1, seconds: 10 })).net).toBe(50);
  });
});

it('knows which limits each rule has set', () => {
  const rules = opened({ trips: { most: 1 } });
  expect(rules.model.limits.map(({ rule }) => rule)).toEqual(['once', 'trip_days', 'trips']);
  expect(rules.inTheWay(chosenOf(rules, 'post mon'), chosenOf(rules, 'post tue')[0]!)).toEqual([
    'Once (post): 1 of 1 taken by id post, day mon',
    'Trips (the week): 1 of 1 taken by id post, day mon',
  ]);
});
