import { describe, expect, it } from 'vitest';
import { compareLosses, lessThan } from '../../src/explain/losses.ts';
import type { Solution } from '../../src/kernel/model.ts';
import { modelOf } from '../kernel/made.ts';

const open = { ...modelOf([500, 700], []), unit: 10 };
const solution = { chosen: Int32Array.of(0, 1), net: 30_003 } as unknown as Solution;
const spots = { name: 'spots', value: Float64Array.of(2, 3), amount: (value: number) => `${value} spots` };
const netting = (net: number, chosen = [0, 1]) => ({ net, chosen: Int32Array.from(chosen) });

describe('what one schedule has less than another', () => {
  it('is nothing where they net the same', () => {
    expect(lessThan({ open, solution }, netting(30_003))).toEqual([]);
  });

  it('is points, with thousands apart and one of them in the singular', () => {
    const texts = [12_503, 29_993, 30_013].map((net) => lessThan({ open, solution }, netting(net))[0]);
    expect(texts).toEqual([
      { of: 'net_score', by: 1750, text: '1,750 points' },
      { of: 'net_score', by: 1, text: '1 point' },
      { of: 'net_score', by: -1, text: '1 point' },
    ]);
  });

  it('is exact where points have fractions', () => {
    expect(lessThan({ open, solution }, netting(30_000))).toEqual([{ of: 'net_score', by: 0.3, text: '0.3 points' }]);
  });

  it('is told of each priority first, in its own words', () => {
    const ranked = { ...open, priorities: [spots] };
    const less = lessThan({ open: ranked, solution }, netting(30_103, [0]));
    expect(less.map(({ of, by, text }) => [of, by, text])).toEqual([
      ['spots', 3, '3 spots'],
      ['net_score', -10, '10 points'],
    ]);
    expect(compareLosses(less, [], ranked)).toBeGreaterThan(0);
  });
});
