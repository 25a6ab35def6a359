import { z } from 'zod';
import type { ScoreTerm } from '../../../../policy/kind.ts';
import { points, wholeNumber } from '../../../../policy/rule.ts';
import type { Settings } from '../../../../scenario/scenario.ts';
import type { CourseAxis, World } from '../../world/world.ts';

const parameters = z
  .strictObject({
    early: wholeNumber().default(4).describe('no meeting should begin before this period'),
    late: wholeNumber().default(24).describe('nor end after this one has begun'),
    early_cost: points().default(0).describe('points for each period that a meeting begins too early'),
    late_cost: points().default(0).describe('points for each period that a meeting ends too late'),
  })
  .prefault({});

/** Settings with the parameters of this weight. */
type Weighted = Settings & { readonly weights: { readonly start: z.output<typeof parameters> } };

/** What early and late meetings cost. */
export const start: ScoreTerm<Weighted, World, CourseAxis> & { readonly parameters: typeof parameters } = {
  name: 'start',
  title: 'Early and late meetings',
  section: 'weights',
  meaning: 'A meeting that begins early or ends late costs points for each period.',
  formula: '-early_cost * max(0, early - start) - late_cost * max(0, end - late), for each meeting',
  parameters,
  of: ({ settings, world: { patterns, starts }, all }) => {
    const { early, late, early_cost, late_cost } = settings.weights.start;
    return (j) => {
      const from = all.start[j]!;
      const meetings = patterns[all.pattern[j]!]!.meetings;
      const before = Math.max(0, early - from) * meetings.length;
      const after = meetings.reduce((sum, { periods }) => sum + Math.max(0, from + periods - late), 0);
      const cost = early_cost * before + late_cost * after;
      return cost === 0 ? undefined : { points: -cost, text: `meets at ${starts[from]}` };
    };
  },
};
