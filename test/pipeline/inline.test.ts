import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { verifyRun } from '../../src/check/repeat.ts';
import { readScenario } from '../../src/domains/read.ts';
import { renderReport } from '../../src/domains/report.ts';
import { runScenario } from '../../src/pipeline/run-scenario.ts';
import { printProblems } from '../../src/problems/print.ts';
import { Refusal } from '../../src/problems/problem.ts';
import { saveRun } from '../../src/runs/store.ts';
import { editorSchema } from '../../src/scenario/editor.ts';
import { errands, filed, scenarioFile } from './errands.ts';

vi.mock('../../src/domains/index.ts', async () => {
  const kinds = await import('./errands.ts');
  return { domains: [kinds.errands, kinds.filed] };
});

const INLINE =
  'kind: errands\nerrands:\n  - {id: bread, worth: 5}\n  - {id: bank, worth: many}\n  - {id: post, worth: 3}\n';

const run = (text: string) => runScenario(readScenario(scenarioFile(text)));

async function refusal(text: string): Promise<string> {
  const file = scenarioFile(text);
  try {
    await runScenario(readScenario(file));
  } catch (error) {
    if (error instanceof Refusal) return printProblems(error.problems).replaceAll(`${dirname(file)}/`, '');
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('data: inline', () => {
  it('keeps names as they are written, and numbers as they are meant', async () => {
    const { tables, scenario } = await run(
      'kind: errands\nerrands:\n  - {id: 007, worth: 1e1}\n  - {id: 7, worth: 03}\n',
    );
    expect(tables.plan?.rows.map(([id]) => id).sort()).toEqual(['007', '7']);
    expect(scenario.settings).toMatchObject({
      errands: [
        { id: '007', worth: 10 },
        { id: '7', worth: 3 },
      ],
    });
  });

  it('takes the tables from the scenario, and quarantines a bad row at its line', async () => {
    const { status, tables } = await run(`${INLINE}data: inline\n`);
    expect(status).toBe('optimal');
    expect(tables.plan?.rows).toEqual([
      ['bread', 'mon', 5],
      ['post', 'tue', 3],
    ]);
    expect(tables.quarantine?.rows).toEqual([
      ['errands', 'mine.yaml', 4, 'worth', 'many', 'not a whole number (write 2151 or 2,151)', 'no'],
    ]);
  });

  it('is what a kind may mean when its scenario names no data', () => {
    expect(readScenario(scenarioFile(INLINE)).settings.data).toEqual({ inline: true });
    expect(readScenario(scenarioFile('kind: filed\n')).settings.data).toEqual({ sample: 1 });
  });

  it('is refused beside other data: one of the two would be ignored', async () => {
    expect(() => readScenario(scenarioFile(`${INLINE}data: sample\n`))).toThrow(
      'errands stand here, but `data` names another source, in which they would have to stand',
    );
    expect((await run('kind: errands\ndata: sample\n')).tables.plan?.rows).toEqual([['sampled', 'mon', 1]]);
  });

  it('reads back from the resolved text', () => {
    const scenario = readScenario(scenarioFile(INLINE));
    expect(readScenario(scenarioFile(scenario.text)).settings).toEqual({ ...scenario.settings });
  });

  it('is reproduced by verify, lines of quarantined rows included, though the file has changed since', async () => {
    const file = scenarioFile(INLINE);
    const run = await runScenario(readScenario(file));
    const folder = await saveRun(run, await renderReport(run), join(dirname(file), 'runs'));
    writeFileSync(file, `# one line more\n${readFileSync(file, 'utf8')}`);
    expect((await verifyRun(folder)).comparisons.filter(({ same }) => !same)).toEqual([]);
  });

  it('asks for the tables that the kind requires', async () => {
    expect(await refusal('kind: errands\n')).toBe(
      'mine.yaml:1:1: the scenario holds no table "errands"\n  1 | kind: errands\n    | ^^^^\nMaybe its rows are CSV files: name their folder with "data: {dir: …}".',
    );
  });

  it.each(['inline', '{inline: true}'])('is refused by a kind that cannot hold its tables (%s)', async (data) => {
    expect(await refusal(`kind: filed\ndata: ${data}\n`)).toMatch(
      /^mine.yaml:2:\d: a scenario of kind "filed" cannot hold its tables itself\n[\s\S]*\nMaybe name the folder of its CSV files \(data: \{dir: my-data\}\), or take the sample \(data: sample\)\.$/,
    );
  });

  it('is refused without hiding what else is wrong', async () => {
    const text = await refusal('kind: filed\ndata: inline\nearly: soon\n');
    expect(text).toContain('cannot hold its tables itself');
    expect(text).toContain('early needs a whole number');
    expect(text).not.toContain('data needs');
  });

  it('is offered by editors where the kind allows it, and there alone', () => {
    const offers = (kind: Parameters<typeof editorSchema>[0][number]) => JSON.stringify(editorSchema([kind]));
    expect(offers(errands as unknown as typeof filed)).toContain('"const":"inline"');
    expect(offers(filed)).not.toContain('"const":"inline"');
  });
});
