import {
  chapter,
  type Datum,
  numberOf,
  type Subject,
  sumOf,
  type TableRecord,
  textOf,
} from '../../../report/chapter.ts';
import { shortDate } from '../../../text/dates.ts';
import { count, percent, plural } from '../../../text/format.ts';
import { secondsOf } from '../world/time.ts';
import { spotsBy } from './about.ts';
import { settingsOf } from './settings.ts';

/** Prime time day by day: where the breaks stand and how full they are. */
export const prime = chapter({
  id: 'prime',
  title: 'Prime time and fill',
  table: 'breaks',
  lead: leadOf,
  about: spotsBy('break'),
  blocks: [
    {
      chart: 'rotation-prime',
      caption: 'Breaks of prime time by day and hour, and how full they are',
      rows: (breaks) => breaks.filter(isPrime),
      set: 'breaks',
      datum: (row) => ({
        day: shortDate(textOf(row, 'date')),
        start: startOf(row),
        end: endOf(row),
        fill: fillOf(row),
      }),
      sets: (breaks, subject) => ({ days: daysOf(breaks, subject) }),
      title: (row) => `${shortDate(textOf(row, 'date'))}, ${textOf(row, 'local')}`,
      facts: ['break', 'block', 'used s', 'seconds', 'spots', 'most_spots'],
    },
    {
      caption: 'Breaks',
      columns: [
        'date',
        'local',
        'break',
        'block',
        // Kinds as words: `off_peak` is for files.
        { name: 'kind', value: (row) => textOf(row, 'kind').replaceAll('_', ' ') },
        'used',
        'seconds',
        'spots',
        'most_spots',
      ],
      limit: 12,
    },
  ],
});

const isPrime = (row: TableRecord): boolean => textOf(row, 'kind') === 'prime';

/** Each date with a break, as wide as prime time. */
function daysOf(breaks: readonly TableRecord[], { run }: Subject): readonly Datum[] {
  const { from, to } = settingsOf(run).market.prime;
  const begin = Math.min(secondsOf(from), ...breaks.map(startOf));
  const close = secondsOf(to);
  const end = Math.max(close <= begin ? close + 86_400 : close, ...breaks.map(endOf));
  const dates = [...new Set(breaks.map((row) => textOf(row, 'date')))];
  return dates.map((date) => ({ label: shortDate(date), from: begin, to: end }));
}

/** Seconds of the day; the small hours follow the evening. */
function startOf(row: TableRecord): number {
  const seconds = secondsOf(textOf(row, 'local'));
  return seconds < 6 * 3600 ? seconds + 86_400 : seconds;
}

const endOf = (row: TableRecord): number => startOf(row) + numberOf(row, 'seconds');

/** A break that no usual spot of fifteen seconds would fit into is full. */
function fillOf(row: TableRecord): string {
  const [used, seconds] = [numberOf(row, 'used'), numberOf(row, 'seconds')];
  if (used === 0) return 'empty';
  if (seconds - used < 15) return 'full';
  return used * 2 >= seconds ? 'over half' : 'under half';
}

function leadOf({ rows }: Subject): string {
  const own = rows.filter(isPrime);
  const others = rows.filter((row) => !isPrime(row));
  if (rows.length === 0) return 'There is no break on these dates.';
  if (own.length === 0) return `None of the ${plural(rows.length, 'break')} is in prime time.`;
  const full = own.filter((row) => fillOf(row) === 'full').length;
  const room = full === 0 ? 'every one has room left' : `${count(full)} can take no more`;
  const rest = others.length === 0 ? '' : ` The other ${plural(others.length, 'break')} are ${shareOf(others)} full.`;
  return `The ${plural(own.length, 'break')} of prime time are ${shareOf(own)} full; ${room}.${rest}`;
}

const shareOf = (breaks: readonly TableRecord[]): string =>
  percent(sumOf(breaks, 'used') / Math.max(1, sumOf(breaks, 'seconds')));
