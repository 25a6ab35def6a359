import type { TableSpec } from '../table.ts';
import type { RemoteSource, SourceTables } from './source.ts';

/** Reads the tables of a source. Its driver is loaded only when a scenario names it. */
export async function readSource(specs: readonly TableSpec[], source: RemoteSource): Promise<SourceTables> {
  if ('postgres' in source) return (await import('./postgres/read.ts')).readPostgres(specs, source.postgres);
  if ('supabase' in source) return (await import('./supabase/read.ts')).readSupabase(specs, source.supabase);
  if ('xlsx' in source) return (await import('./xlsx/read.ts')).readXlsx(specs, source);
  return (await import('./parquet/read.ts')).readParquet(specs, source);
}
