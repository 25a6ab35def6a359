import { z } from 'zod';
import type { FormRow } from '../../../policy/inline.ts';
import { WEEKDAYS } from '../../../tables/dates.ts';

const id = z.union([z.string().min(1), z.number()]).transform(String);
const range = z.tuple([z.int().min(0), z.int().min(0)]);
const days = z.enum(WEEKDAYS);
const time = z.union([z.int().min(0), z.string()]);

/** Ways to write rows in a scenario that are shorter than the tables themselves. */
export const forms = {
  curricula: z
    .record(z.string(), z.strictObject({ courses: z.union([z.array(id), z.record(z.string(), z.int().min(1))]) }))
    .optional()
    .describe('the courses that the same people take, by curriculum; with their periods a week, or named alone'),
  unavailable: z
    .array(
      z.strictObject({
        course: id.optional().describe('whose time it is: a course'),
        curriculum: id.optional().describe('or a curriculum'),
        instructor: id.optional().describe('or an instructor'),
        room: id.optional().describe('or a room, or a group of rooms'),
        day: days.optional().describe('the day; every day where it is left out'),
        periods: z
          .array(range)
          .min(1)
          .optional()
          .describe('first and last periods, both included; the whole day without'),
        from: time.optional().describe('or from a time on'),
        to: time.optional().describe('until a time'),
        weeks: z.string().optional().describe('in which weeks of the term: odd, even, 1-6;8'),
      }),
    )
    .optional()
    .describe('when somebody or something cannot be had'),
  locks: z
    .array(
      z.strictObject({
        course: id.describe('the course'),
        at: z
          .array(
            z.strictObject({
              day: days.describe('the day'),
              start: time.describe('its first period, as a number from 0 or as a time'),
              len: z.int().min(1).describe('its periods'),
            }),
          )
          .min(1)
          .describe('its meetings, one by one'),
      }),
    )
    .optional()
    .describe('courses that meet at given times, and at no other'),
};

type Written<K extends keyof typeof forms> = NonNullable<z.output<(typeof forms)[K]>>;

/** What the forms say, as rows of tables. */
export const formRows = {
  curricula: (written: Written<'curricula'>): readonly FormRow[] =>
    Object.entries(written).flatMap(([curriculum, { courses }]) => {
      const own = Array.isArray(courses)
        ? courses.map((course, at) => ({ course, key: at }))
        : Object.entries(courses).map(([course, periods]) => ({ course, periods, key: course }));
      return own.flatMap(({ course, key, ...more }): readonly FormRow[] => {
        const at = [curriculum, 'courses', key];
        const member = { table: 'curricula', at, row: { curriculum, course } };
        return 'periods' in more ? [member, { table: 'courses', at, row: { course, ...more } }] : [member];
      });
    }),
  unavailable: (written: Written<'unavailable'>): readonly FormRow[] =>
    written.map(({ periods, ...row }, index) => ({
      table: 'unavailable',
      at: [index],
      row: { ...row, ...(periods && { periods: periods.map(([first, last]) => `${first}-${last}`) }) },
    })),
  locks: (written: Written<'locks'>): readonly FormRow[] =>
    written.flatMap(({ course, at }, index) =>
      at.map(({ day, start, len }, which) => ({
        table: 'locks',
        at: [index, 'at', which],
        row: { course, day, start, periods: len },
      })),
    ),
};
