import { type Chapter, type Section, type Subject, sectionOf, type TableRecord, textOf } from '../report/chapter.ts';
import type { Run } from '../runs/run.ts';
import { datesIn } from '../text/dates.ts';
import { capital, plural } from '../text/format.ts';
import { gainColumn, loosenedText, mostText, NO_GAIN, NO_PRICES } from './words.ts';

/** What loosening each of the dearest limits would bring, found by solving again. */
export function priceListSection(run: Run): Section | undefined {
  const table = run.tables.price_list;
  if (table === undefined) return undefined;
  return sectionOf({ ...priceList, blocks: [changesPart(gainColumn(table))] }, run);
}

const changesPart = (gain: 'gain' | 'gains') => ({
  caption: 'What each change would bring, exactly, and how many rows it adds and drops (price_list.csv names them)',
  columns: [
    { name: 'change', value: (row: TableRecord) => capital(datesIn(textOf(row, 'change'))) },
    { name: gain, value: (row: TableRecord) => row[gain] || (gain === 'gains' ? NO_GAIN : 0) },
    { name: 'added', type: 'integer' as const, label: 'Added to the schedule', value: rowsIn('added') },
    { name: 'dropped', type: 'integer' as const, label: 'Dropped from it', value: rowsIn('dropped') },
  ],
  limit: 10,
});

const priceList: Chapter = {
  id: 'price-list',
  title: 'Price list of policy',
  table: 'price_list',
  off: ({ rows }) => (rows.length === 0 ? NO_PRICES : undefined),
  lead: leadOf,
  blocks: [],
};

function leadOf({ rows, run: { inWeek } }: Subject): string {
  const best = rows[0]!;
  const most = best.gains === undefined ? inPoints(Number(best.gain)) : isLoss(best) ? NO_GAIN : textOf(best, 'gains');
  const where = inWeek === undefined ? '' : `Of week ${inWeek}, the weeks before it as they are: `;
  return `${where}${loosenedText(rows.length)}: ${mostText(datesIn(textOf(best, 'change')), most)}.`;
}

const inPoints = (gain: number): string => (gain > 0 ? plural(gain, 'point') : NO_GAIN);

/** Whether what decides first is less: the first "more" or "less" of a cell is said of it. */
const isLoss = (row: TableRecord): boolean => /\b(more|less)\b/.exec(textOf(row, 'gains'))?.[1] === 'less';

/** How many rows a cell lists: their keys mean little to a reader, and the file has them. */
function rowsIn(column: string) {
  return (row: TableRecord): number => {
    const cell = textOf(row, column);
    return cell === '' ? 0 : cell.split('; ').length;
  };
}
