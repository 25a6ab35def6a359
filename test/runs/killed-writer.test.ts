import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadRun, saveRun } from '../../src/runs/store.ts';
import { sampleRun } from './sample-run.ts';

const WRITER = fileURLToPath(new URL('./write-forever.ts', import.meta.url));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-killed-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Starts a process that writes runs without end, and kills it so many milliseconds after its first one. */
async function killedAfter(ms: number): Promise<void> {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => writer.on('exit', resolve));
  await new Promise((resolve) => writer.stdout.once('data', resolve));
  await sleep(ms);
  writer.kill('SIGKILL');
  await ended;
}

it('a writer killed at any moment leaves a whole run, the old one or the new', async () => {
  const folder = await saveRun(sampleRun(), 'round -1', root);
  for (const ms of [0, 3, 7, 13, 19, 29, 41, 57]) {
    await killedAfter(ms);
    const run = await loadRun(folder);
    const report = readFileSync(join(folder, 'report.html'), 'utf8');
    // The record and the report were written by the same round.
    expect(report).toBe(run.title === 'Los Angeles' ? 'round -1' : run.title);
  }
});

it('a writer killed before its first run is whole leaves no run, and the next one cleans up', async () => {
  await killedAfter(0);
  const parent = join(root, 'la-week');
  const folder = join(parent, 'abc123');
  if (existsSync(folder)) await loadRun(folder);
  await saveRun(sampleRun(), '', root);
  expect(readdirSync(parent)).toEqual(['abc123']);
});

it('writers of the same run at the same time leave one whole run', async () => {
  await Promise.all([killedAfter(150), killedAfter(170), killedAfter(190)]);
  await saveRun(sampleRun(), '', root);
  expect(readdirSync(join(root, 'la-week'))).toEqual(['abc123']);
  expect(await loadRun(join(root, 'la-week', 'abc123'))).toEqual(sampleRun());
});
