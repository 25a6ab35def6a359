import { nearest } from '../../problems/nearest.ts';
import type { Problem } from '../../problems/problem.ts';
import type { TableSpec } from '../table.ts';
import { sourceMaybes, sourceProblems } from './problems.ts';

/** Where a table was looked for. */
interface Looked {
  /** What it is called there. */
  readonly name: string;
  /** The tables that are there. */
  readonly there: readonly string[];
  readonly where: string;
}

const NAMED = 12;

/** What is wrong where a table is not there: nothing for an optional one, unless the scenario itself names it. */
export function missingTable(
  spec: TableSpec,
  { tables }: { readonly tables: Readonly<Record<string, string>> },
  { name, there, where }: Looked,
): readonly Problem[] {
  if (!spec.required && !Object.hasOwn(tables, spec.name)) return [];
  const close = nearest(name, there);
  const maybe = sourceMaybes.tableNames(close === undefined ? there.slice(0, NAMED) : [close]);
  return [{ message: sourceProblems.noTable(spec.name, name, where), path: ['data'], maybe }];
}
