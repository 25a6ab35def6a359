import { createHash } from 'node:crypto';
import { type Problem, Refusal } from '../../problems/problem.ts';
import { quoted } from '../../tables/sources/postgres/catalog.ts';
import { type Connection, connected, isCut } from '../../tables/sources/postgres/client.ts';
import { databaseNamed } from '../../tables/sources/postgres/named.ts';
import { sourceMaybes } from '../../tables/sources/problems.ts';
import { damagedVersion, hiddenVersions, noVersion, perhapsPublished } from '../problems.ts';
import type { Store } from '../store.ts';
import { parseVersion, printVersion, type Version, versionName } from '../version.ts';
import { publicationSql, tablesIn } from './tables.ts';

/** The most seconds that one statement may take, and that a publisher waits for another. */
const SECONDS = 60;

/** A schema of a database. */
interface Place {
  readonly url: string;
  readonly schema: string;
  readonly where: string;
}

/**
 * A database of publications: each version is a row of the table `versions`, and its rows are rows of `version_rows`.
 * Both tables are made when the first version is published.
 *
 * @param word `postgres` (the database of `DATABASE_URL`, its schema evenhand), `postgres:plans` (its schema plans), or
 *   `env:NAME` (the database whose address that variable holds).
 * @throws Refusal where the word holds a password, or the environment has no address of the database.
 */
export function postgresStore(word: string): Store {
  const { url, schema, where, address } = databaseNamed(word);
  const place: Place = { url, schema, where };
  return {
    address,
    option: `--to ${/^[\w:/.@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`}`,
    where: () => where,
    versions: (name) => working(place, (connection) => versionsOf(connection, place, name)),
    read: (name, version) => working(place, (connection) => read(connection, place, { name, version })),
    publishedAt: (name, version) => working(place, (connection) => publishedAt(connection, place, { name, version })),
    add: (version) => working(place, (connection) => add(connection, place, version)),
  };
}

/** Works with the database; what it refuses has nothing to do with the data of a scenario. */
async function working<T>({ url }: Place, work: (connection: Connection) => Promise<T>): Promise<T> {
  try {
    return await connected({ url, seconds: SECONDS }, work);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.problems.map(withoutData)) : error;
  }
}

function withoutData({ path, maybe, ...problem }: Problem): Problem {
  const own = maybe === sourceMaybes.timeout() ? 'Maybe another publisher is at work there: try again.' : maybe;
  return own === undefined ? problem : { ...problem, maybe: own };
}

const MADE = `
select row_security_active(c.oid) as hides
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where n.nspname = $1 and c.relname = 'versions'`;

/**
 * Whether anything was ever published there; nothing is made by looking. The catalogue tells it even to a user who may
 * not read the table, so that versions which cannot be read are never taken for none.
 */
async function isMade({ client, doing }: Connection, { schema, where }: Place): Promise<boolean> {
  const { rows } = await doing('looking for versions', () => client.query(MADE, [schema]));
  const [made] = rows as readonly { readonly hides: boolean }[];
  if (made?.hides === true) throw hiddenVersions(where);
  return made !== undefined;
}

async function versionsOf(connection: Connection, place: Place, name: string): Promise<readonly number[]> {
  if (!(await isMade(connection, place))) return [];
  const { client, doing } = connection;
  const statement = `select version from ${tablesIn(place.schema).versions} where name = $1 order by version`;
  const { rows } = await doing('looking for versions', () => client.query(statement, [name]));
  return rows.map(({ version }: { readonly version: string }) => Number(version));
}

interface Named {
  readonly name: string;
  readonly version: number;
}

/** One column of one version; undefined where there is no such version. */
async function cellOf(connection: Connection, place: Place, column: string, named: Named): Promise<string | undefined> {
  if (!(await isMade(connection, place))) return undefined;
  const { client, doing } = connection;
  const { versions } = tablesIn(place.schema);
  const statement = `select ${column} as cell from ${versions} where name = $1 and version = $2`;
  const { rows } = await doing(`reading ${versionName(named)}`, () =>
    client.query(statement, [named.name, named.version]),
  );
  return (rows[0] as { readonly cell: string } | undefined)?.cell;
}

async function read(connection: Connection, place: Place, named: Named): Promise<Version> {
  const text = await cellOf(connection, place, 'record::text', named);
  const file = fileOf(place, named);
  if (text === undefined) throw noVersion(file, await versionsOf(connection, place, named.name));
  try {
    const version = parseVersion(text, file);
    if (version.version === named.version && version.name === named.name) return version;
    throw damagedVersion(file, `it is ${versionName(version)} under another name`);
  } catch (error) {
    const maybe = 'Maybe restore its row from a copy of the database.';
    throw error instanceof Refusal ? new Refusal(error.problems.map((problem) => ({ ...problem, maybe }))) : error;
  }
}

/** As a message names a version there. */
const fileOf = ({ where }: Place, named: Named): string => `${versionName(named)} in ${where}`;

async function publishedAt(connection: Connection, place: Place, named: Named): Promise<number> {
  const at = await cellOf(connection, place, 'extract(epoch from published) * 1000', named);
  return Number(at ?? 0);
}

/**
 * One transaction. Publishers of one schema wait for each other, so that the version that is the newest stays so until
 * the end; the key of the table would refuse the second one all the same.
 */
async function add(connection: Connection, place: Place, version: Version): Promise<Version | undefined> {
  const { client, doing } = connection;
  const { schema, where } = place;
  const name = versionName(version);
  const text = printVersion(version);
  // What is published must be readable: better refused here than found by whoever reads it next.
  const published = parseVersion(text, fileOf(place, version));
  const step = (statement: string, values: readonly unknown[] = []) =>
    doing(`publishing ${name}`, () => client.query(statement, values.length === 0 ? undefined : [...values]));
  await step('begin isolation level read committed');
  await step('select pg_advisory_xact_lock($1)', [lockOf(schema)]);
  if (!(await isMade(connection, place))) {
    // Even "if not exists" asks for the right to create schemas, which a user with a schema of its own need not have.
    const { rows } = await step('select to_regnamespace($1) is null as missing', [quoted(schema)]);
    if ((rows[0] as { readonly missing: boolean }).missing) await step(`create schema ${quoted(schema)}`);
    await step(publicationSql(schema));
  }
  const newest = (await versionsOf(connection, place, version.name)).at(-1) ?? 0;
  if (newest !== version.base) {
    await step('rollback');
    return undefined;
  }
  const { versions, rows } = tablesIn(schema);
  await step(
    `insert into ${versions} (name, version, base, kind, title, run, status, record) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...[version.name, version.version, version.base, version.kind, version.title, version.run, version.status], text],
  );
  await step(
    `insert into ${rows} (name, version, row_number, cells)
     select $1, $2, place, cells from jsonb_array_elements($3::jsonb) with ordinality as listed (cells, place)`,
    [version.name, version.version, JSON.stringify(objectsOf(version))],
  );
  await doing(`publishing ${name}`, async () => {
    try {
      await client.query('commit');
    } catch (error) {
      throw isCut(error) ? perhapsPublished(name, where) : error;
    }
  });
  return published;
}

/** The rows of a version as objects by the names of its columns. */
const objectsOf = ({ columns, rows }: Version) =>
  rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])));

/** The number by which publishers of one schema wait for each other; locks hold in one database only. */
const lockOf = (schema: string): string =>
  createHash('sha256').update(`evenhand publishes into ${schema}`).digest().readBigInt64BE().toString();
