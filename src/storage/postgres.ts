import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IsolationLevel, Kysely } from 'kysely';
import { type Problem, Refusal } from '../problems/problem.ts';
import { quoted } from '../tables/sources/postgres/catalog.ts';
import { accessTo, isCut } from '../tables/sources/postgres/client.ts';
import { databaseNamed } from '../tables/sources/postgres/named.ts';
import { nothingKept, perhapsKept } from './problems.ts';
import type { Opened } from './storage.ts';

/** The most seconds that one statement may take. */
const SECONDS = 120;
const CONNECTIONS = 4;

/** How often a transaction is tried that another one comes in the way of. */
const TRIES = 50;

/** The number of the type of whole numbers of 64 bits: counts and instants, which a number of JavaScript holds. */
const INT8 = 20;

/**
 * Opens a schema of a PostgreSQL database.
 *
 * @param word As `databaseNamed` understands it: `postgres`, `postgres:plans`, `env:NAME`.
 * @param make Whether the schema is made where it is missing.
 * @throws Refusal where the database cannot be reached, or there is no such schema.
 */
export async function openPostgres(word: string, make: boolean): Promise<Opened> {
  const { url, schema, where } = databaseNamed(word);
  const { settings, failure } = accessTo({ url, seconds: SECONDS });
  const [{ default: pg }, { Kysely: KyselyClass, PostgresDialect }] = await Promise.all([
    import('pg'),
    import('kysely'),
  ]);
  const pool = new pg.Pool({ ...settings, max: CONNECTIONS, types: { getTypeParser: parserOf(pg.types) } });
  // A connection that is cut while nobody waits for an answer would end the process; whoever asks next is told.
  pool.on('error', () => undefined);
  const doing = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const refused = failure(error, what);
      throw refused instanceof Refusal ? new Refusal(refused.problems.map(withoutData)) : refused;
    }
  };
  const db = new KyselyClass<unknown>({ dialect: new PostgresDialect({ pool }) });
  const there = db.withSchema(schema);
  const inTransaction = <T>(what: string, level: IsolationLevel, work: (db: Kysely<unknown>) => Promise<T>) =>
    doing(what, () =>
      again(async () => {
        let isDone = false;
        try {
          return await db
            .transaction()
            .setIsolationLevel(level)
            .execute(async (transaction) => {
              const result = await work(transaction.withSchema(schema));
              isDone = true;
              return result;
            });
        } catch (error) {
          throw isDone && isCut(error) ? perhapsKept(where, what) : error;
        }
      }),
    );
  try {
    const client = await doing('connecting', () => pool.connect());
    client.release();
    await doing('looking for its schema', async () => {
      const found = await pool.query('select to_regnamespace($1) is null as missing', [quoted(schema)]);
      if (!(found.rows[0] as { readonly missing: boolean }).missing) return;
      if (!make) throw nothingKept(where);
      await again(() => pool.query(`create schema if not exists ${quoted(schema)}`));
    });
  } catch (error) {
    await pool.end().catch(() => undefined);
    throw error;
  }
  return {
    where,
    read: <Tables, T>(what: string, work: (db: Kysely<Tables>) => Promise<T>) =>
      doing(what, () => work(there as unknown as Kysely<Tables>)),
    write: <Tables, T>(what: string, work: (db: Kysely<Tables>) => Promise<T>) =>
      inTransaction(what, 'serializable', (transaction) => work(transaction as unknown as Kysely<Tables>)),
    alone: (what, work) =>
      // A snapshot would be taken before the lock is given, and show what was there before the other one ended.
      inTransaction(what, 'read committed', async (transaction) => {
        await transaction.executeQuery(await lockOf(schema));
        return work(transaction);
      }),
    hasTable: async (asked, name) => {
      const { CompiledQuery } = await import('kysely');
      const question = CompiledQuery.raw('select to_regclass($1) is not null as is_there', [
        `${quoted(schema)}.${quoted(name)}`,
      ]);
      const { rows } = await asked.executeQuery<{ readonly is_there: boolean }>(question);
      return rows[0]?.is_there === true;
    },
    close: () => db.destroy(),
  };
}

/** The statement that waits until nobody else has the lock of a schema; the end of the transaction gives it back. */
async function lockOf(schema: string) {
  const { CompiledQuery } = await import('kysely');
  const hash = createHash('sha256').update(`evenhand keeps in ${schema}`).digest();
  return CompiledQuery.raw('select pg_advisory_xact_lock($1)', [hash.readBigInt64BE().toString()]);
}

const parserOf = (types: { readonly getTypeParser: (oid: number, format?: 'text') => unknown }) =>
  ((oid: number, format?: 'text') => (oid === INT8 ? Number : types.getTypeParser(oid, format))) as never;

/** Tries again where two transactions cannot both be kept as if one had come after the other; this one lost. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      // Two that make the same schema at once meet in its catalogue (23505 on pg_namespace).
      const code = codeOf(error);
      const raced = code === '40001' || code === '40P01' || (code === '23505' && tableOf(error) === 'pg_namespace');
      if (!raced || tries === TRIES) throw error;
      await sleep(Math.min(200, 2 * tries * tries));
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const tableOf = (error: unknown): string => (error instanceof Error && 'table' in error ? String(error.table) : '');

/** What it refuses has nothing to do with the data of a scenario. */
const withoutData = ({ path: _, maybe, ...problem }: Problem): Problem => ({
  ...problem,
  ...(maybe !== undefined && !maybe.includes('data:') && { maybe }),
});
