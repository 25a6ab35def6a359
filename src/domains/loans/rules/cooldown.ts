import { onByDefault, rule, wholeNumber } from '../../../policy/rule.ts';
import { isoDate } from '../../../tables/dates.ts';
import { type Cooldowns, cooldownsOf } from '../ledgers/cooldowns.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = onByDefault({
  days: wholeNumber()
    .max(3650)
    .default(30)
    .describe('days to wait where the rules table gives none for the make and rank')
    .meta({ unit: 'days' }),
});

/** A partner waits before getting the same model, or make, again. The ledger is in `../ledgers/cooldowns.ts`. */
export const cooldown = rule<typeof parameters, World, LoanAxis, Cooldowns>({
  name: 'cooldown',
  title: 'Cooldown',
  section: 'rules',
  meaning:
    'After a loan a partner waits before the next one of the same model; where the model has no record, of the same make. The table rules may give a make and rank its own number of days, and 0 means no wait; a row without a rank holds for all ranks of the make. A rank that no row of the make names takes the days of the first row.',
  formula:
    'until = last end of the (partner, model) loan, else of the (partner, make) loan, + days; blocked if start_day < until',
  parameters,
  ledger: ({ own, world }) => cooldownsOf(own.days, world),
  filters: ({ world, ledger }) => [
    {
      step: 'cooldown',
      text: 'the partner had this model, or else this make, too recently',
      removes: (at) => ledger.blocks(at.person_id, at.vin, at.start_day),
      why: (at) => {
        const { epoch, basis } = ledger.until(at.person_id, at.vin)!;
        const { make, model } = world.vehicles[at.vin]!;
        const what = basis === 'model' ? `${make} ${model}` : make;
        return `${world.partners[at.person_id]!.name} waits until ${isoDate(epoch)} before the next ${what} (cooldown)`;
      },
    },
  ],
});
