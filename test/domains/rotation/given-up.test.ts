import { describe, expect, it } from 'vitest';
import { prepare } from './cases.ts';

/**
 * One break for all of these spots: `hub`, spots that may stand beside it alone, since they compete with each other and
 * with all others, and `free` spots of no rival but those. Two lonely spots and the hub use up each other's sides, so that
 * there is no order; of 12 free spots there are too many orders to try.
 */
function packed(free: number, lonely: number) {
  const rivals = (k: number, j: number) => `lonely${k}-free${j}`;
  const frees = Array.from({ length: free }, (_, j) => ({
    id: `f${j}`,
    categories: Array.from({ length: lonely }, (_, k) => rivals(k, j)),
  }));
  const alone = Array.from({ length: lonely }, (_, k) => ({
    id: `l${k}`,
    categories: ['lonely', ...frees.map((_, j) => rivals(k, j))],
  }));
  const spots = [{ id: 'hub', categories: [] as string[] }, ...alone, ...frees].map((spot) => ({
    ...{ ...spot, advertiser: spot.id, seconds: 10, cpm: 10, tier: 'guaranteed' },
  }));
  const breaks = [{ id: 'b1', local: '20:14', seconds: 10 * spots.length, spots: spots.length }];
  const { instance } = prepare({ breaks, spots });
  return instance.cuts!(Int32Array.from({ length: instance.model.candidates }, (_, j) => j));
}

describe('spots of one break', () => {
  it('that have an order break nothing', () => {
    expect(packed(3, 1)).toEqual([]);
  });

  it('that are known to have none are forbidden together, and that is proven', () => {
    const cuts = packed(3, 2);
    expect(cuts).toHaveLength(1);
    expect(cuts[0]).not.toHaveProperty('unproven');
  });

  it('of which the search gave up are told as not proven', () => {
    const cuts = packed(12, 2);
    expect(cuts).toHaveLength(1);
    expect(cuts[0]).toMatchObject({ rule: 'adjacency', unproven: true });
  });
});
