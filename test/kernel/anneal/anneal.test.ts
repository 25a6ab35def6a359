import { describe, expect, it } from 'vitest';
import { numbers } from '../../../bench/instances.ts';
import { anneal } from '../../../src/kernel/anneal/anneal.ts';
import { ledgerOf } from '../../../src/kernel/anneal/ledger.ts';
import { evaluate } from '../../../src/kernel/evaluate.ts';
import type { Block, Limits, Model } from '../../../src/kernel/model.ts';
import { solve } from '../../../src/kernel/solve.ts';

const text = { label: String, more: String };
const PLACES = 14;
const EFFORT = { seed: 42, seconds: 60 };

/** Places of four candidates each; two candidates of one hour clash; a helper says whether an hour's room is open. */
function placesModel(seed: number, hours = 20): Model {
  const below = numbers(seed);
  const count = 4 * PLACES;
  const place = Int32Array.from({ length: count }, (_, j) => Math.floor(j / 4));
  const hour = Int32Array.from({ length: count }, () => below(hours));
  const blocks = Array.from(
    { length: hours },
    (_, h): Block => ({
      columns: [count + h],
      candidates: [...hour.keys()].filter((j) => hour[j] === h),
      values: (chosen) => [Math.min(1, chosen.length)],
    }),
  );
  const helpers = Int32Array.from({ length: hours }, (_, h) => h);
  const own = { group: Int32Array.of(...hour, ...helpers) };
  const use = Float64Array.from(own.group, (_, column) => (column < count ? 1 : -2));
  const limits: Limits[] = [
    {
      ...{ rule: 'placed', groups: PLACES, members: { group: place }, ...text },
      most: new Float64Array(PLACES).fill(1),
      least: new Float64Array(PLACES).fill(1),
    },
    // An hour holds two where its room is open, and an open room costs 3.
    { rule: 'open', groups: hours, members: { ...own, use }, most: new Float64Array(hours), ...text },
    {
      ...{ rule: 'rooms', groups: 1, ...text },
      members: { group: Int32Array.from({ length: count + hours }, (_, column) => (column < count ? -1 : 0)) },
      over: [{ at: Float64Array.of(5), price: 3 }],
    },
  ];
  return {
    unit: 1,
    candidates: count,
    score: Float64Array.from({ length: count }, () => below(5)),
    tie: Uint32Array.from({ length: count }, (_, j) => j),
    limits,
    auxiliary: { count: hours, most: new Float64Array(hours).fill(1), score: new Float64Array(hours), blocks },
  };
}

describe('the ledger', () => {
  it.each([1, 2, 3, 4])('costs what the schedule nets less, whatever was exchanged (seed %i)', (seed) => {
    const model = placesModel(seed);
    const below = numbers(seed + 100);
    const ledger = ledgerOf(model, 50);
    const chosen = new Set<number>();
    for (let step = 0; step < 300; step++) {
      const candidate = below(model.candidates);
      const out = chosen.has(candidate) ? candidate : -1;
      const entering = out === -1 ? candidate : -1;
      const before = { cost: ledger.cost(), schedule: ledger.schedule() };
      const allowed = [Infinity, 0, 3][below(3)]!;
      if (ledger.exchange(out, entering, allowed)) {
        if (out === -1) chosen.add(candidate);
        else chosen.delete(candidate);
        expect(ledger.cost() - before.cost).toBeLessThanOrEqual(allowed);
      } else expect([ledger.cost(), ledger.schedule()]).toEqual([before.cost, before.schedule]);
      const now = ledger.schedule();
      expect([...now.chosen]).toEqual([...chosen].sort((a, b) => a - b));
      const net = evaluate(model, now.chosen, now.auxiliary);
      expect(ledger.broken() === 0 ? -ledger.cost() : -Infinity).toBe(net);
    }
  });
});

describe('annealing', () => {
  it('fills every place, keeps the hard limits, and finds one schedule for one seed', () => {
    const model = placesModel(7);
    const found = anneal(model, EFFORT)!;
    expect(found.chosen).toHaveLength(PLACES);
    expect(evaluate(model, found.chosen, found.auxiliary)).toBeGreaterThan(-Infinity);
    expect(anneal(model, EFFORT)).toEqual(found);
  });

  it('begins with a schedule that is near, and keeps most of it', () => {
    const model = placesModel(7);
    const { chosen } = anneal(model, EFFORT)!;
    const without = Int32Array.of(chosen[0]!);
    const kept: Limits = {
      ...{
        rule: 'kept',
        groups: 1,
        members: { group: Int32Array.from({ length: model.candidates }, (_, j) => (j === without[0] ? 0 : -1)) },
      },
      ...{ most: Float64Array.of(0), ...text },
    };
    const near = anneal({ ...model, limits: [...model.limits, kept] }, EFFORT, { near: chosen })!;
    expect(near.chosen.includes(without[0]!)).toBe(false);
    expect(chosen.filter((j) => near.chosen.includes(j)).length).toBeGreaterThanOrEqual(PLACES / 2);
  });

  it('leaves models alone that have no places, or helper columns of which nobody says how they follow', () => {
    const model = placesModel(7);
    const { blocks: _, ...unsettled } = model.auxiliary!;
    expect(anneal({ ...model, auxiliary: unsettled }, EFFORT)).toBeUndefined();
    expect(anneal({ ...model, limits: model.limits.slice(1) }, EFFORT)).toBeUndefined();
  });

  it('takes no more than half of the seconds, by the work that it counts, and still finds one schedule', () => {
    const model = placesModel(7);
    const burntIn = (seconds: number) => {
      let burnt = 0;
      const fuse = {
        left: () => seconds - burnt,
        burn: (spent: number) => {
          burnt += spent;
        },
      };
      const found = anneal(model, { seed: 42, seconds, fuse });
      expect(anneal(model, { seed: 42, seconds })).toEqual(found);
      expect(found?.reproducible).toBe(true);
      return burnt;
    };
    expect(burntIn(60)).toBeGreaterThan(0.02);
    const few = burntIn(0.02);
    expect(few).toBeGreaterThan(0.005);
    // The last move at a temperature may go a little beyond.
    expect(few).toBeLessThan(0.012);
  });

  it('ends where the fuse has burnt away, and says that the next search may differ', async () => {
    const model = placesModel(7);
    let asked = 0;
    const fuse = { left: () => (++asked > 20 ? 0 : 60), burn: () => {} };
    expect(anneal(model, { ...EFFORT, fuse })?.reproducible).toBe(false);
    expect(asked).toBe(21);
    const solution = await solve(model, { ...EFFORT, fuse: { left: () => 0, burn: () => {} } });
    expect(solution.reproducible).toBe(false);
  });
});
