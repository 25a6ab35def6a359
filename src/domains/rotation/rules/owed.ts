import { noParameters, rule } from '../../../policy/rule.ts';
import { breakText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

/** What is owed airs until its last date; what is settled airs no more. */
export const owed = rule<typeof noParameters, World, RotationAxis>({
  name: 'owed',
  title: 'Obligations',
  section: 'always',
  meaning:
    'A spot that is owed airs on its last date at the latest. One that aired, was credited or has expired airs no more. What a live event displaces, and what is owed from before, may air where `make_good` allows it: in prime time of the same day as its wish allows, in prime time of the days after whatever its wish, and in breaks of the kind remnant, also outside prime time. What is owed from before has no wish any more. What expires within these dates comes first in its tier, what is approved before the rest.',
  formula: 'date(b) <= expires(s); no airing of what is settled',
  parameters: noParameters,
  filters: ({ world }) => [
    {
      step: 'owed',
      text: 'the spot is owed no more then, or has aired on another date',
      removes: ({ spot: s, break: b }) => isOver(world, s, b),
      why: ({ spot: s, break: b }) => {
        const { id } = world.spots[s]!;
        const own = world.owed.get(s);
        if (own === undefined) return `${id} has aired on another date`;
        if (own.settled && own.expires >= world.scope.date) return `${id} is settled: it aired before or was credited`;
        return `${id} was owed until ${own.expires}, and ${breakText(world, b)} is later`;
      },
    },
  ],
});

function isOver({ spots, breaks, owed: all, ran }: World, s: number, b: number): boolean {
  if (ran?.elsewhere.has(spots[s]!.id)) return true;
  const own = all.get(s);
  return own !== undefined && (own.settled || breaks[b]!.date > own.expires);
}
