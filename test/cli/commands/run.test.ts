import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, tinyWeek } from '../tiny-week.ts';

let folder: string;
let file: string;
let runs: string;
const use = (change?: (text: string) => string) => {
  folder = tinyWeek(change);
  file = join(folder, 'tiny.yaml');
  runs = join(folder, 'runs');
};
beforeEach(() => use());
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('evenhand run', () => {
  it('writes the run folder, sums it up and ends with 0', async () => {
    const { code, out, err } = await evenhand('run', file, '--out', runs);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Tiny week\n {2}status +optimal\n/);
    expect(out).toMatch(/\n {2}assignments +2\n/);
    expect(out).toMatch(/\n {2}expected +2 of 2 passed\n/);
    expect(out).toMatch(/\n {2}audit +(\d) of \1 passed\n/);
    const [id] = readdirSync(join(runs, 'tiny'));
    expect(out).toContain(join(runs, 'tiny', id!, 'report.html'));
    expect(existsSync(join(runs, 'tiny', id!, 'report.html'))).toBe(true);
  });

  it('prints run.json, the folder and the expectations as JSON, and nothing else', async () => {
    const { code, out } = await evenhand('run', file, '--out', runs, '--json');
    expect(code).toBe(0);
    const { folder: written, expectations, ...record } = JSON.parse(out);
    const { sha256, ...stored } = JSON.parse(readFileSync(join(written, 'run.json'), 'utf8'));
    expect(record).toEqual(stored);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(expectations).toHaveLength(2);
  });

  it('says what an earlier run of the same question held and this one does not', async () => {
    await evenhand('run', file, '--out', runs, '--ties', '--prices', '3');
    const { code, err } = await evenhand('run', file, '--out', runs, '--prices', '3');
    expect(code).toBe(0);
    expect(err).toBe(
      `note: what --ties finds is no longer in ${join(runs, 'tiny', readdirSync(join(runs, 'tiny'))[0]!)}: this run was not asked for it\n`,
    );
    expect((await evenhand('run', file, '--out', runs, '--prices', '3')).err).toBe('');
  });

  it('says nothing when quiet', async () => {
    expect(await evenhand('run', file, '--out', runs, '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it('tells of a failure though it is quiet', async () => {
    rmSync(folder, { recursive: true });
    use((text) => text.replace('assignments: 2', 'assignments: 5'));
    expect(await evenhand('run', file, '--out', runs, '--quiet')).toEqual({
      code: 1,
      out: '',
      err: 'tiny: expectation failed: assignments is 2, expected 5\n',
    });
  });

  it('shows a row for each of several runs', async () => {
    const { code, out } = await evenhand('run', file, '--out', runs, '--all-variants');
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^scenario +status +net score +bound +time$/);
    expect(lines.slice(1, 4).map((line) => line.split(' ')[0])).toEqual(['tiny', 'tiny@linear', 'tiny@free']);
  });

  it('prints an array for several runs', async () => {
    const { out } = await evenhand('run', file, '--out', runs, '--json', '--variant', 'free', '--variant', 'linear');
    expect(JSON.parse(out).map((run: { name: string }) => run.name)).toEqual(['tiny@free', 'tiny@linear']);
  });

  it('writes the same question to the same folder', async () => {
    await evenhand('run', file, '--out', runs);
    await evenhand('run', file, '--out', runs);
    expect(readdirSync(join(runs, 'tiny'))).toHaveLength(1);
  });

  it('ends with 1 where an expectation fails, and says which', async () => {
    rmSync(folder, { recursive: true });
    use((text) => text.replace('assignments: 2', 'assignments: 5'));
    const { code, out } = await evenhand('run', file, '--out', runs);
    expect(code).toBe(1);
    expect(out).toContain('tiny: expectation failed: assignments is 2, expected 5\n');
  });

  it('ends with 2 where an expectation names no metric, gives the nearest and runs nothing', async () => {
    rmSync(folder, { recursive: true });
    use((text) => text.replace('assignments: 2', 'asignments: 2'));
    const { code, err } = await evenhand('run', file, '--out', runs);
    expect(code).toBe(2);
    expect(err).toContain('tiny.yaml:11:3: a run has no metric "asignments"');
    expect(err).toContain('Maybe you meant "assignments".');
    expect(existsSync(runs)).toBe(false);
  });

  it('ends with 2 at a misspelt key, shows its place and runs nothing', async () => {
    rmSync(folder, { recursive: true });
    use((text) => text.replace('office:', 'ofice:'));
    const { code, out, err } = await evenhand('run', file, '--out', runs);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('tiny.yaml:3:1: unknown key "ofice"');
    expect(existsSync(runs)).toBe(false);
  });

  it('ends with 2 where data is missing', async () => {
    rmSync(join(folder, 'data', 'vehicles.csv'));
    const { code, err } = await evenhand('run', file, '--out', runs);
    expect(code).toBe(2);
    expect(err).toContain('vehicles');
  });

  it('ends with 2 at an unknown variant and a missing file, and names both', async () => {
    const missing = join(folder, 'none.yaml');
    const { code, err } = await evenhand('run', file, missing, '--variant', 'linaer', '--out', runs);
    expect(code).toBe(2);
    expect(err).toContain('linaer');
    expect(err).toContain('none.yaml');
  });

  it('applies --set', async () => {
    const { out } = await evenhand('run', file, '--out', runs, '--json', '--set', 'rules.fairness.penalty=7');
    expect(JSON.parse(out).scenario.overrides).toEqual([
      { path: 'rules.fairness.penalty', old: 200, new: 7, by: '--set' },
    ]);
  });

  it('writes the model that it solves', async () => {
    const model = join(folder, 'model.mps');
    expect((await evenhand('run', file, '--out', runs, '--export', model)).code).toBe(0);
    expect(readFileSync(model, 'utf8')).toMatch(/^NAME/m);
  });

  it('refuses a model file of another format', async () => {
    const { code, err } = await evenhand('run', file, '--out', runs, '--export', join(folder, 'model.txt'));
    expect(code).toBe(2);
    expect(err).toContain('the name ends in neither .mps nor .lp');
  });

  it('refuses to export the models of several runs into one file', async () => {
    const { code, err } = await evenhand('run', file, '--all-variants', '--export', join(folder, 'model.mps'));
    expect(code).toBe(2);
    expect(err).toContain('--export writes one model, and this is 3 runs');
  });
});
