import type { Connection } from './client.ts';

/** A table of a database as its catalogue describes it. */
export interface Described {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns that this user may not read. */
  readonly closed: readonly string[];
  /** The columns of its primary key; none where it has none, as views. */
  readonly key: readonly string[];
  /** Row-level security holds for the user who asks. */
  readonly hides: boolean;
}

interface Growing extends Described {
  readonly columns: Described['columns'][number][];
  readonly closed: string[];
  readonly key: string[];
}

const COLUMNS = `
select c.relname, a.attname, coalesce(b.typname, t.typname), a.attnum = any (i.indkey), row_security_active(c.oid),
  has_column_privilege(c.oid, a.attnum, 'SELECT')
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_type b on t.typtype = 'd' and b.oid = t.typbasetype
left join pg_index i on i.indrelid = c.oid and i.indisprimary
where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f')
order by c.relname, a.attnum`;

/** The tables of a schema with their columns, also those that this user may not read. */
export async function describe({ client, doing }: Connection, schema: string): Promise<ReadonlyMap<string, Described>> {
  type Row = readonly [string, string, string, boolean | null, boolean, boolean];
  const { rows } = await doing('looking at its tables', () =>
    client.query<Row[]>({ text: COLUMNS, values: [schema], rowMode: 'array' } as never),
  );
  const tables = new Map<string, Growing>();
  for (const [table, name, type, inKey, hides, open] of rows as unknown as readonly Row[]) {
    const own = tables.get(table) ?? { columns: [], key: [], closed: [], hides };
    if (!open) own.closed.push(name);
    own.columns.push({ name, type });
    if (inKey === true) own.key.push(name);
    tables.set(table, own);
  }
  return tables;
}

/** A name as SQL takes it, whatever letters it has. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
