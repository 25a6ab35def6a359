import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCommand } from '../../src/bundle/command.ts';
import { moduleAfter, yamlAfter } from '../docs/tutorial.ts';
import { pathOf } from '../house/sources.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-own-'));
  const bin = join(folder, 'dist', 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['package.json', 'reports', 'scenarios']) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(pathOf('node_modules'), join(folder, 'node_modules'));
  for (const [name, contents] of (await bundleCommand()).files) writeFileSync(join(bin, name), contents);
  const compiler = pathOf('node_modules/typescript/bin/tsc');
  const into = ['--outDir', join(folder, 'dist'), '--declaration', 'false', '--declarationMap', 'false'];
  const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', ...into], { encoding: 'utf8' });
  expect(compiled.stdout).toBe('');
  writeFileSync(join(folder, 'errands.ts'), moduleAfter(5));
  writeFileSync(join(folder, 'week.yaml'), `${yamlAfter(5)}sweep: {grid: {rules.per_day: [1, 2]}}\n`);
  writeFileSync(join(folder, 'plan.csv'), 'id,day\nbank,wed\nbread,mon\npost,mon\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/bin/evenhand.js', ...words], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, out: stdout, err: stderr };
}

const withKind = (...words: readonly string[]) => command(...words, '--kind', './errands.ts');

describe('a kind of one’s own, as TypeScript, in the built command', () => {
  it('is run, verified, compared, explained and checked', () => {
    const { code, out } = withKind('run', 'week.yaml', '--json');
    expect(code).toBe(0);
    const { folder: run, objective } = JSON.parse(out);
    expect(objective.net_score).toBe(12);
    expect(withKind('verify', run).out).toContain('reproduced');
    expect(withKind('report', run).code).toBe(0);
    expect(withKind('diff', run, run).out).toContain('0 new, 0 dropped, 0 moved, 3 kept');
    expect(withKind('compare', 'week.yaml').out).toContain(
      'two_a_day cannot be ranked under the policy of week: it breaks per_day there.',
    );
    expect(withKind('explain', 'week.yaml', 'id=bank', 'day=wed').out).toContain('bank is closed on wed');
    expect(withKind('check', 'week.yaml').out).toContain('all passed');
  });

  it('is swept by several workers', () => {
    expect(withKind('sweep', 'week.yaml', '--workers', '2').out).toMatch(/now +2 made/);
  });

  it('audits a given schedule: every broken rule by its line', () => {
    const { code, out } = withKind('audit', 'week.yaml', '--schedule', 'plan.csv');
    expect(code).toBe(1);
    expect(out).toContain('closed (line 2): bank is closed on wed');
    expect(out).toContain('per_day (lines 3, 4): mon has 2 errands, and at most 1');
  });

  it('is asked for where a scenario needs it, and a module without a kind is refused', () => {
    expect(command('run', 'week.yaml').err).toContain('A kind of your own needs its module: --kind ./errands.ts.');
    writeFileSync(join(folder, 'empty.ts'), 'export const nothing = 1;\n');
    expect(command('run', 'week.yaml', '--kind', './empty.ts').err).toContain('exports no kind of problem');
    writeFileSync(
      join(folder, 'bare.ts'),
      moduleAfter(5).replace("'At most so many errands are done on a day.'", "''"),
    );
    expect(command('run', 'week.yaml', '--kind', './bare.ts').err).toContain('(per_day).meaning is empty');
  });

  it('is refused where a rule that a scenario may leave out has no default', () => {
    const strict = moduleAfter(5).replace('z.int().min(1).default(1)', 'z.int().min(1)');
    writeFileSync(join(folder, 'strict.ts'), strict);
    const { code, err } = command('run', 'week.yaml', '--kind', './strict.ts');
    expect([code, err]).toEqual([2, expect.stringContaining('(per_day).parameters have no default')]);
  });

  it('is said to be at fault where it throws, with the line', () => {
    const broken = moduleAfter(5).replace('most: own,', 'most: [own] as never,');
    const line = broken.split('\n').findIndex((text) => text.includes('perValue({ rule')) + 1;
    writeFileSync(join(folder, 'broken.ts'), broken);
    const { code, err } = command('run', 'week.yaml', '--kind', './broken.ts');
    expect(code).toBe(2);
    expect(err).toContain(`broken.ts:${line}:`);
    expect(err).toContain('This is thrown in the module of a kind.');
  });
});
