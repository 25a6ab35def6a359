import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainError } from '../../src/cli/exit.ts';
import { evenhand, tinyWeek } from './tiny-week.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = tinyWeek();
  file = join(folder, 'tiny.yaml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const COMMANDS = [
  ...['run', 'compare', 'sweep', 'breakpoints', 'check', 'explain', 'prices', 'verify', 'report', 'table', 'diff'],
  ...['commit', 'show', 'rules', 'init', 'data export', 'data check', 'data tables', 'notebook export'],
  ...['data copy', 'data map', 'data schema'],
  ...['audit', 'runs', 'schema', 'data', 'notebook'],
];

async function storedRun(...more: string[]): Promise<string> {
  const { out } = await evenhand('run', file, '--out', join(folder, 'runs'), '--json', ...more);
  return JSON.parse(out).folder;
}

describe('what is no plain file', () => {
  it('is refused where a version should be', async () => {
    const { code, err } = await evenhand('diff', '/dev/zero', await storedRun());
    expect(err).toContain('/dev/zero: cannot be read (not a file)');
    expect(code).toBe(2);
  });
});

describe('evenhand verify', () => {
  it('ends with 0 where a run is reproduced', async () => {
    const { code, out } = await evenhand('verify', await storedRun());
    expect(out).toMatch(/: reproduced: \d+ values and files are the same\n$/);
    expect(code).toBe(0);
  });

  it.each(['report.html', 'interactive.html'])('ends with 1 where %s says something else', async (name) => {
    const run = await storedRun('--interactive');
    expect((await evenhand('verify', run)).code).toBe(0);
    const file = join(run, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('optimal', 'sublime'));
    const { code, out } = await evenhand('verify', run);
    expect(out).toMatch(new RegExp(`not reproduced: 1 of \\d+ differ\n {2}${name}\n`));
    expect(code).toBe(1);
  });

  it('ends with 1 where the report is gone', async () => {
    const run = await storedRun();
    rmSync(join(run, 'report.html'));
    const { code, out } = await evenhand('verify', run);
    expect(out).toContain('report.html\n    stored: no such file\n');
    expect(code).toBe(1);
  });

  it('reproduces the run of a variant with a setting changed', async () => {
    const run = await storedRun('--variant', 'linear', '--set', 'solver.seed=7');
    expect((await evenhand('verify', run)).code).toBe(0);
  });

  it('ends with 1 where a table was edited, and shows the line', async () => {
    const run = await storedRun();
    const table = join(run, 'assignments.csv');
    writeFileSync(table, readFileSync(table, 'utf8').replace('VIN001', 'VIN009'));
    const { code, out } = await evenhand('verify', run);
    expect(code).toBe(1);
    expect(out).toMatch(/not reproduced: 1 of \d+ differ\n {2}assignments.csv\n {4}stored: line \d: .*VIN009/);
  });

  it('ends with 1 where the data changed', async () => {
    const run = await storedRun();
    const cars = join(folder, 'data', 'vehicles.csv');
    writeFileSync(cars, readFileSync(cars, 'utf8').replace('Camry', 'Corolla'));
    const { code, out } = await evenhand('verify', run);
    expect(code).toBe(1);
    expect(out).toContain('  hash of the data\n');
  });

  it('ends with 2 where no run is', async () => {
    const { code, err } = await evenhand('verify', join(folder, 'data'));
    expect(code).toBe(2);
    expect(err).toContain('holds no run');
  });

  it('prints every comparison as JSON', async () => {
    const { out } = await evenhand('verify', await storedRun(), '--json');
    expect(JSON.parse(out)).toMatchObject({ passed: true });
  });
});

describe('evenhand report', () => {
  it('draws the report of a stored run again', async () => {
    const run = await storedRun();
    const report = join(run, 'report.html');
    const before = readFileSync(report, 'utf8');
    rmSync(report);
    expect((await evenhand('report', run)).code).toBe(0);
    expect(readFileSync(report, 'utf8')).toBe(before);
  });

  it('refuses a run whose settings were edited', async () => {
    const run = await storedRun();
    const record = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8'));
    record.scenario.settings.week = 'garbage';
    writeFileSync(join(run, 'run.json'), JSON.stringify(record));
    const { code, err } = await evenhand('report', run);
    expect(err).toContain('run.json holds settings that are no scenario: week');
    expect(code).toBe(2);
  });

  it('refuses a place that leads through a file', async () => {
    const { code, err } = await evenhand('report', await storedRun(), '--out', join(file, 'la.html'));
    expect(err).toContain('cannot be written (');
    expect(code).toBe(2);
  });

  it('writes it elsewhere', async () => {
    const out = join(folder, 'new', 'la.html');
    expect((await evenhand('report', await storedRun(), '--out', out)).out).toContain('la.html');
    expect(readFileSync(out, 'utf8')).toContain('Tiny week');
  });
});

describe('evenhand show', () => {
  it('shows every setting and where it comes from', async () => {
    const { code, out } = await evenhand('show', file, '--variant', 'linear', '--set', 'solver.seed=7');
    expect(code).toBe(0);
    const from = new Map(out.split('\n').map((line) => [line.split(/ {2,}/)[0], line.split(/ {2,}/).slice(1)]));
    expect(from.get('solver.seed')).toEqual(['7', '--set']);
    expect(from.get('solver.seconds')).toEqual(['60', 'default']);
    expect(from.get('rules.fairness.mode')).toEqual(['linear', `${file}:7`]);
  });
});

describe('evenhand rules', () => {
  it('explains each rule with its parameters', async () => {
    const { code, out } = await evenhand('rules', 'loans');
    expect(code).toBe(0);
    expect(out).toContain('Fairness (rules.fairness)\n');
    expect(out).toContain('    penalty: for each loan beyond the target, in points; default 200\n');
  });

  it('names the kinds where one is unknown', async () => {
    const { code, err } = await evenhand('rules', 'loan');
    expect(code).toBe(2);
    expect(err).toContain('loans');
  });

  // After a change to a rule: npx vitest run test/cli/commands.test.ts --update
  it.each(['loans', 'rotation', 'courses'])('of %s are what its page in docs holds', async (kind) => {
    const { out } = await evenhand('rules', kind, '--markdown');
    await expect(out).toMatchFileSnapshot(`../../docs/rules-${kind}.md`);
  });
});

describe('evenhand rules --metrics', () => {
  it('explains the metrics of a kind', async () => {
    const { code, out } = await evenhand('rules', 'rotation', '--metrics');
    expect(code).toBe(0);
    expect(out).toContain('placed: Spots placed, in spots; more is better.\n  How many spots the log airs.\n');
  });

  // After a change to a metric: npx vitest run test/cli/commands.test.ts --update
  it('explains them as the page in docs does', async () => {
    const { out } = await evenhand('rules', '--metrics', '--markdown');
    await expect(out).toMatchFileSnapshot('../../docs/metrics.md');
  });
});

describe('evenhand data', () => {
  it('explains the tables of a kind', async () => {
    const { code, out } = await evenhand('data', 'tables', 'loans');
    expect(code).toBe(0);
    expect(out).toContain('  Its rows restrict: a row that cannot be used stops the run.\n');
    expect(out).toContain('    date: date, YYYY-MM-DD. Needed. Day. The header may also call it day.\n');
    expect(await evenhand('data', 'tables', '--kind', 'loans')).toEqual({ code, out, err: '' });
  });

  // After a change to a table: npx vitest run test/cli/commands.test.ts --update
  it('explains them as the page in docs does', async () => {
    const { out } = await evenhand('data', 'tables', '--markdown');
    await expect(out).toMatchFileSnapshot('../../docs/tables.md');
  });

  it('exports the sample, and finds nothing wrong with it', async () => {
    const sample = join(folder, 'sample');
    expect((await evenhand('data', 'export', '--out', sample)).code).toBe(0);
    expect(readdirSync(sample)).toContain('vehicles.csv');
    const { code, out } = await evenhand('data', 'check', sample);
    expect(out).toMatch(/^vehicles +858 rows +0 rows left out\n/);
    expect(code).toBe(0);
  });

  it('does not overwrite a folder that holds something', async () => {
    const { code, err } = await evenhand('data', 'export', '--out', join(folder, 'data'));
    expect(code).toBe(2);
    expect(err).toContain('data');
    expect(readdirSync(join(folder, 'data'))).toHaveLength(4);
  });

  it('refuses a seed that is no whole number', async () => {
    const { code, err } = await evenhand('data', 'export', '--out', join(folder, 'x'), '--seed', 'many');
    expect(code).toBe(2);
    expect(err).toContain("argument 'many' is invalid");
  });

  it('lists rows that cannot be used, by file and line, and ends with 2', async () => {
    const calendar = join(folder, 'data', 'ops_capacity_calendar.csv');
    writeFileSync(calendar, readFileSync(calendar, 'utf8').replace('2025-09-23,1', '2025-09-23,many\u001b[31m'));
    const { code, out } = await evenhand('data', 'check', join(folder, 'data'));
    expect(code).toBe(2);
    expect(out).toMatch(/^ops_capacity_calendar +4 rows +1 row left out$/m);
    expect(out).toContain('ops_capacity_calendar.csv:3: slots "many');
    expect(out).not.toContain('\u001b');
  });
});

describe('a run of many weeks', () => {
  it.each(['commit', 'diff'])('is refused by %s, which is of one week', async (command) => {
    const run = await storedRun('--set', 'weeks=2', '--set', 'rules.capacity.empty_week=default');
    const { code, err } = await evenhand(command, ...(command === 'diff' ? [run, run] : [run]));
    expect(code).toBe(2);
    expect(err).toContain('has 2 weeks; a schedule is published and compared row by row one week at a time');
  });
});

describe('evenhand data check', () => {
  it('finds the kind whose tables are in the folder', async () => {
    const station = join(folder, 'station');
    await evenhand('data', 'export', '--kind', 'rotation', '--out', station);
    expect((await evenhand('data', 'check', station)).out).toMatch(/^breaks +301 rows/);
  });

  it('ends with 2 where there is no such folder', async () => {
    const { code, err } = await evenhand('data', 'check', join(folder, 'nowhere'));
    expect(code).toBe(2);
    expect(err).toContain('nowhere: is no folder\nMaybe the path is relative to another folder');
  });
});

describe('evenhand schema', () => {
  it('prints the schema, or writes it over the one before', async () => {
    const { code, out } = await evenhand('schema');
    expect([code, JSON.parse(out).title]).toEqual([0, 'Evenhand scenario']);
    const target = join(folder, 'deep', 'evenhand.schema.json');
    for (const _ of [1, 2]) expect((await evenhand('schema', '--out', target)).code).toBe(0);
    expect(readFileSync(target, 'utf8')).toBe(out);
  });
});

describe('a setting in the wrong place', () => {
  it.each([
    ['penalty=3', 'stay_close_to.penalty or rules.tier_caps.penalty or rules.fairness.penalty.'],
    ['rules.penalty=3', 'rules.tier_caps.penalty or rules.fairness.penalty.'],
    ['geo=3', 'weights.geo.'],
    ['step_pu=3', 'rules.fairness.step_up.'],
  ])('--set %s is answered with its full path', async (set, paths) => {
    const { code, err } = await evenhand('run', file, '--set', set);
    expect([code, err]).toEqual([2, expect.stringContaining(`\nMaybe you meant ${paths}\n`)]);
  });
});

describe('--json of a run that is refused', () => {
  it('prints nothing on stdout, and why on stderr', async () => {
    const pins = 'pins=[{vin: VIN001, start_day: 2025-09-22}, {vin: VIN001, start_day: 2025-09-23}]';
    const { code, out, err } = await evenhand('run', file, '--set', pins, '--json', '--out', join(folder, 'runs'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('contradicts pin');
    const two = await evenhand('run', file, file, '--set', pins, '--json', '--out', join(folder, 'runs'));
    expect([two.code, JSON.parse(two.out)]).toEqual([2, []]);
  });
});

describe('what the system refuses', () => {
  it.each([
    [
      'ENOSPC',
      'the output cannot be written: the disk is full (ENOSPC)\nMaybe free some space, or choose another disk.\n',
    ],
    ['EPIPE', 'the output cannot be written: whoever read it has stopped (EPIPE)\n'],
    ['EIO', 'the output cannot be written: the disk or terminal failed (EIO)\n'],
  ])('%s is no fault of evenhand', (code, text) => {
    let said = '';
    const io = {
      out: () => {},
      err: (words: string) => (said += words),
      watched: false,
      colour: false,
      ci: false,
      debug: false,
    };
    const error = Object.assign(new Error(`${code}: write`), { code, syscall: 'write', errno: -28 });
    expect(explainError(error, io as never)).toBe(2);
    expect(said).toBe(text);
  });
});

describe('evenhand init', () => {
  it('writes a scenario that runs', async () => {
    const scenario = join(folder, 'mine.yaml');
    expect((await evenhand('init', scenario)).out).toContain('Next: evenhand run ');
    expect((await evenhand('show', scenario)).code).toBe(0);
  });

  it('writes the schema that the first line names', async () => {
    const scenario = join(folder, 'new', 'mine.yaml');
    await evenhand('init', scenario);
    const [, path = ''] = /^# yaml-language-server: \$schema=(.+)\n/.exec(readFileSync(scenario, 'utf8')) ?? [];
    const text = readFileSync(join(dirname(scenario), path), 'utf8');
    expect(text).toBe((await evenhand('schema')).out);
    writeFileSync(join(dirname(scenario), path), '{"mine": true}');
    await evenhand('init', join(folder, 'new', 'other.yaml'), '--kind', 'rotation');
    expect(readFileSync(join(dirname(scenario), path), 'utf8')).toBe('{"mine": true}');
  });

  it('never overwrites a file', async () => {
    const before = readFileSync(file, 'utf8');
    const { code, err } = await evenhand('init', file);
    expect(code).toBe(2);
    expect(err).toContain('tiny.yaml: is there already');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

describe('evenhand', () => {
  it('suggests the command that was meant, and ends with 2', async () => {
    const { code, err } = await evenhand('rnu', file);
    expect(code).toBe(2);
    expect(err).toContain('(Did you mean run?)');
  });

  it('suggests the option that was meant, and ends with 2', async () => {
    const { code, err } = await evenhand('run', file, '--jsno');
    expect(code).toBe(2);
    expect(err).toContain('(Did you mean --json?)');
  });

  it('shows its help without a command, and ends with 2', async () => {
    const { code, err } = await evenhand();
    expect(code).toBe(2);
    expect(err).toContain('Usage: evenhand');
  });

  it.each(COMMANDS)('%s --help has examples', async (command) => {
    const { code, out } = await evenhand(...command.split(' '), '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Examples:\n  evenhand ${command}`);
  });

  it('help of a command within a command is its own', async () => {
    const [help, option] = [await evenhand('help', 'data', 'check'), await evenhand('data', 'check', '--help')];
    expect(help).toEqual(option);
    expect(help.out).toContain('evenhand data check my-station --kind rotation');
  });
});
