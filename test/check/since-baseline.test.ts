import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sinceBaseline } from '../../src/check/since-baseline.ts';
import { type Run, readScenario, runScenario } from '../../src/index.ts';
import { changedOf } from '../../src/publish/report.ts';

let folder: string;
let run: Run;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-baseline-'));
  for (const file of ['prime-evening.yaml', 'prime-evening.baseline.json'])
    copyFileSync(join('scenarios/rotation', file), join(folder, file));
  run = await runScenario(readScenario(join(folder, 'prime-evening.yaml')));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what changed since the baseline', () => {
  it('is nothing to speak of where the figures are the same, or where there is no baseline', () => {
    expect(sinceBaseline(run)).toBeUndefined();
    expect(sinceBaseline({ ...run, name: 'another' })).toBeUndefined();
  });

  it('are headline figures in their units, and never points', () => {
    const metrics = { ...run.metrics, placed: 11, value: 70000.5, spots: 99 };
    const since = sinceBaseline({ ...run, metrics, objective: { ...run.objective, net_score: 0 } })!;
    expect(since.changes).toEqual([
      { change: 'moved', what: 'Spots placed', before: '12', after: '11' },
      { change: 'moved', what: 'Value placed', before: '$73,300', after: '$70,001' },
    ]);
    expect(changedOf([since])!.changed).toEqual([
      {
        since: 'the baseline',
        text: `Spots placed 12 → 11, Value placed $73,300 → $70,001; ${since.kept} headline figures as before.`,
      },
    ]);
  });

  it('is left to evenhand check where the file is damaged', () => {
    writeFileSync(join(folder, 'prime-evening.baseline.json'), '{');
    expect(sinceBaseline({ ...run, metrics: { ...run.metrics, placed: 11 } })).toBeUndefined();
  });
});
