import { cut, rowProblems } from './problems.ts';
import { rowText } from './sources/places.ts';
import type { Quarantined, RawTable, TableSpec } from './table.ts';

type Row = Readonly<Record<string, unknown>>;

/** A validated row, and where it stands, so that messages can name it. */
export interface PlacedRow {
  readonly row: Row;
  readonly line: number;
  readonly path?: readonly PropertyKey[] | undefined;
}

/** One row for each key, sorted by key, and the rows that contradict each other. */
export interface Merged {
  readonly rows: readonly PlacedRow[];
  readonly quarantined: readonly Quarantined[];
}

/**
 * Puts rows in one canonical order (by key, then by all other cells; text by code unit, absent values last) and merges
 * equal rows. Rows of one key that differ contradict each other: none of them is kept, whatever the order of a file.
 * Only where rows permit something `once` is one of them kept, the least, and the others are set aside.
 */
export function mergeRows(spec: TableSpec, raw: RawTable, placed: readonly PlacedRow[]): Merged {
  const key = spec.key;
  const rest = Object.keys(spec.columns)
    .filter((name) => !key.includes(name))
    .sort();
  const sorted = [...placed].sort((a, b) => compareBy(key, a.row, b.row) || compareBy(rest, a.row, b.row));
  const rows: PlacedRow[] = [];
  const quarantined: Quarantined[] = [];
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1;
    while (end < sorted.length && compareBy(key, sorted[first]!.row, sorted[end]!.row) === 0) end++;
    const same = sorted.slice(first, end);
    first = end;
    const [kept, ...others] = same as [PlacedRow, ...PlacedRow[]];
    const differing = rest.find((name) => others.some(({ row }) => compareCells(kept.row[name], row[name]) !== 0));
    if (differing === undefined || (spec.once && spec.rows === 'permit')) {
      rows.push(kept);
      if (spec.once) quarantined.push(...others.map((next) => repetition({ spec, raw, next, kept, rest })));
    } else {
      quarantined.push(...same.map((one) => contradiction({ spec, raw, one, same, column: differing })));
    }
  }
  return { rows, quarantined };
}

/** A row, all rows of its key, and a column in which they differ. */
interface Contradiction {
  readonly spec: TableSpec;
  readonly raw: RawTable;
  readonly one: PlacedRow;
  readonly same: readonly PlacedRow[];
  readonly column: string;
}

function contradiction({ spec, raw, one, same, column }: Contradiction): Quarantined {
  const lines = same.filter((other) => other !== one && compareCells(one.row[column], other.row[column]) !== 0);
  const other = lines[0] ?? same.find((each) => each !== one)!;
  const reason = rowProblems.duplicate(spec.key.join(', '), rowText(raw, other.line));
  return {
    table: spec.name,
    file: raw.file,
    line: one.line,
    column,
    value: cut(asText(one.row[column])),
    reason,
    slip: true,
    ...(one.path && { path: one.path }),
  };
}

/** A row that is kept, and another of its key. */
interface Repetition {
  readonly spec: TableSpec;
  readonly raw: RawTable;
  readonly next: PlacedRow;
  readonly kept: PlacedRow;
  readonly rest: readonly string[];
}

function repetition({ spec, raw, next, kept, rest }: Repetition): Quarantined {
  const differing = rest.find((name) => compareCells(kept.row[name], next.row[name]) !== 0);
  const column = differing ?? spec.key[0] ?? '';
  const same = spec.key.join(', ');
  const other = rowText(raw, kept.line);
  const reason = differing ? rowProblems.setAside(same, other) : rowProblems.repeated(other);
  const value = cut(asText(next.row[column]));
  return { table: spec.name, file: raw.file, line: next.line, column, value, reason };
}

function compareBy(names: readonly string[], a: Row, b: Row): number {
  for (const name of names) {
    const order = compareCells(a[name], b[name]);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers by size, everything else by the code units of its text; null last. */
function compareCells(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [asText(a), asText(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function asText(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
