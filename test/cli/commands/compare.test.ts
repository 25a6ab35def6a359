import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, tinyWeek } from '../tiny-week.ts';

let folder: string;
let file: string;
let runs: string;
const use = (change?: (text: string) => string) => {
  folder = tinyWeek(change);
  file = join(folder, 'tiny.yaml');
  runs = join(folder, 'runs');
};
beforeEach(() => use());
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const compare = (...words: readonly string[]) => evenhand('compare', ...words, '--out', runs);

/** One comparison of a scenario with all its variants, for all that only looks at it. */
describe('evenhand compare, done once', () => {
  let own: string;
  let first: Awaited<ReturnType<typeof compare>>;
  beforeAll(async () => {
    own = tinyWeek();
    first = await evenhand('compare', join(own, 'tiny.yaml'), '--out', join(own, 'runs'));
    // As long as a test may take: a hook has less by itself.
  }, 60_000);
  afterAll(() => rmSync(own, { recursive: true, force: true }));

  it('sets a scenario and all its variants side by side', () => {
    const { code, out, err } = first;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const rows = out.split('\n').slice(0, 4);
    expect(rows[0]).toMatch(/^scenario +status/);
    expect(rows.slice(1).map((row) => row.slice(0, 18).trim())).toEqual(['A  tiny (baseline)', 'B  linear', 'C  free']);
    expect(out).toContain('\nB  linear\n  rules.fairness.mode  stepped → linear\n  schedule: ');
    expect(out).toContain('\nC  free\n  rules.fairness  mode stepped');
  });

  it('writes the comparison whole, and every run that it made', () => {
    const { out } = first;
    const runs = join(own, 'runs');
    const written = join(runs, 'compare', 'tiny');
    expect(out).toContain(join(written, 'report.html'));
    expect(readdirSync(written).sort()).toEqual(['comparison.csv', 'comparison.json', 'report.html']);
    expect(readdirSync(runs).sort()).toEqual(['compare', 'tiny', 'tiny@free', 'tiny@linear']);
    const [id] = readdirSync(join(runs, 'tiny'));
    expect(existsSync(join(runs, 'tiny', id!, 'report.html'))).toBe(true);
  });

  it('writes the same bytes again', async () => {
    const runs = join(own, 'runs');
    const texts = () =>
      ['report.html', 'comparison.json', 'comparison.csv'].map((name) =>
        readFileSync(join(runs, 'compare', 'tiny', name), 'utf8'),
      );
    const before = texts();
    await evenhand('compare', join(own, 'tiny.yaml'), '--out', runs);
    expect(texts()).toEqual(before);
  });
});

describe('evenhand compare', () => {
  it('prints comparison.json and nothing else', async () => {
    const { code, out, err } = await compare(file, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(readFileSync(join(runs, 'compare', 'tiny', 'comparison.json'), 'utf8'));
  });

  it('prints comparison.csv and nothing else', async () => {
    const { out } = await compare(file, '--csv');
    expect(out).toBe(readFileSync(join(runs, 'compare', 'tiny', 'comparison.csv'), 'utf8'));
  });

  it('takes variants and folders of runs', async () => {
    await evenhand('run', file, '--out', runs);
    const [id] = readdirSync(join(runs, 'tiny'));
    const { code, out } = await compare(join(runs, 'tiny', id!), `${file}@free`, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).runs.map(({ name }: { name: string }) => name)).toEqual(['tiny', 'tiny@free']);
    expect(readdirSync(join(runs, 'compare'))[0]).toMatch(/^tiny-vs-tiny@free-[0-9a-f]{8}$/);
  });

  describe('with several scenario files', () => {
    const other = () => {
      const path = join(folder, 'other.yaml');
      writeFileSync(path, readFileSync(file, 'utf8').replace('title: Tiny week', 'title: Other\nweights: {geo: 0}'));
      return path;
    };
    const names = async (...words: readonly string[]) => {
      const { code, out, err } = await compare(...words, '--json', '--no-attribution');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return JSON.parse(out).runs.map(({ name }: { name: string }) => name);
    };

    it('sets them side by side, without variants that nobody named', async () => {
      expect(await names(file, other())).toEqual(['tiny', 'other']);
    });

    it('adds the variants that are named to each', async () => {
      expect(await names(file, other(), '--variant', 'free')).toEqual(['tiny', 'tiny@free', 'other', 'other@free']);
    });

    it('adds all variants where it is asked to', async () => {
      expect(await names(file, other(), '--all-variants')).toEqual([
        ...['tiny', 'tiny@linear', 'tiny@free'],
        ...['other', 'other@linear', 'other@free'],
      ]);
    });
  });

  it('holds a file against the variants that are named, in a folder of that question', async () => {
    const { out } = await compare(file, '--variant', 'free', '--json');
    expect(JSON.parse(out).runs.map(({ name }: { name: string }) => name)).toEqual(['tiny', 'tiny@free']);
    expect(readdirSync(join(runs, 'compare'))[0]).toMatch(/^tiny-vs-tiny@free-[0-9a-f]{8}$/);
  });

  it('ends with 2 at a variant that a file has not, and at one of no file', async () => {
    const wrong = await compare(file, '--variant', 'fre');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/unknown variant "fre"[\s\S]*Maybe you meant "free"/);
    const none = await compare(`${file}@free`, `${file}@linear`, '--variant', 'free');
    expect(none.code).toBe(2);
    expect(none.err).toContain('--variant is for scenario files, and none is named');
    const both = await compare(file, '--variant', 'free', '--all-variants');
    expect(both.err).toContain('--all-variants holds those of --variant');
  });

  it('holds the others against the baseline that is named', async () => {
    const { out } = await compare(file, '--baseline', 'free', '--json');
    const { baseline, differences } = JSON.parse(out);
    expect(baseline).toBe('tiny@free');
    expect(differences.map(({ name }: { name: string }) => name)).toEqual(['tiny', 'tiny@linear']);
  });

  it('ends with 2 at a baseline that is not compared, and names those that are', async () => {
    const { code, err } = await compare(file, '--baseline', 'fre');
    expect(code).toBe(2);
    expect(err).toContain('no run "fre" to be the baseline');
    expect(err).toContain('Maybe one of: tiny, tiny@linear, tiny@free.');
    expect(existsSync(runs)).toBe(false);
  });

  it('ends with 2 where there is nothing to compare with', async () => {
    const { code, err } = await compare(`${file}@free`);
    expect(code).toBe(2);
    expect(err).toContain('a comparison needs two runs, and here is 1');
  });

  it('ends with 2 at files, variants and folders that are not there, and names all', async () => {
    const { code, err } = await compare(join(folder, 'none.yaml'), `${file}@fre`, folder);
    expect(code).toBe(2);
    expect(err).toContain('none.yaml: is neither the folder of a run nor a scenario file');
    expect(err).toContain('fre');
    expect(err).toContain('holds no run');
  });

  it('ends with 2 where two things are to be printed alone', async () => {
    const { code, err } = await compare(file, '--json', '--csv');
    expect(code).toBe(2);
    expect(err).toContain('--json and --csv each print one thing alone');
  });

  it('tells which setting did how much, unless it shall not', async () => {
    rmSync(folder, { recursive: true });
    use((text) => text.replace('{mode: linear}', '{mode: linear, penalty: 250}'));
    const told = async (...words: readonly string[]) =>
      JSON.parse((await compare(file, '--json', ...words)).out).differences[0].attribution.told;
    expect(await told()).toBe(true);
    expect(await told('--no-attribution')).toBe(false);
  });

  it('says of what it was that nobody asked for it', async () => {
    rmSync(folder, { recursive: true });
    use((text) => text.replace('  free:', '  two: {rules: {fairness: {penalty: 300}, cooldown: {days: 31}}}\n  free:'));
    const { out } = await compare(file, '--no-attribution');
    expect(out).toContain('\n  which setting did how much: nobody asked for it\n');
  });

  it('says where neither of two has a schedule', async () => {
    rmSync(folder, { recursive: true });
    const pins = `[{vin: VIN001, start_day: 2025-09-22}, {vin: VIN002, start_day: 2025-09-22}]`;
    use(
      (text) =>
        `${text.replace('  free:', `  never: {pins: ${pins}, rules: {cooldown: {days: 31}}}\n  free:`)}pins: ${pins}\n`,
    );
    const { code, out } = await compare(file);
    expect(code).toBe(3);
    expect(out).toContain('\n  schedule: neither has one\n');
  });

  it('ends with 3 where a scenario has no schedule, and compares the others', async () => {
    rmSync(folder, { recursive: true });
    const pin = (vin: string) => `{vin: ${vin}, start_day: 2025-09-22}`;
    use((text) => text.replace('  free:', `  never: {pins: [${pin('VIN001')}, ${pin('VIN002')}]}\n  free:`));
    const { code, out } = await compare(file);
    expect(code).toBe(3);
    expect(out).toMatch(/\nC {2}never +infeasible +– /);
    expect(out).toContain('\nC  never\n  pins  ');
    expect(out).toContain('\n  schedule: one of the two has none\n');
  });
});
