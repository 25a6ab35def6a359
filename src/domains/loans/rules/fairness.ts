import { z } from 'zod';
import type { Hinge } from '../../../kernel/model.ts';
import { onByDefault, points, rule, wholeNumber } from '../../../policy/rule.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = onByDefault({
  mode: z.enum(['stepped', 'linear', 'off']).default('stepped').describe('which formula'),
  target: wholeNumber()
    .max(100)
    .default(1)
    .describe('loans of a partner in the week that cost nothing')
    .meta({ unit: 'loans' }),
  penalty: points().default(200).describe('for each loan beyond the target').meta({ unit: 'points' }),
  step_up: points()
    .default(400)
    .describe('more for each loan beyond the second, when stepped')
    .meta({ unit: 'points' }),
});

/** Loans beyond the first ones of a partner in the week cost points, so that more partners are reached. */
export const fairness = rule<typeof parameters, World, LoanAxis>({
  name: 'fairness',
  title: 'Fairness',
  section: 'rules',
  meaning:
    'Every loan of a partner beyond the target costs points. Stepped fairness charges more from the third loan on, so that it prefers two partners with two loans each to one with three and one with one; linear fairness does not tell them apart.',
  formula:
    'linear: penalty * max(0, n - target); stepped: penalty * max(0, n - target) + step_up * max(0, n - 2), n = loans of the partner this week',
  parameters,
  off: ({ mode }) => mode === 'off',
  limits: ({ own, world, all }) => {
    const groups = world.partners.length;
    const over: Hinge[] = [{ at: new Float64Array(groups).fill(own.target), price: own.penalty }];
    if (own.mode === 'stepped') over.push({ at: new Float64Array(groups).fill(2), price: own.step_up });
    return [
      {
        rule: 'fairness',
        groups,
        members: { group: all.person_id },
        over,
        label: (group) => world.partners[group]!.name,
        more: (group) => `one more loan to ${world.partners[group]!.name} before the fairness penalty grows`,
      },
    ];
  },
});
