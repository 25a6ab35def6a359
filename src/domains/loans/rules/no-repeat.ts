import { count, offByDefault, type RuleOf } from './rule.ts';

const parameters = offByDefault({
  days: count()
    .min(1)
    .max(3650)
    .default(365)
    .describe('how far back a loan of the same car counts')
    .meta({ unit: 'days' }),
});

/** No car twice to the same partner. */
export const noRepeat: RuleOf<typeof parameters> = {
  name: 'no_repeat',
  title: 'No car twice',
  section: 'rules',
  meaning: 'A partner does not get a car that it has now, or had within so many days before the week.',
  formula:
    'removed if (partner, vin) is in current_activity, or in loan_history with start_date in [week - days, week]',
  parameters,
  filter: ({ settings, commitments }) => {
    const rule = settings.rules.no_repeat;
    if (rule === false) return undefined;
    return {
      step: 'repeat',
      text: `the partner has this car, or had it within ${rule.days} days`,
      removes: (candidates, index) => commitments.hadCar(candidates.partner[index]!, candidates.vehicle[index]!),
    };
  },
};
