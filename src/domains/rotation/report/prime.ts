import {
  type Block,
  count,
  type Datum,
  factsOf,
  type Mark,
  numberOf,
  percent,
  pick,
  plural,
  recordsOf,
  type Section,
  shortDate,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { Cell, ResultTable } from '../../../tables/result.ts';
import { type SpotsOf, spotsBy } from './about.ts';
import { settingsOf } from './settings.ts';

/** Prime time day by day: where the breaks stand and how full they are. */
export function primeSection(run: Run): Section {
  const all = run.tables.breaks;
  const rows = recordsOf(all);
  const spots = spotsBy(run, 'break');
  const prime = rows.filter((row) => textOf(row, 'kind') === 'prime');
  const blocks: Block[] = [];
  if (prime.length > 0)
    blocks.push({
      type: 'chart',
      chart: 'rotation-prime',
      caption: 'Breaks of prime time by day and hour, and how full they are',
      data: { days: daysOf(run, prime), breaks: prime.map(datum) },
      marks: { breaks: prime.map((row) => markOf(row, all!, rows.indexOf(row), spots)) },
    });
  if (all !== undefined && rows.length > 0) {
    const table = pick(all, ['date', 'local', 'break', 'block', 'kind', 'used', 'seconds', 'spots', 'most_spots']);
    blocks.push({
      type: 'table',
      caption: 'Breaks',
      table: spoken(table),
      limit: 12,
      file: 'breaks.csv',
      about: rows.map(spots),
    });
  }
  return { id: 'prime', title: 'Prime time and fill', lead: leadOf(rows, prime), blocks };
}

/** Kinds as words: `off_peak` is for files. */
function spoken(table: ResultTable): ResultTable {
  const at = table.columns.findIndex((column) => column.name === 'kind');
  const cell = (value: Cell) => (typeof value === 'string' ? value.replaceAll('_', ' ') : value);
  return { ...table, rows: table.rows.map((row) => row.map((value, i) => (i === at ? cell(value) : value))) };
}

/** Each date with a break, as wide as prime time. */
function daysOf(run: Run, prime: readonly TableRecord[]): readonly Datum[] {
  const { from, to } = settingsOf(run).market.prime;
  const begin = Math.min(secondsOf(from), ...prime.map((row) => startOf(row)));
  const end = Math.max(until(secondsOf(to), begin), ...prime.map((row) => startOf(row) + numberOf(row, 'seconds')));
  const dates = [...new Set(prime.map((row) => textOf(row, 'date')))];
  return dates.map((date) => ({ label: shortDate(date), from: begin, to: end }));
}

const until = (end: number, begin: number): number => (end <= begin ? end + 86_400 : end);

/** Seconds of the day; the small hours follow the evening. */
function startOf(row: TableRecord): number {
  const seconds = secondsOf(textOf(row, 'local'));
  return seconds < 6 * 3600 ? seconds + 86_400 : seconds;
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

function datum(row: TableRecord): Datum {
  const start = startOf(row);
  return {
    day: shortDate(textOf(row, 'date')),
    start,
    end: start + numberOf(row, 'seconds'),
    fill: fillOf(numberOf(row, 'used'), numberOf(row, 'seconds')),
  };
}

function markOf(row: TableRecord, table: ResultTable, at: number, spots: SpotsOf): Mark {
  const names = ['break', 'block', 'used s', 'seconds', 'spots', 'most_spots'];
  return {
    title: `${shortDate(textOf(row, 'date'))}, ${textOf(row, 'local')}`,
    facts: factsOf(table, at, names),
    about: spots(row),
  };
}

/** A break that no usual spot of fifteen seconds would fit into is full. */
function fillOf(used: number, seconds: number): string {
  if (used === 0) return 'empty';
  if (seconds - used < 15) return 'full';
  return used * 2 >= seconds ? 'over half' : 'under half';
}

function leadOf(rows: readonly TableRecord[], prime: readonly TableRecord[]): string {
  const sum = (some: readonly TableRecord[], name: string) => some.reduce((all, row) => all + numberOf(row, name), 0);
  const share = (some: readonly TableRecord[]) => percent(sum(some, 'used') / Math.max(1, sum(some, 'seconds')));
  if (rows.length === 0) return 'There is no break on these dates.';
  if (prime.length === 0) return `None of the ${plural(rows.length, 'break')} is in prime time.`;
  const full = prime.filter((row) => fillOf(numberOf(row, 'used'), numberOf(row, 'seconds')) === 'full').length;
  const other = rows.length - prime.length;
  const rest =
    other === 0
      ? ''
      : ` The other ${plural(other, 'break')} are ${share(rows.filter((row) => !prime.includes(row)))} full.`;
  return `The ${plural(prime.length, 'break')} of prime time are ${share(prime)} full; ${full === 0 ? 'every one has room left' : `${count(full)} can take no more`}.${rest}`;
}
