import { createHash } from 'node:crypto';
import { instantsAt, type Offsets } from '../calendar/offsets.ts';
import { plural } from '../text/format.ts';
import { onlyOf } from './accounts.ts';
import { type Places, placesOf } from './columns.ts';
import { type Decimal, decimalOf, isNothing, isThousands, numberOf } from './numbers.ts';
import type { DateOrder, HistoryFiles, HistoryOptions, HistoryRow, RowAside } from './outcome.ts';
import { historyProblems, rowReasons } from './problems.ts';
import { type Records, recordsOf } from './records.ts';
import { orderOf, shapeOf, timeOf } from './times.ts';
import { zoneOf } from './zones.ts';

/** Times without a zone are looked up from 1970 on, and until a day after now. */
const DAY = 86_400;

/** Letters that the key of a table of PostgreSQL has room for, whatever letters they are. */
const LONGEST_ID = 500;

const NO_ZONE = 'no --zone was said: the hours of a new channel are those of UTC';

/**
 * Reads files that were exported from an account. Nothing is kept yet: whoever looks sees which columns are taken for what,
 * and which rows cannot be used.
 *
 * @throws Refusal where a file cannot be read, or may be meant in two ways.
 * @example
 * readHistory(['none.csv'], { platform: 'x', now: 0 }) // throws 'there is no such file'
 */
export function readHistory(files: readonly string[], options: HistoryOptions): HistoryFiles {
  const { platform, channel = platform, zone } = options;
  const table = zone === undefined ? undefined : zoneOf(zone, 0, options.now / 1000 + DAY);
  const read = files.map((file) => readOne(onlyOf(recordsOf(file), options.only), options, table));
  return {
    ...{ platform, channel, zone },
    rows: read.flatMap(({ rows }) => rows),
    aside: read.flatMap(({ aside }) => aside),
    columns: read.map(({ columns }) => columns),
    notes: [...read.flatMap(({ notes }) => notes), ...(zone === undefined ? [NO_ZONE] : [])],
  };
}

/** A cell that puts its row aside. */
interface Fault {
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

function readOne(records: Records, options: HistoryOptions, zone: Offsets | undefined) {
  const { file, header, lines, notes } = records;
  const places = placesOf(records, options);
  const orders = ordersOf(records, places, options);
  const decimal = decimalIn(records, places, options);
  const rows: HistoryRow[] = [];
  const aside: RowAside[] = [...records.aside];
  let twice = 0;
  for (const [index, cells] of records.rows.entries()) {
    const line = lines[index]!;
    const cell = (role: string): string => {
      const at = places.roles[role];
      return at === undefined ? '' : (cells[at] ?? '').trim();
    };
    const put = ({ column, value, reason }: Fault) =>
      aside.push({ file, line, column, value: value.slice(0, 80), reason });
    const of = (role: string) => header[places.roles[role] ?? -1] ?? role;
    const time = instantOf(cell('posted_at'), orders, { file, zone, now: options.now });
    if ('reason' in time) {
      put({ column: of('posted_at'), value: cell('posted_at'), reason: time.reason });
      continue;
    }
    const [id, type] = [cell('id'), cell('type') || (options.type ?? '')];
    if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(id)) put({ column: of('id'), value: id, reason: rowReasons.roundedId });
    else if (id.length > LONGEST_ID || type.length > LONGEST_ID)
      put({ column: of('id'), value: id, reason: rowReasons.longId });
    else if (/[\0\p{Surrogate}]/u.test(id + type)) put({ column: of('id'), value: id, reason: rowReasons.badText });
    else {
      const metrics = metricsOf(cells, places, { header, decimal });
      if (!('values' in metrics)) put(metrics);
      else {
        const at = Math.round(time.at * 1000);
        if (time.isTwice) twice++;
        const key = id === '' ? `${at}:${hashOf(cell('text'))}` : `id:${id}`;
        rows.push({ file, line, channel: options.channel ?? options.platform, key, type, at, metrics: metrics.values });
      }
    }
  }
  const twiceNote = `${file}: ${plural(twice, 'time')} that the clock showed twice, as it went back: the earlier one is taken`;
  return {
    rows,
    aside,
    columns: places.columns,
    notes: [...notes, ...places.notes, ...(twice === 0 ? [] : [twiceNote])],
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** By the shape of a day's text: in which order its numbers stand. */
function ordersOf(
  { file, rows }: Records,
  { roles }: Places,
  { dates }: HistoryOptions,
): ReadonlyMap<string, DateOrder> {
  const found = new Map<string, DateOrder>();
  const at = roles.posted_at!;
  for (const row of rows) {
    const text = row[at] ?? '';
    const order = orderOf(text);
    if (order === undefined) continue;
    const shape = shapeOf(text);
    if ((found.get(shape) ?? order) !== order) throw historyProblems.mixedDates(file, text);
    found.set(shape, order);
  }
  for (const row of rows) {
    const text = row[at] ?? '';
    const shape = shapeOf(text);
    if (!found.has(shape) && 'unclear' in timeOf(text, undefined)) {
      if (dates === undefined) throw historyProblems.ambiguousDates(file, text);
      found.set(shape, dates);
    }
  }
  return found;
}

/** What divides the whole of a number from its parts: the file as a whole decides. */
function decimalIn({ file, header, rows, isJson }: Records, { metrics }: Places, { decimal }: HistoryOptions): Decimal {
  if (isJson) return 'dot';
  if (decimal !== undefined) return decimal;
  const shown = new Set<Decimal | undefined>();
  let unclear: { readonly at: number; readonly cell: string } | undefined;
  for (const { at } of metrics)
    for (const row of rows) {
      const cell = row[at] ?? '';
      shown.add(decimalOf(cell));
      if (unclear === undefined && isThousands(cell)) unclear = { at, cell };
    }
  if (shown.has('dot') && !shown.has('comma')) return 'dot';
  if (shown.has('comma') && !shown.has('dot')) return 'comma';
  if (unclear === undefined && !shown.has('comma')) return 'dot';
  throw historyProblems.ambiguousNumbers(file, header[unclear?.at ?? metrics[0]!.at]!, unclear?.cell ?? '');
}

interface Around {
  readonly file: string;
  readonly zone: Offsets | undefined;
  readonly now: number;
}

function instantOf(
  text: string,
  orders: ReadonlyMap<string, DateOrder>,
  { file, zone, now }: Around,
): { readonly at: number; readonly isTwice: boolean } | { readonly reason: string } {
  const time = timeOf(text, orders.get(shapeOf(text)));
  if ('reason' in time) return time;
  if ('unclear' in time) throw historyProblems.ambiguousDates(file, text);
  const checked = (at: number, isTwice: boolean) => (at * 1000 > now ? { reason: rowReasons.future } : { at, isTwice });
  if ('at' in time) return checked(time.at, false);
  if (zone === undefined) throw historyProblems.needsZone(file, text);
  const [at, later] = instantsAt(zone, time.local);
  return at === undefined ? { reason: rowReasons.skipped } : checked(at, later !== undefined);
}

function metricsOf(
  cells: readonly string[],
  { metrics }: Places,
  { header, decimal }: { readonly header: readonly string[]; readonly decimal: Decimal },
): { readonly values: ReadonlyMap<string, number> } | Fault {
  const values = new Map<string, number>();
  for (const { name, at } of metrics) {
    const cell = cells[at] ?? '';
    if (isNothing(cell)) continue;
    const value = numberOf(cell, decimal);
    const column = header[at]!;
    if (Number.isNaN(value)) return { column, value: cell, reason: rowReasons.badNumber };
    if (!Number.isFinite(value)) return { column, value: cell, reason: rowReasons.infinite };
    values.set(name, value);
  }
  return values.size === 0 ? { column: '', value: '', reason: rowReasons.noMetric } : { values };
}
