import type { Kysely } from 'kysely';

/**
 * One step that makes or changes the tables of a feature. It is carried out once in each place, and a later Evenhand never
 * changes it. Whatever it asks is written with the builders of Kysely, so that both databases take it.
 */
export interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

/** The tables of a feature: its name, and the steps that make them, in order. */
export interface Feature {
  readonly name: string;
  readonly migrations: readonly Migration[];
}

/**
 * What outlives a run: an embedded database in a folder, or a schema of a PostgreSQL database. Both understand the same
 * statements, and both answer with numbers, texts and nulls only.
 */
export interface Storage {
  /** As messages name it: `history/evenhand.db`, or `the database "fleet" at localhost, schema evenhand`. */
  readonly where: string;
  /**
   * Asks something; what is asked meanwhile by others does not wait.
   *
   * @param what What is being done, for messages: `reading outcomes`.
   * @throws Refusal where the database fails.
   */
  readonly read: <Tables, T>(what: string, work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /**
   * A transaction: all of the work is kept, or nothing. No update is lost: of two that read and then write, the second
   * sees what the first one wrote. The work may run more than once, so that it does nothing but ask `db`; inside of it the
   * storage itself is not used.
   *
   * @throws Refusal where the database fails; whatever the work throws, and then nothing is kept.
   */
  readonly write: <Tables, T>(what: string, work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Lets go of the database. */
  readonly close: () => Promise<void>;
}

/** What both databases give to `migrate` beside that. */
export interface Opened extends Storage {
  /** Whether a table is there. */
  readonly hasTable: (db: Kysely<unknown>, table: string) => Promise<boolean>;
  /** A transaction that waits for every other one of its kind, also of other processes. */
  readonly alone: <T>(what: string, work: (db: Kysely<unknown>) => Promise<T>) => Promise<T>;
}
