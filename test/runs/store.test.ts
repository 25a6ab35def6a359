import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/problems/problem.ts';
import { loadRun, saveRun } from '../../src/runs/store.ts';
import { sampleRun } from './sample-run.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-store-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A process id that no process has: the largest that Linux gives is 4194304. */
const DEAD = 99_999_999;

async function refusal(action: Promise<unknown>): Promise<string> {
  const error = await action.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  const problem = (error as Refusal).problems[0]!;
  return `${problem.place?.file}: ${problem.message}`;
}

describe('saveRun', () => {
  it('writes run.json, a CSV file for each table and the report into <root>/<scenario>/<id>', async () => {
    const folder = await saveRun(sampleRun(), '<html>', root);
    expect(folder).toBe(join(root, 'la-week', 'abc123'));
    expect(readdirSync(folder).sort()).toEqual(['assignments.csv', 'report.html', 'run.json']);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('<html>');
  });

  it('keeps the rows of tables out of run.json and counts them there', async () => {
    const folder = await saveRun(sampleRun(), '', root);
    const record = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    expect(record.tables.assignments.rows).toBe(2);
    expect(record.tables.assignments.columns[0]).toEqual({ name: 'vin', type: 'text', label: 'VIN' });
  });

  it('leaves nothing but the run beside it', async () => {
    await saveRun(sampleRun(), '', root);
    await saveRun(sampleRun({ title: 'other' }), '', root);
    expect(readdirSync(join(root, 'la-week'))).toEqual(['abc123']);
  });

  it('keeps a folder that differs in timings only', async () => {
    const folder = await saveRun(sampleRun(), '', root);
    const before = statSync(folder).ino;
    await saveRun(sampleRun({ timing: [{ stage: 'tables', ms: 99, rows: 30 }] }), '', root);
    expect(statSync(folder).ino).toBe(before);
  });

  it('replaces a folder with another content, and drops files that the new run does not have', async () => {
    const folder = await saveRun(sampleRun(), 'old', root);
    await saveRun(sampleRun({ tables: {} }), 'new', root);
    expect(readdirSync(folder).sort()).toEqual(['report.html', 'run.json']);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('new');
  });

  it('repairs a folder that lost a file', async () => {
    const folder = await saveRun(sampleRun(), '', root);
    rmSync(join(folder, 'assignments.csv'));
    await saveRun(sampleRun(), '', root);
    expect(existsSync(join(folder, 'assignments.csv'))).toBe(true);
  });

  it('never leaves its root, whatever the scenario, the run or a table is called', async () => {
    const run = sampleRun({ name: '../../up', id: '..', tables: { '../../../out': sampleRun().tables.assignments! } });
    const folder = await saveRun(run, '', root);
    expect(folder).toBe(join(root, '-.-..-up', '-.'));
    expect(readdirSync(folder).sort()).toEqual(['-.-..-..-out.csv', 'report.html', 'run.json']);
  });

  it('lets other users of the machine read what it writes, as far as the umask does', async () => {
    const folder = await saveRun(sampleRun(), '', root);
    expect(statSync(folder).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it('removes the half-written folder of a process that died', async () => {
    mkdirSync(join(root, 'la-week', `.tmp-abc123-${DEAD}-0a1b2c`), { recursive: true });
    await saveRun(sampleRun(), '', root);
    expect(readdirSync(join(root, 'la-week'))).toEqual(['abc123']);
  });

  it('leaves the temporary folder of a process that lives alone', async () => {
    const name = `.tmp-other-${process.ppid}-0a1b2c`;
    mkdirSync(join(root, 'la-week', name), { recursive: true });
    await saveRun(sampleRun(), '', root);
    expect(readdirSync(join(root, 'la-week'))).toContain(name);
  });

  it('says so where a file stands in the way of its folder', async () => {
    const file = join(root, 'runs');
    writeFileSync(file, '');
    expect(await refusal(saveRun(sampleRun(), '', file))).toBe(
      `${join(file, 'la-week', 'abc123')}: cannot be written: a part of its path is a file, not a folder`,
    );
  });
});

describe('loadRun', () => {
  it('gives back the run that was saved', async () => {
    const folder = await saveRun(sampleRun(), '', root);
    expect(await loadRun(folder)).toEqual(sampleRun());
  });

  it('gives back the conflict of a run without a schedule', async () => {
    const conflict = {
      members: [{ rule: 'capacity', label: 'Thursday' }],
      relaxation: [{ rule: 'capacity', label: 'Thursday', by: 1 }],
    };
    const run = sampleRun({ status: 'infeasible', conflict, objective: {}, metrics: {} });
    expect(await loadRun(await saveRun(run, '', root))).toEqual(run);
  });

  it('leaves out a bound that no number can say', async () => {
    const run = sampleRun({ status: 'unknown', objective: { net_score: 0, bound: Number.POSITIVE_INFINITY } });
    expect((await loadRun(await saveRun(run, '', root))).objective).toEqual({ net_score: 0 });
  });

  it('finds the run that a crash between two renames left aside', async () => {
    const folder = await saveRun(sampleRun(), '', root);
    const { renameSync } = await import('node:fs');
    renameSync(folder, join(root, 'la-week', `.old-abc123-${DEAD}-0a1b2c`));
    expect((await loadRun(folder)).id).toBe('abc123');
  });

  describe('where no run is', () => {
    const maybe = async (folder: string) => {
      const error = await loadRun(folder).catch((reason: unknown) => reason);
      const [problem] = (error as Refusal).problems;
      return `${problem!.message}. ${problem!.maybe}`.replaceAll(root, 'ROOT');
    };
    const saved = (id: string, name = 'la-week') => saveRun(sampleRun({ id, name }), '', root);

    it('says so', async () => {
      expect(await refusal(loadRun(root))).toBe(`${root}: holds no run: there is no run.json in it`);
      expect(await maybe(root)).toContain('Maybe the folder of the run itself is meant: runs/<scenario>/<run id>.');
    });

    it('names the runs that are in the folder, or below it', async () => {
      await saved('a1');
      expect(await maybe(join(root, 'la-week'))).toMatch(/^holds no run.* Maybe you meant "ROOT\/la-week\/a1"\.$/);
      await saved('b2');
      expect(await maybe(root)).toContain('Maybe one of: "ROOT/la-week/a1", "ROOT/la-week/b2".');
      for (const id of ['c', 'd', 'e', 'f', 'g']) await saved(id);
      expect(await maybe(root)).toContain('"ROOT/la-week/e" and 2 more.');
    });

    it('finds the folder that was meant by one that is not there', async () => {
      await saved('a1b2c3d4');
      await saved('b2', 'other');
      const meant = 'there is no such folder. Maybe you meant "ROOT/la-week/a1b2c3d4".';
      expect(await maybe(join(root, 'la-wek'))).toBe(meant);
      expect(await maybe(join(root, 'la-week', 'a1b2'))).toBe(meant);
      expect(await maybe(join(root, 'la-week', 'zzz'))).toBe(meant);
    });

    it('takes the file of a run for its folder only in words', async () => {
      await saved('a1');
      expect(await maybe(join(root, 'la-week', 'a1', 'run.json'))).toBe(
        'is a file of a run, not its folder. Maybe its folder is meant: "ROOT/la-week/a1".',
      );
    });
  });

  it('refuses a run.json that is cut short', async () => {
    const folder = await saveRun(sampleRun(), '', root);
    writeFileSync(join(folder, 'run.json'), '{"id": "abc');
    expect(await refusal(loadRun(folder))).toContain('run.json: is damaged: it is not JSON');
  });

  it('names the part of run.json that is of the wrong type', async () => {
    const folder = await saveRun(sampleRun(), '', root);
    const record = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    record.metrics.gini = 'high';
    writeFileSync(join(folder, 'run.json'), JSON.stringify(record));
    expect(await refusal(loadRun(folder))).toContain('is damaged: metrics.gini: ');
  });

  it('refuses a table that lost a row', async () => {
    const folder = await saveRun(sampleRun(), '', root);
    const file = join(folder, 'assignments.csv');
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, 2).join('\n'));
    expect(await refusal(loadRun(folder))).toContain('assignments.csv: is damaged: it has 1 rows; run.json counts 2');
  });
});
