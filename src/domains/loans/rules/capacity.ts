import { z } from 'zod';
import { onByDefault, rule, wholeNumber } from '../../../policy/rule.ts';
import { longDate } from '../../../tables/dates.ts';
import { type Slots, slotsOf } from '../ledgers/slots.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = onByDefault({
  default_slots: wholeNumber()
    .max(10_000)
    .default(15)
    .describe('slots of a weekday that the calendar does not name')
    .meta({ unit: 'slots' }),
  override: z
    .record(z.iso.date(), z.strictObject({ slots: wholeNumber().max(10_000), note: z.string().optional() }))
    .default({})
    .describe('slots of single days, in place of the calendar'),
  count_existing: z
    .boolean()
    .default(false)
    .describe('subtract deliveries and pickups already booked: for each partner the larger of the two'),
  empty_week: z
    .enum(['error', 'default'])
    .default('error')
    .describe('what to do when the calendar knows the office but has no row in the week'),
});

/** How many loans may start each day. Slots come from the calendar (`../ledgers/slots.ts`). */
export const capacity = rule<typeof parameters, World, LoanAxis, Slots>({
  name: 'capacity',
  title: 'Capacity',
  section: 'rules',
  meaning:
    'Each day has so many slots for deliveries; a day with none is closed. Days without a row in the calendar have the default from Monday to Friday and none at the weekend.',
  formula: 'for each day d: loans starting on d <= max(0, slots(d) - used(d)); used(d) is 0 unless count_existing',
  parameters,
  ledger: ({ own, world }) => slotsOf(own, world.scope, world.tables),
  filters: ({ world, ledger }) => [
    {
      step: 'closed_day',
      text: 'the day has no slots',
      on: ['start_day'],
      removes: (at) => ledger.on(world.days[at.start_day]!.date) <= 0,
      why: (at) => {
        const { date } = world.days[at.start_day]!;
        const note = ledger.note(date);
        return `${longDate(date)} has no slots${note ? ` (${note})` : ''}`;
      },
    },
  ],
  limits: ({ world, ledger, all }) => [
    {
      rule: 'capacity',
      groups: world.days.length,
      members: { group: all.start_day },
      most: Float64Array.from(world.days, (day) => ledger.on(day.date)),
      label: (group) => longDate(world.days[group]!.date),
      more: (group) => `one more slot on ${longDate(world.days[group]!.date)}`,
    },
  ],
});
