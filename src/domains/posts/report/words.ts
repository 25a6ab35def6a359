import { type TableRecord, textOf } from '../../../report/chapter.ts';
import { shortDate } from '../../../text/dates.ts';

/** A time by the clocks of a channel as people read it: "Mon 3 Nov 09:30". Its blanks do not wrap. */
export function clockText(local: string): string {
  const found = /(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})/.exec(local);
  return found === null ? local : `${shortDate(found[1]!)} ${found[2]}`.replaceAll(' ', '\u00a0');
}

/** The column of a table that holds such times. */
export const when = (name: string, label: string) => ({
  name,
  type: 'text' as const,
  label,
  value: (row: TableRecord) => clockText(textOf(row, name)),
});

/** What each rule does to the times of a post, in plain words. */
const REASONS: Readonly<Record<string, string>> = {
  possible: 'its channel has no time between its earliest time and its deadline',
  blackouts: 'its channel is silent then',
  quiet_hours: 'its times are in the quiet hours of its channel',
  type_hours: 'its content type has other hours',
  holidays: 'its times are on holidays',
  score_floor: 'its times score too little',
  spacing: 'its gap to other posts of its channel is too short',
  same_text: 'the same text goes out too near to it',
  same_hour: 'its channel publishes something else in that hour',
  concurrency: 'too many posts go out at once',
  per_hour: 'too many posts go out in an hour',
  caps: 'its platform takes no more posts then',
  frequency: 'its channel has all the posts of its day or week',
  order: 'it would not be after what it follows, or before what follows it',
  greedy: 'the earlier scheduler finds no whole hour',
  none: 'some of its times are free, but it earns too little there',
};

/** Why a post is left out, in words that need no name of a rule. */
export const reasonText = (row: TableRecord): string => REASONS[textOf(row, 'reason')] ?? textOf(row, 'reason');
