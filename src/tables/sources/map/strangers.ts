import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvFile } from '../../csv/files.ts';
import type { RawTable } from '../../table.ts';
import { type DataSource, isOwn } from '../source.ts';
import { LOOKED_AT, type Stranger } from './stranger.ts';

/** All tables of a source, whatever they are called, and how their first rows look. */
export async function strangersIn(
  source: DataSource,
  sample: (seed: number) => readonly RawTable[],
): Promise<readonly Stranger[]> {
  if (isOwn(source)) return [];
  if ('sample' in source)
    return sample(source.sample).map(({ name, header, rows }) => ({ name, columns: header, rows }));
  if ('dir' in source) return csvFiles(source.dir);
  if ('postgres' in source) return (await import('../postgres/strangers.ts')).postgresStrangers(source.postgres);
  if ('supabase' in source) return (await import('../supabase/strangers.ts')).supabaseStrangers(source.supabase);
  if ('xlsx' in source) return (await import('../xlsx/strangers.ts')).xlsxStrangers(source.xlsx);
  return (await import('../parquet/strangers.ts')).parquetStrangers(source.parquet);
}

function csvFiles(dir: string): readonly Stranger[] {
  const files = readdirSync(dir).filter((file) => /\.csv$/i.test(file));
  return files.sort().flatMap((file) => {
    const { header, rows } = readCsvFile(join(dir, file));
    return header === undefined ? [] : [{ name: file.slice(0, -4), columns: header, rows: rows.slice(0, LOOKED_AT) }];
  });
}
