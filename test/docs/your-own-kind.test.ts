import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/domains/faults.ts';
import {
  auditSchedule,
  checkScenarios,
  compareScenarios,
  type Domain,
  explain,
  openSession,
  readScenario,
  renderReport,
  rulesText,
  runScenario,
} from '../../src/index.ts';
import { pathOf } from '../house/sources.ts';
import { moduleAfter, yamlAfter } from './tutorial.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-own-kind-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kindAfter(step: number): Promise<Domain> {
  const file = join(folder, `errands-${step}.ts`);
  writeFileSync(file, moduleAfter(step).replace("'evenhand'", JSON.stringify(pathOf('src/index.ts'))));
  const { errands } = await import(/* @vite-ignore */ file);
  expect(problemsOf(errands)).toEqual([]);
  return errands;
}

/** The scenario as it stands after a step. */
function scenarioAfter(step: number): string {
  const file = join(folder, 'week.yaml');
  writeFileSync(file, yamlAfter(step));
  return file;
}

const runAfter = async (step: number) => {
  const kinds = [await kindAfter(step)];
  return runScenario(readScenario(scenarioAfter(step), { kinds }), { kinds });
};

describe('the tutorial for a kind of one’s own', () => {
  it('step 1: every errand is done', async () => {
    const run = await runAfter(1);
    expect([run.status, run.objective.net_score, run.audit.passed]).toEqual(['optimal', 14, true]);
  });

  it('step 2: one errand a day, or as many as the scenario says', async () => {
    const kinds = [await kindAfter(2)];
    const file = scenarioAfter(2);
    const netOf = async (set: readonly string[]) =>
      (await runScenario(readScenario(file, { kinds, set }), { kinds })).objective.net_score;
    expect(await netOf([])).toBe(12);
    expect(await netOf(['rules.per_day=2'])).toBe(14);
    expect(rulesText(kinds[0]!)).toContain('At most so many errands are done on a day.');
    const both = [
      { id: 'bank', day: 'mon' },
      { id: 'bread', day: 'mon' },
    ];
    const { given } = await auditSchedule(readScenario(file, { kinds }), both, { kinds, solve: false });
    expect(given?.faults.map(({ rule, text, lines }) => [rule, text, lines])).toEqual([
      ['per_day', 'mon has 2 errands, and at most 1', [1, 2]],
    ]);
  });

  it('step 3: a question is answered in the words of the filter', async () => {
    const kinds = [await kindAfter(3)];
    const session = await openSession(readScenario(scenarioAfter(3), { kinds }), { kinds });
    expect((await explain(session, { id: 'bank', day: 'wed' })).reasons).toEqual(['bank is closed on wed']);
    const { chances } = await explain(session, { id: 'shop' });
    expect(chances[0]!.less).toEqual([{ of: 'net_score', by: 1, text: '1 point' }]);
    expect(chances[0]!.inTheWay[0]).toMatch(/^Errands a day \(\w+\): 1 of 1 taken by id \w+, day \w+$/);
  });

  it('step 4: the first screen has the metrics, and the report the schedule by day', async () => {
    const kinds = [await kindAfter(4)];
    const run = await runScenario(readScenario(scenarioAfter(4), { kinds }), { kinds });
    expect(run.metrics).toEqual({ done: 3, busiest_day: 1 });
    const html = await renderReport(run, { kinds });
    for (const text of ['Errands done', 'Busiest day', 'mon: 1 errand']) expect(html).toContain(text);
  });

  it('step 5: variants are compared, and the scenario is a test', async () => {
    const kinds = [await kindAfter(5)];
    const file = scenarioAfter(5);
    const scenarios = [undefined, 'two_a_day'].map((variant) => readScenario(file, { kinds, variant }));
    const { comparison } = await compareScenarios(scenarios, { kinds });
    const net = comparison.differences[0]!.measures.find(({ name }) => name === 'net_score');
    expect([net?.baseline, net?.value]).toEqual([12, 14]);
    const checked = await checkScenarios([file], { kinds });
    expect(checked.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['week', 'passed'],
      ['week@two_a_day', 'passed'],
    ]);
  });

  it('has no error of types at the end', async () => {
    const project = join(folder, 'typed');
    mkdirSync(project);
    writeFileSync(join(project, 'errands.ts'), moduleAfter(5));
    writeFileSync(join(project, 'package.json'), '{"type": "module"}');
    const paths = { evenhand: [pathOf('src/index.ts')] };
    const compilerOptions = { noEmit: true, typeRoots: [pathOf('node_modules/@types')], paths };
    const options = { extends: pathOf('tsconfig.json'), compilerOptions, include: [], files: ['errands.ts'] };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(options));
    const compiler = pathOf('node_modules/typescript/bin/tsc');
    const found = (() => {
      try {
        return execFileSync(process.execPath, [compiler, '-p', project, '--pretty', 'false'], { encoding: 'utf8' });
      } catch (error) {
        return (error as { readonly stdout: string }).stdout;
      }
    })();
    expect(found).toBe('');
  });
});
