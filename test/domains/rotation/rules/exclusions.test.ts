import { describe, expect, it } from 'vitest';
import { breaksAt, spot } from '../cases.ts';
import { filtersOf } from '../rule-case.ts';

describe('exclusions', () => {
  it('name a block, or what a block is', () => {
    const breaks = breaksAt('20:00').map((row) => ({ ...row, block: 'drama' }));
    const spots = [
      spot('s1', { exclude_blocks: ['drama'] }),
      spot('s2', { exclude_categories: ['crime'] }),
      spot('s3'),
    ];
    const keys = { breaks, spots, blocks: [{ id: 'drama', tags: ['crime'] }] };
    expect(filtersOf(keys, 's1 b2000', 's2 b2000')).toMatchInlineSnapshot(`
      "exclusions removes 2, leaves 1: the order excludes the block, or what it is
      b2000 (20:00) is in the block drama, and s1 excludes that
      b2000 (20:00) is in the block drama, which is crime, and s2 excludes that"
    `);
  });
});
