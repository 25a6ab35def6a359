import type { Cell, CellType, ResultColumn, ResultTable } from '../../tables/result.ts';
import { datesIn } from '../../text/dates.ts';
import type { Block } from '../page.ts';
import type { TableRecord } from '../records.ts';
import { type About, keysOf } from './about.ts';
import type { Subject } from './subject.ts';

/** A table of a chapter. */
export interface TablePart {
  readonly caption: string | ((subject: Subject) => string);
  /** The table of the run whose rows it shows; that of its chapter where absent. */
  readonly table?: string;
  /** Which of them, in which order, or rows made from them. Where there are none, there is no table. */
  readonly rows?: (rows: readonly TableRecord[], subject: Subject) => readonly TableRecord[];
  /** All of the table where absent. Names that the table does not have are left out. */
  readonly columns?: readonly ColumnPart[];
  /** How many rows stand open; the rest is folded below them. Absent: all. */
  readonly limit?: number;
  /** Shown folded where it is long. */
  readonly folded?: boolean;
  /** That of its chapter where absent and of the same table. */
  readonly about?: About;
  /** How a row stands: one that is fair or poor is marked. */
  readonly tone?: (row: TableRecord) => 'good' | 'fair' | 'poor' | 'plain';
}

/** A column of the table by its name, or one that is new or shown in another way. */
export type ColumnPart = string | ShownColumn;

/** Where type or label are absent, they are those of the column of this name. */
export interface ShownColumn {
  readonly name: string;
  readonly type?: CellType;
  readonly label?: string;
  /** The cell as people read it; the row's own where absent. */
  readonly value?: (row: TableRecord) => Cell;
}

/**
 * Some columns of some rows, as a table.
 *
 * @example
 * const { columns, rows } = shownTable(
 *   {
 *     columns: [{ name: 'make', type: 'text', label: 'Make' }, { name: 'cap', type: 'integer', label: 'Cap' }],
 *     rows: [{ make: 'Audi', cap: null }],
 *   },
 *   [{ name: 'cap', value: (row) => row.cap ?? 'no cap' }, 'make'],
 * );
 * [columns.map(({ label }) => label), rows] // [['Cap', 'Make'], [['no cap', 'Audi']]]
 */
export function shownTable(
  { columns, rows }: Pick<Subject, 'columns' | 'rows'>,
  parts: readonly ColumnPart[] = columns,
): ResultTable {
  const shown = parts.flatMap((part) => {
    const own: ShownColumn = typeof part === 'string' ? { name: part } : part;
    const known = columns.find(({ name }) => name === own.name);
    const column: ResultColumn = {
      name: own.name,
      type: own.type ?? known?.type ?? 'text',
      label: own.label ?? known?.label ?? own.name,
    };
    const value = own.value ?? ((row) => row[own.name] ?? null);
    return typeof part === 'string' && known === undefined ? [] : [{ column, value }];
  });
  return {
    columns: shown.map(({ column }) => column),
    rows: rows.map((row) => shown.map(({ value }) => value(row))),
  };
}

/**
 * A column whose sentences have their dates as people read them.
 *
 * @example
 * dated('text').value({ text: 'full on 2025-09-24' }) // 'full on Wed 24 Sep'
 */
export const dated = (name: string) => ({
  name,
  value: ({ [name]: cell = null }: TableRecord): Cell => (typeof cell === 'string' ? datesIn(cell) : cell),
});

/** A table whose sentences have their dates as people read them. */
export const datedTable = ({ columns, rows }: ResultTable): ResultTable => ({
  columns,
  rows: rows.map((row) =>
    row.map((cell, i) => (typeof cell === 'string' && columns[i]?.type === 'text' ? datesIn(cell) : cell)),
  ),
});

/** The table of a part, where it has any rows. */
export function tableOf(part: TablePart, subject: Subject): readonly TableBlock[] {
  const rows = part.rows?.(subject.rows, subject) ?? subject.rows;
  return rows.length === 0 ? [] : [tableBlock(part, rows, subject)];
}

/** The table of a part, of these rows of its subject. */
export function tableBlock(part: TablePart, rows: readonly TableRecord[], subject: Subject): TableBlock {
  const { caption, columns, about, limit, folded, tone } = part;
  // Only a table that is not shown whole sends its reader to the file.
  const cut = (limit !== undefined || folded === true) && subject.table !== '';
  return {
    type: 'table',
    caption: typeof caption === 'string' ? caption : caption(subject),
    table: shownTable({ columns: subject.columns, rows }, columns),
    ...(limit !== undefined && { limit }),
    ...(folded !== undefined && { folded }),
    ...(cut && { file: `${subject.table}.csv` }),
    ...(tone && { tones: rows.map(tone) }),
    ...(about && { about: rows.map(keysOf(about, subject)) }),
  };
}

type TableBlock = Extract<Block, { type: 'table' }>;
