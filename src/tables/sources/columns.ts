import { nearest } from '../../problems/nearest.ts';
import { type Problem, Refusal } from '../../problems/problem.ts';
import type { Column, TableSpec } from '../table.ts';
import { sourceMaybes, sourceProblems } from './problems.ts';

type Names = Readonly<Record<string, string>>;

/**
 * Tables whose columns are found by the names that a scenario gives them.
 *
 * @throws Refusal where it names a table or a column that the kind does not have.
 */
export function calledThere(
  specs: readonly TableSpec[],
  named: Readonly<Record<string, Names>> = {},
): readonly TableSpec[] {
  const problems: Problem[] = [...unknownTables(specs, named, 'columns')];
  for (const { name, columns } of specs)
    for (const column of Object.keys(named[name] ?? {}))
      if (!Object.hasOwn(columns, column)) {
        const close = nearest(column, Object.keys(columns));
        const message = sourceProblems.noSuchColumn(name, column);
        problems.push({ message, path: ['data', 'columns', name, column], ...maybeName(close) });
      }
  if (problems.length > 0) throw new Refusal(problems);
  return specs.map((spec) => {
    const own = named[spec.name];
    if (own === undefined) return spec;
    const columns = Object.entries<Column>(spec.columns).map(([name, column]) => {
      const there = own[name];
      return [name, there === undefined ? column : { ...column, there }];
    });
    return { ...spec, columns: Object.fromEntries(columns) };
  });
}

/** What a table of ours is called there. */
export const tableThere = ({ tables }: { readonly tables: Names }, name: string): string => tables[name] ?? name;

/** Tables that a scenario gives a name to and that the kind does not have: the name would change nothing. */
export const unknownTables = (
  specs: readonly TableSpec[],
  named: Readonly<Record<string, unknown>>,
  ...path: readonly string[]
): readonly Problem[] =>
  Object.keys(named)
    .filter((table) => !specs.some(({ name }) => name === table))
    .map((table) => {
      const names = specs.map(({ name }) => name);
      const message = sourceProblems.noSuchTable(table);
      return { message, path: ['data', ...path, table], ...maybeName(nearest(table, names), names) };
    });

function maybeName(close: string | undefined, known?: readonly string[]): { readonly maybe?: string } {
  if (close !== undefined) return { maybe: sourceMaybes.name(close) };
  return known === undefined ? {} : { maybe: sourceMaybes.names(known) };
}
