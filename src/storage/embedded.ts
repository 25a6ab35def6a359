import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, SqliteDatabase } from 'kysely';
import { Refusal } from '../problems/problem.ts';
import { makeFolder } from '../tables/make-folder.ts';
import { cannotOpen, failedThere, noDatabaseFile, nothingKept, tooBusy } from './problems.ts';
import type { Opened } from './storage.ts';

/** The file of the database in its folder. */
const FILE = 'evenhand.db';

/**
 * Milliseconds that the driver itself waits for another writer. Meanwhile this process does nothing else, and where it is
 * the writer that would be for ever: so it is short, and the rest of the waiting is done here.
 */
const BUSY_MS = 5;
const PAUSE_MS = 5;

/** How often a transaction is begun before the other writer is taken to be stuck: about a minute. */
const TRIES = 6000;
const SECONDS = (TRIES * (BUSY_MS + PAUSE_MS)) / 1000;

/**
 * Opens the database of a folder; the file is readable by its owner alone.
 *
 * @param make Whether folder and file are made where they are missing.
 * @throws Refusal where that cannot be, or the file is no database.
 */
export async function openEmbedded(folder: string, make: boolean): Promise<Opened> {
  const file = join(folder, FILE);
  if (!make && !existsSync(file)) throw nothingKept(folder);
  makeFile(folder, file);
  const { Kysely: KyselyClass, SqliteDialect } = await import('kysely');
  const database = await patiently(file, 'opening it', () => openFile(file));
  const db = new KyselyClass<unknown>({ dialect: new SqliteDialect({ database }) });
  const write = <T>(what: string, work: (db: Kysely<unknown>) => Promise<T>): Promise<T> =>
    patiently(file, what, () => db.transaction().execute(work));
  return {
    where: file,
    read: <Tables, T>(what: string, work: (db: Kysely<Tables>) => Promise<T>) =>
      patiently(file, what, () => work(db as unknown as Kysely<Tables>)),
    write: <Tables, T>(what: string, work: (db: Kysely<Tables>) => Promise<T>) =>
      write(what, (transaction) => work(transaction as unknown as Kysely<Tables>)),
    alone: write,
    hasTable: async (asked, name) => {
      const master = (asked as Kysely<{ readonly sqlite_master: { readonly name: string } }>).selectFrom(
        'sqlite_master',
      );
      return (await master.select('name').where('name', '=', name).execute()).length > 0;
    },
    close: () => db.destroy(),
  };
}

function makeFile(folder: string, file: string): void {
  try {
    makeFolder(folder);
    // A database that the driver makes itself could be read by everybody.
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw code === undefined ? error : cannotOpen(file, code);
  }
}

async function openFile(file: string): Promise<SqliteDatabase> {
  const { default: Database } = await import('libsql');
  const database = new Database(file, {});
  try {
    // In this order: without the patience, a second process fails as it asks for the log.
    database.pragma(`busy_timeout = ${BUSY_MS}`, {});
    database.pragma('journal_mode = wal', {});
    database.pragma('synchronous = full', {});
    database.pragma('foreign_keys = on', {});
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    close: () => database.close(),
    prepare: (sql) => {
      // A transaction that takes the lock only as it first writes may find that what it read is old, and fails then.
      const own = sql === 'begin' ? 'begin immediate' : sql;
      // A prepared statement that another writer was in the way of is not ended by the driver, and no later transaction
      // can be: whatever begins or ends one is carried out at once instead.
      if (/^(?:begin|commit|rollback)/.test(own)) return atOnce(() => database.exec(own));
      return checked(database.prepare(own) as unknown as Statement);
    },
  };
}

type Statement = ReturnType<SqliteDatabase['prepare']>;

const atOnce = (work: () => void): Statement => ({
  reader: false,
  all: () => [],
  run: () => {
    work();
    return { changes: 0, lastInsertRowid: 0 };
  },
  iterate: () => [].values(),
});

/** The driver ends the whole process where it is given true or false, and cuts a text where it holds the letter NUL. */
const checked = (statement: Statement): Statement => ({
  reader: statement.reader,
  all: (values) => statement.all(values.map(storable)),
  run: (values) => statement.run(values.map(storable)),
  iterate: (values) => statement.iterate(values.map(storable)),
});

function storable(value: unknown): unknown {
  if (typeof value === 'number' || value === null) return value;
  if (typeof value === 'string' && !/[\0\p{Surrogate}]/u.test(value)) return value;
  throw new TypeError(`the embedded database cannot hold this ${typeof value}`);
}

/** Does something as soon as no other writer is in the way. */
async function patiently<T>(file: string, what: string, work: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await work();
    } catch (error) {
      const code = codeOf(error);
      if (!/^SQLITE_(?:BUSY|LOCKED)/.test(code)) throw failure(error, code, file, what);
      if (left === 0) throw tooBusy(file, what, SECONDS);
      await sleep(PAUSE_MS);
    }
  }
}

function failure(error: unknown, code: string, file: string, what: string): unknown {
  if (error instanceof Refusal) return error;
  if (/^SQLITE_(?:NOTADB|CORRUPT)/.test(code)) return noDatabaseFile(file);
  if (/^SQLITE_(?:FULL|READONLY|IOERR|PERM|CANTOPEN)/.test(code)) return failedThere(file, what, String(error));
  if (error instanceof Error && error.message.startsWith('ConnectionFailed'))
    return cannotOpen(file, 'the driver says no');
  // What else the database says is a fault of this program, and hiding it would help nobody.
  return error;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
