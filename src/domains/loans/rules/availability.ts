import { z } from 'zod';
import { count, onByDefault, type RuleOf } from './rule.ts';

const parameters = onByDefault({
  min_days: count().min(1).max(31).default(7).describe('free days needed from the start day').meta({ unit: 'days' }),
  horizon_days: count()
    .min(1)
    .max(60)
    .default(14)
    .describe('days from the Monday for which availability is known; later days count as not free')
    .meta({ unit: 'days' }),
  turn_in: z
    .enum(['filter', 'ignore'])
    .default('filter')
    .describe('whether a car past its expected turn-in date is out of service'),
});

/** The car must be free for the whole loan. The availability grid (`../availability.ts`) does the work. */
export const availability: RuleOf<typeof parameters> = {
  name: 'availability',
  title: 'Availability',
  section: 'rules',
  meaning:
    'A car can start a loan on a day only if it is free for the next days: in service, not yet due back, and without any activity.',
  formula:
    'free(v, d) = in_service_date <= d <= expected_turn_in_date and no activity of v with start_date <= d <= end_date; a candidate needs min_days free days from its start day, all within horizon_days of the Monday',
  parameters,
};
