import { createHash } from 'node:crypto';
import type { Table } from './table.ts';

/** The fingerprint of a run's data, and of each of its tables. */
export interface Fingerprints {
  readonly fingerprint: string;
  readonly fingerprints: Readonly<Record<string, string>>;
}

/**
 * SHA-256, in hexadecimal, over the validated rows of the tables that were given, in canonical form: tables by name,
 * columns by name, rows sorted by key as `validateTable` leaves them. Rows in another order, columns in another order
 * or another place on disk give the same fingerprint; another value, another.
 */
export const fingerprint = (tables: readonly Table[]): string => fingerprints(tables).fingerprint;

/** The same, and that of each table by itself, from one pass over the rows. */
export function fingerprints(tables: readonly Table[]): Fingerprints {
  const whole = createHash('sha256');
  const given = tables.filter((table) => table.present).sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = given.map((table): [string, string] => {
    const hash = createHash('sha256');
    for (const text of textsOf(table)) {
      whole.update(text);
      hash.update(text);
    }
    return [table.name, hash.digest('hex')];
  });
  return { fingerprint: whole.digest('hex'), fingerprints: Object.fromEntries(own) };
}

/** In blocks: one update a row is slow, one text for all rows may be longer than a text can be. */
function* textsOf({ name, rows }: Table): Generator<string> {
  const columns = Object.keys(rows[0] ?? {}).sort();
  yield `${JSON.stringify([name, ...columns])}\n`;
  for (let at = 0; at < rows.length; at += 1_000) {
    const block = rows.slice(at, at + 1_000) as readonly Readonly<Record<string, unknown>>[];
    yield `${JSON.stringify(block.map((row) => columns.map((column) => row[column])))}\n`;
  }
}
