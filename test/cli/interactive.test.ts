import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, tinyWeek } from './tiny-week.ts';

const SWEEP = 'sweep: {grid: {rules.fairness.penalty: [0, 400]}}\n';

let folder: string;
let file: string;
let runs: string;
beforeEach(() => {
  folder = tinyWeek((text) => text + SWEEP);
  file = join(folder, 'tiny.yaml');
  runs = join(folder, 'runs');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const only = (parent: string): string => join(parent, readdirSync(parent)[0]!);
const textOf = (path: string): string => readFileSync(path, 'utf8');

describe('run --interactive', () => {
  const run = async (...more: readonly string[]) => {
    const done = await evenhand('run', file, '--out', runs, ...more);
    return { ...done, own: only(join(runs, 'tiny')) };
  };

  it('writes interactive.html beside report.html, and says where', async () => {
    const { own, out, err } = await run('--interactive');
    expect(out).toContain(`interactive  ${join(own, 'interactive.html')}`);
    expect(err).toBe('');
    expect(textOf(join(own, 'interactive.html'))).toContain('script-src &#x27;sha256-');
    expect(textOf(join(own, 'report.html'))).not.toContain('<script');
  });

  it('leaves all other files as they are without it, and the run verified', async () => {
    const plain = await run();
    const before = readdirSync(plain.own).map((name) => [name, textOf(join(plain.own, name))]);
    await run('--interactive');
    expect(before.map(([name]) => [name, textOf(join(plain.own, name!))])).toEqual(before);
    expect((await evenhand('verify', plain.own)).code).toBe(0);
  });

  it('writes the same bytes each time, and report --interactive the same', async () => {
    const { own } = await run('--interactive');
    const first = textOf(join(own, 'interactive.html'));
    await run('--interactive');
    expect(textOf(join(own, 'interactive.html'))).toBe(first);
    rmSync(join(own, 'interactive.html'));
    const { out } = await evenhand('report', own, '--interactive');
    expect(out).toBe(`${join(own, 'interactive.html')}\n`);
    expect(textOf(join(own, 'interactive.html'))).toBe(first);
    await evenhand('report', own, '--interactive', '--out', join(folder, 'x.html'));
    expect(textOf(join(folder, 'x.html'))).toBe(first);
  });

  it('is kept by a run without it that shows the same', async () => {
    const { own } = await run('--interactive');
    const { err } = await run();
    expect(err).toBe('');
    expect(existsSync(join(own, 'interactive.html'))).toBe(true);
  });

  it('is removed beside a report that has changed, which is said', async () => {
    const { own } = await run('--interactive');
    writeFileSync(join(own, 'report.html'), 'an earlier drawing');
    const { err } = await run();
    expect(err).toContain('interactive.html showed an earlier report and is removed');
    expect(existsSync(join(own, 'interactive.html'))).toBe(false);
  });
});

describe('a run folder with something else in the place of a file', () => {
  it.each(['interactive.html', 'report.html', 'run.json'])('does not wait for a pipe called %s', async (name) => {
    const { code } = await evenhand('run', file, '--out', runs);
    const own = only(join(runs, 'tiny'));
    rmSync(join(own, name), { force: true });
    execFileSync('mkfifo', [join(own, name)]);
    expect((await evenhand('run', file, '--out', runs)).code).toBe(code);
    expect(statSync(join(own, 'report.html')).isFile()).toBe(true);
  });

  it('goes on beside a folder called interactive.html', async () => {
    const { code } = await evenhand('run', file, '--out', runs);
    const own = only(join(runs, 'tiny'));
    mkdirSync(join(own, 'interactive.html'));
    expect((await evenhand('run', file, '--out', runs)).code).toBe(code);
    const { err } = await evenhand('run', file, '--out', runs, '--interactive');
    expect(err).toContain('interactive.html: cannot be written (EISDIR)');
  });
});

describe('reports of several runs', () => {
  it.each([
    ['compare', () => ['compare', file], () => only(join(runs, 'compare'))],
    ['sweep', () => ['sweep', file, '--workers', '1'], () => join(runs, 'sweep', 'tiny')],
    [
      'breakpoints',
      () => ['breakpoints', file, '--path', 'rules.fairness.penalty', '--from', '0', '--to', '10'],
      () => join(runs, 'breakpoints', 'tiny', 'rules.fairness.penalty'),
    ],
  ])('%s --interactive writes one too, says where, and keeps it', async (_, words, place) => {
    const { out, err } = await evenhand(...words(), '--out', runs, '--interactive');
    const written = join(place(), 'interactive.html');
    expect(err).toBe('');
    expect(out).toContain(written);
    const html = textOf(written);
    expect(html).toContain('id="charts"');
    expect(textOf(join(place(), 'report.html'))).not.toContain('<script');
    const again = await evenhand(...words(), '--out', runs);
    expect(again.err).toBe('');
    expect(textOf(written)).toBe(html);
  });
});
