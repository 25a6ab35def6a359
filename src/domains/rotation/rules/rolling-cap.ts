import { z } from 'zod';
import { rule } from '../../../policy/rule.ts';
import type { RotationAxis, World } from '../world/world.ts';
import { airingsOf } from './rows/airings.ts';
import { type CapOf, capRows, withCaps } from './rows/caps.ts';
import { limitsBeside } from './rows/history.ts';
import { breaksIn, runsOf, spanOf, startToStart } from './rows/windows.ts';

const parameters = z
  .int()
  .min(0)
  .max(86_400)
  .default(3600)
  .describe('the window in which an advertiser’s cap counts; 0: caps do not count')
  .meta({ unit: 'seconds' });

/** How often an advertiser airs in any window of an hour. A cap of 1 is kept by the rule `separation`, but inside a bundle. */
export const rollingCap = rule<typeof parameters, World, RotationAxis>({
  name: 'rolling_seconds',
  title: 'Rolling cap',
  section: 'rules',
  meaning:
    'In any window of this length an advertiser, counted with all of its parent, airs no more spots than the smallest cap among them. A spot counts by the second at which it starts; two spots whose starts lie a whole window apart do not count together.',
  formula: 'for every spot of the parent at t: its spots that start in (t - rolling_seconds, t] <= min cap(s)',
  parameters,
  off: (seconds) => seconds === 0,
  limits: ({ own: seconds, world, all, columns }) => {
    const airings = airingsOf({ world, all });
    const capOf: CapOf = ({ cap, bundle }) => (cap === 1 && bundle === null ? null : cap);
    const rows = [...airings.by((j) => airings.spot(j).parent)].flatMap(([parent, members]) =>
      runsOf(world.breaks, breaksIn(members, all.break), seconds, startToStart(airings, members)).flatMap((run) =>
        capRows(airings, {
          columns: members.filter((j) => run.includes(all.break[j]!)),
          capOf,
          label: `${parent} ${spanOf(world.breaks, run)}`,
        }),
      ),
    );
    const more = (label: string) => `one more spot of ${label}`;
    return withCaps(airings, capOf, limitsBeside(airings, { rule: 'rolling_cap', rows, columns, more }));
  },
});
