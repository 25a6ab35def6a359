import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStorage, storagePlace } from '../../src/storage/open.ts';
import { checkStores, features, refusal } from './kit.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-storage-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('a folder keeps versions and documents, and two who write at once lose nothing', async () => {
  const folder = join(root, 'a', 'b');
  await checkStores(folder);
  expect(readdirSync(folder)).toContain('evenhand.db');
  expect(statSync(join(folder, 'evenhand.db')).mode & 0o777).toBe(0o600);
});

it('whoever only looks makes nothing', async () => {
  const nowhere = join(root, 'none');
  expect(await refusal(openStorage(nowhere, { features, make: false }))).toBe(
    `${nowhere}: nothing is kept there yet\nMaybe it is another place: a folder, or postgres.`,
  );
  expect(readdirSync(root)).toEqual([]);
  expect(storagePlace(nowhere)).toBe(nowhere);
});

it('what is no database, or no folder, is refused', async () => {
  writeFileSync(join(root, 'evenhand.db'), 'no database '.repeat(100));
  expect(await refusal(openStorage(root, { features }))).toContain('is no database of Evenhand, or is damaged');
  expect(await refusal(openStorage(join(root, 'evenhand.db'), { features }))).toContain('is a file, not a folder');
});

it('what the driver cannot hold is an error, and no end of the process', async () => {
  const kept = await openStorage(root, { features });
  for (const value of [true, 'a\0b', '\ud800'])
    await expect(kept.read('x', (db) => db.selectNoFrom((eb) => eb.val(value).as('v')).execute())).rejects.toThrow(
      'cannot hold',
    );
  await kept.close();
});
