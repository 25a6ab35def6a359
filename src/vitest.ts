import { beforeAll, describe, expect, it } from 'vitest';
import { baselineFile, readBaselines } from './check/baseline-file.ts';
import { judgementsOf, questionsOf } from './check/check.ts';
import { judgeExpectations, judgeLeftOut } from './check/expectations.ts';
import { type Judgement, passes } from './check/judgement.ts';
import { domainOf } from './domains/find.ts';
import { readScenario } from './domains/read.ts';
import { checkExpectations } from './expect/expect.ts';
import { type Memory, memoryOf } from './pipeline/memory.ts';
import { runScenario } from './pipeline/run-scenario.ts';
import { printProblems } from './problems/print.ts';
import { Refusal } from './problems/problem.ts';
import type { Expected } from './runs/expected.ts';
import type { Run } from './runs/run.ts';
import { storedScenario } from './runs/stored.ts';
import { findScenarios } from './scenario/find.ts';
import type { ReadScenario } from './scenario/read.ts';

/** What `expect(run)` can be asked beside what vitest brings. */
export interface RunMatchers {
  /** The schedule is proven to be the best, and every level of its audit passes. */
  toBeOptimal(): void;
  /** A metric, a part of the objective or `status` is a value, or within bounds; without them it only is there. */
  toHaveMetric(name: string, expected?: Expected | 'optimal' | 'feasible' | 'infeasible' | 'unknown'): void;
  /** Every value keeps the baseline beside the scenario's file. Ties are looked into, so await it. */
  toKeepBaseline(): Promise<void>;
}

declare module 'vitest' {
  // The type parameter has to be there for the two declarations to be one.
  interface Matchers<T> extends RunMatchers {}
}

interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

expect.extend({
  toBeOptimal: (run: Run): Verdict => {
    const failed = run.audit.levels.filter((level) => !level.passed);
    const faults = failed.map(({ name, text }) => `${name} failed: ${text}`);
    const many = run.weeks && 'many weeks are proven one by one, never as a whole: see the metric weeks_optimal';
    const why = [`its status is ${run.status}`, ...(many ? [many] : []), ...faults];
    return {
      pass: run.status === 'optimal' && failed.length === 0,
      message: () => `${run.name}: ${why.join('; ')}`,
    };
  },
  toHaveMetric: (run: Run, name: string, expected?: unknown): Verdict => {
    const found = checkExpectations(run, { [name]: expected ?? 0 });
    return {
      pass: found.every((one) => (expected === undefined ? one.actual !== null : one.passed)),
      message: () =>
        `${run.name}: ${found.map(({ text, actual }) => (expected === undefined && actual !== null ? `it has ${name}` : text)).join('; ')}`,
    };
  },
  toKeepBaseline: async (run: Run): Promise<Verdict> => {
    const file = baselineFile(run.scenario.file);
    const baseline = readBaselines(file)?.get(run.name);
    if (baseline === undefined) {
      const message = `${run.name}: ${file} holds no baseline of it. Maybe write one: evenhand check --update.`;
      return { pass: false, message: () => message };
    }
    const scenario = { ...storedScenario(run, domainOf(run.kind)), expect: {} };
    const failed = failures(await judgementsOf(run, scenario, baseline));
    return {
      pass: failed.length === 0,
      message: () => [`${run.name} does not keep its baseline:`, ...failed].join('\n'),
    };
  },
});

/** How scenarios are described. */
export interface DescribeOptions {
  /** Milliseconds for each run: 120,000 where nothing is said. */
  readonly timeout?: number;
  /** Whether they are held against their baselines too: true where nothing is said. `needed`: each must have one. */
  readonly baseline?: boolean | 'needed';
}

/**
 * Makes tests of scenario files: for each file, and each variant that it writes, that the audit passes, that each line
 * of `expect` is met and that the baseline is kept. Every scenario is run once.
 *
 * @param patterns Files, folders, or patterns with `*`, `**`, `?` and `{a,b}`, from the folder that vitest runs in.
 */
export function describeScenarios(patterns: string | readonly string[], options: DescribeOptions = {}): void {
  const memory = memoryOf();
  for (const file of findScenarios(typeof patterns === 'string' ? [patterns] : patterns)) {
    for (const { variant } of orFailing(file, () => questionsOf(file)) ?? []) {
      const scenario = orFailing(file, () => readScenario(file, { variant }));
      if (scenario) describe(scenario.name, () => describeOne(scenario, memory, options));
    }
  }
}

function describeOne(scenario: ReadScenario, memory: Memory, options: DescribeOptions): void {
  const { timeout = 120_000, baseline: asked = true } = options;
  const baseline = asked ? readBaselines(baselineFile(scenario.file))?.get(scenario.name) : undefined;
  const done: { run?: Run } = {};
  beforeAll(async () => {
    done.run = await runScenario(scenario, { data: await memory.data(scenario), ...memory.sharing() });
  }, timeout);
  it('passes its audit', () => {
    expect(done.run?.audit.levels.filter((level) => !level.passed)).toEqual([]);
  });
  it('leaves out no row of its data that it does not expect to', () => {
    expect(failures(judgeLeftOut(done.run!, scenario.expect))).toEqual([]);
  });
  it.each(Object.keys(scenario.expect))('meets what it expects of %s', (name) => {
    expect(failures(judgeExpectations(done.run!, { [name]: scenario.expect[name] }))).toEqual([]);
  });
  if (asked === 'needed' && baseline === undefined)
    it('has a baseline', () => expect.fail(`${baselineFile(scenario.file)} holds no baseline of ${scenario.name}`));
  if (baseline === undefined) return;
  it('keeps its baseline', { timeout }, async () => {
    expect(
      failures(await judgementsOf(done.run!, scenario, baseline, { data: await memory.data(scenario) }), 'baseline'),
    ).toEqual([]);
  });
}

function failures(judgements: readonly Judgement[], by?: Judgement['by']): readonly string[] {
  return judgements
    .filter((one) => !passes(one) && (by === undefined || one.by === by))
    .map(({ what, expected, actual, reason }) => `${what}: expected ${expected}, is ${actual}: ${reason}`);
}

/** A file that cannot be read is a test that fails, so that the others are still run. */
function orFailing<T>(file: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    it(`${file} can be read`, () => expect.fail(printProblems(error.problems)));
    return undefined;
  }
}
