import { noParameters, rule } from '../../../policy/rule.ts';
import type { LoanAxis, World } from '../world.ts';

/** A car is lent once a week at the most. */
export const vehicleOnce = rule<typeof noParameters, World, LoanAxis>({
  name: 'vehicle_once',
  title: 'One loan a car',
  section: 'always',
  meaning: 'A car starts at most one loan in the week.',
  formula: 'for each vehicle v: sum of its chosen candidates <= 1',
  parameters: noParameters,
  limits: ({ world, all }) => [
    {
      rule: 'vehicle_once',
      groups: world.vehicles.length,
      members: { group: all.vin },
      most: new Float64Array(world.vehicles.length).fill(1),
      anew: true,
      label: (group) => world.vehicles[group]!.vin,
      more: (group) =>
        `one more ${world.vehicles[group]!.make} ${world.vehicles[group]!.model} like ${world.vehicles[group]!.vin}`,
    },
  ],
});
