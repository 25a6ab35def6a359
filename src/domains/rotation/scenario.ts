import { z } from 'zod';
import type { Settings } from '../../scenario/scenario.ts';
import { clock, day, listOf, zone } from '../../scenario/shape/fields.ts';
import { WEEKDAYS } from '../../tables/dates.ts';
import type { DataSource } from '../../tables/sources/source.ts';
import { instant, offset } from './input/fields.ts';
import { competitive } from './rules/distances/competitive.ts';
import { creative } from './rules/distances/creative.ts';
import { robust } from './rules/distances/robust.ts';
import { separation } from './rules/distances/separation.ts';
import { guard } from './rules/guard.ts';
import { maxShift } from './rules/max-shift.ts';
import { prime } from './rules/prime.ts';
import { rollingCap } from './rules/rolling-cap.ts';
import { evenness } from './rules/weights/evenness.ts';
import { changePoints, makeGoodPoints, shiftPoints } from './rules/weights/points.ts';
import { rotationOfCreatives } from './rules/weights/rotation-of-creatives.ts';
import { MAKE_GOOD } from './tables.ts';
import { RELAXABLE } from './world/scope.ts';

const market = z
  .strictObject({
    id: z.string().min(1).default('market').describe('name of the market'),
    zone: zone.describe('IANA time zone: local times of the scenario and the tables are read in it'),
    prime: z
      .strictObject({
        from: clock.default('20:00').describe('local time at which prime time begins'),
        to: clock.default('23:00').describe('local time before which a break must start; may lie after midnight'),
        days: listOf(WEEKDAYS, 1)
          .default([...WEEKDAYS])
          .describe('weekdays, of the broadcast date, that have prime time'),
        offset: offset
          .optional()
          .describe('decides where the change of the clocks makes from or to ambiguous: "-04:00"'),
      })
      .prefault({})
      .describe('prime time'),
    day_start: clock
      .default('06:00')
      .describe('local time at which the broadcast date begins: earlier times belong to the next calendar day'),
  })
  .describe('the market, its zone and its prime time');

/** The scenario keys of the domain. */
export const shape = {
  market,
  date: day.describe('the first broadcast date to schedule'),
  days: z.int().min(1).max(62).default(1).describe('how many broadcast dates, from `date` on'),
  now: instant.optional().describe('breaks that start before this instant are aired, and stay as published'),
  rules: z
    .strictObject({
      prime: prime.parameters,
      max_shift_minutes: maxShift.parameters,
      guard: guard.parameters,
      robust: robust.parameters,
      rolling_seconds: rollingCap.parameters,
      separation: separation.parameters,
      competitive: competitive.parameters,
      creative: creative.parameters,
    })
    .prefault({})
    .describe('policy; 0 switches a distance off'),
  weights: z
    .strictObject({
      shift: shiftPoints,
      evenness: evenness.parameters,
      changes: changePoints,
      make_good: makeGoodPoints,
      rotation: rotationOfCreatives.parameters,
    })
    .prefault({})
    .describe('what is charged, in points, once every tier has all the value that it can have'),
  make_good: listOf(MAKE_GOOD, 0)
    .default([...MAKE_GOOD])
    .describe('where displaced spots may be made good, best first'),
  expires_days: z.int().min(0).max(3650).default(60).describe('days after which an obligation expires'),
  relax: listOf(RELAXABLE, 0)
    .default([])
    .describe('rules that give way, in this order, for guaranteed spots that cannot be placed otherwise'),
  commit: z
    .strictObject({
      mode: z.enum(['dry_run', 'publish']).default('dry_run').describe('whether `evenhand commit` publishes'),
      base_version: z.int().min(0).optional().describe('the published version that this log is to replace'),
    })
    .prefault({})
    .describe('how the log is published'),
  alerts: z
    .strictObject({
      moved_or_unresolved: z
        .number()
        .min(0)
        .max(1)
        .default(0.05)
        .describe('share of spots moved or unplaced above which the alert is raised'),
    })
    .prefault({})
    .describe('when to raise the alarm'),
};

const whole = z.strictObject(shape);

/** The resolved settings of a rotation scenario. */
export interface RotationSettings extends Settings, z.output<typeof whole> {
  readonly kind: 'rotation';
  readonly data: DataSource;
}
