import { z } from 'zod';
import type { RuleOf } from './rule.ts';

const parameters = z.strictObject({});

/** A car is lent once a week at the most. */
export const vehicleOnce: RuleOf<typeof parameters> = {
  name: 'vehicle_once',
  title: 'One loan a car',
  section: 'always',
  meaning: 'A car starts at most one loan in the week.',
  formula: 'for each vehicle v: sum of its chosen candidates <= 1',
  parameters,
  limits: ({ world }, candidates) => [
    {
      rule: 'vehicle_once',
      groups: world.vehicles.length,
      members: { group: candidates.vehicle },
      most: new Float64Array(world.vehicles.length).fill(1),
      label: (group) => world.vehicles[group]!.vin,
      more: (group) =>
        `one more ${world.vehicles[group]!.make} ${world.vehicles[group]!.model} like ${world.vehicles[group]!.vin}`,
    },
  ],
};
