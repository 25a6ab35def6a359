import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, tinyWeek } from '../tiny-week.ts';

const SWEEP = 'sweep:\n  grid: {rules.fairness.penalty: [0, 900], rules.fairness.step_up: [0]}\n';

let folder: string;
let file: string;
let runs: string;
const use = (text: string) => {
  folder = tinyWeek((scenario) => scenario + text);
  file = join(folder, 'tiny.yaml');
  runs = join(folder, 'runs');
};
beforeEach(() => use(SWEEP));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('evenhand sweep', () => {
  it('lists the runs and makes none', async () => {
    const { code, out } = await evenhand('sweep', file, '--out', runs, '--dry-run');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 4)).toEqual([
      '2 runs: 2 policies',
      'run  rules.fairness.penalty  rules.fairness.step_up',
      '  1  0                       0',
      '  2  900                     0',
    ]);
    expect(existsSync(runs)).toBe(false);
  });

  it('sums up what it made, and says what it needs not make again', async () => {
    const first = await evenhand('sweep', file, '--out', runs, '--workers', '1');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^Tiny week\nAll 2 policies meet every expectation\.[^\n]*\n[^\n]*\n+ {2}runs +2 policies: 2\n {2}now +2 made\n/,
    );
    const second = await evenhand('sweep', file, '--out', runs, '--workers', '1');
    expect(second.out).toMatch(/\n {2}now +0 made, 2 recorded before\n/);
  });

  it('prints JSON or CSV and nothing else, the same as the files', async () => {
    const words = ['sweep', file, '--out', runs, '--workers', '1'];
    const folderOf = join(runs, 'sweep', 'tiny');
    expect((await evenhand(...words, '--json')).out).toBe(readFileSync(join(folderOf, 'sweep.json'), 'utf8'));
    expect((await evenhand(...words, '--csv')).out).toBe(readFileSync(join(folderOf, 'sweep.csv'), 'utf8'));
  });

  it('says in words when policy fails what is expected, and does not call that a failure of its own', async () => {
    rmSync(folder, { recursive: true });
    use(`  partners_assigned: {min: 2}\n${SWEEP}`);
    const { code, out } = await evenhand('sweep', file, '--out', runs, '--workers', '1');
    expect(code).toBe(0);
    expect(out).toContain('partners_assigned fails in 1 of 2 runs: when fairness penalty is 0.');
  });

  it('ends with 1 where a run cannot be made', async () => {
    rmSync(folder, { recursive: true });
    use('sweep:\n  worlds: {office: [LA, Laramie]}\n');
    const { code, out } = await evenhand('sweep', file, '--out', runs, '--workers', '1');
    expect(code).toBe(1);
    expect(out).toContain('run 2: no row of vehicles has the office "Laramie"');
  });

  it('ends with 2 where there is no sweep', async () => {
    rmSync(folder, { recursive: true });
    use('');
    const { code, err } = await evenhand('sweep', file, '--out', runs);
    expect(code).toBe(2);
    expect(err).toContain('has no sweep');
  });
});

describe('evenhand breakpoints', () => {
  const words = ['--path', 'rules.fairness.penalty', '--from', '0', '--to', '1000'];

  it('prints a row for each step and leaves a report', async () => {
    const { code, out } = await evenhand('breakpoints', file, ...words, '--out', runs);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toBe('Tiny week: rules.fairness.penalty');
    expect(lines[1]).toMatch(/^The best schedule changes at \d values? of the fairness penalty and at no other\.$/);
    const head = lines.findIndex((line) =>
      /^ +From +To +.*Net score \(points\) +At its end +Points for each/.test(line),
    );
    expect(lines[head + 1]).toMatch(/^ +0 /);
    expect(Math.max(...lines.slice(0, -2).map((line) => line.length))).toBeLessThan(81);
    expect(existsSync(join(runs, 'breakpoints', 'tiny', 'rules.fairness.penalty', 'report.html'))).toBe(true);
  });

  it('prints JSON and nothing else', async () => {
    const { out } = await evenhand('breakpoints', file, ...words, '--out', runs, '--json');
    const { steps, again } = JSON.parse(out);
    expect(again).toBe(`evenhand breakpoints ${file} ${words.join(' ')} --out ${runs}`);
    expect(steps[0].from).toBe(0);
    expect(steps.at(-1).to).toBe(1000);
  });

  it('ends with 2 for a setting that moves more than points', async () => {
    const { code, err } = await evenhand(
      'breakpoints',
      file,
      '--path',
      'rules.fairness.target',
      '--from',
      '0',
      '--to',
      '2',
    );
    expect(code).toBe(2);
    expect(err).toContain('Maybe sweep it instead');
  });
});
