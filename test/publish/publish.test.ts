import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { printProblems } from '../../src/problems/print.ts';
import { Refusal } from '../../src/problems/problem.ts';
import { folderStore, readVersionFile } from '../../src/publish/folder.ts';
import { StaleBase } from '../../src/publish/problems.ts';
import { newestVersion, prepareVersion, publishRun } from '../../src/publish/publish.ts';
import type { Store } from '../../src/publish/store.ts';
import type { Run } from '../../src/runs/run.ts';
import { assignments, sampleRun } from '../runs/sample-run.ts';

// Another publisher that is quicker: it takes the number just before we claim it.
const hooks = vi.hoisted(() => ({ beforeLink: () => {} }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    linkSync: (from: string, to: string) => {
      hooks.beforeLink();
      fs.linkSync(from, to);
    },
  };
});

const SCHEDULE = { table: 'assignments', key: ['vin'], place: ['partner', 'start_day'] };

let root: string;
let folder: string;
let store: Store;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-publish-'));
  folder = join(root, 'la-week');
  store = folderStore(root);
});
afterEach(() => {
  hooks.beforeLink = () => {};
  rmSync(root, { recursive: true, force: true });
});

const publish = (base: number, run: Run = sampleRun()) => publishRun(run, SCHEDULE, { store, base });

async function refusal(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Refusal) return printProblems(error.problems).replaceAll(`${root}/`, '');
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Every file of the publication, by name. */
const files = (): Map<string, string> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('publishRun', () => {
  it('writes the first version, with rows, provenance, run and base', async () => {
    const version = await publish(0);
    expect(readdirSync(folder)).toEqual(['000001.json']);
    expect(version).toEqual({
      ...{ version: 1, base: 0, kind: 'loans', name: 'la-week', title: 'Los Angeles', run: 'abc123' },
      ...{ status: 'optimal', provenance: sampleRun().provenance, schedule: SCHEDULE },
      ...assignments,
    });
    expect(await store.read('la-week', 1)).toEqual(version);
  });

  it('keeps every version as it was', async () => {
    await publish(0);
    const before = files();
    await publish(1, sampleRun({ id: 'next' }));
    const after = files();
    expect([...after.keys()]).toEqual(['000001.json', '000002.json']);
    expect(after.get('000001.json')).toBe(before.get('000001.json'));
    expect(await store.read('la-week', 2)).toMatchObject({ base: 1, run: 'next' });
  });

  it.each([
    [0, 'is built on an empty publication, but version 2 is the newest\nMaybe run'],
    [1, 'is built on version 1, but version 2 is the newest\nMaybe see "evenhand diff la-week@1 la-week@2", run'],
    [7, 'is built on version 7, but version 2 is the newest\nMaybe run'],
  ])('refuses the stale base %i and changes nothing', async (base, text) => {
    await publish(0);
    await publish(1);
    writeFileSync(join(folder, '.tmp-000003-99999999-0a1b2c'), 'half');
    const before = files();
    await expect(publish(base)).rejects.toThrow(StaleBase);
    expect(await refusal(() => publish(base))).toBe(
      `la-week: ${text} the scenario again on what is published, and commit with --base 2.`,
    );
    expect(files()).toEqual(before);
  });

  it('refuses any base but 0 where nothing is published', async () => {
    expect(await refusal(() => publish(41))).toContain('is built on version 41, but nothing is published yet\n');
    expect(readdirSync(root)).toEqual([]);
  });

  it('refuses whoever comes second to the same number, and keeps what the first wrote', async () => {
    await publish(0);
    const elsewhere = join(root, 'elsewhere');
    cpSync(folder, join(elsewhere, 'la-week'), { recursive: true });
    await publishRun(sampleRun({ id: 'quicker' }), SCHEDULE, { store: folderStore(elsewhere), base: 1 });
    hooks.beforeLink = () => copyFileSync(join(elsewhere, 'la-week', '000002.json'), join(folder, '000002.json'));
    expect(await refusal(() => publish(1, sampleRun({ id: 'slower' })))).toContain('version 2 is the newest');
    expect((await store.read('la-week', 2)).run).toBe('quicker');
    expect(readdirSync(folder)).toEqual(['000001.json', '000002.json']);
  });

  it('leaves the old versions and no part of a new one where the disk refuses', async () => {
    await publish(0);
    const before = files();
    hooks.beforeLink = () => {
      throw Object.assign(new Error('no'), { code: 'ENOSPC' });
    };
    expect(await refusal(() => publish(1))).toBe(
      'la-week: cannot be written: the disk is full; nothing was published\nMaybe choose another folder with --to.',
    );
    expect(files()).toEqual(before);
  });

  it('removes what a publisher that died left behind, and leaves others alone', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, '.tmp-000001-99999999-0a1b2c'), 'half');
    writeFileSync(join(folder, `.tmp-000001-${process.ppid}-0a1b2c`), 'at work');
    await publish(0);
    expect(readdirSync(folder)).toEqual([`.tmp-000001-${process.ppid}-0a1b2c`, '000001.json']);
  });

  it.each([
    [{ status: 'infeasible' } as const, 'run abc123: has no schedule to publish: it is infeasible\n'],
    [{ status: 'unknown' } as const, 'run abc123: has no schedule to publish: it is unknown\n'],
    [
      {
        audit: {
          passed: false,
          levels: [
            { level: 1, name: 'feasible', passed: true, text: '' },
            { level: 2, name: 'priced', passed: false, text: '' },
          ],
        },
      } as const,
      'run abc123: cannot be published: its audit failed (priced)\n',
    ],
    [{ tables: {} }, 'run abc123: has no table "assignments", which is its schedule\n'],
    [
      { tables: { assignments: { columns: [assignments.columns[0]!], rows: [] } } },
      'run abc123: its schedule "assignments" has no column "partner"\n',
    ],
    [
      { tables: { assignments: { ...assignments, rows: [assignments.rows[0]!, assignments.rows[0]!] } } },
      'run abc123: two rows of its schedule are both vin V1\n',
    ],
  ])('refuses a run that cannot be published: %#', async (change, text) => {
    expect(await refusal(() => publish(0, sampleRun(change)))).toContain(text);
    expect(readdirSync(root)).toEqual([]);
  });

  it('publishes a schedule that was not proven to be the best', async () => {
    expect((await publish(0, sampleRun({ status: 'feasible' }))).status).toBe('feasible');
  });

  it('refuses a schedule of another kind under the same name', async () => {
    await publish(0);
    expect(await refusal(() => publish(1, sampleRun({ kind: 'other' })))).toContain(
      'la-week: holds schedules of kind "loans", and this one is of kind "other"\n',
    );
  });

  it('never leaves its root, whatever the scenario is called', async () => {
    await publish(0, sampleRun({ name: '../../up' }));
    expect(readdirSync(root)).toEqual(['-.-..-up']);
  });
});

describe('prepareVersion', () => {
  it('gives the version that would come, and changes nothing', async () => {
    const first = await publish(0);
    const before = files();
    const { current, next } = await prepareVersion(sampleRun({ id: 'next' }), SCHEDULE, { store, base: 1 });
    expect(current).toEqual(first);
    expect(next).toMatchObject({ version: 2, base: 1, run: 'next' });
    expect(files()).toEqual(before);
  });
});

describe('versions', () => {
  it('counts whole versions only, in order of their numbers', async () => {
    mkdirSync(folder);
    for (const name of [
      '1000000.json',
      '000010.json',
      '000009.json',
      '.tmp-000011-1-0a1b2c',
      '0000012.json',
      '13.json',
    ])
      writeFileSync(join(folder, name), '');
    expect(await store.versions('la-week')).toEqual([9, 10, 1_000_000]);
    expect(await newestVersion(store, 'la-week')).toBe(1_000_000);
  });

  it('is empty where nothing was published', async () => {
    expect(await store.versions('nothing')).toEqual([]);
    expect(await newestVersion(store, 'nothing')).toBe(0);
  });
});

describe('readVersion', () => {
  const file = () => join(folder, '000001.json');
  const edit = (change: (text: string) => string) => writeFileSync(file(), change(readFileSync(file(), 'utf8')));

  it('says which versions there are', async () => {
    await publish(0);
    expect(await refusal(() => store.read('la-week', 41))).toContain('\nMaybe version 1, the only one there.');
    await publish(1);
    expect(await refusal(() => store.read('la-week', 41))).toBe(
      'la-week/000041.json: there is no such version\nMaybe one from 1 to 2.',
    );
    expect(await refusal(() => store.read('other', 1))).toContain('Maybe nothing was published there yet.');
  });

  it.each([
    [
      'a cell that was changed',
      (text: string) => text.replace('"V1"', '"V7"'),
      'its checksum is not that of its content',
    ],
    ['a row that was taken out', (text: string) => text.replace(/\[\s+"V1"[^\]]*\],\s+/, ''), 'its checksum is not'],
    ['a file that was cut short', (text: string) => text.slice(0, 500), 'it is not JSON'],
    ['an empty file', () => '', 'it is not JSON'],
    ['a part that is missing', (text: string) => text.replace('"base": 0,', ''), 'base: invalid input'],
    ['a part that does not belong', (text: string) => text.replace('"base"', '"more": 1, "base"'), 'the whole: unrec'],
  ])('detects %s', async (_, change, what) => {
    await publish(0);
    edit(change);
    expect(await refusal(() => store.read('la-week', 1))).toContain(`la-week/000001.json: is damaged: ${what}`);
  });

  it('detects a version under the number of another', async () => {
    await publish(0);
    copyFileSync(file(), join(folder, '000002.json'));
    expect(await refusal(() => store.read('la-week', 2))).toContain('it is version 1 under another name');
  });

  it('reads a copy under any other name', async () => {
    await publish(0);
    copyFileSync(file(), join(root, 'mine.json'));
    expect(readVersionFile(join(root, 'mine.json')).version).toBe(1);
  });

  it('does not publish on a damaged version', async () => {
    await publish(0);
    edit((text) => text.replace('"V1"', '"V7"'));
    expect(await refusal(() => publish(1))).toContain('moved out of the folder, it leaves the version before it');
  });
});

describe('a run that its limit in seconds stopped', () => {
  const stopped = (failed: string): Run => {
    const levels = (
      [
        [1, 'feasible'],
        [2, 'priced'],
        [3, 'bounded'],
        [4, 'reproducible'],
      ] as const
    ).map(([level, name]) => ({ level, name, passed: name !== failed, text: '' }));
    return { ...sampleRun(), status: 'feasible', audit: { passed: false, levels } };
  };
  const publishing = (failed: string, unproven: boolean) => () =>
    publishRun(stopped(failed), SCHEDULE, { store, base: 0, unproven });

  it('is published only where that is said, and its version says that it is not proven', async () => {
    expect(await refusal(publishing('reproducible', false))).toContain('--unproven');
    expect(await publishing('reproducible', true)()).toMatchObject({ version: 1, status: 'feasible' });
  });

  it('is not published where its schedule breaks a rule', async () => {
    expect(await refusal(publishing('feasible', true))).toContain('its audit failed (feasible)');
    expect(await newestVersion(store, 'la-week')).toBe(0);
  });
});
