import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { Refusal } from '../problems/problem.ts';
import type { Newest, Run, Since } from '../runs/run.ts';
import { loadRun } from '../runs/store.ts';
import { isDatabase } from '../tables/sources/postgres/named.ts';
import { type Change, changeTexts, type Diff, diffVersions } from './diff.ts';
import { storeNamed } from './open.ts';
import { newestVersion } from './publish.ts';
import { type Plan, planOf, versionName } from './version.ts';

/**
 * The newest published version, for a run that begins now: it is kept in the record, so that a commit knows whether
 * somebody has published in the meantime. Nothing where the folder cannot be read: the run does not depend on it.
 *
 * @throws Refusal where it is a database that cannot be read: whoever names one wants to know it before the search.
 * @example
 * (await newestNow('prime-evening', folder))?.version // 0
 */
export async function newestNow(name: string, folder: string): Promise<Newest | undefined> {
  const store = storeNamed(folder);
  try {
    const version = await newestVersion(store, name);
    return { name, folder: isDatabase(folder) ? store.address : folder, version };
  } catch (error) {
    if (error instanceof Refusal && !isDatabase(folder)) return undefined;
    throw error;
  }
}

/** Where published versions lie, and of which kinds the run may be. */
interface Around {
  /** The folder of all publications, or a database. */
  readonly root: string;
  readonly kinds?: readonly Domain[] | undefined;
}

/**
 * What a run changes of what people already have: of the version that was published last, and of the run that its
 * scenario wants it to stay close to. Nothing where there is neither, and nothing of what can no longer be read: the run
 * itself does not depend on it.
 *
 * @example
 * await changesSince(run, { root: folder }) // []
 * await publish(run, { root: folder });
 * const [since] = await changesSince(run, { root: folder });
 * [since.name, since.kept, since.changes] // ['prime-evening@1', 12, []]
 */
export async function changesSince(run: Run, { root, kinds }: Around): Promise<readonly Since[]> {
  const { schedule } = domainOf(run.kind, kinds);
  if (run.tables[schedule.table] === undefined || run.weeks !== undefined || run.given !== undefined) return [];
  const own = planOf(run, schedule);
  const against = (by: Since['by'], name: string, before: Plan): Since =>
    sinceOf(by, name, diffVersions(before, own, [name, 'this run'], schedule.called));
  const found = await Promise.all([
    readable(async () => {
      const store = storeNamed(root);
      const newest = await newestVersion(store, run.name);
      if (newest === 0) return undefined;
      const version = await store.read(run.name, newest);
      return against('published', versionName(version), version);
    }),
    readable(async () => {
      const { run: folder } = (run.scenario.settings.stay_close_to ?? {}) as { readonly run?: string };
      if (folder === undefined) return undefined;
      const earlier = await loadRun(folder);
      return against('stay_close_to', `run ${earlier.id}`, planOf(earlier, schedule));
    }),
  ]);
  return found.filter((since) => since !== undefined);
}

async function readable(find: () => Promise<Since | undefined>): Promise<Since | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function sinceOf(by: Since['by'], name: string, diff: Diff): Since {
  const of = (change: 'new' | 'dropped' | 'moved') =>
    diff[change].map((one: Change) => ({ change, ...changeTexts(one) }));
  return { by, name, kept: diff.kept.length, changes: [...of('new'), ...of('dropped'), ...of('moved')] };
}
