import { nearest } from '../problems/nearest.ts';
import { isNothing, numberOf } from './numbers.ts';
import type { FileColumns, HistoryOptions } from './outcome.ts';
import { historyProblems } from './problems.ts';
import type { Records } from './records.ts';

/** What a column may be beside a metric, and how exports call it. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  posted_at: [
    ...[
      'posted_at',
      'created_at',
      'published_at',
      'publish_time',
      'post_time',
      'created_time',
      'taken_at',
      'timestamp',
    ],
    ...['create_time', 'date_posted', 'posted', 'published', 'post_date', 'publish_date', 'date', 'time'],
  ],
  id: ['id', 'id_str', 'post_id', 'tweet_id', 'media_id', 'video_id', 'permalink', 'url', 'link'],
  text: ['text', 'full_text', 'post_text', 'tweet_text', 'caption', 'message', 'title', 'description'],
  type: ['type', 'post_type', 'media_type', 'content_type', 'format'],
};

/** Columns of numbers that count nothing. */
const NO_METRIC = /(?:^|[ _.-])(?:id|ids|id_str|year|timestamp|lat|lon|latitude|longitude)$|(?:_at|_time)$/i;

/** What the columns of a file are: by place, and by name for people. */
export interface Places {
  readonly roles: Readonly<Record<string, number | undefined>>;
  readonly metrics: readonly { readonly name: string; readonly at: number; readonly isNamed: boolean }[];
  readonly columns: FileColumns;
  readonly notes: readonly string[];
}

/**
 * Which columns of a file are taken for what: those that are named, then those whose names say it, then all that hold
 * numbers.
 *
 * @throws Refusal where a column that is named is not there or is there twice, and where no column is a time or a metric.
 */
export function placesOf(records: Records, { map = {} }: HistoryOptions): Places {
  const { file, header, rows } = records;
  const named = new Map(Object.entries(map).map(([ours, theirs]) => [ours, placeOf(records, ours, theirs)]));
  const taken = new Set(named.values());
  const roles = Object.fromEntries(
    Object.entries(ROLES).map(([role, names]) => {
      const at =
        named.get(role) ??
        names
          .map((name) => header.findIndex((own, place) => !taken.has(place) && plainName(own) === name))
          .find((place) => place >= 0);
      if (at === undefined) return [role, undefined];
      if (!named.has(role)) checkOnce(records, header[at]!);
      taken.add(at);
      return [role, at];
    }),
  );
  if (roles.posted_at === undefined) throw historyProblems.noTimes(file, header);
  const isTwin = (at: number) => header.indexOf(header[at]!) !== header.lastIndexOf(header[at]!);
  const free = header.map((_, at) => at).filter((at) => !taken.has(at) && header[at] !== '');
  const counting = free.filter((at) => !NO_METRIC.test(header[at]!) && holdsNumbers(rows, at));
  const own = [...named]
    .filter(([ours]) => !Object.hasOwn(ROLES, ours))
    .map(([name, at]) => ({ name, at, isNamed: true }));
  const metrics = [
    ...own,
    ...counting.filter((at) => !isTwin(at)).map((at) => ({ name: header[at]!, at, isNamed: false })),
  ];
  const names = metrics.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw historyProblems.twins(file, twice);
  if (metrics.length === 0) throw historyProblems.noMetrics(file);
  const twins = [...new Set(counting.filter(isTwin).map((at) => header[at]!))];
  const others = free.filter((at) => !counting.includes(at)).map((at) => header[at]!);
  const columns = {
    file,
    roles: Object.fromEntries(
      Object.entries(roles).flatMap(([role, at]) => (at === undefined ? [] : [[role, header[at]!]])),
    ),
    metrics: metrics.map(({ name, at }) => (name === header[at] ? name : `${name} (${header[at]})`)),
  };
  const notes = [
    ...(twins.length === 0 ? [] : [`${file}: not read, since several columns have the name: ${twins.join(', ')}`]),
    ...(others.length === 0
      ? []
      : [`${file}: not read, since they hold no numbers that count something: ${others.join(', ')}`]),
  ];
  return { roles, metrics, columns, notes };
}

/** A name as roles are compared: in small letters, with lines in place of blanks. */
export const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

function placeOf(records: Records, ours: string, theirs: string): number {
  const { file, header } = records;
  const at = header.indexOf(theirs);
  if (at < 0) throw historyProblems.noColumn(file, ours, theirs, nearest(theirs, header));
  checkOnce(records, theirs);
  return at;
}

function checkOnce({ file, header }: Records, name: string): void {
  if (header.indexOf(name) !== header.lastIndexOf(name)) throw historyProblems.twins(file, name);
}

/** Whether at least half of the cells that are filled are numbers: the others are then told as mistakes. */
function holdsNumbers(rows: Records['rows'], at: number): boolean {
  let [filled, numbers] = [0, 0];
  for (const row of rows) {
    const cell = row[at] ?? '';
    if (isNothing(cell)) continue;
    filled++;
    if (!Number.isNaN(numberOf(cell, 'dot')) || !Number.isNaN(numberOf(cell, 'comma'))) numbers++;
  }
  return filled > 0 && numbers * 2 >= filled;
}
