import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scenarioFile } from '../../pipeline/errands.ts';
import { evenhand } from '../tiny-week.ts';

vi.mock('../../../src/domains/index.ts', async () => {
  const kinds = await import('../../pipeline/errands.ts');
  return { domains: [kinds.errands, kinds.filed] };
});

let folder: string;
let runs: string[];
let to: string;
beforeEach(async () => {
  const file = scenarioFile('kind: errands\nerrands: [{id: bank, worth: 4}, {id: bread, worth: 5}]\n');
  folder = dirname(file);
  to = join(folder, 'published');
  runs = [];
  for (const days of ['[mon, tue]', '[mon, wed]']) {
    writeFileSync(file, `${readFileSync(file, 'utf8').split('days')[0]}days: ${days}\n`);
    const { out } = await evenhand('run', file, '--out', join(folder, 'runs'), '--json');
    runs.push(JSON.parse(out).folder);
    await evenhand('commit', runs.at(-1)!, '--to', to, '--publish');
  }
});

const versionFile = (number: number) => join(to, 'mine', `00000${number}.json`);
const COUNTS = '0 new, 0 dropped, 1 moved, 1 kept';
const MOVED = '  moved    id bank: day tue → wed\n';

describe('evenhand diff', () => {
  it('compares two versions by name', async () => {
    expect(await evenhand('diff', 'mine@1', 'mine@2', '--to', to)).toEqual({
      ...{ code: 0, err: '', out: `mine@1 → mine@2: ${COUNTS}\n${MOVED}` },
    });
  });

  it('compares version files and run folders', async () => {
    const files = await evenhand('diff', versionFile(1), versionFile(2));
    expect(files.out).toBe(`mine@1 → mine@2: ${COUNTS}\n${MOVED}`);
    const mixed = await evenhand('diff', versionFile(1), runs[1]!);
    expect(mixed.out).toMatch(/^mine@1 → run \w+: 0 new, 0 dropped, 1 moved, 1 kept\n/);
    const folders = await evenhand('diff', runs[1]!, runs[0]!);
    expect(folders.out).toContain('day wed → tue');
  });

  it('prints every row as JSON', async () => {
    const { out } = await evenhand('diff', 'mine@1', 'mine@2', '--to', to, '--json');
    expect(JSON.parse(out)).toEqual({
      ...{ from: 'mine@1', to: 'mine@2', new: [], dropped: [] },
      moved: [{ key: { id: 'bank' }, before: { day: 'tue' }, after: { day: 'wed' } }],
      kept: [{ key: { id: 'bread' }, before: { day: 'mon' }, after: { day: 'mon' } }],
    });
  });

  it('says which versions there are, and ends with 2', async () => {
    const { code, err } = await evenhand('diff', 'mine@1', 'mine@41', '--to', to);
    expect(code).toBe(2);
    expect(err).toContain('000041.json: there is no such version\nMaybe one from 1 to 2.\n');
  });

  it('does not leave the folder of publications by a name', async () => {
    const { code, err } = await evenhand('diff', 'mine@1', '../published/mine@1', '--to', to);
    expect(code).toBe(2);
    expect(err).toContain('there is no such version');
  });

  it('says what can be compared where a word names nothing', async () => {
    const { code, err } = await evenhand('diff', 'mine', 'mine@1', '--to', to);
    expect(code).toBe(2);
    expect(err).toMatch(/^mine: is neither the folder of a run, nor the file of a version, nor NAME@VERSION\nMaybe /);
  });

  it('has examples in its help', async () => {
    expect((await evenhand('diff', '--help')).out).toContain('Examples:\n  evenhand diff');
  });
});
