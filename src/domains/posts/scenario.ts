import { z } from 'zod';
import type { Settings } from '../../scenario/scenario.ts';
import { day, zone } from '../../scenario/shape/fields.ts';
import type { DataSource } from '../../tables/sources/source.ts';
import { cadence } from './rules/cadence.ts';
import { crowding } from './rules/crowding.ts';
import { holidays, platformHours, quietHours, scoreFloor } from './rules/hours.ts';
import { movement } from './rules/movement.ts';
import { preferred } from './rules/preferred.ts';
import { sameHour, sameText } from './rules/repeats.ts';
import { sooner } from './rules/sooner.ts';
import { spacing } from './rules/spacing.ts';
import { timing } from './rules/timing.ts';
import { concurrency, perHour } from './rules/together.ts';

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/, 'needs a day or a local time, such as 2025-11-03T15:30')
  .refine((text) => day.safeParse(text.slice(0, 10)).success, 'is no day that exists');

const horizon = z
  .strictObject({
    start: moment.describe('the first day or local time at which anything is published'),
    end: moment.describe('the day or local time before which everything is published; a day is not included'),
    zone: zone.default('UTC').describe('the time zone of start and end; channels have their own'),
    step_minutes: z
      .int()
      .min(5)
      .max(1440)
      .multipleOf(5)
      .default(60)
      .describe('posts are published at whole steps after midnight, by the clocks of their channel')
      .meta({ unit: 'minutes' }),
  })
  .refine(({ start, end }) => start < end, { message: 'ends before it begins', path: ['end'] })
  .describe('when posts are published');

const weight = z.number().min(0).max(1).multipleOf(0.01);

const scoring = z
  .strictObject({
    audience: weight.default(0.3).describe('weight of the audience'),
    format: weight.default(0.2).describe('weight of the content type'),
    season: weight.default(0.1).describe('weight of weekends, holidays and seasons'),
    recency_hours: z
      .int()
      .min(0)
      .max(744)
      .default(24)
      .describe('a time counts half where the channel has published something less than so many hours away')
      .meta({ unit: 'hours' }),
    normalise: z
      .enum(['horizon', 'day'])
      .default('horizon')
      .describe('what the best hour is compared with: horizon, or day, in which each day has an hour of score 1'),
    back_to_school: z
      .array(z.strictObject({ from: day.describe('the first day'), to: day.describe('the last day') }))
      .default([])
      .describe('when mornings are worth more'),
    learnt: z
      .int()
      .min(0)
      .max(100)
      .default(20)
      .describe('how much the table `learnt` counts beside the timing table')
      .meta({ unit: '%' }),
  })
  .prefault({})
  .describe('how the timing score is made');

/** The scenario keys of the domain. */
export const shape = {
  horizon,
  mode: z
    .enum(['exact', 'greedy_compat'])
    .default('exact')
    .describe(
      'exact: the best schedule; greedy_compat: what an earlier scheduler did, post by post, without hard rules',
    ),
  scoring,
  weights: z
    .strictObject({
      timing: timing.parameters,
      preferred: preferred.parameters,
      movement: movement.parameters,
      sooner: sooner.parameters,
    })
    .prefault({})
    .describe('what a publication is worth'),
  rules: z
    .strictObject({
      quiet_hours: quietHours.parameters,
      type_hours: platformHours.parameters,
      holidays: holidays.parameters,
      score_floor: scoreFloor.parameters,
      spacing: spacing.parameters,
      same_text: sameText.parameters,
      same_hour: sameHour.parameters,
      concurrency: concurrency.parameters,
      per_hour: perHour.parameters,
      crowding: crowding.parameters,
      cadence: cadence.parameters,
    })
    .prefault({})
    .describe('policy; `false` switches a rule off'),
};

const whole = z.strictObject(shape);

/** The resolved settings of a scenario of posts. */
export interface PostSettings extends Settings, z.output<typeof whole> {
  readonly kind: 'posts';
  readonly data: DataSource;
}
