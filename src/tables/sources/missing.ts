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

/** A name without letter case, what stands between words, and the s of a plural: "Closed-Day" is `closed_days`. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/s$/, '');

/**
 * What is wrong where a database lacks a table: nothing for an optional one, unless the scenario itself names it, or a
 * table there can only be meant for it. To leave that one out would open all that it forbids.
 *
 * @param names The tables of the kind as they are called there.
 */
export function absentTable(
  spec: TableSpec,
  source: { readonly tables: Readonly<Record<string, string>> },
  looked: Looked,
  names: readonly string[],
): readonly Problem[] {
  if (spec.required || Object.hasOwn(source.tables, spec.name)) return missingTable(spec, source, looked);
  const meant = looked.there.filter((one) => bare(one) === bare(spec.name) && !names.includes(one));
  if (meant.length === 0) return [];
  const message = sourceProblems.nearTable(spec.name, meant, looked.where);
  return [{ message, path: ['data'], maybe: sourceMaybes.nameTable(spec.name, meant[0]!) }];
}

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
