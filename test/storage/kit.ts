import { expect } from 'vitest';
import { printProblems } from '../../src/problems/print.ts';
import { Refusal } from '../../src/problems/problem.ts';
import { DOCUMENTS, getDocument, listDocuments, putOnce } from '../../src/storage/documents.ts';
import { openStorage } from '../../src/storage/open.ts';
import { latestVersion, putVersion, VERSIONS, versionsOf } from '../../src/storage/versions.ts';

export const AT = '2026-01-31T12:00:00Z';
export const features = [VERSIONS, DOCUMENTS];

/** What a refusal says. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return printProblems(error.problems);
    throw error;
  }
  throw new Error('nothing was refused');
}

/** What both databases must do alike, through two openings of the same place. */
export async function checkStores(place: string): Promise<void> {
  const [one, other] = await Promise.all([openStorage(place, { features }), openStorage(place, { features })]);
  try {
    const version = (expected: number, likes: number) => ({
      name: 'weights',
      expected,
      body: { likes },
      why: 'x',
      at: AT,
    });
    expect(await latestVersion(one, 'weights')).toBeUndefined();
    const both = await Promise.all([putVersion(one, version(0, 1)), putVersion(other, version(0, 2))]);
    expect(both.map(({ isStale }) => isStale).sort()).toEqual([false, true]);
    expect(await putVersion(one, version(5, 1))).toEqual({ isStale: true, newest: 1 });
    await putVersion(other, version(1, 3));
    expect((await versionsOf(one, 'weights')).map(({ version }) => version)).toEqual([2, 1]);
    expect(await latestVersion(one, 'weights')).toEqual({
      ...{ name: 'weights', version: 2, body: { likes: 3 }, why: 'x', at: '2026-01-31T12:00:00.000Z' },
    });
    const add = async (storage: typeof one) => {
      for (let tries = 0; tries < 10; ) {
        const { version: newest = 0, body } = (await latestVersion(storage, 'sum')) ?? {};
        const next = { name: 'sum', expected: newest, body: Number(body ?? 0) + 1, why: '', at: AT };
        if (!(await putVersion(storage, next)).isStale) tries++;
      }
    };
    await Promise.all([add(one), add(other)]);
    expect((await latestVersion(one, 'sum'))?.body).toBe(20);
    const document = (key: string, body: number) => ({ collection: 'notes', key, body: { b: body, a: '\0☃' }, at: AT });
    const kept = await Promise.all([putOnce(one, document('a', 1)), putOnce(other, document('a', 1))]);
    expect(kept[0]).toEqual(kept[1]);
    expect(await putOnce(one, { ...document('a', 1), body: { a: '\0☃', b: 1 } })).toEqual(kept[0]);
    expect(await refusal(putOnce(other, document('a', 2)))).toBe(
      'notes "a": is kept already, with another content\nMaybe give it another key: what is kept under a key never changes.',
    );
    await Promise.all(['b', 'c', 'd'].map((key, at) => putOnce(at % 2 ? one : other, document(key, at))));
    const keys = async (page: object) => (await listDocuments(one, 'notes', page)).map(({ key }) => key);
    const all = await keys({});
    expect([...all].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(all.at(-1)).toBe('a');
    expect([...(await keys({ most: 3 })), ...(await keys({ after: all[2] }))]).toEqual(all);
    expect(await getDocument(one, 'notes', 'a')).toEqual(kept[0]);
    expect(await getDocument(one, 'other', 'a')).toBeUndefined();
    expect(await refusal(putOnce(one, { ...document('e', 1), body: { n: Number.NaN } }))).toContain(
      'holds what JSON cannot',
    );
    expect(await refusal(putOnce(one, document('\0', 1)))).toContain('is no name');
    expect(await refusal(putOnce(one, { ...document('e', 1), at: 'soon' }))).toContain('is no instant');
    const failing = one.write<unknown, void>('failing', async (db) => {
      await db.schema.createTable('half').addColumn('x', 'integer').execute();
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    await one.write<unknown, void>('making it', async (db) => {
      await db.schema.createTable('half').addColumn('x', 'integer').execute();
    });
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
  expect(await refusal(openStorage(place, { features: [{ name: 'versions', migrations: [] }] }))).toContain(
    'was written by a newer Evenhand: it knows the step "versions" of versions, which this one does not\nMaybe install',
  );
}
