import { z } from 'zod';
import { onByDefault, rule } from '../../../policy/rule.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = onByDefault({
  by: z.enum(['office', 'distance']).default('office').describe('office match, or distance from the office'),
  range_miles: z
    .int()
    .min(1)
    .max(25_000)
    .default(500)
    .describe('distance at which the term reaches zero')
    .meta({ unit: 'miles' }),
});

/** How the geo term of the score is measured. */
export const locality = rule<typeof parameters, World, LoanAxis>({
  name: 'locality',
  title: 'Locality',
  section: 'rules',
  meaning:
    'The geo term rewards a partner of the car’s own office, or, by distance, a partner near it: full marks at the office, none from the range on.',
  formula:
    'by office: 1 if the offices are the same, else 0; by distance: max(0, 1 - miles / range_miles) to three decimals (haversine, Earth radius 3959 mi), the office match where a coordinate is missing',
  parameters,
});
