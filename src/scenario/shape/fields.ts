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

/** A local time of day, 'HH:MM' or 'HH:MM:SS'. */
export const clock = z.string().superRefine((text, context) => {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text))
    context.addIssue({
      code: 'custom',
      message: `needs a time of day, was "${text}"`,
      params: { maybe: `Maybe "${shown(text)}", in quotes.` },
    });
});

/** The time that clocks show for hours from 24: 26:00 of a broadcast date is 02:00. */
function shown(text: string): string {
  const [, hours = '', rest] = /^(\d\d)(:[0-5]\d(?::[0-5]\d)?)$/.exec(text) ?? [];
  const after = Number(hours) - 24;
  return rest !== undefined && after >= 0 && after < 24 ? `${String(after).padStart(2, '0')}${rest}` : '20:00';
}

/** A list of distinct words. */
export const listOf = <const W extends readonly [string, ...string[]] | readonly string[]>(words: W, least: number) =>
  z
    .array(z.enum(words as unknown as [W[number], ...W[number][]]))
    .min(least)
    .refine((list) => new Set(list).size === list.length, 'names the same twice');

/** Areas in which a person looks for a city whose zone was named without one, or in another one. */
const AREAS = ['America', 'Europe', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian'];

/** A time zone of the IANA database. */
export const zone = z.string().superRefine((text, context) => {
  if (isZone(text)) return;
  const city = text
    .slice(text.lastIndexOf('/') + 1)
    .trim()
    .replaceAll(' ', '_');
  const known = AREAS.map((area) => `${area}/${city}`).find(isZone);
  context.addIssue({
    code: 'custom',
    message: `unknown time zone "${text}"`,
    params: { maybe: known ? `Maybe you meant "${known}".` : 'Maybe "America/New_York", or "UTC".' },
  });
});

function isZone(text: string): boolean {
  try {
    new Temporal.ZonedDateTime(0n, text);
    return true;
  } catch {
    return false;
  }
}
