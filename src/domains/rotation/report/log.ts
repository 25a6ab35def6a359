import {
  chapter,
  type Group,
  groupsBy,
  numberOf,
  recordsOf,
  type Subject,
  type TableRecord,
  textOf,
} from '../../../report/chapter.ts';
import { longDate, shortDate } from '../../../text/dates.ts';
import { count, percent, plural } from '../../../text/format.ts';
import { spotOf } from './about.ts';
import { timeline } from './timeline.ts';

/** A log of more breaks than this is shown by day; one table a break would bury the reader. */
const MOST_TABLES = 40;

const COLUMNS = [
  { name: 'local', label: 'On air' },
  'spot',
  'advertiser',
  'seconds',
  'tier',
  'value',
  { name: 'text', label: 'In words' },
];

/** Every spot in the order of time, break by break: of a log that is short enough to stand before everything else. */
export const shortLog = chapter.schedule({
  id: 'log',
  title: 'The log',
  lead: (log) => (isShort(log) ? leadOf(log) : undefined),
  by: breaksOf,
  caption: ({ head, rows }) => `${shortDate(textOf(head, 'date'))}, ${textOf(head, 'local')} ${fillText(head, rows)}`,
  columns: COLUMNS,
  about: spotOf,
  chart: { ...timeline, about: spotOf },
  last: false,
  first: true,
});

/** The same of a week, day by day. It is long: it stands after what it means. */
export const longLog = chapter.schedule({
  id: 'log',
  title: 'The log',
  lead: (log) => (isShort(log) ? undefined : leadOf(log)),
  by: (log) => groupsBy('date', breaksOf(log).flatMap(withBreak)),
  caption: ({ name, rows }) =>
    `${longDate(name)}: ${plural(rows.length, 'spot')} in ${plural(groupsBy('break', rows).length, 'break')}`,
  columns: [{ name: 'break', label: 'Break', value: (row) => textOf(row, 'fill') }, ...COLUMNS],
  about: spotOf,
  limit: 12,
});

/** The breaks that hold a spot, in the order of time. */
function breaksOf({ run, rows }: Subject): readonly Group[] {
  return groupsBy('break', rows, recordsOf(run.tables.breaks)).filter((one) => one.rows.length > 0);
}

const isShort = (log: Subject): boolean => breaksOf(log).length <= MOST_TABLES;

/** "(b1, drama): 30 of 120 s, 1 of 4 spots". */
function fillText(slot: TableRecord, spots: readonly TableRecord[]): string {
  const name = [textOf(slot, 'break'), textOf(slot, 'block')].filter((part) => part !== '').join(', ');
  const seconds = `${count(numberOf(slot, 'used'))} of ${count(numberOf(slot, 'seconds'))} s`;
  return `(${name}): ${seconds}, ${count(spots.length)} of ${plural(numberOf(slot, 'most_spots'), 'spot')}`;
}

/** The spots of a break, each with the break's date and fill: "20:14, 92% full". */
function withBreak({ head, rows }: Group): readonly TableRecord[] {
  const share = numberOf(head, 'used') / Math.max(1, numberOf(head, 'seconds'));
  const fill = `${textOf(head, 'local')}, ${percent(share)} full`;
  return rows.map((row) => ({ ...row, date: textOf(head, 'date'), fill }));
}

function leadOf(log: Subject): string {
  if (log.rows.length === 0) return 'No spot is placed: the log is empty.';
  const breaks = breaksOf(log);
  const empty = (log.run.tables.breaks?.rows.length ?? 0) - breaks.length;
  const rest = empty > 0 ? `; ${plural(empty, 'break')} ${empty === 1 ? 'stays' : 'stay'} empty` : '';
  return `${plural(log.rows.length, 'spot')} in ${plural(breaks.length, 'break')}${rest}.`;
}
