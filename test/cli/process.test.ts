import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRun, variantsOf } from '../../src/index.ts';
import { tinyWeek } from './tiny-week.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const LA_WEEK = fileURLToPath(new URL('../../scenarios/loans/la-week.yaml', import.meta.url));
const TSX = import.meta.resolve('tsx');
const COMMAND = [process.execPath, '--import', TSX, MAIN];

let folder: string;
beforeEach(() => {
  folder = tinyWeek();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function evenhand(...words: string[]) {
  const [node, ...rest] = COMMAND;
  return spawnSync(node!, [...rest, ...words], { cwd: folder, encoding: 'utf8' });
}

describe('the evenhand process', () => {
  it('ends with the code of its command and shows paths as they are typed from here', () => {
    const { status, stdout, stderr } = evenhand('run', 'tiny.yaml');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/ {2}report +runs\/tiny\/[0-9a-f]+\/report\.html\n/);
  });

  it('ends with 2 and without a stack trace where the scenario is bad', () => {
    writeFileSync(join(folder, 'bad.yaml'), 'kind: lonas\n');
    const { status, stdout, stderr } = evenhand('run', 'bad.yaml');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('bad.yaml:1:7');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('prints JSON that is whole when it goes into a pipe', () => {
    const { stdout } = evenhand('run', 'tiny.yaml', '--json');
    expect(JSON.parse(stdout).status).toBe('optimal');
  });

  it.each([
    ['rules', ''],
    ['run tiny.yaml', ''],
    ['run tiny.yaml --json', ''],
  ])('says that the disk is full, and ends with 2 (%s > /dev/full)', (words, stdout) => {
    const line = `${COMMAND.map((word) => `'${word}'`).join(' ')} ${words} > /dev/full`;
    const done = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
    expect([done.status, done.stdout]).toEqual([2, stdout]);
    expect(done.stderr).toContain('the output cannot be written: the disk is full (ENOSPC)');
    expect(done.stderr).not.toContain('fault of evenhand');
  });

  it('goes on where stderr is closed', () => {
    const line = `${COMMAND.map((word) => `'${word}'`).join(' ')} run none.yaml 2> /dev/full`;
    expect(spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' }).status).toBe(2);
  });

  it('is silent when the reader of its output goes away', () => {
    const line = `set -o pipefail; ${COMMAND.map((word) => `'${word}'`).join(' ')} rules --markdown | head -n 1`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect(stdout).toBe('# Rules of loans\n');
    expect(stderr).toBe('');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('%s ends it at once with %i in a shell, and leaves whole runs only', async (signal, code) => {
    // bash, as a person's shell does, turns the signal that ended a process into its exit code.
    const words = [...COMMAND, 'run', LA_WEEK, '--all-variants', '--quiet'].map((word) => `'${word}'`).join(' ');
    const shell = spawn('bash', ['-mc', `${words} & echo $!; wait $!; echo code $?`], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let out = '';
    shell.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    const ended = new Promise((resolve) => shell.on('close', resolve));
    // Once the first run is there, the second is being worked on.
    const first = join(folder, 'runs', 'la-week');
    while (!existsSync(first) || !readdirSync(first).some((name) => !name.startsWith('.'))) await sleep(20);
    await sleep(200);
    process.kill(Number.parseInt(out, 10), signal as NodeJS.Signals);
    await ended;
    expect(out).toContain(`code ${code}\n`);
    expect(readdirSync(join(folder, 'runs'))).not.toHaveLength(variantsOf(LA_WEEK).length + 1);
    for (const run of readdirSync(first)) expect((await loadRun(join(first, run))).status).toBe('optimal');
  });
});
