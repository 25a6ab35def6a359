import type { Kysely } from 'kysely';
import { newerStorage, nothingKept } from './problems.ts';
import type { Feature, Opened } from './storage.ts';

/** The table that says which steps were carried out. */
interface Steps {
  readonly steps: { readonly feature: string; readonly place: number; readonly name: string };
}

type Db = Kysely<Steps>;

/**
 * Brings the tables of a feature up to date: the steps that were not carried out there yet, in order, all in one
 * transaction. Of two processes the second waits, and then finds them done.
 *
 * @param make Whether the first step may be carried out: whoever only looks makes nothing.
 * @throws Refusal where a newer Evenhand wrote there, or nothing is kept and nothing may be made.
 */
export async function migrate(opened: Opened, feature: Feature, make: boolean): Promise<void> {
  const what = `preparing its tables for ${feature.name}`;
  const before = await opened.read<Steps, number>(what, (db) => doneIn(db, opened, feature));
  if (before === feature.migrations.length) return;
  if (before === 0 && !make) throw nothingKept(opened.where);
  await opened.alone(what, (db) => carryOut(db, opened, feature));
}

async function carryOut(db: Kysely<unknown>, opened: Opened, feature: Feature): Promise<void> {
  await db.schema
    .createTable('steps')
    .ifNotExists()
    .addColumn('feature', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('steps_key', ['feature', 'place'])
    .execute();
  const own = db as Db;
  const done = await doneIn(own, opened, feature);
  for (const [place, { name, up }] of feature.migrations.entries()) {
    if (place < done) continue;
    await up(db);
    await own.insertInto('steps').values({ feature: feature.name, place, name }).execute();
  }
}

/** How many of the steps were carried out there: those, from the first on, and no others. */
async function doneIn(db: Db, opened: Opened, { name: feature, migrations }: Feature): Promise<number> {
  if (!(await opened.hasTable(db as unknown as Kysely<unknown>, 'steps'))) return 0;
  const done = await db.selectFrom('steps').select('name').where('feature', '=', feature).orderBy('place').execute();
  const strange = done.find(({ name }, place) => migrations[place]?.name !== name);
  if (strange !== undefined) throw newerStorage(opened.where, feature, strange.name);
  return done.length;
}
