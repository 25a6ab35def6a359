import type { GroupsFormula, MetricFormula, SumFormula } from '../audit/metric/formula.ts';
import type { Session } from '../pipeline/session.ts';
import { type Backbone, backboneOf } from './backbone.ts';
import { settledSum } from './group-bounds.ts';
import { levelsOf, type Span } from './group-counts.ts';
import { type Face, faceOf } from './optimal-schedules.ts';
import { type Climb, climbing } from './piecewise.ts';
import { spreadRange } from './spread-range.ts';

/** What the best net score leaves open. */
export interface Ties {
  /**
   * For each metric: its smallest and largest value over all schedules of the best net score. Metrics that the solver
   * could not bound in its time are left out.
   */
  readonly ranges: Readonly<Record<string, Span>>;
  readonly backbone: Backbone;
  /** How many times the solver was asked. */
  readonly solves: number;
}

/** How many questions may be asked of the solver before the ranges that are left become outer bounds. */
const MOST_SOLVES = 60;

/**
 * How far each metric can move while the net score stays the best, and which choices every best schedule shares.
 * Undefined where the schedule is not proven to be the best: then there is no such set.
 */
export async function tiesOf(session: Session, solves = MOST_SOLVES): Promise<Ties | undefined> {
  if (session.solution.status !== 'optimal') return undefined;
  const face = faceOf(session, session.scenario.settings.solver);
  return tiesOn(face, formulasOn(face, session), solves);
}

/**
 * How metrics follow from the candidates of the face, by the statements of the auditor: it is shown the row that each
 * of them would be.
 */
function formulasOn({ kept }: Face, { domain, scenario, data, instance }: Session): readonly MetricFormula[] {
  if (domain.formulas === undefined) return [];
  const rows = Array.from(kept, instance.row);
  return domain.formulas(scenario.settings, data.tables, rows);
}

/**
 * The same, of the optimal schedules as they are.
 *
 * @param formulas over the candidates of the face, as it numbers them
 */
export async function tiesOn(face: Face, formulas: readonly MetricFormula[], solves: number): Promise<Ties> {
  const ranges: [string, Span][] = [];
  for (const formula of formulas) ranges.push(...(await rangesOf(face, formula, solves)));
  const backbone = await backboneOf(face);
  return { ranges: Object.fromEntries(ranges), backbone, solves: face.solves() };
}

async function rangesOf(face: Face, formula: MetricFormula, solves: number): Promise<readonly [string, Span][]> {
  if (formula.kind !== 'spread') {
    const range = await climbedRange(face, formula);
    return range ? [[formula.metric, range]] : [];
  }
  const levels = levelsOf(face, formula);
  const ranges: [string, Span][] = [];
  const metrics = Object.entries(formula.metrics);
  for (const [at, [metric, of]] of metrics.entries()) {
    // What one metric does not use is left to those after it.
    const share = Math.ceil(Math.max(0, solves - face.solves()) / (metrics.length - at));
    const range = await spreadRange(face, levels, of, share);
    if (range) ranges.push([metric, range]);
  }
  return ranges;
}

async function climbedRange(face: Face, formula: SumFormula | GroupsFormula): Promise<Span | undefined> {
  const sum = formula.kind === 'sum' ? settledSum(face.model, formula.value) : undefined;
  if (sum !== undefined) return { least: formula.of(sum), most: formula.of(sum), exact: true };
  const up = climbing(face.model, formula, 1);
  const down = climbing(face.model, formula, -1);
  return up && down && between(face, formula.of, (sign) => (sign > 0 ? up : down));
}

/**
 * The range between the greatest of a metric and the greatest of its opposite. Undefined where a search that time stopped
 * bounds it nowhere.
 */
async function between(
  face: Face,
  of: (sum: number) => number,
  climb: (sign: 1 | -1) => Climb,
): Promise<Span | undefined> {
  const end = async (sign: 1 | -1) => {
    const { model, constant, settled } = climb(sign);
    if (settled) return { value: of(sign * constant), exact: true };
    const found = await face.extreme(model);
    // The schedule of the run is one of them. Where large figures lead the solver astray, nothing is bounded.
    if (!found) return { value: Number.NaN, exact: false };
    return { value: of(sign * (found.bound + constant)), exact: found.reached === found.bound };
  };
  const most = await end(1);
  if (!Number.isFinite(most.value)) return undefined;
  const least = await end(-1);
  if (!Number.isFinite(least.value)) return undefined;
  return { least: least.value + 0, most: most.value + 0, exact: most.exact && least.exact };
}
