import { describe, expect, it } from 'vitest';
import { gapTexts } from '../../src/text/gap.ts';

const priority = (value: number, bound: number | null) => ({ name: 'remnant', value, bound });

describe('how much more of a priority may be possible', () => {
  it('is nothing where the bound is reached', () => {
    expect(gapTexts({ priorities: [priority(400, 400)] })).toEqual(['remnant is proven']);
  });

  it('is rounded up: one in three hundred is 0.34%', () => {
    expect(gapTexts({ priorities: [priority(300, 301)] })).toEqual(['remnant at most 0.34% more']);
  });

  it('is not known without a bound, or beside nothing', () => {
    expect(gapTexts({ priorities: [priority(300, null), priority(0, 5)] })).toEqual([
      'remnant not known',
      'remnant not known',
    ]);
  });

  it('is told of no run without priorities', () => {
    expect(gapTexts({})).toEqual([]);
  });
});
