import type { MetricTexts } from '../audit/audit.ts';
import type { MetricFormula } from '../audit/metric/formula.ts';
import { evaluate } from '../kernel/evaluate.ts';
import type { Effort, Model, Solution } from '../kernel/model.ts';
import { type Optima, optimaOf } from '../kernel/questions/optima.ts';
import { solve } from '../kernel/solve.ts';
import { solveWithCuts } from '../pipeline/cuts.ts';
import { brokenOn, type Posed } from './optimal-schedules.ts';
import { climbing } from './piecewise.ts';

/** What decides among schedules of the same net score before the seed does: a metric, as large or as small as can be. */
export interface Preference {
  /** As the scenario names it. */
  readonly name: string;
  readonly metric: string;
  readonly want: 'most' | 'least';
}

/** How far a preference was met, and what proves that no schedule of the same net score meets it better. */
export interface Met extends Preference {
  /** What the solver says that the metric is; the auditor computes it apart. */
  readonly value: number;
  readonly proven: boolean;
  /** The model of the schedules that were left, in which the preference alone counts; absent where it left no choice. */
  readonly proof?: { readonly model: Model; readonly solution: Solution };
}

/** The best schedules that stated preferences leave. */
export interface Decided {
  readonly met: readonly Met[];
  /** All of them; of them the seed chose one. */
  readonly optima: Optima;
  /** The solution with that schedule in place of the first one. */
  readonly solution: Solution;
}

/** A preference that a metric of this run cannot stand for, since it has no value under its rules. */
export class NoValue extends Error {
  readonly preference: Preference;
  constructor(preference: Preference) {
    super(`${preference.metric} has no value`);
    this.preference = preference;
  }
}

/** Which metric each name stands for that `ties.prefer` of a kind may hold, and which way it is wanted. */
export function preferencesOf(
  named: Readonly<Record<string, string>> = {},
  metrics: MetricTexts = {},
): ReadonlyMap<string, Preference> {
  const preference = (name: string, metric: string): [string, Preference] => [
    name,
    { name, metric, want: metrics[metric]?.better === 'less' ? 'least' : 'most' },
  ];
  const own = Object.entries(named).map(([name, metric]) => preference(name, metric));
  const others = Object.entries(metrics).flatMap(([metric, { decides }]) =>
    decides ? [preference(metric, metric)] : [],
  );
  return new Map([...own, ...others]);
}

/**
 * Decides among the schedules of the best net score: the first preference is met as far as it can be, then the second
 * one among those that are left, and so on. The seed decides what they leave open. No preference costs a point.
 *
 * @param formulas How metrics follow from these candidates.
 * @throws NoValue where a preference has no value under the rules of the scenario.
 */
export async function decideTies(
  posed: Posed,
  preferences: readonly Preference[],
  formulas: (candidates: Int32Array) => readonly MetricFormula[],
  effort: Effort,
): Promise<Decided> {
  const met: Met[] = [];
  let optima = optimaOf(posed.model, posed.solution);
  let { solution } = posed;
  for (const preference of preferences) {
    const formula = formulas(optima.kept).find((each) => each.kind !== 'spread' && each.metric === preference.metric);
    if (formula === undefined || formula.kind === 'spread') throw new NoValue(preference);
    const sign = preference.want === 'most' ? 1 : -1;
    const stage = climbing({ ...optima.model, unit: 1 }, formula, sign);
    if (stage === undefined) {
      met.push({ ...preference, value: Number.NaN, proven: false });
      break;
    }
    const ask = (each: Model) => solve(each, effort, { conflict: false });
    const { kept } = optima;
    const cuts = brokenOn(posed, kept);
    const found = await solveWithCuts(cuts ? { cuts } : {}, stage.model, ask);
    const { status, net, reproducible } = found.solution;
    const choice = status === 'infeasible' || status === 'unknown' ? undefined : choiceOf(posed, kept, found.solution);
    solution = { ...solution, ...choice, reproducible: solution.reproducible && reproducible };
    // Where the best schedules cannot be found again, for a fault of the solver in large figures, the first one stands.
    if (choice === undefined) {
      met.push({ ...preference, value: Number.NaN, proven: false });
      break;
    }
    const proven = status === 'optimal';
    met.push({
      ...preference,
      value: formula.of(sign * (net + stage.constant)) + 0,
      proven,
      proof: { model: found.model, solution: found.solution },
    });
    if (!proven) break;
    const next = optimaOf(found.model, found.solution);
    optima = { kept: next.kept.map((k) => kept[k]!), model: next.model };
  }
  return { met, optima, solution };
}

/** Another schedule of the same net score; undefined where it nets less. */
function choiceOf({ model, solution }: Posed, kept: Int32Array, found: Solution) {
  const chosen = Int32Array.from(found.chosen, (k) => kept[k]!).sort();
  const auxiliary = found.auxiliary.slice(0, model.auxiliary?.count ?? 0);
  return evaluate(model, chosen, auxiliary) === solution.net ? { chosen, auxiliary } : undefined;
}
