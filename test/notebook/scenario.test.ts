import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compare, type NotebookScenario, notebookPage, readScenario, runScenario, scenario } from '../../src/main.ts';
import { evenhand, tinyWeek } from '../cli/tiny-week.ts';

const file = join(tinyWeek(), 'tiny.yaml');
const tiny = (): Promise<NotebookScenario> => scenario(file);

/** What is told of something that cannot be done. */
async function told(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return inspect(error);
  }
  throw new Error('nothing was wrong');
}

describe('a scenario in a notebook', () => {
  it('is plain data with every default', async () => {
    const week = await tiny();
    expect(week).toMatchObject({ kind: 'loans', name: 'tiny', title: 'Tiny week', variants: ['linear', 'free'] });
    expect(week.settings).toMatchObject({ rules: { fairness: { mode: 'stepped', penalty: 200 } } });
  });

  it('is another one with other settings, and stays as it is', async () => {
    const week = await tiny();
    const dear = week.with({ rules: { fairness: { penalty: 400 } } });
    expect(dear.overrides).toEqual([{ path: 'rules.fairness.penalty', old: 200, new: 400, by: 'with' }]);
    expect(dear.name).toBe('tiny@penalty 400');
    expect(week.overrides).toEqual([]);
  });

  it('lays one change upon the other and upon a variant; the later one wins', async () => {
    const week = (await tiny()).variant('linear');
    const changed = week.with({ rules: { fairness: { penalty: 5 } } }).with({ rules: { fairness: { penalty: 7 } } });
    expect(changed.settings).toMatchObject({ rules: { fairness: { mode: 'linear', penalty: 7 } } });
  });

  it('keeps what was changed where a variant is chosen after it, and says so in its name', async () => {
    const changed = (await tiny()).with({ rules: { fairness: { penalty: 5 } } }).variant('linear');
    expect(changed.settings).toMatchObject({ rules: { fairness: { mode: 'linear', penalty: 5 } } });
    expect(changed.name).toBe('tiny@linear, penalty 5');
    expect(changed.with({ weights: { geo: 3 } }).name).toBe('tiny@linear, penalty 5, geo 3');
  });

  it('says of a misspelt key where it stands and what was meant, and nothing else', async () => {
    const week = await tiny();
    expect(await told(() => week.with({ rules: { fairnes: { penalty: 400 } } }))).toMatch(
      /^with: unknown key "fairnes"\n {2} \| \{ rules: \{ fairnes: \{ penalty: 400 \} \} \}\n {2} \| {12}\^{7}\nMaybe you meant "fairness"/,
    );
  });

  it('refuses to become another kind of scenario', async () => {
    const week = await tiny();
    expect(await told(() => week.with({ kind: 'rotation' }))).toContain('cannot change "kind"');
  });

  it('refuses what is no map of settings', async () => {
    const week = await tiny();
    expect(await told(() => week.with([1] as never))).toContain('with takes settings, not [ 1 ]');
  });

  it('refuses a variant that there is none of', async () => {
    const week = await tiny();
    expect(await told(() => week.variant('linaer'))).toContain('linear');
  });

  it('runs as the library runs, once for one question', async () => {
    const week = await tiny();
    const run = await week.run();
    const plain = await runScenario(readScenario(file));
    expect({ ...run, timing: [] }).toEqual({ ...plain, timing: [] });
    expect((await week.run()).funnel).toBe(run.funnel);
  });

  it('explains, prices, sweeps and finds breakpoints of its own settings', async () => {
    const week = (await tiny()).with({ rules: { fairness: { mode: 'linear' } } });
    expect((await week.explain({ vin: 'VIN001', person_id: 1 })).inSchedule).toBe(1);
    expect((await week.prices()).prices).toBeInstanceOf(Array);
    const swept = await week.sweep({ 'rules.fairness.penalty': [0, 1000] });
    expect(swept.rows('runs').map((row) => [row['rules.fairness.penalty'], row.partners_assigned])).toEqual([
      [0, 1],
      [1000, 2],
    ]);
    const found = await week.breakpoints('rules.fairness.penalty', { from: 0, to: 1000, step: 100 });
    expect(found.rows('steps').map(({ partners_assigned }) => partners_assigned)).toEqual([1, 2]);
  });

  it('runs week after week', async () => {
    const two = await (await tiny()).weeks(1);
    expect(two.weeks).toHaveLength(1);
    expect(two.parts).toContain('weeks');
  });
});

describe('compare in a notebook', () => {
  it('takes scenarios and runs alike, in their order', async () => {
    const week = await tiny();
    const dear = week.with({ rules: { fairness: { penalty: 1000 } } }, 'tiny@dear');
    const both = await compare(dear, await week.variant('free').run());
    expect(both.runs.map(({ label }) => label)).toEqual(['dear', 'free']);
    expect(both.rows('measures').map(({ partners_assigned }) => partners_assigned)).toEqual([2, 1]);
    expect(both.all[0]!.status).toBe('optimal');
  });

  it('needs two', async () => {
    const week = await tiny();
    expect(await told(() => compare(week))).toContain('a comparison needs two runs');
  });
});

describe('evenhand notebook export', () => {
  const book = (cells: readonly object[]) => JSON.stringify({ cells, nbformat: 4, nbformat_minor: 5, metadata: {} });
  const stream = (name: string, text: string) => ({ output_type: 'stream', name, text: [text] });
  const code = (...outputs: readonly object[]) => ({ cell_type: 'code', source: 'secret()', outputs });

  it('keeps essays and outputs, and leaves out code and what stands on stderr', () => {
    const page = notebookPage(
      book([
        { cell_type: 'markdown', source: ['# A week\n', 'It is **short**.'] },
        code(stream('stdout', '1 < 2'), stream('stderr', 'a warning')),
        code({ output_type: 'display_data', data: { 'text/html': '<b>63</b>', 'text/plain': '63' } }),
      ]),
      'week.ipynb',
    );
    expect(page).toContain('<title>A week</title>');
    expect(page).toContain('It is <strong>short</strong>.');
    expect(page).toContain('<pre>1 &#60; 2</pre>');
    expect(page).toContain('<b>63</b>');
    expect(page).not.toMatch(/secret|warning/);
  });

  it('says which cell failed, in its place', () => {
    const evalue = 'no such file: "week.yaml"\nMaybe "weeks.yaml" <is> meant.';
    const traceback = ['\u001b[31mRefusal\u001b[39m', 'at somewhere'];
    const failed = { output_type: 'error', ename: 'Refusal', evalue, traceback };
    const page = notebookPage(book([code(failed)]), 'week.ipynb');
    expect(page).toContain(
      '<pre class="failed">This cell failed: Refusal: no such file: &#34;week.yaml&#34;\nMaybe &#34;weeks.yaml&#34; &#60;is&#62; meant.</pre>',
    );
    const bare = notebookPage(book([code({ output_type: 'error', traceback })]), 'week.ipynb');
    expect(bare).toContain('This cell failed: Refusal\nat somewhere</pre>');
  });

  it('lets nothing run and nothing load', () => {
    const page = notebookPage(book([code(stream('stdout', 'x'))]), 'week.ipynb');
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/);
  });

  it('shows the drawing of a chart, not its spec', () => {
    const data = { 'application/vnd.vegalite.v5+json': { mark: 'bar' }, 'image/svg+xml': '<svg/>', 'text/plain': 'x' };
    const page = notebookPage(book([code({ output_type: 'display_data', data })]), 'week.ipynb');
    expect(page).toContain('<div class="output"><svg/></div>');
    expect(page).not.toContain('mark');
  });

  it('takes HTML in an essay for text', () => {
    const page = notebookPage(
      book([{ cell_type: 'markdown', source: '<script>x</script>' }, code(stream('stdout', 'x'))]),
      'week.ipynb',
    );
    expect(page).not.toContain('<script>');
  });

  it('refuses what is no notebook, and a notebook without outputs', () => {
    expect(() => notebookPage('{}', 'x.json')).toThrow('is no notebook');
    expect(() => notebookPage('no', 'x.json')).toThrow('is no notebook');
    expect(() => notebookPage(book([code()]), 'x.ipynb')).toThrow('has no outputs to show');
  });

  it('writes the page beside nothing else, and says where', async () => {
    const folder = tinyWeek();
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'a.ipynb'), book([code(stream('stdout', 'x'))]));
    const done = await evenhand('notebook', 'export', join(folder, 'a.ipynb'), '--out', join(folder, 'out', 'a.html'));
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('a.html');
    const missing = await evenhand('notebook', 'export', join(folder, 'b.ipynb'));
    expect(missing).toMatchObject({ code: 2 });
    expect(missing.err).toContain('is not there');
  });
});
