import pg from 'pg';
import type { RawTable } from '../../src/index.ts';
import type { Server } from './postgres.ts';

const name = (text: string) => `"${text}"`;

/** Lays tables into a schema of the database, every cell as text. */
export async function loadSample(server: Server, schema: string, tables: readonly RawTable[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create schema ${name(schema)}`);
  for (const table of tables) {
    const there = `${name(schema)}.${name(table.name)}`;
    await client.query(`create table ${there} (${table.header.map((column) => `${name(column)} text`).join(', ')})`);
    for (let at = 0; at < table.rows.length; at += 500) {
      const some = table.rows.slice(at, at + 500);
      const values = some.map(
        (row) => `(${row.map((cell) => (cell === '' ? 'null' : client.escapeLiteral(cell))).join(', ')})`,
      );
      await client.query(`insert into ${there} values ${values.join(', ')}`);
    }
  }
  await client.end();
}
