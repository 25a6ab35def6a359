import { noParameters, rule } from '../../../policy/rule.ts';
import type { RotationAxis, World } from '../world/world.ts';

/** Every spot airs once at the most. */
export const once = rule<typeof noParameters, World, RotationAxis>({
  name: 'once',
  title: 'Once',
  section: 'always',
  meaning: 'Every spot airs once, or is left out and reported with its reasons.',
  formula: 'sum over b of x(s, b) <= 1',
  parameters: noParameters,
  limits: ({ world: { spots }, all }) => [
    {
      rule: 'once',
      fixed: true,
      groups: spots.length,
      members: { group: all.spot },
      most: new Float64Array(spots.length).fill(1),
      label: (group) => spots[group]!.id,
      more: (group) => `another spot like ${spots[group]!.id}`,
    },
  ],
});
