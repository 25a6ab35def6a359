import { z } from 'zod';
import type { Settings } from '../../scenario/scenario.ts';
import { clock, listOf } from '../../scenario/shape/fields.ts';
import { lengthsOf, maskOf } from '../../tables/cells/week.ts';
import { WEEKDAYS } from '../../tables/dates.ts';
import type { DataSource } from '../../tables/sources/source.ts';
import { forms } from './input/forms.ts';
import { term } from './input/term.ts';
import { USUAL_PATTERNS } from './input/usual-patterns.ts';
import { dayTotal } from './rules/days/day-total.ts';
import { isolated } from './rules/days/isolated.ts';
import { lunch } from './rules/days/lunch.ts';
import { minDays } from './rules/days/min-days.ts';
import { run } from './rules/days/run.ts';
import { span } from './rules/days/span.ts';
import { start } from './rules/days/start.ts';
import { threeInARow } from './rules/days/three-in-a-row.ts';
import { placed } from './rules/placed.ts';
import { roomStability } from './rules/places/room-stability.ts';
import { seats } from './rules/places/seats.ts';
import { travel } from './rules/places/travel.ts';
import { students } from './rules/students.ts';

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

/** A day and its periods, or in which weeks. */
const isPart = (text: string): boolean => lengthsOf(text)?.length === 1 || maskOf(text) !== undefined;

const pattern = z
  .array(z.string().refine(isPart, 'needs a day and its periods, such as tue:3, or weeks, such as weeks:odd'))
  .min(1)
  .refine((parts) => lengthsOf(parts.join('+')) !== undefined, 'needs a day, and weeks once at the most')
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
      seats: seats.parameters,
      min_days: minDays.parameters,
      travel: travel.parameters,
      room_stability: roomStability.parameters,
      students: students.parameters,
      day_total: dayTotal.parameters,
      span: span.parameters,
      run: run.parameters,
      three_in_a_row: threeInARow.parameters,
      isolated: isolated.parameters,
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
