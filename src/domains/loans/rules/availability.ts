import { z } from 'zod';
import { onByDefault, rule, wholeNumber } from '../../../policy/rule.ts';
import { type Availability, availabilityOf } from '../ledgers/availability.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = onByDefault({
  min_days: wholeNumber()
    .min(1)
    .max(31)
    .default(7)
    .describe('free days needed from the start day')
    .meta({ unit: 'days' }),
  horizon_days: wholeNumber()
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

/** The car must be free for the whole loan. The availability grid in `../ledgers/availability.ts` does the work. */
export const availability = rule<typeof parameters, World, LoanAxis, Availability>({
  name: 'availability',
  title: 'Availability',
  section: 'rules',
  meaning:
    'A car can start a loan on a day only if it is free for the next days: in service, not yet due back, and without any activity.',
  formula:
    'free(v, d) = in_service_date <= d <= expected_turn_in_date and no activity of v with start_date <= d <= end_date; a candidate needs min_days free days from its start day, all within horizon_days of the Monday',
  parameters,
  ledger: ({ own, world }) => availabilityOf(own, world),
  filters: ({ ledger }) => [
    {
      step: 'availability',
      text: 'the car is not free for the whole loan',
      on: ['start_day', 'vin'],
      removes: (at) => !ledger.isFree(at.vin, at.start_day),
      why: (at) => ledger.why(at.vin, at.start_day),
    },
  ],
});
