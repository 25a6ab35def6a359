import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRun, listRuns } from '../../../src/index.ts';
import { evenhand, evenhandIn, tinyWeek } from '../tiny-week.ts';

let folder: string;
let out: string;
let file: string;
/** The folders of the two runs of `tiny`, older first, and of its variant. */
let ids: readonly string[];

const folderOf = (json: string): string => JSON.parse(json).folder;
const at = (run: string, minute: number) => {
  const time = new Date(2025, 8, 22, 14, minute);
  utimesSync(join(run, 'run.json'), time, time);
};

beforeAll(async () => {
  folder = tinyWeek();
  [out, file] = [join(folder, 'runs'), join(folder, 'tiny.yaml')];
  const one = folderOf((await evenhand('run', file, '--out', out, '--json')).out);
  const two = folderOf((await evenhand('run', file, '--out', out, '--json', '--set', 'weights.geo=300')).out);
  const free = folderOf((await evenhand('run', file, '--out', out, '--json', '--variant', 'free')).out);
  ids = [one, two, free];
  for (const [minute, run] of ids.entries()) at(run, minute);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const id = (run: number) => ids[run]!.split('/').at(-1)!.slice(0, 8);

describe('evenhand runs', () => {
  it('lists runs, newest first, with the settings in which those of a scenario differ', async () => {
    const { code, out: text } = await evenhand('runs', '--out', out);
    expect(code).toBe(0);
    const lines = text.split('\n').map((line) => line.replaceAll(/ {2,}/g, '  '));
    expect(lines.slice(0, 3)).toEqual([
      'run  when  status  net score  settings that differ',
      expect.stringMatching(
        `^tiny@free@${id(2)}  2025-09-22 14:02  optimal  [\\d,]+  weights.geo=100, rules.fairness=false$`,
      ),
      expect.stringMatching(`^tiny@${id(1)}  2025-09-22 14:01  optimal  [\\d,]+  weights.geo=300, rules.fairness.`),
    ]);
  });

  it('lists those of one scenario, so many, or as JSON', async () => {
    expect((await evenhand('runs', 'tiny', '--out', out, '--most', '1')).out).toContain('and 2 older runs: --most 3');
    expect((await evenhand('runs', 'tiny@free', '--out', out)).out.split('\n')).toHaveLength(3);
    const all = JSON.parse((await evenhand('runs', file, '--out', out, '--json')).out);
    expect(all.map(({ name }: { name: string }) => name)).toEqual(['tiny@free', 'tiny', 'tiny']);
    expect(Object.keys(all[0])).toEqual(['name', 'id', 'folder', 'when', 'status', 'netScore', 'settings']);
  });

  it('fits a terminal of 40 columns but for paths and ids', async () => {
    const { out: text } = await evenhandIn({ columns: 40 }, 'runs', '--out', out);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it('says what to do where there is none', async () => {
    const none = await evenhand('runs', '--out', join(folder, 'nowhere'));
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('Maybe "evenhand run SCENARIO" comes first')]);
    const other = await evenhand('runs', 'huge', '--out', out);
    expect([other.code, other.err]).toEqual([
      2,
      expect.stringContaining('there is no run of huge\nMaybe one of: tiny@free, tiny.'),
    ]);
  });

  it('passes over what is no run', () => {
    mkdirSync(join(out, 'odd', 'cafe'), { recursive: true });
    writeFileSync(join(out, 'odd', 'cafe', 'run.json'), '{');
    expect(listRuns(out)).toHaveLength(3);
    rmSync(join(out, 'odd'), { recursive: true });
  });
});

describe('a run by its name', () => {
  it('is the newest, the one with an id, or the newest of all', () => {
    expect(findRun('tiny@latest', out)).toBe(ids[1]);
    expect(findRun(`${out}/tiny@latest`)).toBe(ids[1]);
    expect(findRun('tiny@free@latest', out)).toBe(ids[2]);
    expect(findRun(`tiny@${id(0)}`, out)).toBe(ids[0]);
    expect(findRun('@latest', out)).toBe(ids[2]);
    expect(findRun('scenarios/tiny.yaml@latest', out)).toBe(ids[1]);
    expect(findRun(ids[0]!, out)).toBe(ids[0]);
  });

  it('is the one that was run last, also where nothing had to be written', async () => {
    await evenhand('run', file, '--out', out, '--quiet');
    expect(findRun('tiny@latest', out)).toBe(ids[0]);
    at(ids[0]!, 0);
  });

  it('is accepted wherever a run is asked for', async () => {
    const run = `${out}/tiny@latest`;
    const words: readonly (readonly string[])[] = [
      ['table', run, 'assignments'],
      ['report', run],
      ['verify', run],
      ['explain', run, 'vin=VIN001'],
      ['prices', run],
      ['compare', run, `${out}/tiny@free@latest`, '--out', out],
      ['diff', run, `${out}/tiny@free@latest`],
      ['commit', run, '--to', join(folder, 'published')],
      ['audit', file, '--schedule', run, '--out', join(folder, 'audits'), '--no-solve'],
    ];
    for (const one of words) expect([one[0], (await evenhand(...one)).code]).toEqual([one[0], 0]);
  });

  it('that is not there is refused with what there is', async () => {
    const refusal = async (word: string) => (await evenhand('table', `${out}/${word}`, 'assignments')).err;
    expect(await refusal('tinny@latest')).toContain(
      `there is no run of "tinny" in "${out}"\nMaybe you meant "tiny@latest"`,
    );
    expect(await refusal('tiny@0000')).toContain(`there is no such run of "tiny"`);
    expect(await refusal('huge@latest')).toContain('Maybe run it first: evenhand run huge.yaml');
  });
});
