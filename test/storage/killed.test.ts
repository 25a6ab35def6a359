import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/open.ts';
import { VERSIONS, versionsOf } from '../../src/storage/versions.ts';

const WRITER = fileURLToPath(new URL('./put-forever.ts', import.meta.url));
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-storage-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function writer(...words: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, root, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  return {
    begun: new Promise((resolve) => child.stdout.once('data', resolve)),
    kill: () => child.kill('SIGKILL'),
    ended: new Promise<number | null>((resolve) => child.on('close', resolve)),
    sums: () => [...out.matchAll(/kept (\d+)\n/g)].map((match) => Number(match[1])),
  };
}

/** The sums that are kept, each of which must be the one before plus one. */
async function keptSums(): Promise<number> {
  const kept = await openStorage(root, { features: [VERSIONS] });
  const bodies = (await versionsOf(kept, 'sum')).map(({ body }) => body).reverse();
  await kept.close();
  expect(bodies).toEqual(bodies.map((_, at) => at + 1));
  return bodies.length;
}

it('a writer that is killed at any moment loses nothing that it said was kept', async () => {
  for (const ms of [0, 3, 7, 15, 30, 60]) {
    const one = writer();
    await one.begun;
    await sleep(ms);
    one.kill();
    await one.ended;
    expect(await keptSums()).toBeGreaterThanOrEqual(Math.max(0, ...one.sums()));
  }
  expect(await keptSums()).toBeGreaterThan(0);
});

it('of processes that write at once none loses a sum', async () => {
  const all = [writer('60'), writer('60'), writer('60')];
  expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  const sums = all.flatMap((one) => one.sums());
  expect(new Set(sums).size).toBe(180);
  expect(await keptSums()).toBe(180);
});
