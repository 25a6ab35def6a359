import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRun, type Run, readScenario, renderReport, runScenario, saveRun, verifyRun } from '../../src/index.ts';
import { evenhand, tinyWeeks } from '../cli/tiny-week.ts';

// Two cars, two partners; the tables name one week, and the weeks after it have the default.
const folder = tinyWeeks('false');
const runs = mkdtempSync(join(tmpdir(), 'evenhand-weeks-'));
let run: Run;
let stored: string;
let html: string;
beforeAll(async () => {
  run = await runScenario(readScenario(join(folder, 'tiny.yaml')));
  html = await renderReport(run);
  stored = await saveRun(run, html, runs);
});
afterAll(() => {
  for (const each of [folder, runs]) rmSync(each, { recursive: true, force: true });
});

describe('a stored run of many weeks', () => {
  it('keeps each week in weeks.json, and reads back whole', async () => {
    expect(JSON.parse(readFileSync(join(stored, 'weeks.json'), 'utf8'))).toHaveLength(3);
    const { model: _, ...given } = run as Run & { model?: string };
    expect(await loadRun(stored)).toEqual(JSON.parse(JSON.stringify(given)));
  });

  it('has a table with a row of metrics for each week', () => {
    expect(readFileSync(join(stored, 'weeks.csv'), 'utf8').split('\n')[0]).toMatch(
      /^week,from,status,candidates,raw_score,/,
    );
    expect(run.tables.weeks!.rows.map((row) => row.slice(0, 3))).toEqual([
      [1, '2025-09-22', 'optimal'],
      [2, '2025-09-29', 'optimal'],
      [3, '2025-10-06', 'optimal'],
    ]);
  });

  it('is repeated by verify, to the byte', async () => {
    const { passed, comparisons } = await verifyRun(stored);
    expect(comparisons.filter(({ same }) => !same)).toEqual([]);
    expect(passed).toBe(true);
  });

  it('is refused where weeks.json is damaged', async () => {
    const file = join(stored, 'weeks.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, '[{}]');
    await expect(loadRun(stored)).rejects.toThrow('is damaged: 0.');
    writeFileSync(file, text);
  });

  it('is drawn with its own verdict: each week is proven, the whole is not', () => {
    expect(html).toContain('Each of 3 weeks is proven the best, given the weeks before it');
    expect(html).not.toContain('Proven optimal');
    for (const title of [
      'Week after week',
      'Who is reached, and who never',
      'Caps as they fill',
      'Budgets as they fill',
    ])
      expect(html).toContain(title);
  });

  it('is run by the command line like any other', async () => {
    const { code, out } = await evenhand('run', join(folder, 'tiny.yaml'), '--out', runs);
    expect(code).toBe(0);
    expect(out).toMatch(/expected +2 of 2 passed/);
    const refused = await evenhand('run', join(folder, 'tiny.yaml'), '--out', runs, '--export', join(runs, 'm.mps'));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(
      'tiny.yaml:5:8: weeks: each of the 3 weeks has a model of its own, and --export asks for one',
    );
    const both = await evenhand('run', join(folder, 'tiny.yaml'), '--out', runs, '--ties', '--prices');
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('and --ties and --prices ask for one')]);
  });

  it('is refused in a scenario that says too many', async () => {
    const { code, err } = await evenhand('run', join(folder, 'tiny.yaml'), '--set', 'weeks=54');
    expect({ code, said: err.includes('weeks needs a whole number from 1 to 53') }).toEqual({ code: 2, said: true });
  });
});
