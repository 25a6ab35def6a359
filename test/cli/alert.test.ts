import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scenarioFile } from '../pipeline/errands.ts';
import { evenhand, evenhandIn } from './tiny-week.ts';

// Errands that find no day are what this kind watches: more than a third of them is too much.
vi.mock('../../src/domains/index.ts', async () => {
  const { errands, filed } = await import('../pipeline/errands.ts');
  const left = (run: { tables: Record<string, { rows: readonly (readonly unknown[])[] }> }) =>
    ['bank', 'bread', 'post'].filter((id) => !run.tables.plan!.rows.some(([own]) => own === id));
  const alert = {
    ...{ name: 'undone', label: 'undone', noun: ['errand', 'errands'], table: 'plan' },
    of: () => 3,
    rows: (run: never) =>
      left(run).map((name) => ({ name, fields: { id: name }, what: 'undone', text: 'no day is left' })),
    limit: ({ title }: { title: string }) => (title === 'boundless' ? undefined : 0.34),
  };
  return { domains: [{ ...errands, alert }, filed] };
});

const ERRANDS = 'kind: errands\nerrands: [{id: bank, worth: 4}, {id: bread, worth: 5}, {id: post, worth: 3}]\n';
let file: string;
let folder: string;
const use = (text: string) => {
  file = scenarioFile(`${ERRANDS}${text}`);
  folder = dirname(file);
};
beforeEach(() => use('days: [mon, tue]\n'));

const run = (...more: string[]) => evenhand('run', file, '--out', join(folder, 'runs'), ...more);
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line.replaceAll(`${folder}/`, '')));

describe('evenhand run --alert', () => {
  it.each([
    [[], 0, ''],
    [['--alert'], 0, 'mine: no alert: 1 of 3 errands undone (33.3%, up to 34%): undone post\n'],
    [['--alert', '30%'], 4, 'mine: alert: 1 of 3 errands undone (33.3%, above 30%): undone post\n'],
    [['--alert', '0.33'], 4, 'mine: alert: 1 of 3 errands undone (33.3%, above 33%): undone post\n'],
    [['--alert', '100%'], 0, 'mine: no alert: 1 of 3 errands undone (33.3%, up to 100%): undone post\n'],
  ])('%j ends with %i', async (words, exit, line) => {
    const { code, out, err } = await run(...words);
    expect({ code, err }).toEqual({ code: exit, err: '' });
    expect(out.split('\n\n').at(-1)).toContain(line);
    expect(out.includes('alert')).toBe(line !== '');
  });

  it('shows an alert that is raised though nobody asked for an exit code', async () => {
    use('days: [mon]\n');
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toContain('\nmine: alert: 2 of 3 errands undone (66.7%, above 34%): undone bank, post\n');
    const narrow = await evenhandIn({ columns: 40 }, 'run', file, '--out', join(folder, 'runs'));
    expect(narrow.out.split('\n').filter((line) => line.length > 40 && !line.includes('/'))).toEqual([]);
  });

  it('is one line on stderr where stdout is for programs, or quiet', async () => {
    const line = 'mine: alert: 1 of 3 errands undone (33.3%, above 30%): undone post\n';
    const json = await run('--alert', '30%', '--json');
    expect([json.code, json.err]).toEqual([4, line]);
    expect(JSON.parse(json.out).alert).toMatchObject({ name: 'undone', raised: true, count: 1, of: 3, limit: 0.3 });
    expect(await run('--alert', '30%', '--quiet')).toEqual({ code: 4, out: '', err: line });
    expect(await run('--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it('comes after all that is worse', async () => {
    use('days: [mon, tue]\nexpect: {done: 3}\n');
    const { code, out } = await run('--alert', '30%');
    expect(code).toBe(1);
    expect(out).toContain('expectation failed');
    expect(out).toContain('mine: alert: 1 of 3');
  });

  it.each(['5', '101%', '-1%', 'much', '5 %'])('refuses %j, which is no share', async (share) => {
    const { code, err } = await run(`--alert=${share}`);
    expect([code, err]).toEqual([2, expect.stringContaining('a share such as 5% or 0.05')]);
  });

  it('refuses a kind or a scenario that could never raise it', async () => {
    use('days: [mon]\ntitle: boundless\n');
    expect(await run('--alert')).toEqual({
      ...{ code: 2, out: '' },
      err: '--alert: no limit of "undone" is set in the scenario\nMaybe --alert 5%.\n',
    });
    const filed = scenarioFile('kind: filed\ndata: sample\n');
    const { code, err } = await evenhand('run', filed, '--alert', '5%', '--out', join(folder, 'runs'));
    expect([code, err]).toEqual([2, expect.stringContaining('--alert: the kind filed watches nothing for an alert\n')]);
  });
});

describe('evenhand run --events', () => {
  it('writes a line for whatever happens, and nothing else on stdout', async () => {
    const { code, out, err } = await run('--events', '-');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = linesOf(out);
    expect(lines.map(({ event, stage }) => stage ?? event)).toEqual([
      ...['begun', 'tables', 'world', 'rules', 'candidates', 'model', 'solve', 'audit', 'proof'],
      ...['alert', 'alert_row', 'finished', 'ended'],
    ]);
    expect(lines[0]).toEqual({ event: 'begun', scenario: 'mine', kind: 'errands', file: 'mine.yaml' });
    expect(lines[1]).toEqual({ event: 'stage', scenario: 'mine', stage: 'tables', rows: 3 });
    expect(lines.at(-4)).toEqual({
      ...{ event: 'alert', scenario: 'mine', alert: 'undone', raised: false, count: 1, of: 3 },
      ...{ share: 1 / 3, limit: 0.34 },
    });
    expect(lines.at(-3)).toEqual({
      ...{ event: 'alert_row', scenario: 'mine', alert: 'undone', id: 'post' },
      ...{ what: 'undone', text: 'no day is left' },
    });
    expect(lines.at(-2)).toMatchObject({
      ...{ event: 'finished', scenario: 'mine', status: 'optimal', gap: 0, audit_passed: true },
      ...{ expectations_failed: [], exit_code: 0 },
    });
    expect(lines.at(-1)).toEqual({ event: 'ended', runs: 1, exit_code: 0 });
  });

  it('writes the same lines to a file, and again the same', async () => {
    const events = join(folder, 'events.jsonl');
    const first = await run('--events', events, '--alert', '30%');
    const text = readFileSync(events, 'utf8');
    expect(first.code).toBe(4);
    expect(first.out).toContain('net score');
    expect(linesOf(text).at(-1)).toEqual({ event: 'ended', runs: 1, exit_code: 4 });
    await run('--events', events, '--alert', '30%');
    expect(readFileSync(events, 'utf8')).toBe(text);
  });

  it('tells of a scenario that is refused, and goes on', async () => {
    const wrong = scenarioFile(
      `${ERRANDS}data: {dir: nowhere}\n`.replace('errands: [', 'days: [mon]\n# ['),
      'wrong.yaml',
    );
    const words = ['run', wrong, file, '--out', join(folder, 'runs'), '--events', '-'];
    const { code, out } = await evenhand(...words);
    const lines = linesOf(out);
    expect(code).toBe(2);
    expect(lines.find(({ event }) => event === 'refused')).toMatchObject({ scenario: 'wrong' });
    expect(lines.filter(({ event }) => event === 'finished').map(({ scenario }) => scenario)).toEqual(['mine']);
    expect(lines.at(-1)).toEqual({ event: 'ended', runs: 2, exit_code: 2 });
  });

  it('tells of a file that cannot be read', async () => {
    const { code, out } = await evenhand('run', join(folder, 'none.yaml'), '--events', '-');
    expect(code).toBe(2);
    expect(linesOf(out)).toMatchObject([
      { event: 'refused', problems: [{ message: expect.stringContaining('no such file') }] },
      { event: 'ended', runs: 0, exit_code: 2 },
    ]);
  });

  it('refuses two things on stdout, and a file that cannot be written', async () => {
    expect((await run('--events', '-', '--json')).err).toContain('--events - and --json both write to stdout\n');
    const { code, err } = await run('--events', join(folder, 'none', 'events.jsonl'));
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/cannot be written \(ENOENT\)\nMaybe make its folder first\.\n$/),
    ]);
  });
});
