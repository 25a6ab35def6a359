import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { comparisonCsv, comparisonFolder, isSaved, saveComparison } from '../../src/compare/store.ts';
import { saveRun } from '../../src/runs/store.ts';
import { sampleRun } from '../runs/sample-run.ts';
import { policies } from './report/policies.ts';

const [two, three] = [await policies(2), await policies(3)];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-comparison-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the folder of a comparison', () => {
  it('is named after the scenario whose variants are compared', () => {
    expect(comparisonFolder(three, 'runs', 'some/where/fair.ness.yaml')).toBe(join('runs', 'compare', 'fair.ness'));
  });
  it('is another for other runs, and for another baseline', () => {
    const folders = [two, three, { ...two, baseline: two.runs[1]!.name }].map((one) => comparisonFolder(one, 'runs'));
    expect(new Set(folders).size).toBe(3);
    expect(folders[0]).toMatch(/^runs.compare.week-vs-week@policy_01-[0-9a-f]{8}$/);
  });
  it('never leads out of the root, whatever the names', () => {
    const [first, ...rest] = two.runs;
    const hostile = { ...two, runs: [{ ...first!, name: '../../etc' }, ...rest] };
    expect(comparisonFolder(hostile, 'runs')).toMatch(/^runs.compare.-\.-\.\.-etc-vs-/);
  });
});

describe('a saved comparison', () => {
  it('is its report, its JSON and its CSV, and nothing else is left behind', () => {
    const folder = join(root, 'compare', 'x');
    saveComparison(two, '<html>', folder);
    expect(readdirSync(folder).sort()).toEqual(['comparison.csv', 'comparison.json', 'report.html']);
    expect(readdirSync(join(root, 'compare'))).toEqual(['x']);
    expect(JSON.parse(readFileSync(join(folder, 'comparison.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(two)));
  });
  it('replaces the one before it as a whole', () => {
    const folder = join(root, 'compare', 'x');
    saveComparison(three, '<html>', folder);
    saveComparison(two, '<p>', folder);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('<p>');
    expect(JSON.parse(readFileSync(join(folder, 'comparison.json'), 'utf8')).runs).toHaveLength(2);
  });
  it('says so where it cannot be written', () => {
    writeFileSync(join(root, 'compare'), 'a file');
    expect(() => saveComparison(two, '', join(root, 'compare', 'x'))).toThrow('cannot be written');
  });
});

describe('the CSV', () => {
  const lines = comparisonCsv(two).split('\n');
  it('has a row for each measure of each run', () => {
    expect(lines[0]).toBe('scenario,run,group,measure,value,baseline,difference,direction');
    const [first, second] = two.runs.map(({ id }) => id);
    expect(lines).toContain(`week@policy_01,${second},objective,net_score,6947,7262,,other`);
    expect(lines).toContain(`week@policy_01,${second},objective,yardstick_net_score,7262,7262,0,same`);
    expect(lines).toContain(`week,${first},objective,net_score,7262,,,`);
  });
  it('counts what became of the rows', () => {
    expect(lines.filter((line) => line.includes(',schedule,')).map((line) => line.split(',')[3])).toEqual([
      'rows_kept',
      'rows_moved',
      'rows_new',
      'rows_dropped',
    ]);
  });
  it('disarms a name that a spreadsheet would run', () => {
    const comparison = two;
    const [first, ...rest] = comparison.runs;
    const text = comparisonCsv({ ...comparison, runs: [{ ...first!, name: '=1+1' }, ...rest] });
    expect(text).toContain('\n"\'=1+1",');
  });
});

describe('a run that lies in its folder already', () => {
  it('is known, whatever its timings', async () => {
    await saveRun(sampleRun(), '<html>', root);
    expect(isSaved(sampleRun({ timing: [] }), root)).toBe(true);
  });
  it('is not known where anything else differs, or there is none', async () => {
    expect(isSaved(sampleRun(), root)).toBe(false);
    await saveRun(sampleRun(), '<html>', root);
    expect(isSaved(sampleRun({ title: 'Another' }), root)).toBe(false);
  });
});
