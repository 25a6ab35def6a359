import { z } from 'zod';

const refused = (context: z.core.$RefinementCtx, message: string, maybe: string) =>
  context.addIssue({ code: 'custom', message, params: { maybe } });

/** An offset from UTC, '+HH:MM' or '-HH:MM'. */
export const offset = z.string().superRefine((text, context) => {
  if (!/^[+-]([01]\d|2[0-3]):[0-5]\d$/.test(text))
    refused(context, `needs an offset from UTC, was "${text}"`, 'Maybe "-04:00", in quotes.');
});

/** An instant in ISO form with its zone: 'Z' or an offset. */
export const instant = z.string().superRefine((text, context) => {
  if (
    !z.iso.datetime({ offset: true }).safeParse(text).success &&
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text)
  )
    refused(context, `needs an instant with its zone, was "${text}"`, 'Maybe "2025-03-10T20:40:00-04:00".');
});
