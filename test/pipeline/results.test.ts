import { describe, expect, it } from 'vitest';
import { solve } from '../../src/kernel/solve.ts';
import { shadowPrices } from '../../src/pipeline/results.ts';
import { recordsOf } from '../../src/report/records.ts';
import { limitsOf, modelOf } from '../kernel/made.ts';

describe('shadow prices', () => {
  it('are whole where whole prices prove the schedule: 1,100 and not the tie-breaks of the solver beside it', async () => {
    // Two slots for four candidates of two days: one more slot on either day would bring the next one.
    const scores = [1300, 1200, 1100, 1100, 1400, 1250, 1100, 900];
    const days = [0, 0, 0, 0, 1, 1, 1, 1];
    const model = modelOf(scores, [limitsOf('slots', days, { most: [2, 2] })]);
    const solution = await solve(model, { seed: 7, seconds: 10 });
    const rows = recordsOf(shadowPrices(model, solution));
    const prices = rows.map(({ group, price, text }) => [group, price, String(text).split('bring ')[1]]);
    for (const [, price, text] of prices) {
      expect(Number.isInteger(price)).toBe(true);
      expect(text).toBe(`0 to ${Number(price).toLocaleString('en-US')} points`);
    }
    expect(rows.length).toBe(2);
    for (const { price } of rows) expect(Number(price)).toBeGreaterThanOrEqual(1100);
  });
});
