import type { Kysely } from 'kysely';
import { checkedInstant, checkedName, type Json, textOf } from './bodies.ts';
import { otherDocument } from './problems.ts';
import type { Feature, Storage } from './storage.ts';

/** A row of the table of documents. */
interface Row {
  readonly collection: string;
  readonly key: string;
  /** Counts the documents of a collection, in the order in which they were put there. */
  readonly place: number;
  readonly body: string;
  readonly at: string;
}

interface Tables {
  readonly documents: Row;
}

/**
 * The table of documents, for `openStorage`.
 *
 * @example
 * DOCUMENTS.name // 'documents'
 */
export const DOCUMENTS: Feature = {
  name: 'documents',
  migrations: [
    {
      name: 'documents',
      up: async (db) => {
        await db.schema
          .createTable('documents')
          .addColumn('collection', 'text', (column) => column.notNull())
          .addColumn('key', 'text', (column) => column.notNull())
          .addColumn('place', 'integer', (column) => column.notNull())
          .addColumn('body', 'text', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('documents_key', ['collection', 'key'])
          .addUniqueConstraint('documents_place', ['collection', 'place'])
          .execute();
      },
    },
  ],
};

/** A document of a collection; it is put there once and never changed. */
export interface KeptDocument {
  readonly collection: string;
  readonly key: string;
  readonly body: Json;
  /** When it was put there first, as an instant: `2026-01-31T12:00:00.000Z`. */
  readonly at: string;
}

/**
 * Puts a document into its collection. The same key with the same body again changes nothing and gives what is kept, with
 * the instant of the first time; so whoever does not know whether it was kept puts it again.
 *
 * @throws Refusal where the key is taken by another body, or where it cannot be kept.
 * @example
 * const kept = await openStorage(folder, { features: [DOCUMENTS] });
 * const note = { collection: 'notes', key: 'a', body: { text: 'first' }, at: '2026-01-31T12:00:00Z' };
 * (await putOnce(kept, note)).at // '2026-01-31T12:00:00.000Z'
 * (await putOnce(kept, { ...note, at: '2026-02-01T12:00:00Z' })).at // '2026-01-31T12:00:00.000Z'
 * await kept.close() // undefined
 */
export async function putOnce(storage: Storage, { collection, key, body, at }: KeptDocument): Promise<KeptDocument> {
  const text = textOf(body, checkedName('the collection', collection), checkedName('the key', key));
  const instant = checkedInstant(at);
  const row = await storage.write<Tables, Row>(`keeping ${collection} "${key}"`, async (db) => {
    const there = await rowOf(db, collection, key);
    if (there !== undefined) return there;
    const last = await db
      .selectFrom('documents')
      .select('place')
      .where('collection', '=', collection)
      .orderBy('place', 'desc')
      .limit(1)
      .executeTakeFirst();
    const added = { collection, key, place: (last?.place ?? 0) + 1, body: text, at: instant };
    await db.insertInto('documents').values(added).execute();
    return added;
  });
  if (row.body !== text) throw otherDocument(collection, key);
  return documentOf(row);
}

/**
 * A document by its key; undefined where there is none.
 *
 * @example
 * const kept = await openStorage(folder, { features: [DOCUMENTS] });
 * await getDocument(kept, 'notes', 'b') // undefined
 * await kept.close() // undefined
 */
export async function getDocument(
  storage: Storage,
  collection: string,
  key: string,
): Promise<KeptDocument | undefined> {
  const row = await storage.read<Tables, Row | undefined>(`reading ${collection} "${key}"`, (db) =>
    rowOf(db, collection, key),
  );
  return row && documentOf(row);
}

/** Which part of a collection is listed. */
export interface Page {
  /** How many documents at the most. */
  readonly most?: number;
  /** The key of the last document of the page before; this page goes on after it. */
  readonly after?: string;
}

/**
 * The documents of a collection, the last that was put there first. A page goes on after a document, so that what is put
 * there meanwhile moves nothing.
 *
 * @example
 * const kept = await openStorage(folder, { features: [DOCUMENTS] });
 * await listDocuments(kept, 'letters', { most: 10 }) // []
 * await kept.close() // undefined
 */
export async function listDocuments(
  storage: Storage,
  collection: string,
  { most = 100, after }: Page = {},
): Promise<readonly KeptDocument[]> {
  const rows = await storage.read<Tables, readonly Row[]>(`listing ${collection}`, async (db) => {
    const all = db.selectFrom('documents').selectAll().where('collection', '=', collection);
    const last = after === undefined ? undefined : await rowOf(db, collection, after);
    const rest = last === undefined ? all : all.where('place', '<', last.place);
    return rest.orderBy('place', 'desc').limit(most).execute();
  });
  return rows.map(documentOf);
}

const rowOf = (db: Kysely<Tables>, collection: string, key: string): Promise<Row | undefined> =>
  db.selectFrom('documents').selectAll().where('collection', '=', collection).where('key', '=', key).executeTakeFirst();

const documentOf = ({ collection, key, body, at }: Row): KeptDocument => ({
  collection,
  key,
  body: JSON.parse(body) as Json,
  at,
});
