import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar day, 'YYYY-MM-DD', that exists. */
export const day = z.iso.date();

/** The Monday that begins a week, 'YYYY-MM-DD'. */
export const monday = z.iso.date().superRefine((text, context) => {
  if (!day.safeParse(text).success) return;
  const date = Temporal.PlainDate.from(text);
  if (date.dayOfWeek === 1) return;
  context.addIssue({
    code: 'custom',
    message: `needs a Monday, was ${text}, a ${WEEKDAYS[date.dayOfWeek - 1]}`,
    params: { maybe: `Maybe the Monday of that week: ${date.subtract({ days: date.dayOfWeek - 1 })}` },
  });
});

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
