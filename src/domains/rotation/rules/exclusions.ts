import { noParameters, rule } from '../../../policy/rule.ts';
import { breakText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

/** Blocks, and kinds of blocks, that an order avoids. */
export const exclusions = rule<typeof noParameters, World, RotationAxis>({
  name: 'exclusions',
  title: 'Exclusions',
  section: 'always',
  meaning: 'A spot airs in no block that its order excludes, nor in one with a tag that it excludes.',
  formula: 'block(b) not in exclude_blocks(s), tags(block(b)) and exclude_categories(s) disjoint',
  parameters: noParameters,
  filters: ({ world }) => [
    {
      step: 'exclusions',
      text: 'the order excludes the block, or what it is',
      removes: (at) => {
        const { excludeBlocks, excludeCategories } = world.spots[at.spot]!;
        const { block, tags } = world.breaks[at.break]!;
        return (block !== null && excludeBlocks.includes(block)) || tags.some((tag) => excludeCategories.includes(tag));
      },
      why: (at) => {
        const { id, excludeCategories, excludeBlocks } = world.spots[at.spot]!;
        const { block, tags } = world.breaks[at.break]!;
        const what =
          block !== null && excludeBlocks.includes(block)
            ? ''
            : `, which is ${tags.find((tag) => excludeCategories.includes(tag))}`;
        return `${breakText(world, at.break)} is in the block ${block}${what}, and ${id} excludes that`;
      },
    },
  ],
});
