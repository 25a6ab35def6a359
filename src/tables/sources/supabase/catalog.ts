import type { Rest } from './rest.ts';

/** A table as the interface describes it. */
export interface Described {
  readonly columns: readonly string[];
  /** The columns of its primary key; none where it has none, as views, and where nothing is told of it. */
  readonly key: readonly string[];
  /** The type of a column, in the words of PostgreSQL; undefined where nothing is told of it. */
  readonly typeOf: (column: string) => string | undefined;
}

interface Definition {
  readonly properties?: Readonly<Record<string, { readonly description?: unknown; readonly format?: unknown }>>;
}

/** Answers by which an interface keeps its description of itself from a key that may well read tables. */
const KEPT_BACK: readonly number[] = [401, 403, 404];

/**
 * The tables that the interface offers to this key, from the description of itself (OpenAPI) at its root. Where a project
 * shows that to nobody, each table is looked at instead: its first row has the names of its columns.
 *
 * @param names The tables that are looked for.
 */
export async function describe(rest: Rest, names: readonly string[]): Promise<ReadonlyMap<string, Described>> {
  const { status, body } = await rest.ask('/', 'looking at its tables', { may: KEPT_BACK });
  if (status >= 400) return byLooking(rest, names);
  const { definitions = {} } = Object(body) as { readonly definitions?: Readonly<Record<string, Definition>> };
  return new Map(
    Object.entries(definitions).map(([table, { properties = {} }]): [string, Described] => {
      const columns = Object.keys(properties);
      // PostgREST marks a column of the primary key so, in the text that people read.
      const key = columns.filter((name) => String(properties[name]?.description).includes('<pk/>'));
      const typeOf = (column: string) => {
        const format = properties[column]?.format;
        return typeof format === 'string' ? format : undefined;
      };
      return [table, { columns, key, typeOf }];
    }),
  );
}

async function byLooking(rest: Rest, names: readonly string[]): Promise<ReadonlyMap<string, Described>> {
  const tables = new Map<string, Described>();
  for (const name of names) {
    const { body } = await rest.ask(`/${encodeURIComponent(name)}?limit=1`, `looking at ${name}`, { may: [404] });
    const [first] = Array.isArray(body) ? (body as readonly object[]) : [];
    if (first !== undefined) tables.set(name, { columns: Object.keys(first), key: [], typeOf: () => undefined });
  }
  return tables;
}
