import { z } from 'zod';
import { capRows } from './caps.ts';
import { groupsOf, limitsOf } from './rows.ts';
import type { RuleOf } from './rule.ts';
import { breaksIn, runsOf, spanOf } from './windows.ts';

const parameters = z.strictObject({
  rolling_seconds: z
    .int()
    .min(0)
    .max(86_400)
    .default(3600)
    .describe('the window in which an advertiser’s cap counts; 0: caps do not count')
    .meta({ unit: 'seconds' }),
});

/** How often an advertiser airs in any window of an hour. A cap of 1 is kept by the rule `separation`. */
export const rollingCap: RuleOf<typeof parameters> = {
  name: 'rolling_seconds',
  title: 'Rolling cap',
  section: 'rules',
  meaning:
    'In any window of this length an advertiser, counted with all of its parent, airs no more spots than the smallest cap among them. Two breaks count together when the later starts less than the window after the earlier ends, so that the cap holds whatever the order inside the breaks.',
  formula: 'for every run of breaks with start(last) - end(first) < rolling_seconds: spots of the parent <= min cap(s)',
  parameters,
  limits: (known, candidates, columns) => {
    const { world, settings } = known;
    const seconds = settings.rules.rolling_seconds;
    if (seconds === 0) return { limits: [] };
    const byParent = groupsOf(candidates, (j) => world.spots[candidates.spot[j]!]!.parent);
    const rows = [...byParent].flatMap(([parent, own]) =>
      runsOf(world.breaks, breaksIn(own, candidates.break), seconds).flatMap((run) => {
        const inside = own.filter((j) => run.includes(candidates.break[j]!));
        return capRows(
          known,
          candidates,
          inside,
          (spot) => (spot.cap === 1 ? null : spot.cap),
          `${parent} ${spanOf(world.breaks, run)}`,
        );
      }),
    );
    return {
      limits: limitsOf('rolling_cap', rows, columns, known, candidates, (label) => `one more spot of ${label}`),
    };
  },
};
