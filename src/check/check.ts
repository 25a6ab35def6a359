import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { readScenario } from '../domains/read.ts';
import { type Memory, memoryOf } from '../pipeline/memory.ts';
import { runScenario } from '../pipeline/run-scenario.ts';
import { openSession } from '../pipeline/session.ts';
import { Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';
import { ownVariants } from '../scenario/find.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { tiesOf } from '../ties/ties.ts';
import { baselineOf, judgeBaseline, type Ranges } from './baseline.ts';
import { type Baseline, baselineFile, type Policy, readBaselines, writeBaselines } from './baseline-file.ts';
import { changesOf } from './changes.ts';
import type { Checked, Question } from './checked.ts';
import { judgeAudit, judgeExpectations, judgeLeftOut } from './expectations.ts';
import { type Judgement, passes } from './judgement.ts';
import { type Needed, noBaseline, orphans, staleBaselines, tooLittle } from './missing.ts';
import { type Around, policyOf, priceThere } from './policy.ts';

/** How to check. */
export interface CheckOptions {
  /** Write the baselines anew, whole. */
  readonly update?: boolean | undefined;
  /**
   * What each scenario must have to be held against: what is missing fails, and so does a baseline whose scenario or
   * variant is gone. Where nothing is said, a scenario without expectations and baseline is passed over.
   */
  readonly needed?: Needed | undefined;
  /** Kinds of your own, before those that Evenhand has. */
  readonly kinds?: readonly Domain[] | undefined;
  /** Told of each scenario before it runs. */
  readonly watch?: ((name: string, at: number, of: number) => void) | undefined;
}

/** The questions of a scenario file: as it stands, and each variant that it writes. */
export const questionsOf = (file: string): readonly Question[] => [
  { file },
  ...ownVariants(file).map((variant) => ({ file, variant })),
];

/**
 * Runs scenarios and their variants and holds each against its audit, its `expect` and its baseline. A scenario that
 * cannot be read or run is `refused`, and the others go on.
 *
 * @example
 * const [good, bad] = await checkScenarios(['scenarios/rotation/prime-evening.yaml', 'none.yaml']);
 * [good.verdict, bad.verdict] // ['passed', 'refused']
 * bad.problems[0].message // 'no such file: "none.yaml"'
 */
export async function checkScenarios(
  files: readonly string[],
  options: CheckOptions = {},
): Promise<readonly Checked[]> {
  const readable = files.map((file) => attempt({ file }, () => ({ file, questions: questionsOf(file) })));
  const of = readable.reduce((sum, one) => sum + ('questions' in one ? one.questions.length : 1), 0);
  const all: Checked[] = [];
  const memory = memoryOf(options.kinds);
  for (const one of readable) {
    if ('verdict' in one) {
      all.push(one);
      continue;
    }
    const own: Asked[] = [];
    for (const question of one.questions) {
      options.watch?.(nameOf(question), all.length + own.length + 1, of);
      own.push(await ask(question, options, memory));
    }
    all.push(...(options.update ? updated(one.file, own, options.kinds) : held(one.file, own, options.needed)));
  }
  return options.needed === undefined || options.update ? all : [...all, ...orphans(files)];
}

/** A question that was run, or could not be. */
interface Asked {
  readonly checked: Checked;
  readonly run?: Run;
  /** Where baselines are written anew. */
  readonly policy?: Policy;
}

/** What was found of one file, with the baselines in it that nothing is held against any more, where that counts. */
function held(file: string, own: readonly Asked[], needed: Needed | undefined): readonly Checked[] {
  const [first, ...others] = own.map(({ checked }) => checked);
  if (needed === undefined || first === undefined || first.verdict === 'refused')
    return own.map(({ checked }) => checked);
  const names = own.map(({ checked }) => checked.name);
  const stale = staleBaselines(baselineFile(file), [...(readBaselines(baselineFile(file))?.keys() ?? [])], names);
  if (stale.length === 0) return [first, ...others];
  return [{ ...first, verdict: 'failed', judgements: [...first.judgements, ...stale] }, ...others];
}

async function ask(question: Question, { update, kinds, needed }: CheckOptions, memory: Memory): Promise<Asked> {
  try {
    const { file, variant } = question;
    const scenario = readScenario(file, { variant, kinds });
    const baselines = readBaselines(baselineFile(file));
    const baseline = baselines?.get(scenario.name);
    const none: Checked = { ...question, ...EMPTY, name: scenario.name, verdict: 'nothing', baseline: 'none' };
    const expects = Object.keys(scenario.expect).length > 0;
    const missing =
      !update && needed !== undefined && tooLittle(needed, baseline !== undefined, expects)
        ? [noBaseline(baselineFile(file), baselines && [...baselines.keys()], needed)]
        : [];
    if (!update && baseline === undefined && !expects)
      return { checked: missing.length === 0 ? none : { ...none, verdict: 'failed', judgements: missing } };
    const data = await memory.data(scenario);
    const run = await runScenario(scenario, { kinds, data, ...memory.sharing() });
    const found = await judgementsOf(run, scenario, update ? undefined : baseline, { data, kinds });
    const judgements = [...found, ...missing];
    const verdict = judgements.every(passes) ? 'passed' : 'failed';
    const policy = update && (await policyOf(scenario, kinds));
    return {
      run,
      ...(policy && { policy }),
      checked: { ...none, verdict, judgements, baseline: baseline === undefined ? 'none' : 'there' },
    };
  } catch (error) {
    return { checked: refused(question, error) };
  }
}

/**
 * Everything that a run is held against. What ties leave open is looked into only where a baseline is not kept: it takes
 * many more solutions, and mostly there is no need.
 */
export async function judgementsOf(
  run: Run,
  scenario: Scenario,
  baseline: Baseline | undefined,
  around: Around = {},
): Promise<readonly Judgement[]> {
  const first = [
    ...judgeAudit(run),
    ...judgeExpectations(run, scenario.expect, around.kinds),
    ...judgeLeftOut(run, scenario.expect),
  ];
  if (baseline === undefined) return first;
  const there = await priceThere(run, scenario, baseline, around);
  const kept = judgeBaseline(run, baseline, {}, there);
  // Schedules of one net score differ in their metrics only.
  const open = kept.filter(({ what }) => what !== 'net_score');
  if (open.every(passes) || run.status !== 'optimal' || run.weeks !== undefined) return [...first, ...kept];
  return [...first, ...judgeBaseline(run, baseline, await rangesOf(scenario, around), there)];
}

async function rangesOf(scenario: Scenario, { data, kinds }: Around): Promise<Ranges> {
  const session = await openSession(scenario, domainOf(scenario.kind, kinds), { data });
  return (await tiesOf(session))?.ranges ?? {};
}

/** Writes the baselines of a file whole: every run that passed its audit, and nothing of what is no longer there. */
function updated(file: string, own: readonly Asked[], kinds: readonly Domain[] = []): readonly Checked[] {
  const path = baselineFile(file);
  const refusedRun = own.find(({ checked }) => checked.verdict === 'refused');
  if (refusedRun) return own.map(({ checked }) => checked);
  try {
    const before = readBaselines(path) ?? new Map<string, Baseline>();
    const after = new Map<string, Baseline>();
    for (const { run, policy, checked } of own) {
      const old = before.get(checked.name);
      const { metrics = {} } = run ? domainOf(run.kind, kinds) : {};
      if (run?.audit.passed) after.set(checked.name, baselineOf(run, metrics, old, policy));
      else if (old) after.set(checked.name, old);
    }
    writeBaselines(path, after);
    return own.map(({ checked }) => ({
      ...checked,
      baseline: 'updated' as const,
      changes: changesOf(before.get(checked.name), after.get(checked.name)),
    }));
  } catch (error) {
    return own.map(({ checked }) => refused(checked, error));
  }
}

const EMPTY = { judgements: [], problems: [], changes: [] } as const;

function attempt<T>(question: Question, work: () => T): T | Checked {
  try {
    return work();
  } catch (error) {
    return refused(question, error);
  }
}

function refused({ file, variant }: Question, error: unknown): Checked {
  if (!(error instanceof Refusal)) throw error;
  const { problems } = error;
  const question = { file, ...(variant !== undefined && { variant }) };
  return { ...question, ...EMPTY, name: nameOf(question), verdict: 'refused', problems, baseline: 'none' };
}

const nameOf = ({ file, variant }: Question): string => (variant === undefined ? file : `${file}@${variant}`);
