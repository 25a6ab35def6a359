import { z } from 'zod';
import type { Settings } from '../../scenario/scenario.ts';
import { monday } from '../../scenario/shape/fields.ts';
import { WEEKDAYS } from '../../tables/dates.ts';
import type { DataSource } from '../../tables/sources/source.ts';
import { availability } from './rules/availability.ts';
import { budgets } from './rules/budgets.ts';
import { capacity } from './rules/capacity.ts';
import { cooldown } from './rules/cooldown.ts';
import { fairness } from './rules/fairness.ts';
import { hours } from './rules/hours.ts';
import { locality } from './rules/locality.ts';
import { maintenance } from './rules/maintenance.ts';
import { noRepeat } from './rules/no-repeat.ts';
import { partnerLimits } from './rules/partner-limits.ts';
import { pause } from './rules/pause.ts';
import { ranks } from './rules/ranks.ts';
import { tierCaps } from './rules/tier-caps.ts';

const weight = (value: number, describes: string) =>
  z.number().min(0).max(10_000).multipleOf(0.001).default(value).describe(describes);

/** The score's weights: each multiplies one term. */
export const weights = {
  rank: weight(1, 'multiplies the rank weight: A+ 1000, A 700, B 400, C 100, others 50'),
  geo: weight(100, 'points for a partner of the office, or near it'),
  pub: weight(150, 'points times the publication rate of the partner and make over 24 months'),
  hist: weight(50, 'points where the partner has published about the make within 24 months'),
  preferred_day: weight(0, 'points for a start on the partner’s preferred weekday'),
  preference: weight(0, 'points for a vehicle that the partner would like (table partner_preferences)'),
};

/** The scenario keys of the domain. */
export const shape = {
  office: z
    .string()
    .min(1)
    .optional()
    .describe('the office whose cars and partners are scheduled, as written in the tables'),
  offices: z
    .union([z.literal('all'), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe('in place of `office`: several offices, planned together, or all of them'),
  week: monday.describe('the Monday of the week to schedule'),
  backtest: z
    .literal(true)
    .optional()
    .describe('with `weeks` that are over: plan them as they stood then, beside the loans that were really made'),
  start_days: z
    .array(z.enum(WEEKDAYS))
    .min(1)
    .default(['mon', 'tue', 'wed', 'thu', 'fri'])
    .describe('days on which loans may start'),
  weights: z.strictObject(weights).prefault({}).describe('what a candidate is worth'),
  rules: z
    .strictObject({
      availability: availability.parameters,
      ranks: ranks.parameters,
      cooldown: cooldown.parameters,
      no_repeat: noRepeat.parameters,
      capacity: capacity.parameters,
      tier_caps: tierCaps.parameters,
      fairness: fairness.parameters,
      budgets: budgets.parameters,
      partner_limits: partnerLimits.parameters,
      locality: locality.parameters,
      pause: pause.parameters,
      maintenance: maintenance.parameters,
      hours: hours.parameters,
    })
    .prefault({})
    .describe('policy; `false` switches a rule off'),
};

const whole = z.strictObject(shape);

/** The resolved settings of a loans scenario. */
export interface LoansSettings extends Settings, z.output<typeof whole> {
  readonly kind: 'loans';
  readonly data: DataSource;
}

/** A loan lasts so many days where the rule that says how many is off. */
export const USUAL_DAYS = 7;

/** How many days a loan lasts, the first and the last one included. */
export const loanDays = ({ rules: { availability } }: Pick<LoansSettings, 'rules'>): number =>
  availability === false ? USUAL_DAYS : availability.min_days;
