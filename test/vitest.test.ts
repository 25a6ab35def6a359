import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, readScenario, runScenario } from '../src/index.ts';
import '../src/vitest.ts';
import { evenhand, tinyWeek } from './cli/tiny-week.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = tinyWeek();
const file = join(folder, 'tiny.yaml');
let run: Run;
beforeAll(async () => {
  run = await runScenario(readScenario(file));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the matchers', () => {
  it('toBeOptimal: proven, and sound', () => {
    expect(run).toBeOptimal();
    expect({ ...run, status: 'feasible' }).not.toBeOptimal();
    const level = { level: 1, name: 'feasible', passed: false, text: 'a car twice' } as const;
    const faulty = { ...run, audit: { passed: false, levels: [level] } };
    expect(() => expect(faulty).toBeOptimal()).toThrow('tiny: its status is optimal; feasible failed: a car twice');
  });

  it('toHaveMetric: a value, bounds, or any value', () => {
    expect(run).toHaveMetric('assignments', 2);
    expect(run).toHaveMetric('gini', { max: 0.2 });
    expect(run).toHaveMetric('status', 'optimal');
    expect(run).toHaveMetric('assignments');
    expect(run).not.toHaveMetric('assignments', { min: 3 });
    expect(run).not.toHaveMetric('asignments');
    expect(() => expect(run).toHaveMetric('asignments', 2)).toThrow('Maybe you meant "assignments"');
  });

  it('toKeepBaseline: fails without one, passes with it, and fails where the run became worse', async () => {
    await expect(expect(run).toKeepBaseline()).rejects.toThrow('Maybe write one: evenhand check --update');
    await evenhand('check', file, '--update');
    await expect(run).toKeepBaseline();
    const worse = { ...run, metrics: { ...run.metrics, assignments: 1 } };
    await expect(expect(worse).toKeepBaseline()).rejects.toThrow(
      'assignments: expected at least 2, is 1: it fell by 1',
    );
  });
});

it('docs/testing.md shows a test that is run: test/scenarios/example.test.ts', () => {
  const shown = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/testing.md'), 'utf8'))![1]!;
  const run = readFileSync(join(root, 'test/scenarios/example.test.ts'), 'utf8');
  expect(shown).toBe(run.replace('../../src/index.ts', 'evenhand').replace('../../src/vitest.ts', 'evenhand/vitest'));
});
