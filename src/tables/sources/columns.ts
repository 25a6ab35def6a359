import type { Column, TableSpec } from '../table.ts';

type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Tables whose columns are also found by the names that a scenario gives them. */
export function calledThere(specs: readonly TableSpec[], names: Names = {}): readonly TableSpec[] {
  return specs.map((spec) => {
    const own = names[spec.name];
    if (own === undefined) return spec;
    const columns = Object.entries<Column>(spec.columns).map(([name, column]) => {
      const there = own[name];
      return [name, there === undefined ? column : { ...column, aliases: [...(column.aliases ?? []), there] }];
    });
    return { ...spec, columns: Object.fromEntries(columns) };
  });
}

/** What a table of ours is called in a database. */
export const tableThere = ({ tables }: { readonly tables: Readonly<Record<string, string>> }, name: string): string =>
  tables[name] ?? name;
