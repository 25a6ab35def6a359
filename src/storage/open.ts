import { databaseNamed, isDatabase } from '../tables/sources/postgres/named.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import type { Feature, Opened, Storage } from './storage.ts';

/** How a storage is opened. */
export interface OpenOptions {
  /** The tables that are needed there; they are made, or brought up to date. */
  readonly features: readonly Feature[];
  /** Whether what is missing is made, true unless false: a folder, a schema, tables. Whoever only looks makes nothing. */
  readonly make?: boolean;
}

/**
 * Opens what outlives a run.
 *
 * @param place A folder, which then holds the file `evenhand.db`; or a database: `postgres` (the one of `DATABASE_URL`, its
 *   schema evenhand), `postgres:plans` (its schema plans), or `env:NAME` (the database whose address that variable holds).
 * @throws Refusal where it cannot be reached, is no database, or was written by a newer Evenhand; and, with `make: false`,
 *   where nothing is kept there yet.
 * @example
 * const kept = await openStorage(folder, { features: [] });
 * await kept.close() // undefined
 */
export async function openStorage(place: string, { features, make = true }: OpenOptions): Promise<Storage> {
  const opened: Opened = isDatabase(place) ? await openPostgres(place, make) : await openEmbedded(place, make);
  try {
    for (const feature of features) await migrate(opened, feature, make);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}

/**
 * Where something is kept, as messages say it, without opening it.
 *
 * @example
 * storagePlace('history') // 'history'
 */
export const storagePlace = (place: string): string => (isDatabase(place) ? databaseNamed(place).where : place);
