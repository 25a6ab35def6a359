import { resolve } from 'node:path';
import { isDatabase } from '../tables/sources/postgres/named.ts';
import { folderStore } from './folder.ts';
import { postgresStore } from './postgres/store.ts';
import type { Store } from './store.ts';

/**
 * The place of publications that a word means: `postgres` and the other words by which `data copy` names a database, or
 * else a folder.
 *
 * @throws Refusal where the word holds a password, or the environment has no address of the database.
 * @example
 * storeNamed('published').where('la-week') // 'published/la-week'
 */
export const storeNamed = (word: string): Store => (isDatabase(word) ? postgresStore(word) : folderStore(word));

/** Whether what a record says about where a run looked is this store. */
export const isSamePlace = (recorded: string, { address }: Store): boolean =>
  recorded === address || resolve(recorded) === address;

/**
 * Where the versions of a scenario are, as messages say it, and whether it is a folder.
 *
 * @example
 * publicationPlace('published', 'la-week') // { where: 'published/la-week', isFolder: true }
 */
export const publicationPlace = (word: string, name: string) => ({
  where: storeNamed(word).where(name),
  isFolder: !isDatabase(word),
});
