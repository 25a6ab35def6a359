import type { Cell, ResultTable } from '../tables/result.ts';
import { cellText, count, plural } from '../text/format.ts';
import { drawChart } from './charts/draw.ts';
import type { InteractivePage } from './interactive.ts';
import type { Block, Section, Tile } from './page.ts';

// More would only make the file heavy: whoever wants every row of a long table has its CSV.
const MOST_ROWS = 400;

// What is folded is printed, for paper has no click; but nobody leafs through pages of rows that a file holds better.
const MOST_PRINTED = 60;

const NO_BLOCK = { text: null, list: null, chart: null, table: null } as const;

/** Beside the colour of a figure, since not everybody sees colours and not every printer has them. */
const MARKS = { good: '✓', fair: '!', poor: '✕', plain: '' } as const;

/** A tile as the templates take it. */
export const tileView = ({ label, value, note = '', tone = 'plain' }: Tile) => ({
  label,
  value,
  note,
  tone,
  mark: MARKS[tone],
});

/** A section as the templates take it. */
export async function sectionView(
  { id, title, lead, blocks: given, page = false }: Section,
  live: InteractivePage | null,
) {
  const blocks: Awaited<ReturnType<typeof blockView>>[] = [];
  for (const [i, block] of given.entries()) {
    const view = await blockView(block, `${id}-${i + 1}`, live);
    // Two small charts stand side by side; the third begins a line of its own.
    const isSecond = view.chart?.half === 'half' && blocks.at(-1)?.chart?.half === 'half';
    blocks.push(view.chart && isSecond ? { ...view, chart: { ...view.chart, half: 'half second' } } : view);
  }
  return { id, title, lead, blocks, page: page ? ' page' : '' };
}

/** A block as the templates take it: one of the four is there, the others are null. */
async function blockView(block: Block, id: string, live: InteractivePage | null) {
  switch (block.type) {
    case 'text':
      return { ...NO_BLOCK, text: { text: block.text } };
    case 'list':
      return { ...NO_BLOCK, list: { items: block.items } };
    case 'chart':
      return { ...NO_BLOCK, chart: await chartView(block, id, live) };
    case 'table':
      return { ...NO_BLOCK, table: tableView(block, id, live) };
  }
}

async function chartView(block: Extract<Block, { type: 'chart' }>, id: string, live: InteractivePage | null) {
  const drawings = await drawChart(block, id);
  await live?.add(block, id);
  return { caption: block.caption, half: drawings.length === 1 ? 'half' : '', drawings, live: live ? id : '' };
}

function tableView(block: Extract<Block, { type: 'table' }>, id: string, live: InteractivePage | null) {
  const { table, caption } = block;
  const columns = table.columns.map((column) => ({ label: column.label, align: column.align ?? alignOf(column.type) }));
  const rows = table.rows.slice(0, MOST_ROWS).map((row, n) => ({
    cells: row.map((cell, i) => cellView(cell, table, i)),
    about: live?.numbers(block.about?.[n] ?? []) ?? '',
    tone: block.tones?.[n] ?? '',
  }));
  const open = block.folded ? 0 : (block.limit ?? rows.length);
  // One or two rows behind a fold are more trouble than they save.
  const fold = rows.length - open > 2 ? open : rows.length;
  const rest = rows.slice(fold);
  const first = rows.slice(0, fold);
  const screen = block.file !== undefined && rest.length > MOST_PRINTED;
  const more = {
    screen: screen ? 'screen' : '',
    label: moreLabel(fold, rows.length, caption),
    grid: {
      id: `${id}-more`,
      size: sizeOf(columns.length, rest.length),
      caption: fold === 0 ? caption : `${caption}, continued`,
      columns,
      rows: rest,
    },
  };
  return {
    grid:
      fold > 0 || rows.length === 0 ? { id, size: sizeOf(columns.length, fold), caption, columns, rows: first } : null,
    more: fold < rows.length ? more : null,
    cut: cutText(rows.length, table.rows.length, block.file),
    cutOnPaper: screen ? paperText(fold, table.rows.length, block) : '',
  };
}

// Classes: few columns need not span the page; a short table should not be cut by one.
function sizeOf(columns: number, rows: number): string {
  return [columns < 4 ? 'few' : '', rows <= 12 ? 'short' : ''].filter((name) => name !== '').join(' ');
}

function cutText(shown: number, total: number, file: string | undefined): string {
  if (shown === total) return '';
  return `The first ${count(shown)} of ${plural(total, 'row')}${file === undefined ? '' : `; all are in ${file}`}.`;
}

function paperText(shown: number, total: number, { caption, file }: Extract<Block, { type: 'table' }>): string {
  return shown === 0 ? `${caption}: ${plural(total, 'row')}, in ${file}.` : cutText(shown, total, file);
}

function moreLabel(shown: number, total: number, caption: string): string {
  return shown === 0 ? `${caption}: ${plural(total, 'row')}` : plural(total - shown, 'more row');
}

function cellView(cell: Cell, table: ResultTable, i: number) {
  const { type, align } = table.columns[i] ?? { type: 'text' as const, align: undefined };
  const text = cellText(cell, type);
  return { text, align: `${align ?? alignOf(type)}${widthOf(text, type)}`, head: i === 0 };
}

// A class more: sentences keep a width on a telephone, and a short date or amount is not broken in two.
function widthOf(text: string, type: string): string {
  if (type === 'text' && text.length > 30) return ' prose';
  return text.length < 14 && (type === 'date' || /^[+−]?\$?\d/.test(text)) ? ' whole' : '';
}

function alignOf(type: string): 'left' | 'right' {
  return type === 'text' || type === 'date' ? 'left' : 'right';
}
