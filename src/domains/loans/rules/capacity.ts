import { z } from 'zod';
import type { At } from '../../../policy/candidates.ts';
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
    .describe('slots of single days in each office, in place of the calendar'),
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
export const capacity = rule<typeof parameters, World, LoanAxis, readonly Slots[]>({
  name: 'capacity',
  title: 'Capacity',
  section: 'rules',
  meaning:
    'Each day of an office has so many slots for deliveries; a day with none is closed. Days without a row in the calendar have the default from Monday to Friday and none at the weekend.',
  formula:
    'for each office and day d: loans starting on d <= max(0, slots(d) - used(d)); used(d) is 0 unless count_existing',
  parameters,
  ledger: ({ own, world: { offices, scope, tables } }) =>
    offices.map((office) => slotsOf(own, { office, week: scope.week }, tables)),
  filters: ({ world, ledger }) => {
    const several = ledger.length > 1;
    const slots = (at: At<LoanAxis>) => ledger[several ? world.officeOf[at.vin]! : 0]!;
    return [
      {
        step: 'closed_day',
        text: 'the day has no slots',
        on: several ? ['start_day', 'vin'] : ['start_day'],
        removes: (at) => slots(at).on(world.days[at.start_day]!.date) <= 0,
        why: (at) => {
          const { date } = world.days[at.start_day]!;
          const note = slots(at).note(date);
          return `${longDate(date)} has no slots${note ? ` (${note})` : ''}`;
        },
      },
    ];
  },
  limits: ({ world, ledger, all }) => {
    const { days, offices, officeOf } = world;
    const groups = offices.length * days.length;
    const nameOf = (group: number) => {
      const day = longDate(days[group % days.length]!.date);
      return offices.length > 1 ? `${day} in ${offices[Math.floor(group / days.length)]}` : day;
    };
    return [
      {
        rule: 'capacity',
        groups,
        members: {
          group:
            offices.length > 1
              ? all.start_day.map((day, j) => officeOf[all.vin[j]!]! * days.length + day)
              : all.start_day,
        },
        most: Float64Array.from({ length: groups }, (_, group) =>
          ledger[Math.floor(group / days.length)]!.on(days[group % days.length]!.date),
        ),
        label: nameOf,
        more: (group) => `one more slot on ${nameOf(group)}`,
      },
    ];
  },
});
