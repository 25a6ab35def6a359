import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOOKED_AT, type Stranger } from '../map/stranger.ts';
import { firstRows } from './read.ts';

/** The Parquet files of a folder with their first rows. */
export async function parquetStrangers(folder: string): Promise<readonly Stranger[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.parquet'));
  const strangers: Stranger[] = [];
  for (const file of files.sort())
    strangers.push({ name: file.slice(0, -'.parquet'.length), ...(await firstRows(join(folder, file), LOOKED_AT)) });
  return strangers;
}
