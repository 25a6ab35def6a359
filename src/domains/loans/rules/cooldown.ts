import { count, onByDefault, type RuleOf } from './rule.ts';

const parameters = onByDefault({
  days: count()
    .max(3650)
    .default(30)
    .describe('days to wait where the rules table gives none for the make')
    .meta({ unit: 'days' }),
});

/** A partner waits before getting the same model, or make, again. The ledger is in `../cooldowns.ts`. */
export const cooldown: RuleOf<typeof parameters> = {
  name: 'cooldown',
  title: 'Cooldown',
  section: 'rules',
  meaning:
    'After a loan a partner waits before the next one of the same model; where the model has no record, of the same make. A make may have its own number of days in the rules table; 0 means no wait.',
  formula:
    'until = last end of the (partner, model) loan, else of the (partner, make) loan, + days; blocked if start_day < until',
  parameters,
  filter: ({ settings, cooldowns }) =>
    settings.rules.cooldown === false
      ? undefined
      : {
          step: 'cooldown',
          text: 'the partner had this model, or else this make, too recently',
          removes: (candidates, index) => cooldowns.blocks(candidates, index),
        },
};
