import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tinyWeek } from './tiny-week.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
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

  it('is silent when the reader of its output goes away', () => {
    const line = `set -o pipefail; ${COMMAND.map((word) => `'${word}'`).join(' ')} rules --markdown | head -n 1`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect(stdout).toBe('# Rules of loans\n');
    expect(stderr).toBe('');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('%s ends it with %i in a shell and leaves no part of a run', async (signal, code) => {
    // bash, as a person's shell does, turns the signal that ended a process into its exit code.
    const words = [...COMMAND, 'run', 'tiny.yaml', '--set', 'data.sample=1'].map((word) => `'${word}'`).join(' ');
    const script = `${words} & pid=$!; echo $pid; wait $pid; echo code $?`;
    const shell = spawn('bash', ['-mc', script], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    const ended = new Promise((resolve) => shell.on('close', resolve));
    shell.stdout.on('data', (chunk) => {
      if (out === '') setTimeout(() => process.kill(Number(String(chunk)), signal as NodeJS.Signals), 250);
      out += String(chunk);
    });
    await ended;
    expect(out).toContain(`code ${code}\n`);
    const left = existsSync(join(folder, 'runs', 'tiny')) ? readdirSync(join(folder, 'runs', 'tiny')) : [];
    expect(left).toEqual([]);
  });
});
