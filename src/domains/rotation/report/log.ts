import {
  type Block,
  count,
  longDate,
  numberOf,
  percent,
  plural,
  recordsOf,
  type Section,
  shortDate,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { Cell, ResultColumn } from '../../../tables/result.ts';
import { spotOf } from './about.ts';

/** A log of more breaks than this is shown by day; one table a break would bury the reader. */
const MOST_TABLES = 40;

const SPOT: readonly ResultColumn[] = [
  { name: 'local', type: 'text', label: 'On air' },
  { name: 'spot', type: 'text', label: 'Spot' },
  { name: 'advertiser', type: 'text', label: 'Advertiser' },
  { name: 'seconds', type: 'integer', label: 'Seconds' },
  { name: 'tier', type: 'text', label: 'Tier' },
  { name: 'value', type: 'money', label: 'Value' },
  { name: 'text', type: 'text', label: 'In words' },
];
const BREAK: ResultColumn = { name: 'break', type: 'text', label: 'Break' };

/** A break with the spots that it holds, in their order. */
interface Held {
  readonly slot: TableRecord;
  readonly spots: readonly TableRecord[];
}

/** Whether the log is short enough to stand before everything else. */
export const isShort = (run: Run): boolean => heldOf(run).length <= MOST_TABLES;

/** Every spot in the order of time, break by break. */
export function logSection(run: Run): Section {
  const held = heldOf(run);
  const spots = held.reduce((sum, one) => sum + one.spots.length, 0);
  const empty = (run.tables.breaks?.rows.length ?? 0) - held.length;
  const rest = empty > 0 ? `; ${plural(empty, 'break')} ${empty === 1 ? 'stays' : 'stay'} empty` : '';
  return {
    id: 'log',
    title: 'The log',
    lead:
      spots === 0
        ? 'No spot is placed: the log is empty.'
        : `${plural(spots, 'spot')} in ${plural(held.length, 'break')}${rest}.`,
    blocks: isShort(run) ? held.map(breakBlock) : byDay(held),
  };
}

function heldOf(run: Run): readonly Held[] {
  const inside = new Map<string, TableRecord[]>();
  for (const row of recordsOf(run.tables.log)) {
    const id = textOf(row, 'break');
    const own = inside.get(id);
    if (own === undefined) inside.set(id, [row]);
    else own.push(row);
  }
  return recordsOf(run.tables.breaks).flatMap((slot) => {
    const spots = inside.get(textOf(slot, 'break'));
    return spots === undefined ? [] : [{ slot, spots }];
  });
}

function breakBlock({ slot, spots }: Held): Block {
  const block = textOf(slot, 'block');
  const named = [textOf(slot, 'break'), block].filter((part) => part !== '').join(', ');
  const fill = `${count(numberOf(slot, 'used'))} of ${count(numberOf(slot, 'seconds'))} s, ${count(spots.length)} of ${plural(numberOf(slot, 'most_spots'), 'spot')}`;
  return {
    type: 'table',
    caption: `${shortDate(textOf(slot, 'date'))}, ${textOf(slot, 'local')} (${named}): ${fill}`,
    table: { columns: SPOT, rows: spots.map(cellsOf) },
    about: spots.map(spotOf),
  };
}

const cellsOf = (spot: TableRecord): readonly Cell[] => SPOT.map(({ name }) => spot[name] ?? null);

function byDay(held: readonly Held[]): readonly Block[] {
  const days = new Map<string, Held[]>();
  for (const one of held) {
    const date = textOf(one.slot, 'date');
    days.set(date, [...(days.get(date) ?? []), one]);
  }
  return [...days].map(([date, own]): Block => {
    const spots = own.reduce((sum, one) => sum + one.spots.length, 0);
    const rows = own.flatMap(({ slot, spots: inside }) => inside.map((spot) => [headOf(slot), ...cellsOf(spot)]));
    return {
      type: 'table',
      caption: `${longDate(date)}: ${plural(spots, 'spot')} in ${plural(own.length, 'break')}`,
      table: { columns: [BREAK, ...SPOT], rows },
      about: own.flatMap(({ spots: inside }) => inside.map(spotOf)),
      limit: 12,
      file: 'log.csv',
    };
  });
}

/** "20:14, 92% full". */
function headOf(slot: TableRecord): string {
  return `${textOf(slot, 'local')}, ${percent(numberOf(slot, 'used') / Math.max(1, numberOf(slot, 'seconds')))} full`;
}
