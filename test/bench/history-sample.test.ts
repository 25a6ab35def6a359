import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HISTORY, historyCsv, madeHistory, type Outcome, SEED } from '../../bench/history-sample.ts';

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((each) => (each - mean(values)) ** 2));
const logs = (rows: readonly Outcome[]) => rows.map(({ reach }) => Math.log(reach));

describe('The history of three accounts', () => {
  const made = madeHistory(SEED);

  it('is the file in scenarios/posts, byte for byte', () => {
    expect(readFileSync(HISTORY, 'utf8')).toBe(historyCsv(made));
  });

  it('has about 300 posts of each account in a year, in order of time', () => {
    for (const account of ['ny-photos', 'london-news', 'sydney-photos']) {
      const own = made.filter((row) => row.account === account);
      expect(own.length).toBeGreaterThan(280);
      expect(own.length).toBeLessThan(320);
      expect(own.map(({ at }) => at)).toEqual(own.map(({ at }) => at).toSorted((a, b) => a - b));
    }
  });

  it('has an effect of weekday and hour of about 4 % of the variance of the logarithm of the reach', () => {
    const shares = [...Array(8).keys()].flatMap((seed) => {
      const rows = madeHistory(seed);
      return ['ny-photos', 'london-news', 'sydney-photos'].map((account) => {
        const own = rows.filter((row) => row.account === account);
        return variance(own.map(({ added }) => added)) / variance(logs(own));
      });
    });
    expect(mean(shares)).toBeGreaterThan(0.035);
    expect(mean(shares)).toBeLessThan(0.045);
  });

  it('has no effect where none is asked for, and the same posts', () => {
    const none = madeHistory(SEED, { effect: 0 });
    expect(none.every(({ added }) => added === 0)).toBe(true);
    expect(none.map(({ at }) => at)).toEqual(made.map(({ at }) => at));
  });

  it('keeps a part of the chance of one post for the next one', () => {
    const own = madeHistory(3, { effect: 0 }).filter(({ account }) => account === 'ny-photos');
    const level = logs(own).map((log, k) => log - (0.5 * k) / own.length);
    const off = level.map((each) => each - mean(level));
    const together = mean(off.slice(1).map((each, k) => each * off[k]!));
    expect(together / variance(level)).toBeGreaterThan(0.2);
    expect(together / variance(level)).toBeLessThan(0.5);
  });
});
