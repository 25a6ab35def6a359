import { type Problem, Refusal } from '../../../problems/problem.ts';
import type { RawTable, TableSpec } from '../../table.ts';
import { tableThere } from '../columns.ts';
import { missingTable } from '../missing.ts';
import { neededColumns, tableOf } from '../needed.ts';
import { sourceMaybes, sourceNotes, sourceProblems } from '../problems.ts';
import type { ReadSource, SupabaseSource } from '../source.ts';
import { describe } from './catalog.ts';
import { allRows } from './pages.ts';
import { type Rest, restOf } from './rest.ts';

/**
 * Reads tables over the interface that Supabase gives every project (PostgREST). It has no transaction over several
 * requests: a table that changes while it is read is refused, and one that changes after it was read is not noticed.
 *
 * @throws Refusal where the interface does not answer, lacks a table or a column, or what comes is not what it counted.
 */
export const readSupabase: ReadSource<SupabaseSource> = async (specs, source) => {
  const rest = restOf(source);
  const there = await describe(rest);
  const problems: Problem[] = [];
  const wanted = specs.flatMap((spec) => {
    const name = tableThere(source, spec.name);
    const described = there.get(name);
    if (described === undefined) {
      problems.push(...missingTable(spec, source, { name, there: [...there.keys()], where: rest.where }));
      return [];
    }
    try {
      return [{ spec, name, needed: neededColumns(spec, { file: `${source.schema}.${name}`, ...described }) }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new Refusal(problems);
  const tables: RawTable[] = [];
  for (const one of wanted) tables.push(await readOne(rest, source.schema, one));
  const empty = tables.filter(({ rows }) => rows.length === 0);
  return { tables, notes: empty.map(({ file }) => sourceNotes.noRow(file)) };
};

async function readOne(
  rest: Rest,
  schema: string,
  {
    spec,
    name,
    needed,
  }: { readonly spec: TableSpec; readonly name: string; readonly needed: ReturnType<typeof neededColumns> },
): Promise<RawTable> {
  const file = `${schema}.${name}`;
  const rows = await allRows(rest, name, needed);
  if (rows.length === 0 && spec.required)
    throw new Refusal([{ message: sourceProblems.noRow(file), path: ['data'], maybe: sourceMaybes.rights() }]);
  return tableOf(spec, file, needed, rows);
}
