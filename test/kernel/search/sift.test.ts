import { expect, it } from 'vitest';
import { madeWeek } from '../../../bench/instances.ts';
import { solve } from '../../../src/kernel/solve.ts';

const effort = { seed: 42, seconds: 60 };

/** A thousand candidates of few scores: nearly all that decides among them is the tie-break. */
const WEEK = { vehicles: 24, partners: 20, makes: 3, approvalsPerPartner: 2, slots: 6 };

it('sifting over several rounds gives the very schedule of the whole model, by its ties', async () => {
  const seeds = [1, 2, 3, 6, 8, 9, 10, 13, 16, 20, 21, 23];
  for (const seed of seeds) {
    const model = madeWeek(WEEK, seed);
    const { status, net, bound, chosen } = await solve(model, effort, { method: 'whole' });
    const sifted = await solve(model, effort, { method: 'sifting' });
    expect({ seed, ...sifted }).toMatchObject({ seed, status, net, bound, chosen });
    expect(sifted.work.rounds).toBeGreaterThan(1);
    expect(sifted.work.columns).toBeLessThan(model.candidates / 2);
  }
});
