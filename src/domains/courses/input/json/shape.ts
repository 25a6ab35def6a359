import { z } from 'zod';
import type { Week } from '../../../../tables/cells/week.ts';
import { cleanText } from '../../../../text/clean.ts';

/** As many timetables as one request may ask for. */
const MOST_SOLUTIONS = 999;

/** A whole number, which the earlier system also took as a text of digits. */
const whole = (least: number, most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value),
    z.int().min(least).max(most),
  );

const id = z
  .union([z.string().min(1), z.int()])
  .transform((value) => cleanText(String(value)))
  .refine((text) => text !== '', 'needs a name');

/** What a request may hold, in a week of so many days and periods; nothing else. */
export function requestShape({ days, periods }: Week) {
  const day = whole(0, days.length - 1);
  const period = whole(0, periods - 1);
  return z.strictObject({
    n_solutions: whole(1, MOST_SOLUTIONS),
    curricula: z
      .array(
        z.strictObject({
          curriculum_id: id,
          courses: z.array(z.strictObject({ course_id: id, n_periods: whole(1, days.length * periods) })).min(1),
        }),
      )
      .min(1),
    constraints: z
      .array(
        z.strictObject({
          course_id: id,
          day,
          intervals: z.array(z.strictObject({ start: period, end: period })).min(1),
        }),
      )
      .default([]),
    course_locks: z
      .array(
        z.strictObject({
          course_id: id,
          locks: z.array(z.strictObject({ day, start: period, duration: whole(1, periods) })).min(1),
        }),
      )
      .default([]),
  });
}

/** A request that was read. */
export type Request = z.output<ReturnType<typeof requestShape>>;
