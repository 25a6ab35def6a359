import type { SchemaElement } from 'hyparquet';
import { epochDay, isDate } from '../../dates.ts';
import type { Cell, ResultColumn, ResultTable } from '../../result.ts';

type Kind = Pick<SchemaElement, 'type' | 'converted_type' | 'scale' | 'precision'>;

/** Whole cents, exactly. */
const DOLLARS: Kind = { type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18 };
const TEXT: Kind = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };

/**
 * A table as a Parquet file: whole numbers, numbers, dates and texts are such to the program that reads it, amounts are
 * dollars, shares go from 0 to 1, and what is missing is null.
 */
export async function parquetOf({ columns, rows }: ResultTable): Promise<Buffer> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const kinds = columns.map((column, at) => kindOf(column, rows, at));
  const schema = columns.map(({ name }, at) => ({ name, repetition_type: 'OPTIONAL' as const, ...kinds[at]! }));
  const bytes = parquetWriteBuffer({
    columnData: columns.map(({ name }, at) => ({
      name,
      data: rows.map((row) => storedAs(row[at] ?? null, kinds[at]!)),
    })),
    schema: [{ name: 'root', num_children: columns.length }, ...schema],
    createdBy: 'evenhand',
  });
  return Buffer.from(bytes);
}

/** What a column is in the file. One whose cells are not all what its type says is a column of texts. */
function kindOf({ type }: ResultColumn, rows: ResultTable['rows'], at: number): Kind {
  const all = (fits: (cell: Cell) => boolean) => rows.every((row) => row[at] == null || fits(row[at]));
  if (type === 'date' && all((cell) => typeof cell === 'string' && isDate(cell)))
    return { type: 'INT32', converted_type: 'DATE' };
  const whole = all((cell) => Number.isSafeInteger(cell));
  if (type === 'money' && whole) return DOLLARS;
  if (type === 'integer' && whole) return { type: 'INT64' };
  if (['number', 'percent', 'integer'].includes(type) && all((cell) => typeof cell === 'number'))
    return { type: 'DOUBLE' };
  return TEXT;
}

function storedAs(cell: Cell, kind: Kind): string | number | bigint | null {
  if (cell === null) return null;
  if (kind.type === 'INT64') return BigInt(cell);
  if (kind.type === 'INT32') return epochDay(String(cell));
  if (kind.type === 'DOUBLE') return Number(cell);
  return String(cell);
}
