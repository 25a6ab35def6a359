import type { Kysely } from 'kysely';
import { checkedInstant, checkedName, type Json, textOf } from './bodies.ts';
import type { Feature, Storage } from './storage.ts';

/** A row of the table of versions. */
interface Row {
  readonly name: string;
  readonly version: number;
  readonly body: string;
  readonly why: string;
  readonly at: string;
}

interface Tables {
  readonly parameter_versions: Row;
}

/**
 * The table of named parameters in versions, for `openStorage`.
 *
 * @example
 * VERSIONS.name // 'versions'
 */
export const VERSIONS: Feature = {
  name: 'versions',
  migrations: [
    {
      name: 'versions',
      up: (db) =>
        db.schema
          .createTable('parameter_versions')
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('version', 'integer', (column) => column.notNull())
          .addColumn('body', 'text', (column) => column.notNull())
          .addColumn('why', 'text', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('parameter_versions_key', ['name', 'version'])
          .execute(),
    },
  ],
};

/** One version of named parameters; versions count from 1, and none is ever changed. */
export interface ParameterVersion {
  readonly name: string;
  readonly version: number;
  readonly body: Json;
  /** Why it was made, in words. */
  readonly why: string;
  /** When it was made, as an instant: `2026-01-31T12:00:00.000Z`. */
  readonly at: string;
}

/** A version that somebody wants to put on top of the one that they saw. */
export interface NewVersion {
  readonly name: string;
  /** The newest version that they know; 0 where they know of none. */
  readonly expected: number;
  readonly body: Json;
  readonly why: string;
  readonly at: string;
}

/** What became of it: the new version; or nothing, since another one is the newest. */
export type PutVersion =
  | { readonly isStale: false; readonly version: ParameterVersion }
  | { readonly isStale: true; readonly newest: number };

/**
 * Puts a version on top of the one that is expected to be the newest. Of two at the same time one is kept, and the other is
 * told that it is stale.
 *
 * @throws Refusal where the name, the body or the instant cannot be kept.
 * @example
 * const kept = await openStorage(folder, { features: [VERSIONS] });
 * const next = { name: 'weights', expected: 0, body: { likes: 3 }, why: 'first', at: '2026-01-31T12:00:00Z' };
 * (await putVersion(kept, next)).isStale // false
 * await putVersion(kept, next) // { isStale: true, newest: 1 }
 * await kept.close() // undefined
 */
export function putVersion(storage: Storage, { name, expected, body, why, at }: NewVersion): Promise<PutVersion> {
  const text = textOf(body, 'the parameters', checkedName('the parameters', name));
  const row = {
    name,
    version: expected + 1,
    body: text,
    why: why.replaceAll(/[\0\p{Surrogate}]/gu, '\ufffd'),
    at: checkedInstant(at),
  };
  return storage.write<Tables, PutVersion>(`keeping a version of ${name}`, async (db) => {
    const newest = (await rowsOf(db, name, 1))[0]?.version ?? 0;
    if (newest !== expected) return { isStale: true, newest };
    await db.insertInto('parameter_versions').values(row).execute();
    return { isStale: false, version: versionOf(row) };
  });
}

/**
 * The newest version of named parameters; undefined where there is none.
 *
 * @example
 * const kept = await openStorage(folder, { features: [VERSIONS] });
 * await latestVersion(kept, 'others') // undefined
 * await kept.close() // undefined
 */
export async function latestVersion(storage: Storage, name: string): Promise<ParameterVersion | undefined> {
  const rows = await storage.read<Tables, readonly Row[]>(`reading ${name}`, (db) => rowsOf(db, name, 1));
  return rows[0] && versionOf(rows[0]);
}

/**
 * All versions of named parameters, the newest first.
 *
 * @example
 * const kept = await openStorage(folder, { features: [VERSIONS] });
 * await versionsOf(kept, 'others') // []
 * await kept.close() // undefined
 */
export async function versionsOf(storage: Storage, name: string): Promise<readonly ParameterVersion[]> {
  const rows = await storage.read<Tables, readonly Row[]>(`reading ${name}`, (db) => rowsOf(db, name));
  return rows.map(versionOf);
}

function rowsOf(db: Kysely<Tables>, name: string, most?: number): Promise<readonly Row[]> {
  const all = db.selectFrom('parameter_versions').selectAll().where('name', '=', name).orderBy('version', 'desc');
  return (most === undefined ? all : all.limit(most)).execute();
}

const versionOf = ({ body, ...row }: Row): ParameterVersion => ({ ...row, body: JSON.parse(body) as Json });
