import { z } from 'zod';
import { groupsOf, limitsOf } from './rows.ts';
import type { RuleOf } from './rule.ts';
import { breaksIn, runsOf, spanOf } from './windows.ts';

const parameters = z.strictObject({
  creative: z
    .int()
    .min(0)
    .max(86_400)
    .default(2700)
    .describe('between two airings of the same creative; 0: none')
    .meta({ unit: 'seconds' }),
});

/** Distance between airings of one film. */
export const creative: RuleOf<typeof parameters> = {
  name: 'creative',
  title: 'Identical creative',
  section: 'rules',
  meaning:
    'The same creative airs again only after this time, from the end of the earlier break to the start of the later.',
  formula: 'at most one spot of a creative in each run of breaks nearer than `creative` seconds',
  parameters,
  limits: (known, candidates, columns) => {
    const { world, settings } = known;
    const seconds = settings.rules.creative;
    if (seconds === 0) return { limits: [] };
    const films = groupsOf(candidates, (j) => world.spots[candidates.spot[j]!]!.creative ?? undefined);
    const rows = [...films].flatMap(([film, own]) =>
      runsOf(world.breaks, breaksIn(own, candidates.break), seconds)
        .map((run) => ({
          columns: own.filter((j) => run.includes(candidates.break[j]!)),
          most: 1,
          label: `${film} ${spanOf(world.breaks, run)}`,
        }))
        .filter((row) => new Set(row.columns.map((j) => candidates.spot[j]!)).size > 1),
    );
    return { limits: limitsOf('creative', rows, columns, known, candidates, (label) => `a second airing of ${label}`) };
  },
};
