import { z } from 'zod';
import { day, zone } from '../../../scenario/shape/fields.ts';
import { spanOf, weeksOf } from '../../../tables/cells/term.ts';
import { isDate } from '../../../tables/dates.ts';

/** More weeks are no term but a slip in a year: thousands of lectures that nobody wanted would stand in calendars. */
const MOST_WEEKS = 60;

const holiday = z
  .union([day, z.strictObject({ from: day.describe('its first day'), to: day.describe('its last day') })])
  .describe('a day without courses, or the first and the last of several');

/** When the weeks of a timetable are held: needed for calendars, and to know how many weeks there are. */
export const term = z
  .strictObject({
    first: day.describe('the first day of the term, any day of a week; this week has the number 1'),
    last: day.describe('the last day of the term'),
    zone: zone.describe('IANA time zone in which the hours of the week are read'),
    holidays: z
      .array(holiday)
      .default([])
      .describe('days on which nothing is held: one by one, or as {from, to} with both ends included'),
  })
  .superRefine(({ first, last, zone, holidays }, context) => {
    const refused = (path: readonly (string | number)[], message: string, maybe: string) =>
      context.addIssue({ code: 'custom', path: [...path], message, params: { maybe } });
    if (/^[+-]/.test(zone))
      refused(['zone'], `needs the name of a zone, was the offset ${zone}`, 'Maybe "America/Toronto", or "UTC".');
    // That a date is none has been said by then.
    if (!isDate(first) || !isDate(last)) return;
    if (last < first) {
      refused(['last'], `is before the first day of the term, ${first}`, 'Maybe the two days are swapped.');
      return;
    }
    const weeks = weeksOf({ first, last }).length;
    if (weeks > MOST_WEEKS)
      refused(['last'], `makes a term of ${weeks} weeks; ${MOST_WEEKS} is the most`, 'Maybe another year is meant.');
    holidays.forEach((each, at) => {
      const { from, to } = spanOf(each);
      if (to < from) refused(['holidays', at], `ends on ${to}, before it begins on ${from}`, 'Maybe they are swapped.');
      else if (from < first || to > last)
        refused(['holidays', at], `is outside the term, which is from ${first} to ${last}`, inside(each, first, last));
    });
  })
  .optional()
  .describe(
    'when the weeks of the timetable are held: for calendars, and for courses that are held in some weeks only',
  );

/** What of a holiday lies in the term, as the way out. */
function inside(holiday: Parameters<typeof spanOf>[0], first: string, last: string): string {
  const { from, to } = spanOf(holiday);
  if (to < first || from > last) return 'Maybe another year is meant; what is outside the term needs no holiday.';
  const [begin, end] = [from < first ? first : from, to > last ? last : to];
  return `Maybe what of it lies in the term: {from: ${begin}, to: ${end}}.`;
}
