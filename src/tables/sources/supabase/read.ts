import { type Problem, Refusal } from '../../../problems/problem.ts';
import type { RawTable, TableSpec } from '../../table.ts';
import { tableThere } from '../columns.ts';
import { absentTable } from '../missing.ts';
import { type Needed, neededColumns, tableOf } from '../needed.ts';
import { conditionsOf, type TextsIn } from '../only.ts';
import { sourceMaybes, sourceNotes, sourceProblems } from '../problems.ts';
import type { ReadSource, SupabaseSource } from '../source.ts';
import { type Described, describe } from './catalog.ts';
import { allRows, notAsked, textsIn } from './pages.ts';
import { type Rest, restOf } from './rest.ts';

/**
 * Reads tables over the interface that Supabase gives every project (PostgREST). It has no transaction over several
 * requests: a table that changes while it is read is refused, and one that changes after it was read is not noticed.
 *
 * @throws Refusal where the interface does not answer, lacks a table or a column, or what comes is not what it counted.
 */
export const readSupabase: ReadSource<SupabaseSource> = async (specs, source) => {
  const rest = restOf(source);
  const names = specs.map((spec) => tableThere(source, spec.name));
  const { tables: there, isWhole } = await describe(rest, names);
  const problems: Problem[] = [];
  const wanted = specs.flatMap((spec): readonly Plan[] => {
    const name = tableThere(source, spec.name);
    const described = there.get(name);
    if (described === undefined) {
      problems.push(...absentTable(spec, source, { name, there: [...there.keys()], where: rest.where }, names));
      return [];
    }
    try {
      const needed = neededColumns(spec, { file: `${source.schema}.${name}`, ...described });
      return [{ spec, name, described, needed }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new Refusal(problems);
  const tables: RawTable[] = [];
  const ask: TextsIn = async (table, column) => {
    const plan = wanted.find(({ spec }) => spec.name === table);
    const there = plan?.needed.there(column);
    return plan === undefined || there === undefined ? [] : textsIn(rest, plan.name, there);
  };
  for (const one of wanted) tables.push(await readOne(rest, source, one, ask));
  const empty = tables.filter(({ rows }) => rows.length === 0);
  const absent = isWhole ? [] : names.filter((name) => !there.has(name));
  return {
    tables,
    notes: [
      ...empty.map(({ file }) => sourceNotes.noRow(file)),
      ...(absent.length === 0 ? [] : [sourceNotes.keptBack(absent)]),
    ],
  };
};

/** What is read of one table. */
interface Plan {
  readonly spec: TableSpec;
  readonly name: string;
  readonly described: Described;
  readonly needed: Needed;
}

async function readOne(
  rest: Rest,
  { schema, only }: SupabaseSource,
  { spec, name, described, needed }: Plan,
  ask: TextsIn,
): Promise<RawTable> {
  const file = `${schema}.${name}`;
  const conditions = await conditionsOf(spec, only, { file, nameOf: needed.there, typeOf: described.typeOf }, ask);
  const rows = await allRows(rest, name, needed, { conditions, typeOf: described.typeOf });
  if (rows.length === 0 && spec.required)
    throw new Refusal([{ message: sourceProblems.noRow(file), path: ['data'], maybe: sourceMaybes.rights() }]);
  const table = tableOf(spec, file, needed, rows);
  const left = conditions.length === 0 ? 0 : await notAsked(rest, name, rows.length);
  return left === 0 ? table : { ...table, notes: [...(table.notes ?? []), sourceNotes.notAsked(file, left)] };
}
