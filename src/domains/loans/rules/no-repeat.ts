import { offByDefault, rule, wholeNumber } from '../../../policy/rule.ts';
import { carsHad } from '../ledgers/commitments.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = offByDefault({
  days: wholeNumber()
    .min(1)
    .max(3650)
    .default(365)
    .describe('how far back a loan of the same car counts')
    .meta({ unit: 'days' }),
});

/** No car twice to the same partner. */
export const noRepeat = rule<typeof parameters, World, LoanAxis, (partner: number, vehicle: number) => boolean>({
  name: 'no_repeat',
  title: 'No car twice',
  section: 'rules',
  meaning: 'A partner does not get a car that it has now, or had within so many days before the week.',
  formula:
    'removed if (partner, vin) is in current_activity, or in loan_history with start_date in [week - days, week]',
  parameters,
  ledger: ({ own, world }) => carsHad(own.days, world),
  filters: ({ own, world, ledger: had }) => [
    {
      step: 'repeat',
      text: `the partner has this car, or had it within ${own.days} days`,
      on: ['vin', 'person_id'],
      removes: (at) => had(at.person_id, at.vin),
      why: (at) =>
        `${world.partners[at.person_id]!.name} has ${world.vehicles[at.vin]!.vin} now, or had it within ${own.days} days`,
    },
  ],
});
