import { cut, rowProblems } from './problems.ts';
import type { Quarantined, RawTable, TableSpec } from './table.ts';

type Row = Readonly<Record<string, unknown>>;

/** A validated row, and the line it stood on, so that messages can name it. */
export interface PlacedRow {
  readonly row: Row;
  readonly line: number;
}

/** One row for each key, sorted by key, and the rows that contradict one of them. */
export interface Merged {
  readonly rows: readonly Row[];
  readonly quarantined: readonly Quarantined[];
}

/**
 * Puts rows in one canonical order (by key, then by all other cells; text by code unit, absent values last), merges
 * equal rows and keeps the first of those that share a key. Which one is kept depends on the rows alone, not on the
 * order in which a file happened to list them; and a value is preferred to its absence.
 */
export function mergeRows(spec: TableSpec, raw: RawTable, placed: readonly PlacedRow[]): Merged {
  const key = spec.key;
  const rest = Object.keys(spec.columns)
    .filter((name) => !key.includes(name))
    .sort();
  const sorted = [...placed].sort((a, b) => compareBy(key, a.row, b.row) || compareBy(rest, a.row, b.row));
  const rows: Row[] = [];
  const quarantined: Quarantined[] = [];
  let kept: PlacedRow | undefined;
  for (const next of sorted) {
    if (kept === undefined || compareBy(key, kept.row, next.row) !== 0) {
      rows.push(next.row);
      kept = next;
    } else {
      const differing = rest.find((name) => compareCells(kept?.row[name], next.row[name]) !== 0);
      if (differing !== undefined) quarantined.push(contradiction(spec, raw, next, kept, differing));
      else if (spec.once) quarantined.push(repetition(spec, raw, next, kept));
    }
  }
  return { rows, quarantined };
}

function contradiction(spec: TableSpec, raw: RawTable, next: PlacedRow, kept: PlacedRow, column: string): Quarantined {
  const value = cut(asText(next.row[column]));
  const reason = rowProblems.duplicate(spec.key.join(', '), kept.line);
  return { table: spec.name, file: raw.file, line: next.line, column, value, reason };
}

function repetition(spec: TableSpec, raw: RawTable, next: PlacedRow, kept: PlacedRow): Quarantined {
  const column = spec.key[0] ?? '';
  const reason = rowProblems.repeated(kept.line);
  return { table: spec.name, file: raw.file, line: next.line, column, value: cut(asText(next.row[column])), reason };
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
