import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, evenhandIn, tinyWeek } from '../cli/tiny-week.ts';

let folder: string;
let file: string;
const at = (name: string) => join(folder, name);
const silent = (text: string) => text.replace(/variants:[\s\S]*/, '');
beforeEach(() => {
  folder = tinyWeek(silent);
  file = at('tiny.yaml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inCi = (...words: string[]) => evenhandIn({ ci: true }, ...words);

describe('a scenario whose only test is its baseline', () => {
  it('is not said to have passed where the baseline is lost', async () => {
    const { code, out } = await evenhand('check', file);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('nothing was checked; 1 not run: nothing to hold it against'),
    ]);
  });

  it('fails in continuous integration, and with --require-baseline', async () => {
    for (const { code, out } of [await inCi('check', file), await evenhand('check', file, '--require-baseline')]) {
      expect(code).toBe(1);
      expect(out).toContain('tiny: FAILED');
      expect(out).toContain('there is no tiny.baseline.json: maybe it was not committed, or the scenario was renamed');
      expect(out).toContain('1 scenario checked: 1 failed');
    }
    const json = await inCi('check', file, '--json', '--junit', at('check.xml'));
    expect(JSON.parse(json.out).passed).toBe(false);
    expect(readFileSync(at('check.xml'), 'utf8')).toContain('failures="1"');
  });

  it('passes there once it has one', async () => {
    expect((await inCi('check', file, '--update')).code).toBe(0);
    expect((await inCi('check', file)).code).toBe(0);
    expect((await evenhand('check', file, '--require-baseline')).code).toBe(0);
  });

  it('fails where it was renamed, with its baseline or without', async () => {
    await evenhand('check', file, '--update');
    renameSync(file, at('other.yaml'));
    const without = await inCi('check', folder);
    expect(without.code).toBe(1);
    expect(without.out).toContain('other: FAILED');
    expect(without.out).toContain('tiny.baseline.json: FAILED');
    renameSync(at('tiny.baseline.json'), at('other.baseline.json'));
    const { code, out } = await inCi('check', folder);
    expect([code, out]).toEqual([1, expect.stringContaining('other.baseline.json holds none of it, only of tiny')]);
  });
});

describe('a scenario with expectations', () => {
  beforeEach(() => writeFileSync(file, `${readFileSync(file, 'utf8')}expect: {assignments: 2}\n`));

  it('has something to be held against: it fails with --require-baseline only', async () => {
    expect((await inCi('check', file)).code).toBe(0);
    const { code, out } = await evenhand('check', file, '--require-baseline');
    expect([code, out]).toEqual([1, expect.stringContaining('a baseline ')]);
  });

  it('fails in continuous integration where a variant with a baseline is gone', async () => {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}variants:\n  free: {rules: {fairness: false}}\n`);
    await evenhand('check', file, '--update');
    writeFileSync(file, `${text}variants:\n  open: {rules: {fairness: false}}\n`);
    expect((await evenhand('check', file)).code).toBe(0);
    const { code, out } = await inCi('check', file);
    expect([code, out]).toEqual([1, expect.stringContaining('tiny.baseline.json holds a baseline of it')]);
  });
});

it('s.yaml and s.yml have a baseline each', async () => {
  writeFileSync(at('tiny.yml'), readFileSync(file));
  await evenhand('check', file, '--update');
  await evenhand('check', at('tiny.yml'), '--update');
  expect([existsSync(at('tiny.baseline.json')), existsSync(at('tiny.yml.baseline.json'))]).toEqual([true, true]);
  expect((await inCi('check', folder)).code).toBe(0);
  rmSync(at('tiny.yml'));
  expect((await inCi('check', folder)).out).toContain('tiny.yml.baseline.json: FAILED');
});
