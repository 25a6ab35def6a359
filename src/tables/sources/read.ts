import { Refusal } from '../../problems/problem.ts';
import type { TableSpec } from '../table.ts';
import { unknownTables } from './columns.ts';
import { type Only, withoutEffect } from './only.ts';
import type { RemoteSource, SourceTables } from './source.ts';

/**
 * Reads the tables of a source. Its driver is loaded only when a scenario names it.
 *
 * @throws Refusal where the scenario names a table that the kind does not have, and where the source cannot answer.
 */
export async function readSource(specs: readonly TableSpec[], source: RemoteSource): Promise<SourceTables> {
  const problems = [...unknownTables(specs, namedIn(source), 'tables'), ...withoutEffect(specs, onlyIn(source))];
  if (problems.length > 0) throw new Refusal(problems);
  if ('postgres' in source) return (await import('./postgres/read.ts')).readPostgres(specs, source.postgres);
  if ('supabase' in source) return (await import('./supabase/read.ts')).readSupabase(specs, source.supabase);
  if ('xlsx' in source) return (await import('./xlsx/read.ts')).readXlsx(specs, source);
  return (await import('./parquet/read.ts')).readParquet(specs, source);
}

/** The tables to which the scenario gives another name. */
function namedIn(source: RemoteSource): Readonly<Record<string, string>> {
  if ('postgres' in source) return source.postgres.tables;
  if ('supabase' in source) return source.supabase.tables;
  return 'xlsx' in source ? source.tables : {};
}

/** Which rows the scenario asks for. */
function onlyIn(source: RemoteSource): Only {
  if ('postgres' in source) return source.postgres.only;
  return 'supabase' in source ? source.supabase.only : {};
}
