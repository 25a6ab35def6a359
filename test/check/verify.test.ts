import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyRun } from '../../src/check/verify.ts';
import type { Run } from '../../src/runs/run.ts';
import { saveRun } from '../../src/runs/store.ts';
import { sampleRun } from '../runs/sample-run.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-verify-'));
  folder = await saveRun(sampleRun(), '', root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What differs when the stored run is repeated with this outcome. */
async function differences(again: Run) {
  const { comparisons } = await verifyRun(folder, async () => again);
  return comparisons.filter((comparison) => !comparison.same);
}

describe('verifyRun', () => {
  it('passes when everything but the timings is the same', async () => {
    const again = sampleRun({ timing: [{ stage: 'tables', ms: 1, rows: 30 }] });
    const verification = await verifyRun(folder, async () => again);
    expect(verification.passed).toBe(true);
    expect(verification.comparisons.map((comparison) => comparison.what)).toEqual([
      'checksum of run.json',
      'hash of the scenario',
      'hash of the data',
      'hash of the schedule',
      'engine',
      'solver',
      'seed',
      'method',
      'run id',
      'status',
      'candidates',
      'audit',
      'title',
      'notes',
      'funnel',
      'tables',
      'raw_score',
      'net_score',
      'bound',
      'gap',
      'assignments',
      'gini',
      'avg_pub_rate',
      'assignments.csv',
    ]);
  });

  it('finds tables that the record no longer lists, and words that it says otherwise', async () => {
    const file = join(folder, 'run.json');
    const record = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...record, tables: {}, notes: ['all is well'], title: 'Another' }));
    expect((await differences(sampleRun())).map(({ what }) => what)).toEqual([
      'checksum of run.json',
      'title',
      'notes',
      'tables',
    ]);
  });

  it('does not mind in which order the keys of the record stand', async () => {
    const again = sampleRun();
    const funnel = again.funnel.map(({ text, left, removed, step }) => ({ text, left, removed, step }));
    expect(await differences({ ...again, funnel })).toEqual([]);
  });

  it('finds weeks that no run of one week has', async () => {
    writeFileSync(join(folder, 'weeks.json'), '[]');
    expect(await differences(sampleRun())).toMatchObject([{ what: 'weeks.json', found: 'no such file' }]);
  });

  it('repeats the scenario as it was resolved and stored', async () => {
    const texts: string[] = [];
    await verifyRun(folder, async (record) => {
      texts.push(record.scenario.text);
      return sampleRun();
    });
    expect(texts).toEqual(['kind: loans\n']);
  });

  it('names a metric that changed, with both values', async () => {
    expect(await differences(sampleRun({ metrics: { assignments: 2, gini: 0.3, avg_pub_rate: null } }))).toEqual([
      { what: 'gini', expected: '0.25', found: '0.3', same: false },
    ]);
  });

  it('names a metric that only one of the two has', async () => {
    expect(await differences(sampleRun({ metrics: { assignments: 2, gini: 0.25 } }))).toEqual([
      { what: 'avg_pub_rate', expected: 'no value', found: 'none', same: false },
    ]);
  });

  it('names the first line of a CSV file that was edited', async () => {
    const file = join(folder, 'assignments.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('1234.35', '1.00'));
    expect(await differences(sampleRun())).toEqual([
      {
        what: 'assignments.csv',
        expected: `line 2: V1,"'=SUM(A1)",2025-09-22,1100,0.1,1.00`,
        found: `line 2: V1,"'=SUM(A1)",2025-09-22,1100,0.1,1234.35`,
        same: false,
      },
    ]);
  });

  it('names a CSV file that is gone, and one that does not belong there', async () => {
    rmSync(join(folder, 'assignments.csv'));
    writeFileSync(join(folder, 'extra.csv'), 'a\n');
    expect(await differences(sampleRun())).toEqual([
      { what: 'assignments.csv', expected: 'no such file', found: '149 bytes', same: false },
      { what: 'extra.csv', expected: '2 bytes', found: 'no such file', same: false },
    ]);
  });

  it('names the objective of an edited run.json', async () => {
    const file = join(folder, 'run.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"net_score": 1900', '"net_score": 9999'));
    expect(await differences(sampleRun())).toMatchObject([
      { what: 'checksum of run.json' },
      { what: 'net_score', expected: '9999', found: '1900', same: false },
    ]);
  });

  describe('finds a run.json that was written in, where a repetition takes it at its word:', () => {
    it.each([
      ['the name', '"name": "la-week"', '"name": "la-wonder"'],
      ['an override', '"new": 400', '"new": 500'],
      ['the file', '"file": "la-week.yaml"', '"file": "x.yaml"'],
      ['the text', 'kind: loans\\n', 'kind: other\\n'],
      ['the checksum taken out', '"sha256"', '"sha255"'],
    ])('%s', async (_, from, to) => {
      const file = join(folder, 'run.json');
      const text = readFileSync(file, 'utf8');
      expect(text).toContain(from);
      writeFileSync(file, text.replace(from, to));
      const { name } = JSON.parse(readFileSync(file, 'utf8'));
      expect((await differences(sampleRun({ name }))).map(({ what }) => what)).toEqual(['checksum of run.json']);
    });

    it('but not its timings', async () => {
      const file = join(folder, 'run.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"ms": 12.5', '"ms": 99'));
      expect(await differences(sampleRun())).toEqual([]);
    });
  });
});
