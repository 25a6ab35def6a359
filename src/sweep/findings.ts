import type { MetricText } from '../audit/audit.ts';
import { type Direction, efficient } from '../compare/frontier.ts';
import { YARDSTICK } from '../compare/yardstick.ts';
import { expectationName } from '../expect/expect-rows.ts';
import { metricText, partText } from '../runs/metric-text.ts';
import { describeRuns } from './conditions.ts';
import type { Effect, FailureFinding, PolicyFinding, Spread, SweepFindings, SweepMeasure } from './findings-record.ts';
import type { Sweep, SweptRun } from './record.ts';
import { failureText } from './report/words.ts';
import { descriptionText } from './words.ts';

/**
 * What the runs of a sweep show: effects, spreads, the frontier, and when expectations fail.
 *
 * @example
 * const sweep = { grid: { 'rules.separation': [900, 1800] } };
 * const plan = planSweep('scenarios/rotation/prime-evening.yaml', { with: [{ sweep }] });
 * const { constant, effects } = sweepFindings(await runSweep(plan, { folder }));
 * constant[0] // { name: 'value_guaranteed', value: 41100 }
 * effects.find(({ measure }) => measure === 'placed')?.spreads.map((spread) => spread?.median) // [12, 11]
 */
export function findingsOf(sweep: Sweep): SweepFindings {
  const all = measuresOf(sweep);
  const constant = all.flatMap(({ name }) => {
    const values = [...new Set(sweep.runs.flatMap((run) => measured(run, name) ?? []))];
    return values.length === 1 ? [{ name, value: values[0]! }] : [];
  });
  const measures = all.filter(({ name }) => !constant.some((one) => one.name === name));
  const fairness = all.find((measure) => measure.frontier);
  const score = [YARDSTICK, 'net_score'].find((one) => all.some(({ name }) => name === one));
  const axes = fairness && score ? { score, fairness: fairness.name } : undefined;
  return {
    measures,
    constant,
    effects: effectsOf(sweep, measures),
    schedules: schedulesOf(sweep),
    policies: policiesOf(sweep, all, axes && [axes.score, fairness!]),
    ...(axes && { frontier: axes }),
    failures: failuresOf(sweep),
  };
}

/** How many schedules the policies have, in the world in which they have the most. */
function schedulesOf({ runs, worlds }: Sweep): number {
  const inWorld = Array.from({ length: worlds }, (_, world) => {
    const own = runs.filter((run) => run.world === world && hasSchedule(run));
    return new Set(own.map(({ result }) => result!.schedule)).size;
  });
  return Math.max(0, ...inWorld);
}

/** Headline parts of the objective, then headline metrics: those that at least one run has. */
function measuresOf({ runs, texts }: Sweep): readonly SweepMeasure[] {
  const parts = new Set(runs.flatMap(({ result }) => Object.keys(result?.objective ?? {})));
  const metrics = new Set(runs.flatMap(({ result }) => Object.keys(result?.metrics ?? {})));
  const all = [
    ...[...parts].map((name) => ({ name, ...(parts.has(YARDSTICK) ? ownText(name, texts) : partText(name, texts)) })),
    ...[...metrics].map((name) => ({ name, ...metricText(texts, name) })),
  ];
  return all.filter(({ name, headline }) => headline && runs.some((run) => measured(run, name) !== null));
}

/** Points of a policy of its own: neither more nor less of them is better. */
function ownText(name: string, texts: Sweep['texts']): MetricText {
  const text = partText(name, texts);
  if (text.first || name === YARDSTICK) return text;
  return {
    ...text,
    better: 'neutral',
    headline: name === 'net_score',
    ...(name === 'net_score' && { label: 'Own net score' }),
  };
}

/** A part of the objective or a metric of a run; null where it has none. */
function measured({ result }: SweptRun, name: string): number | null {
  return result?.objective[name] ?? result?.metrics[name] ?? null;
}

/** How numbers are spread; null for none. */
function spreadOf(values: readonly (number | null)[]): Spread | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return null;
  const [low, high] = [sorted[Math.floor((count - 1) / 2)]!, sorted[Math.floor(count / 2)]!];
  return { min: sorted[0]!, median: (low + high) / 2, max: sorted[count - 1]!, runs: count };
}

function effectsOf({ parameters, runs }: Sweep, measures: readonly SweepMeasure[]): readonly Effect[] {
  return parameters.flatMap(({ values }, parameter) =>
    measures.map(({ name }) => ({
      measure: name,
      parameter,
      spreads: values.map((value) => {
        const text = JSON.stringify(value);
        const own = runs.filter((run) => JSON.stringify(run.values[parameter]) === text);
        return spreadOf(own.map((run) => measured(run, name)));
      }),
    })),
  );
}

function policiesOf(
  { parameters, policies, worlds, runs }: Sweep,
  measures: readonly SweepMeasure[],
  axes: readonly [string, SweepMeasure] | undefined,
): readonly PolicyFinding[] {
  const all = Array.from({ length: policies }, (_, policy) => {
    const own = runs.filter((run) => run.policy === policy);
    const scheduled = own.filter(hasSchedule);
    const passed = scheduled.filter((run) => !fails(run)).length;
    return {
      policy,
      values: own[0]!.values.filter((_, index) => parameters[index]!.axis === 'policy'),
      spreads: Object.fromEntries(measures.map(({ name }) => [name, spreadOf(own.map((run) => measured(run, name)))])),
      passed,
      failed: scheduled.length - passed,
      missing: own.length - scheduled.length,
    };
  });
  if (!axes) return all.map((one) => ({ ...one, efficient: false, beaten: null }));
  const [score, fairness] = axes;
  const aims: readonly Direction[] = ['more', fairness.better === 'less' ? 'less' : 'more'];
  const outcomes = all.map(({ spreads }) => [score, fairness.name].map((name) => spreads[name]?.median ?? null));
  const best = efficient(outcomes, aims);
  const inWorlds = Array.from({ length: worlds }, (_, world) => {
    const own = all.map(({ policy }) => runs.find((run) => run.policy === policy && run.world === world));
    return efficient(
      own.map((run) => [score, fairness.name].map((name) => (run ? measured(run, name) : null))),
      aims,
    );
  });
  return all.map((one, index) => ({
    ...one,
    efficient: best[index]!,
    beaten: inWorlds.filter((unbeaten) => !unbeaten[index]).length,
  }));
}

const hasSchedule = ({ result }: SweptRun): boolean => result?.status === 'optimal' || result?.status === 'feasible';

const fails = (run: SweptRun): boolean => run.expectations.some((expectation) => !expectation.passed);

/** For each expectation, and for all together: which runs fail it. Runs that could not be made say nothing here. */
function failuresOf(sweep: Sweep): readonly FailureFinding[] {
  const { parameters, runs, worlds } = sweep;
  const made = runs.filter((run) => run.result !== undefined);
  const names = [...new Set(made.flatMap((run) => run.expectations.map(expectationName)))];
  if (names.length === 0) return [];
  const finding = (name: string, failed: (run: SweptRun) => boolean): FailureFinding => {
    const meant = made.map(failed);
    const values = made.map((run) => run.values);
    const found = {
      name,
      failed: meant.filter((is) => is).length,
      of: made.length,
      when: descriptionText(describeRuns(parameters, values, meant), parameters, 'run'),
      ...(worlds > 1 && { policies: failingPolicies(sweep, made, failed) }),
    };
    return { text: failureText(found), ...found };
  };
  return [
    finding('any', fails),
    ...names.map((name) =>
      finding(name, (run) => run.expectations.some((one) => !one.passed && expectationName(one) === name)),
    ),
  ];
}

/** Policies that fail in at least one world, by the parameters that policy decides. */
function failingPolicies({ parameters }: Sweep, made: readonly SweptRun[], failed: (run: SweptRun) => boolean) {
  const own = parameters.flatMap(({ axis }, index) => (axis === 'policy' ? [index] : []));
  const policies = [...new Set(made.map(({ policy }) => policy))];
  const meant = policies.map((policy) => made.some((run) => run.policy === policy && failed(run)));
  const values = policies.map((policy) => {
    const run = made.find((one) => one.policy === policy)!;
    return own.map((index) => run.values[index]);
  });
  const decided = own.map((index) => parameters[index]!);
  const when = descriptionText(describeRuns(decided, values, meant), decided, 'policy');
  return { failed: meant.filter((is) => is).length, of: policies.length, when };
}
