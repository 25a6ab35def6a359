import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { folderStore } from '../../src/publish/folder.ts';
import { newestVersion, publishRun } from '../../src/publish/publish.ts';
import { sampleRun } from '../runs/sample-run.ts';

// Stops at every call to the file system, and within a write, to look at what a crash there would leave behind.
const hooks = vi.hoisted(() => ({ moment: (_call: string) => {} }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const watched = (
    name: 'mkdirSync' | 'openSync' | 'fsyncSync' | 'closeSync' | 'linkSync' | 'renameSync' | 'rmSync',
  ) => {
    const call = fs[name] as (...given: unknown[]) => unknown;
    return (...given: unknown[]) => {
      hooks.moment(name);
      const result = call(...given);
      hooks.moment(`after ${name}`);
      return result;
    };
  };
  return {
    ...fs,
    mkdirSync: watched('mkdirSync'),
    openSync: watched('openSync'),
    fsyncSync: watched('fsyncSync'),
    closeSync: watched('closeSync'),
    linkSync: watched('linkSync'),
    renameSync: watched('renameSync'),
    rmSync: watched('rmSync'),
    writeSync: (handle: number, bytes: Buffer, at = 0) => {
      hooks.moment('writeSync');
      return fs.writeSync(handle, bytes, at, Math.min(300, bytes.length - at));
    },
  };
});

const SCHEDULE = { table: 'assignments', key: ['vin'], place: ['start_day'] };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-moments-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Publishes on `base`, and gives the calls at which it stopped, each with a copy of the folder at that moment. */
async function moments(base: number): Promise<readonly { readonly call: string; readonly copy: string }[]> {
  const seen: { call: string; copy: string }[] = [];
  const copies = mkdtempSync(join(root, 'copies-'));
  let looking = false;
  hooks.moment = (call) => {
    if (looking) return;
    looking = true;
    const copy = join(copies, String(seen.length));
    if (existsSync(join(root, 'published'))) cpSync(join(root, 'published'), copy, { recursive: true });
    seen.push({ call, copy });
    looking = false;
  };
  await publishRun(sampleRun(), SCHEDULE, { store: folderStore(join(root, 'published')), base });
  hooks.moment = () => {};
  return seen;
}

it.each([0, 1])(
  'a crash at any moment leaves the old versions or the new one besides, each whole (base %i)',
  async (base) => {
    for (let version = 0; version < base; version++) await moments(version);
    const seen = await moments(base);
    expect(seen.filter(({ call }) => call === 'writeSync').length).toBeGreaterThan(3);
    const counts: number[] = [];
    for (const { copy } of seen) {
      const store = folderStore(copy);
      for (const version of await store.versions('la-week'))
        expect((await store.read('la-week', version)).version).toBe(version);
      counts.push(await newestVersion(store, 'la-week'));
    }
    expect([...new Set(counts)]).toEqual([base, base + 1]);
  },
);

it('the next publisher goes on from whatever a crash left', async () => {
  for (const { copy } of await moments(0)) {
    const store = folderStore(copy);
    await publishRun(sampleRun(), SCHEDULE, { store, base: await newestVersion(store, 'la-week') });
    const files = readdirSync(join(copy, 'la-week')).filter((file) => file.endsWith('.json'));
    expect(files).toHaveLength(await newestVersion(store, 'la-week'));
  }
});

it('the text is on the disk before its number is claimed', async () => {
  const calls = (await moments(0)).map(({ call }) => call);
  const claimed = calls.indexOf('linkSync');
  expect(calls.slice(0, claimed).filter((call) => call === 'writeSync').length).toBeGreaterThan(3);
  expect(calls.lastIndexOf('fsyncSync', claimed)).toBeGreaterThan(calls.lastIndexOf('writeSync', claimed));
});
