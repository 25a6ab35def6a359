import type { Rest } from './rest.ts';

/** A table as the interface describes it. */
export interface Described {
  readonly columns: readonly string[];
  /** The columns of its primary key; none where it has none, as views, and where nothing is told of it. */
  readonly key: readonly string[];
  /** The type of a column, in the words of PostgreSQL; undefined where nothing is told of it. */
  readonly typeOf: (column: string) => string | undefined;
}

/** What an interface offers. */
interface Offered {
  readonly tables: ReadonlyMap<string, Described>;
  /** Whether it told of all its tables; otherwise those that nobody looked for are unknown. */
  readonly isWhole: boolean;
}

interface Definition {
  readonly properties?: Readonly<Record<string, { readonly description?: unknown; readonly format?: unknown }>>;
}

/** Answers by which an interface keeps its description of itself from a key that may well read tables. */
const KEPT_BACK: readonly number[] = [401, 403, 404];

/**
 * The tables that the interface offers to this key, from the description of itself (OpenAPI) at its root. A table that is
 * not described is looked at by itself, and each is where a project shows its description to nobody: its first row has the
 * names of its columns, and a table that the key may not read is refused, where the description only hides it.
 *
 * @param names The tables that are looked for.
 */
export async function describe(rest: Rest, names: readonly string[]): Promise<Offered> {
  const { status, body } = await rest.ask('/', 'looking at its tables', { may: KEPT_BACK });
  const { definitions = {} } = Object(status < 400 ? body : {}) as {
    readonly definitions?: Readonly<Record<string, Definition>>;
  };
  const described = new Map(
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
  const looked = await byLooking(
    rest,
    names.filter((name) => !described.has(name)),
  );
  return { tables: new Map([...looked, ...described]), isWhole: status < 400 };
}

/** The table that an answer says might have been meant: "Perhaps you meant the table 'public.closed_day'". */
const MEANT = /the table '(?:[^'.]*\.)?([^']+)'/;

async function byLooking(rest: Rest, names: readonly string[]): Promise<ReadonlyMap<string, Described>> {
  const tables = new Map<string, Described>();
  for (const name of names) {
    const during = `looking at ${name}`;
    const { status, body } = await rest.ask(`/${encodeURIComponent(name)}?limit=1`, during, { may: [404] });
    const [first] = Array.isArray(body) ? (body as readonly object[]) : [];
    if (first !== undefined) tables.set(name, { columns: Object.keys(first), key: [], typeOf: () => undefined });
    const meant = status === 404 ? MEANT.exec(String(Object(body).hint))?.[1] : undefined;
    if (meant !== undefined && !names.includes(meant)) tables.set(meant, NOTHING_KNOWN);
  }
  return tables;
}

const NOTHING_KNOWN: Described = { columns: [], key: [], typeOf: () => undefined };
