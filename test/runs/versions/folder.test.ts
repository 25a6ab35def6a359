import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderVersions } from '../../../src/runs/versions/folder.ts';

it('keeps versions upon each other, and refuses one that is built on an older one', async () => {
  const versions = folderVersions(join(mkdtempSync(join(tmpdir(), 'evenhand-versions-')), 'store'));
  expect(await versions.latest('adapt')).toBeUndefined();
  const next = { name: 'adapt', why: 'a test', at: '2026-03-02T11:00:00Z' };
  await versions.put({ ...next, expected: 0, body: 1 });
  await versions.put({ ...next, expected: 1, body: 2 });
  expect(await versions.latest('adapt')).toMatchObject({ version: 2, body: 2, why: 'a test' });
  await expect(versions.put({ ...next, expected: 1, body: 3 })).rejects.toThrow('version 2 is there already');
});
