import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Years for which date arithmetic months and years around stays within four digits. */
const inReach = (text: string): boolean => text >= '1900-01-01' && text <= '2999-12-31';
const OUT_OF_REACH = 'needs a year from 1900 to 2999';

/** A calendar day, 'YYYY-MM-DD', that exists. */
export const day = z.iso.date().refine(inReach, OUT_OF_REACH);

/** The Monday that begins a week, 'YYYY-MM-DD'. */
export const monday = z.iso
  .date()
  .refine(inReach, OUT_OF_REACH)
  .superRefine((text, context) => {
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
