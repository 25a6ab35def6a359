import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, tinyWeek } from '../tiny-week.ts';

let folder: string;
let file: string;
let baseline: string;
const use = (change?: (text: string) => string) => {
  folder = tinyWeek(change);
  file = join(folder, 'tiny.yaml');
  baseline = join(folder, 'tiny.baseline.json');
};
beforeEach(() => use());
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const edit = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));

describe('evenhand check', () => {
  it('checks a scenario and its variants, and ends with 0', async () => {
    const { code, out, err } = await evenhand('check', file);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^tiny: passed, 2 of 2 expectations met, no baseline\n/);
    expect(out).toMatch(/\n {2}what +expected +actual +verdict +reason\n/);
    expect(out).toMatch(/\n {2}assignments +2 +2 +kept +assignments is 2, as expected \(2\)\n/);
    expect(out).toMatch(/\ntiny@linear: passed[\s\S]*\ntiny@free: passed/);
    expect(out).toMatch(/\n3 scenarios checked: all passed\n$/);
    expect(existsSync(baseline)).toBe(false);
  });

  it('ends with 1 where an expectation fails, and gives the reason', async () => {
    edit(file, 'assignments: 2', 'assignments: {min: 3, must: [{vin: VIN009}]}');
    const { code, out } = await evenhand('check', file);
    expect(code).toBe(1);
    expect(out).toMatch(/\n {2}assignments +at least 3 +2 +failed +assignments is 2, expected at least 3\n/);
    expect(out).toMatch(/ a row with vin VIN009 +0 +failed +no row has vin VIN009, and one must\n/);
    expect(out).toContain('3 scenarios checked: 3 failed');
  });

  it('writes a baseline with --update, whole, and keeps to it afterwards', async () => {
    const first = await evenhand('check', file, '--update');
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/\d+ values recorded as the first baseline of tiny\n/);
    const text = readFileSync(baseline, 'utf8');
    expect(Object.keys(JSON.parse(text).runs)).toEqual(['tiny', 'tiny@linear', 'tiny@free']);
    const { code, out } = await evenhand('check', file);
    expect(code).toBe(0);
    expect(out).toMatch(/^tiny: passed, 2 of 2 expectations met, (\d+) of \1 values keep the baseline\n/);
    expect((await evenhand('check', file, '--update')).out).toContain('the baseline of tiny stays as it is');
    expect(readFileSync(baseline, 'utf8')).toBe(text);
  });

  it('ends with 1 where a change of policy makes a metric worse, and says what changed', async () => {
    await evenhand('check', file, '--update');
    edit(file, 'week: 2025-09-22', 'week: 2025-09-22\nstart_days: [mon]');
    edit(file, 'assignments: 2', 'assignments: {min: 1}');
    const { code, out } = await evenhand('check', file);
    expect(code).toBe(1);
    expect(out).toMatch(/assignments \(baseline\) +at least 2 +1 +failed +it fell by 1: settings changed since/);
    const update = await evenhand('check', file, '--update');
    expect(update.code).toBe(0);
    expect(update.out).toMatch(/\n {2}assignments +2 +1\n/);
    expect((await evenhand('check', file)).code).toBe(0);
  });

  it('leaves how a value is kept as a person wrote it', async () => {
    await evenhand('check', file, '--update');
    edit(baseline, '"gini": { "value": 0, "keep": "should_not_rise" }', '"gini": { "value": 0, "keep": "ignore" }');
    await evenhand('check', file, '--update');
    expect(readFileSync(baseline, 'utf8')).toContain('"gini": { "value": 0, "keep": "ignore" }');
  });

  it('passes a metric that only ties decide', async () => {
    // One slot, two cars of one rank: which partner is served, and with which pair, is a matter of ties.
    edit(file, 'week: 2025-09-22', 'week: 2025-09-22\nrules: {fairness: {penalty: 300}}');
    await evenhand('check', file, '--update');
    const { code, out } = await evenhand('check', file);
    const before = Number(/"partners_assigned": \{ "value": (\d)/.exec(readFileSync(baseline, 'utf8'))![1]);
    expect({ code, before }).toEqual({ code: 0, before: expect.any(Number) });
    edit(
      baseline,
      `"partners_assigned": { "value": ${before}, "keep": "should_not_fall"`,
      `"partners_assigned": { "value": ${3 - before}, "keep": "exact"`,
    );
    expect(out).toContain('all passed');
    const tied = await evenhand('check', file);
    expect(tied.out).toMatch(/partners_assigned \(baseline\) +\d +\d +tied +it .* have 1 to 2: ties decide it\n/);
  });

  it('prints JSON and nothing else, and writes JUnit XML', async () => {
    const junit = join(folder, 'out', 'check.xml');
    const { out } = await evenhand('check', file, '--json', '--junit', junit);
    const { passed, scenarios } = JSON.parse(out);
    expect(passed).toBe(true);
    expect(scenarios.map((one: { name: string; verdict: string }) => [one.name, one.verdict])).toEqual([
      ['tiny', 'passed'],
      ['tiny@linear', 'passed'],
      ['tiny@free', 'passed'],
    ]);
    expect(readFileSync(junit, 'utf8')).toContain('<testcase classname="tiny" name="expect: status, optimal"/>');
  });

  it('ends with 2 where a scenario cannot be read, shows its place, and checks the others', async () => {
    const bad = join(folder, 'bad.yaml');
    writeFileSync(bad, readFileSync(file, 'utf8').replace('office:', 'ofice:'));
    const { code, out } = await evenhand('check', bad, file);
    expect(code).toBe(2);
    expect(out).toContain('bad.yaml:3:1: unknown key "ofice"');
    expect(out).toMatch(/\ntiny: passed/);
  });

  it('does not run what expects nothing and has no baseline', async () => {
    rmSync(folder, { recursive: true });
    use((text) => text.replace(/expect:[\s\S]*/, ''));
    const { code, out } = await evenhand('check', file);
    expect(code).toBe(0);
    expect(out).toContain('tiny: nothing expected, and no baseline: not run');
  });

  it('ends with 2 where a pattern names nothing', async () => {
    const { code, err } = await evenhand('check', join(folder, 'none/*.yaml'));
    expect(code).toBe(2);
    expect(err).toContain('no scenario file is at');
  });
});
