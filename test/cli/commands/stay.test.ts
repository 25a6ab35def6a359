import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, tinyWeek } from '../tiny-week.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = tinyWeek();
  file = join(folder, 'tiny.yaml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = async (...words: string[]) =>
  JSON.parse((await evenhand('run', file, '--out', join(folder, 'runs'), '--json', ...words)).out);

describe('stay_close_to', () => {
  it('takes NAME@latest, below a folder that is relative to the scenario, and says which run that is', async () => {
    const first = await run('--set', 'solver.seed=1');
    const close = join(folder, 'close.yaml');
    writeFileSync(close, 'extends: tiny.yaml\nstay_close_to: {run: runs/tiny@latest, penalty: 5}\n');
    const { code, out } = await evenhand('run', close, '--out', join(folder, 'runs'), '--json');
    const again = JSON.parse(out);
    expect(code).toBe(0);
    expect(again.notes).toContain(`it stays close to run ${first.id} of tiny`);
    // What was asked stays what it was, whatever is run later.
    await run('--set', 'solver.seed=2');
    expect((await evenhand('verify', again.folder)).code).toBe(0);
  });

  it('is refused at its line where there is no such run', async () => {
    await run();
    writeFileSync(
      join(folder, 'close.yaml'),
      'extends: tiny.yaml\nstay_close_to: {run: runs/tinny@latest, penalty: 5}\n',
    );
    const { code, err } = await evenhand('run', join(folder, 'close.yaml'));
    expect(code).toBe(2);
    expect(err).toContain('close.yaml:2:22: there is no run of "tinny" in ');
    expect(err).toContain('Maybe you meant "tiny@latest"');
  });
});
