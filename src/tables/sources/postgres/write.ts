import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../../problems/problem.ts';
import type { TableSpec } from '../../table.ts';
import { tableThere } from '../columns.ts';
import { sourceMaybes, sourceProblems } from '../problems.ts';
import type { PostgresSource } from '../source.ts';
import type { Stored, TypedTable } from '../typed.ts';
import { quoted } from './catalog.ts';
import { type Connection, connected } from './client.ts';
import { tableSql } from './schema.ts';

/** Characters that are sent at a time. */
const SENT = 65_536;

/**
 * Lays tables into a database in one transaction: all of them, or none. A table that is not there is made; one that holds
 * rows is refused, unless they may be replaced. Then a table of the kind that is not among them is removed: emptied, it
 * would say that nothing is permitted, or that nothing happened.
 *
 * @returns The tables that were removed.
 * @throws Refusal where the database refuses, or a table holds rows.
 */
export const writePostgres = (
  specs: readonly TableSpec[],
  tables: readonly TypedTable[],
  source: PostgresSource,
  replace: boolean,
): Promise<readonly string[]> =>
  connected(source, async (connection) => {
    const { client, doing } = connection;
    await doing('beginning to write', () => client.query('begin'));
    if (source.schema !== 'public')
      await doing('making the schema', () => client.query(`create schema if not exists ${quoted(source.schema)}`));
    for (const table of tables) {
      const spec = specs.find(({ name }) => name === table.name)!;
      await writeOne(connection, { ...spec, name: tableThere(source, spec.name) }, table, source.schema, replace);
    }
    const absent = specs.filter(({ name }) => !tables.some((table) => table.name === name));
    const removed: string[] = [];
    for (const { name } of absent)
      if (await removeOne(connection, tableThere(source, name), source.schema, replace)) removed.push(name);
    await doing('ending the write', () => client.query('commit'));
    return removed;
  });

/** Whether a table was there, which the source lacks. */
async function removeOne(
  { client, doing }: Connection,
  name: string,
  schema: string,
  replace: boolean,
): Promise<boolean> {
  const file = `${schema}.${name}`;
  const there = `${quoted(schema)}.${quoted(name)}`;
  const during = `removing ${file}`;
  const { rows: found } = await doing(during, () =>
    client.query('select 1 from pg_tables where schemaname = $1 and tablename = $2', [schema, name]),
  );
  if (found.length === 0) return false;
  if (!replace) {
    const { rows } = await doing(during, () => client.query(`select count(*)::int as rows from ${there}`));
    const { rows: held } = rows[0] as { readonly rows: number };
    if (held === 0) return false;
    throw new Refusal([{ message: sourceProblems.holdsRows(file, held), maybe: sourceMaybes.replace() }]);
  }
  await doing(during, () => client.query(`drop table ${there}`));
  return true;
}

async function writeOne(
  { client, doing }: Connection,
  spec: TableSpec,
  table: TypedTable,
  schema: string,
  replace: boolean,
): Promise<void> {
  const file = `${schema}.${spec.name}`;
  const there = `${quoted(schema)}.${quoted(spec.name)}`;
  const during = `writing ${file}`;
  await doing(during, () => client.query(tableSql(spec, schema)));
  const count = async () => {
    const { rows } = await doing(during, () => client.query(`select count(*)::int as rows from ${there}`));
    return (rows[0] as { readonly rows: number }).rows;
  };
  const before = await count();
  if (before > 0 && !replace) {
    const message = sourceProblems.holdsRows(file, before);
    throw new Refusal([{ message, maybe: sourceMaybes.replace() }]);
  }
  if (before > 0) await doing(during, () => client.query(`delete from ${there}`));
  const { from } = await import('pg-copy-streams');
  const names = table.columns.map(({ name }) => quoted(name)).join(', ');
  await doing(during, () =>
    pipeline(Readable.from(linesOf(table)), client.query(from(`copy ${there} (${names}) from stdin`))),
  );
  const after = await count();
  if (after !== table.rows.length)
    throw new Refusal([{ message: sourceProblems.otherCount(file, table.rows.length, after) }]);
}

/** Rows in the form that COPY reads. */
function* linesOf({ rows, stored }: TypedTable): Generator<string> {
  let block = '';
  for (const row of rows) {
    block += `${row.map((cell, at) => (cell === null ? '\\N' : escaped(cell, stored[at]!))).join('\t')}\n`;
    if (block.length < SENT) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(cell: string | number, stored: Stored): string {
  if (typeof cell === 'string') return cell.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one]!);
  if (stored !== 'money') return String(cell);
  const cents = String(Math.abs(cell)).padStart(3, '0');
  return `${cell < 0 ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)}`;
}
