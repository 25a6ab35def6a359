import { z } from 'zod';
import type { Settings } from '../../scenario/scenario.ts';
import { clock, listOf } from '../../scenario/shape/fields.ts';
import { lengthsOf } from '../../tables/cells/week.ts';
import { WEEKDAYS } from '../../tables/dates.ts';
import type { DataSource } from '../../tables/sources/source.ts';
import { forms } from './input/forms.ts';
import { term } from './input/term.ts';
import { USUAL_PATTERNS } from './input/usual-patterns.ts';
import { dayTotal } from './rules/day-total.ts';
import { lunch } from './rules/lunch.ts';
import { placed } from './rules/placed.ts';
import { run } from './rules/run.ts';
import { span } from './rules/span.ts';
import { start } from './rules/start.ts';
import { threeInARow } from './rules/three-in-a-row.ts';

const week = z
  .strictObject({
    days: listOf(WEEKDAYS, 1)
      .default(['mon', 'tue', 'wed', 'thu', 'fri'])
      .describe('the days on which courses can meet'),
    periods: z.int().min(1).max(288).default(27).describe('periods of a day'),
    first: clock.default('08:30').describe('when the first period begins'),
    minutes: z.int().min(5).max(240).default(30).describe('minutes of a period'),
  })
  .prefault({})
  .describe('the days of the week, and how each is cut into periods');

const pattern = z
  .array(z.string().refine((text) => lengthsOf(text)?.length === 1, 'needs a day and its periods, such as tue:3'))
  .min(1)
  .refine((parts) => new Set(parts.map((part) => part.slice(0, 3))).size === parts.length, 'names a day twice');

const patterns = z
  .record(z.string(), z.array(pattern).min(1))
  .default(USUAL_PATTERNS)
  .describe('on which days, and for how many periods each, a course may meet; all meetings begin at the same time');

/** The scenario keys of the domain. */
export const shape = {
  week,
  term,
  patterns,
  ...forms,
  weights: z.strictObject({ start: start.parameters }).prefault({}).describe('what a placement is worth'),
  rules: z
    .strictObject({
      placed: placed.parameters,
      day_total: dayTotal.parameters,
      span: span.parameters,
      run: run.parameters,
      three_in_a_row: threeInARow.parameters,
      lunch: lunch.parameters,
    })
    .prefault({})
    .describe('policy; `false` switches a rule off'),
};

const whole = z.strictObject(shape);

/** The resolved settings of a scenario of courses. */
export interface CourseSettings extends Settings, z.output<typeof whole> {
  readonly kind: 'courses';
  readonly data: DataSource;
}
