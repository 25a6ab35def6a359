import type { Connection } from './client.ts';

/** A table of a database as its catalogue describes it. */
export interface Described {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns of its primary key; none where it has none, as views. */
  readonly key: readonly string[];
  /** Row-level security holds for the user who asks. */
  readonly hides: boolean;
}

const COLUMNS = `
select c.relname, a.attname, t.typname, a.attnum = any (i.indkey), row_security_active(c.oid)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_index i on i.indrelid = c.oid and i.indisprimary
where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f')
  and has_column_privilege(c.oid, a.attnum, 'SELECT')
order by c.relname, a.attnum`;

/** The tables of a schema that this user may read, with the columns that this user may read. */
export async function describe({ client, doing }: Connection, schema: string): Promise<ReadonlyMap<string, Described>> {
  type Row = readonly [string, string, string, boolean | null, boolean];
  const { rows } = await doing('looking at its tables', () =>
    client.query<Row[]>({ text: COLUMNS, values: [schema], rowMode: 'array' } as never),
  );
  const tables = new Map<string, { columns: Described['columns'][number][]; key: string[]; hides: boolean }>();
  for (const [table, name, type, inKey, hides] of rows as unknown as readonly Row[]) {
    const own = tables.get(table) ?? { columns: [], key: [], hides };
    own.columns.push({ name, type });
    if (inKey === true) own.key.push(name);
    tables.set(table, own);
  }
  return tables;
}

/** A name as SQL takes it, whatever letters it has. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
