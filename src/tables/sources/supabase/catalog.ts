import type { Rest } from './rest.ts';

/** A table as the interface describes it. */
export interface Described {
  readonly columns: readonly string[];
  /** The columns of its primary key; none where it has none, as views. */
  readonly key: readonly string[];
}

interface Definition {
  readonly properties?: Readonly<Record<string, { readonly description?: unknown }>>;
}

/** The tables that the interface offers to this key, from the description of itself (OpenAPI) at its root. */
export async function describe(rest: Rest): Promise<ReadonlyMap<string, Described>> {
  const { body } = await rest.ask('/', 'looking at its tables');
  const { definitions = {} } = Object(body) as { readonly definitions?: Readonly<Record<string, Definition>> };
  return new Map(
    Object.entries(definitions).map(([table, { properties = {} }]): [string, Described] => {
      const columns = Object.keys(properties);
      // PostgREST marks a column of the primary key so, in the text that people read.
      return [
        table,
        { columns, key: columns.filter((name) => String(properties[name]?.description).includes('<pk/>')) },
      ];
    }),
  );
}
