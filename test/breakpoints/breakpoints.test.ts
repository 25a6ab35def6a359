import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { numbers } from '../../bench/instances.ts';
import { breakpoints } from '../../src/breakpoints/breakpoints.ts';
import { breakpointsReport } from '../../src/breakpoints/report.ts';
import { printProblems, Refusal, readScenario, runScenario } from '../../src/index.ts';
import { tinyWeek } from '../cli/tiny-week.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A week of a few cars and partners with ranks drawn at random: a favourite may be worth several penalties. */
function randomWeek(seed: number, extra = ''): string {
  const below = numbers(seed + 400);
  folder = tinyWeek((text) => text.replace(/expect:[\s\S]*/, '') + extra);
  const makes = ['Toyota', 'Honda', 'Audi'];
  const ranks = ['A+', 'A', 'B', 'C'];
  const cars = Array.from({ length: 4 + below(3) }, (_, k) => `VIN00${k},${makes[below(3)]},M${k},LA`);
  const people = Array.from({ length: 3 }, (_, k) => `${k + 1},P${k + 1},LA`);
  const approved = people.flatMap((_, k) => makes.map((make) => `${k + 1},${make},${ranks[below(4)]}`));
  const write = (name: string, head: string, rows: readonly string[]) =>
    writeFileSync(join(folder, 'data', `${name}.csv`), `${[head, ...rows].join('\n')}\n`);
  write('vehicles', 'vin,make,model,office', cars);
  write('media_partners', 'person_id,name,office', people);
  write('approved_makes', 'person_id,make,rank', approved);
  return join(folder, 'tiny.yaml');
}

async function netAt(file: string, path: string, value: number): Promise<number> {
  return (await runScenario(readScenario(file, { set: [`${path}=${value}`] }))).objective.net_score!;
}

/** Holds breakpoints against every value of the range, each solved by itself. */
async function equalsScan(file: string, path: string, from: number, to: number, step: number): Promise<number> {
  const found = await breakpoints(file, { path, from, to, step });
  for (let k = 0; k <= Math.round((to - from) / step); k++) {
    const value = Number((from + k * step).toPrecision(12));
    const net = await netAt(file, path, value);
    const here = found.steps.filter((one) => one.from <= value && value <= one.to);
    expect(here.length).toBeGreaterThan(0);
    for (const one of here) expect(one.net[0] + (value - one.from) * one.slope).toBeCloseTo(net, 6);
    for (const one of found.steps.filter((other) => !here.includes(other)))
      expect(one.net[0] + (value - one.from) * one.slope).toBeLessThan(net);
  }
  return found.steps.length;
}

describe('breakpoints', () => {
  it.each([1, 2, 3, 4])('of a penalty equal a scan of every value, random week %i', async (seed) => {
    const file = randomWeek(seed);
    expect(await equalsScan(file, 'rules.fairness.penalty', 0, 1000, 50)).toBeGreaterThan(1);
  });

  it.each([5, 6])('of a weight with decimals equal a scan of every value, random week %i', async (seed) => {
    await equalsScan(randomWeek(seed), 'weights.rank', 0, 1, 0.1);
  });

  it('of a price of money equal a scan of every value', async () => {
    const file = randomWeek(7, 'rules: {budgets: {missing: enforce, default_cost: 300}}\n');
    await equalsScan(file, 'rules.budgets.points_per_dollar', 0, 4, 0.25);
  });

  it('ask far fewer questions than there are values', async () => {
    const found = await breakpoints(randomWeek(8), { path: 'rules.fairness.penalty', from: 0, to: 1000 });
    expect(found.solved.length).toBeLessThan(4 * found.steps.length + 3);
  });

  it('refuse a setting that changes more than points, and name the sweep', async () => {
    const refused = breakpoints(randomWeek(9), { path: 'rules.fairness.target', from: 0, to: 3 });
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow('it changes which candidates or limits there are');
  });

  it('name a beginning above 0, where a weight takes its rule out', async () => {
    const evening = 'scenarios/rotation/prime-evening.yaml';
    await expect(breakpoints(evening, { path: 'weights.rotation', from: 0, to: 2 })).rejects.toMatchObject({
      problems: [{ maybe: expect.stringContaining('Maybe begin above 0, or sweep it') }],
    });
    const { steps } = await breakpoints(evening, { path: 'weights.rotation', from: 1, to: 2 });
    expect(steps).toHaveLength(1);
  });

  describe('refuse a path that is misspelt, and show it as it was typed', () => {
    const refusal = (path: string, from = 0) =>
      breakpoints(randomWeek(1), { path, from, to: 9 }).catch((error: unknown) =>
        error instanceof Refusal ? printProblems(error.problems) : error,
      );

    it.each([
      [
        'rules.fairnes.penalty',
        'unknown key "fairnes"',
        'rules.fairnes.penalty=0',
        '      ^^^^^^^',
        'Maybe you meant "fairness"',
      ],
      ['rule.fairness.penalty', 'unknown key "rule"', 'rule.fairness.penalty=0', '^^^^', 'Maybe you meant "rules"'],
      ['weights.ranc', 'unknown key "ranc"', 'weights.ranc=0', '        ^^^^', 'Maybe you meant "rank"'],
    ])('%s', async (path, message, typed, caret, maybe) => {
      const text = await refusal(path);
      expect(text).toContain(`--path: ${message}\n   | ${typed}\n   | ${caret}\n${maybe}`);
    });

    it('also at a value that the setting cannot have', async () => {
      expect(await refusal('rules.fairness.penalty', -1)).toContain(
        '--path: rules.fairness.penalty needs a whole number from 0 to 100000, was -1\n   | rules.fairness.penalty=-1\n   |                        ^^',
      );
    });

    it('with an empty key, and one that says what the scenario is', async () => {
      expect(await refusal('rules..penalty')).toContain('--path: "rules..penalty" is no path of a setting');
      expect(await refusal('kind')).toContain('--path: "kind" says what the scenario is');
    });

    it('but a problem of the file itself at its place in the file', async () => {
      const text = await breakpoints(randomWeek(1, 'weigths: {}\n'), { path: 'x', from: 0, to: 1 }).catch(
        ({ problems }: Refusal) => printProblems(problems),
      );
      expect(text).toMatch(/tiny\.yaml:\d+:1: unknown key "weigths"/);
      expect(text).not.toContain('--path');
    });
  });

  it('refuse a range that its steps do not fill', async () => {
    const options = { path: 'rules.fairness.penalty', from: 0, to: 100, step: 30 };
    await expect(breakpoints(randomWeek(10), options)).rejects.toThrow('from 0 to 100 in steps of 30 is no range');
  });

  it('look at a variant that sets the same setting', async () => {
    const options = { variant: 'linear', path: 'rules.fairness.mode', from: 0, to: 1 };
    await expect(breakpoints(randomWeek(12), options)).rejects.toThrow('rules.fairness.mode needs');
    const penalty = { variant: 'linear', path: 'rules.fairness.penalty', from: 0, to: 400, step: 100 };
    expect((await breakpoints(randomWeek(12), penalty)).name).toBe('tiny@linear');
  });

  it('refuse a --set of the same setting', async () => {
    const options = { set: ['rules.fairness.penalty=3'], path: 'rules.fairness.penalty', from: 0, to: 4 };
    await expect(breakpoints(randomWeek(13), options)).rejects.toThrow('which is varied');
  });

  it('are drawn in one file, the same each time', async () => {
    const found = await breakpoints(randomWeek(11), { path: 'rules.fairness.penalty', from: 0, to: 600, step: 50 });
    const html = await breakpointsReport(found);
    expect(html).toContain('Breakpoints of rules.fairness.penalty from 0 to 600');
    expect(await breakpointsReport(found)).toBe(html);
  });
});
