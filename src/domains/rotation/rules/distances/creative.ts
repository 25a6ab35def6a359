import { z } from 'zod';
import { rule } from '../../../../policy/rule.ts';
import type { RotationAxis, World } from '../../world/world.ts';
import { airingsOf, nearText } from '../rows/airings.ts';
import { limitsBeside } from '../rows/history.ts';
import { oneOfEach } from '../rows/one-of-each.ts';
import { breaksIn, endToStart, runsOf, spanOf } from '../rows/windows.ts';

const parameters = z
  .int()
  .min(0)
  .max(86_400)
  .default(2700)
  .describe('between two airings of the same creative; 0: none')
  .meta({ unit: 'seconds' });

/** Distance between airings of one film. */
export const creative = rule<typeof parameters, World, RotationAxis>({
  name: 'creative',
  title: 'Identical creative',
  section: 'rules',
  meaning:
    'The same creative airs again only after this time, from the end of the earlier spot to the start of the later.',
  formula: 'start(s2) - end(s1) >= creative for every two spots of one creative, s1 first',
  parameters,
  off: (seconds) => seconds === 0,
  limits: ({ own: seconds, world, all, columns }) => {
    const airings = airingsOf({ world, all });
    const rows = [...airings.by((j) => airings.spot(j).creative ?? undefined)].flatMap(([film, airingIt]) => {
      const members = oneOfEach(airings, airingIt);
      return runsOf(world.breaks, breaksIn(members, all.break), seconds, endToStart(airings, members))
        .map((run) => ({
          columns: members.filter((j) => run.includes(all.break[j]!)),
          most: 1,
          label: `${film} ${spanOf(world.breaks, run)}`,
        }))
        .filter((row) => new Set(row.columns.map((j) => all.spot[j]!)).size > 1);
    });
    const more = (label: string) => `a second airing of ${label}`;
    return limitsBeside(airings, { rule: 'creative', rows, columns, more }).map((limits) => ({
      ...limits,
      why: (_, candidate, [holder]) =>
        `${nearText(airings, holder!, candidate)}; airings of ${airings.spot(candidate).creative} keep ${seconds} s`,
    }));
  },
});
