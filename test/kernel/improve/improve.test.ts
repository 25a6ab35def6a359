import { describe, expect, it } from 'vitest';
import { madeWeek } from '../../../bench/instances.ts';
import { certify } from '../../../src/audit/certificate.ts';
import { evaluate } from '../../../src/kernel/evaluate.ts';
import { improve } from '../../../src/kernel/improve/improve.ts';
import { restrictionsOf } from '../../../src/kernel/improve/restrict.ts';
import { BILLION, type Model, type Solution } from '../../../src/kernel/model.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { bruteForce, limitsOf, modelOf } from '../made.ts';
import { randomModel } from '../random.ts';

const effort = { seed: 42, seconds: 600 };

/** Items of odd sizes for knapsacks, each in one at the most: what branch and bound does not prove in a node. */
function knapsacks(items: number, sacks: number): Model {
  const size = (item: number) => 97 + ((item * 7919) % 61);
  const columns = Array.from({ length: items * sacks }, (_, j) => ({ item: Math.floor(j / sacks), sack: j % sacks }));
  return modelOf(
    columns.map(({ item, sack }) => size(item) + ((item * 31 + sack * 17) % 5)),
    [
      limitsOf(
        'item',
        columns.map(({ item }) => item),
        { most: Array.from({ length: items }, () => 1) },
      ),
      limitsOf(
        'sack',
        columns.map(({ sack }) => sack),
        {
          use: columns.map(({ item }) => size(item)),
          most: Array.from({ length: sacks }, () => 500),
        },
      ),
    ],
  );
}

/** Whether a candidate that scores could be added to a schedule without breaking a hard limit. */
function hasRoom(model: Model, { chosen }: Solution): boolean {
  return Array.from({ length: model.candidates }, (_, j) => j).some(
    (j) => model.score[j]! > 0 && !chosen.includes(j) && evaluate(model, Int32Array.from([...chosen, j])) > -Infinity,
  );
}

describe('a search that nodes stop', () => {
  const model = knapsacks(9, 2);
  const stopped = { ...effort, nodes: 1 };

  it('gives a whole schedule: nothing more fits, and the bound holds', async () => {
    const solution = await solve(model, stopped);
    const best = await solve(model, effort);
    expect(evaluate(model, solution.chosen, solution.auxiliary)).toBe(solution.net);
    expect(hasRoom(model, solution)).toBe(false);
    expect(solution.net).toBeLessThanOrEqual(best.bound);
    expect(solution.bound).toBeGreaterThanOrEqual(best.net);
    expect(certify(model, solution.prices)! >= BigInt(best.net) * BigInt(BILLION)).toBe(true);
  });

  it('is the same every time, and says so', async () => {
    const [first, second] = [await solve(model, stopped), await solve(model, stopped)];
    expect(first).toEqual(second);
    expect(first.reproducible).toBe(true);
  });

  it('never gives up a higher priority for a lower one', async () => {
    const value = Float64Array.from({ length: model.candidates }, (_, j) => (Math.floor(j / 2) % 3 === 0 ? 1 : 0));
    const {
      priorities,
      chosen,
      net,
      model: last,
    } = await solve({ ...model, priorities: [{ name: 'every third item', value }] }, stopped);
    expect(priorities![0]!.value).toBe(3);
    expect(chosen.reduce((sum, j) => sum + value[j]!, 0)).toBeGreaterThanOrEqual(3);
    expect(evaluate(last!, chosen)).toBe(net);
  });
});

it('says that seconds stopped it', async () => {
  const solution = await solve(knapsacks(100, 20), { seed: 42, seconds: 0.05 });
  expect(solution).toMatchObject({ status: 'feasible', reproducible: false });
  expect(hasRoom(knapsacks(100, 20), solution)).toBe(false);
});

it('shares its seconds among several questions where they have one fuse', async () => {
  const spent: number[] = [];
  const fuse = {
    left: () => 60 - spent.reduce((sum, own) => sum + own, 0),
    burn: (own: number) => void spent.push(own),
  };
  await solve(madeWeek({ vehicles: 20, partners: 20, makes: 4, approvalsPerPartner: 2, slots: 5 }, 1), {
    ...effort,
    fuse,
  });
  expect(spent.length).toBeGreaterThan(0);
  expect(fuse.left()).toBeLessThan(60);
});

describe('improving a schedule', () => {
  const nothing = (model: Model): Solution => ({
    status: 'feasible',
    chosen: new Int32Array(),
    auxiliary: new Float64Array(model.auxiliary?.count ?? 0),
    net: evaluate(model, new Int32Array(), new Float64Array(model.auxiliary?.count ?? 0)),
    bound: 1e9,
    prices: model.limits.map(({ groups }) => new Float64Array(groups)),
    reproducible: true,
    work: { method: 'whole', rounds: 0, columns: 0, iterations: 0, nodes: 0 },
  });

  it('from an empty one, small models end at their best, and never say so without a bound', async () => {
    let reached = 0;
    let asked = 0;
    for (let seed = 0; seed < 60; seed++) {
      const model = randomModel(seed);
      const first = nothing(model);
      if (first.net === -Infinity) continue;
      const { status, net, chosen, auxiliary } = await improve(model, first, effort);
      expect({ seed, status, net }).toEqual({ seed, status: 'feasible', net: evaluate(model, chosen, auxiliary) });
      const best = bruteForce(model).net;
      expect(net).toBeLessThanOrEqual(best);
      asked++;
      if (net === best) reached++;
    }
    expect(asked).toBeGreaterThan(40);
    expect(reached).toBe(asked);
  });

  it('is the best where it reaches the bound', async () => {
    const model = modelOf([5, 8], [limitsOf('slot', [0, 0], { most: [1] })]);
    expect(await improve(model, { ...nothing(model), bound: 8 }, effort)).toMatchObject({ status: 'optimal', net: 8 });
  });
});

it('a restricted model allows what the rest of the schedule leaves', () => {
  const model = modelOf(
    [3, 4, 5, 6],
    [
      limitsOf('room', [0, 0, 0, 0], { use: [2, 2, 1, 4], most: [5] }),
      limitsOf('cap', [0, 0, 1, 1], { over: [[1, 7]] }),
    ],
  );
  const schedule = { chosen: Int32Array.of(0, 2), auxiliary: new Float64Array() };
  const { model: small, candidates } = restrictionsOf(model)(schedule, Int32Array.of(1, 2, 3));
  // Candidate 0 stays and uses 2 of 5: candidate 3, which needs 4, has no room beside it.
  expect([...candidates]).toEqual([1, 2]);
  expect(small.limits[0]!.most![0]).toBe(3);
  expect(small.limits[1]!.over![0]!.at[0]).toBe(0);
  expect([...small.score]).toEqual([4, 5]);
});
