import { sourceNamed } from '../words.ts';
import { databaseOf } from './client.ts';

/** Where nobody names a schema for what Evenhand itself keeps. */
const SCHEMA = 'evenhand';

/** The words of `data copy` that name a database. */
const DATABASE = /^(?:postgres(?:$|:)|postgresql:\/\/|env:)/i;

/** Whether a word names a database, and not a folder; `./postgres` is a folder. */
export const isDatabase = (word: string): boolean => DATABASE.test(word);

/** A schema of a database in which Evenhand keeps something of its own. */
export interface NamedDatabase {
  /** `env:NAME`, or an address without a password. */
  readonly url: string;
  readonly schema: string;
  /** In words: `the database "fleet" at localhost:5432, schema evenhand`. */
  readonly where: string;
  /** Without user and secret, by which two records tell whether they mean the same: `postgres://localhost/fleet#evenhand`. */
  readonly address: string;
}

/**
 * The schema that a word means: `postgres` (of the database of `DATABASE_URL` the schema evenhand), `postgres:plans` (its
 * schema plans), `env:NAME` (the database whose address that variable holds), or an address without a password.
 *
 * @throws Refusal where the word holds a password, or the environment has no address of the database.
 */
export function databaseNamed(word: string): NamedDatabase {
  const source = sourceNamed(word);
  if (!('postgres' in source)) throw new Error(`"${word}" names no database`);
  const { url } = source.postgres;
  const schema = /^postgres:(?!\/\/)./.test(word) ? source.postgres.schema : SCHEMA;
  const { where, address } = databaseOf(url);
  return { url, schema, where: `${where}, schema ${schema}`, address: `${address}#${schema}` };
}
