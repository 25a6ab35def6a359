import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { folderStore } from '../../src/publish/folder.ts';
import { newestVersion, publishRun } from '../../src/publish/publish.ts';
import type { Store } from '../../src/publish/store.ts';
import { sampleRun } from '../runs/sample-run.ts';

const PUBLISHER = fileURLToPath(new URL('./publish-forever.ts', import.meta.url));
const SCHEDULE = { table: 'assignments', key: ['vin'], place: ['start_day'] };

let root: string;
let store: Store;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-published-'));
  store = folderStore(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function publisher(...words: string[]) {
  const node = ['--import', 'tsx', PUBLISHER, root, ...words];
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  return {
    begun: new Promise((resolve) => child.stdout.once('data', resolve)),
    kill: () => child.kill('SIGKILL'),
    ended: new Promise<number | null>((resolve) => child.on('close', resolve)),
    won: () => [...out.matchAll(/won (\d+)\n/g)].map((match) => Number(match[1])),
    late: () => out.split('late\n').length - 1,
  };
}

/** Every version from 1 on is there, whole, and built on the one before it. */
async function checkAll(): Promise<number> {
  const numbers = await store.versions('la-week');
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  for (const number of numbers) {
    const version = await store.read('la-week', number);
    expect({ version: version.version, base: version.base }).toEqual({ version: number, base: number - 1 });
  }
  return numbers.length;
}

it('a publisher killed at any moment leaves whole versions only, and none that it announced is missing', async () => {
  const announced: number[] = [];
  for (const ms of [0, 2, 3, 5, 8, 11, 17, 23, 31, 47]) {
    const one = publisher('killed');
    await one.begun;
    await sleep(ms);
    one.kill();
    await one.ended;
    announced.push(...one.won());
    const count = await checkAll();
    expect(count).toBeGreaterThanOrEqual(Math.max(0, ...announced));
  }
  expect(announced.length).toBeGreaterThan(0);
  const before = await newestVersion(store, 'la-week');
  await publishRun(sampleRun(), SCHEDULE, { store, base: before });
  const files = readdirSync(join(root, 'la-week'));
  expect(files.filter((file) => file.startsWith('.'))).toEqual([]);
  expect(files).toHaveLength(before + 1);
});

it('of publishers at the same time each version has one, and who comes too late is refused', async () => {
  const all = ['a', 'b', 'c'].map((who) => publisher(who, '40'));
  expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  const won = all.flatMap((one) => one.won());
  const late = all.reduce((sum, one) => sum + one.late(), 0);
  expect(won.length + late).toBe(120);
  expect(new Set(won).size).toBe(won.length);
  expect(await checkAll()).toBe(won.length);
  for (const [index, one] of all.entries()) {
    for (const version of one.won()) expect((await store.read('la-week', version)).run).toBe('abc'[index]);
  }
});
