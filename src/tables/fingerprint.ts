import { createHash } from 'node:crypto';
import type { Table } from './table.ts';

/**
 * SHA-256, in hexadecimal, over the validated rows of the tables that were given, in canonical form: tables by name,
 * columns by name, rows sorted by key as `validateTable` leaves them. Rows in another order, columns in another order
 * or another place on disk give the same fingerprint; another value, another.
 */
export function fingerprint(tables: readonly Table[]): string {
  const hash = createHash('sha256');
  const given = tables.filter((table) => table.present).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const table of given) {
    const columns = Object.keys(table.rows[0] ?? {}).sort();
    hash.update(`${JSON.stringify([table.name, ...columns])}\n`);
    // In blocks: one update a row is slow, one text for all rows may be longer than a text can be.
    for (let at = 0; at < table.rows.length; at += 1_000) {
      const block = table.rows.slice(at, at + 1_000) as readonly Readonly<Record<string, unknown>>[];
      hash.update(`${JSON.stringify(block.map((row) => columns.map((name) => row[name])))}\n`);
    }
  }
  return hash.digest('hex');
}
