import { z } from 'zod';
import { breakText } from '../words.ts';
import type { Rule } from './rule.ts';

/** Blocks, and kinds of blocks, that an order avoids. */
export const exclusions: Rule = {
  name: 'exclusions',
  title: 'Exclusions',
  section: 'always',
  meaning: 'A spot airs in no block that its order excludes, nor in one with a tag that it excludes.',
  formula: 'block(b) not in exclude_blocks(s), tags(block(b)) and exclude_categories(s) disjoint',
  parameters: z.strictObject({}),
  filters: ({ world }) => [
    {
      step: 'exclusions',
      text: 'the order excludes the block, or what it is',
      removes: (s, b) => {
        const { excludeBlocks, excludeCategories } = world.spots[s]!;
        const { block, tags } = world.breaks[b]!;
        return (block !== null && excludeBlocks.includes(block)) || tags.some((tag) => excludeCategories.includes(tag));
      },
      why: (s, b) => {
        const { id, excludeCategories, excludeBlocks } = world.spots[s]!;
        const { block, tags } = world.breaks[b]!;
        const what =
          block !== null && excludeBlocks.includes(block)
            ? ''
            : `, which is ${tags.find((tag) => excludeCategories.includes(tag))}`;
        return `${breakText(world, b)} is in the block ${block}${what}, and ${id} excludes that`;
      },
    },
  ],
};
