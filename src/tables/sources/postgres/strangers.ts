import { LOOKED_AT, type Stranger } from '../map/stranger.ts';
import type { PostgresSource } from '../source.ts';
import { describe, quoted } from './catalog.ts';
import { AS_TEXT, connected } from './client.ts';

/** The tables of a schema with their first rows. */
export const postgresStrangers = (source: PostgresSource): Promise<readonly Stranger[]> =>
  connected(source, async (connection) => {
    const { client, doing } = connection;
    await doing('beginning to read', () => client.query('begin isolation level repeatable read read only'));
    const strangers: Stranger[] = [];
    for (const [name, { columns: all, closed }] of await describe(connection, source.schema)) {
      const columns = all.filter((column) => !closed.includes(column.name));
      if (columns.length === 0) continue;
      const cells = columns.map((column) => quoted(column.name)).join(', ');
      const text = `select ${cells} from ${quoted(source.schema)}.${quoted(name)} limit ${LOOKED_AT}`;
      const { rows } = await doing(`reading ${source.schema}.${name}`, () =>
        client.query<(string | null)[]>({ text, rowMode: 'array', types: AS_TEXT }),
      );
      strangers.push({
        name,
        columns: columns.map((column) => column.name),
        rows: rows.map((row) => row.map((cell) => cell ?? '')),
      });
    }
    await doing('ending the read', () => client.query('commit'));
    return strangers;
  });
