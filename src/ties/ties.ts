import type { Aim, GroupsAim, SumAim } from '../pipeline/aims.ts';
import type { Session } from '../pipeline/session.ts';
import { type Backbone, backboneOf } from './backbone.ts';
import { settledSum } from './group-bounds.ts';
import { levelsOf, type Span } from './group-counts.ts';
import { type Face, faceOf } from './optimal-schedules.ts';
import { type Aimed, climbing } from './piecewise.ts';
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
  return tiesOn(faceOf(session), session.built.aims?.() ?? [], solves);
}

/** The same, of the optimal schedules as they are. */
export async function tiesOn(face: Face, aims: readonly Aim[], solves: number): Promise<Ties> {
  const ranges: [string, Span][] = [];
  for (const aim of aims) ranges.push(...(await rangesOf(face, onFace(aim, face), solves)));
  const backbone = await backboneOf(face);
  return { ranges: Object.fromEntries(ranges), backbone, solves: face.solves() };
}

/** An aim over the candidates of the face. */
function onFace<A extends Aim>(aim: A, { kept }: Face): A {
  const of = (values: Float64Array | undefined) => values && Float64Array.from(kept, (j) => values[j]!);
  if (aim.kind === 'sum') return { ...aim, value: of(aim.value) };
  const group = Int32Array.from(kept, (j) => aim.group[j]!);
  return aim.kind === 'groups' && aim.use ? { ...aim, group, use: of(aim.use) } : { ...aim, group };
}

async function rangesOf(face: Face, aim: Aim, solves: number): Promise<readonly [string, Span][]> {
  if (aim.kind !== 'spread') {
    const range = await (aim.kind === 'sum' ? sumRange(face, aim) : groupsRange(face, aim));
    return range ? [[aim.metric, range]] : [];
  }
  const levels = levelsOf(face, aim);
  const ranges: [string, Span][] = [];
  const metrics = Object.entries(aim.metrics);
  for (const [at, [metric, of]] of metrics.entries()) {
    // What one metric does not use is left to those after it.
    const share = Math.ceil(Math.max(0, solves - face.solves()) / (metrics.length - at));
    const range = await spreadRange(face, levels, of, share);
    if (range) ranges.push([metric, range]);
  }
  return ranges;
}

function sumRange(face: Face, { value, of }: SumAim): Promise<Span | undefined> {
  const sum = settledSum(face.model, value);
  if (sum !== undefined) return Promise.resolve({ least: of(sum), most: of(sum), exact: true });
  return between(face, of, (sign) => ({
    model: { ...face.model, score: value.map((each) => sign * each) },
    constant: 0,
    settled: false,
  }));
}

async function groupsRange(face: Face, aim: GroupsAim): Promise<Span | undefined> {
  const up = climbing(face.model, aim, 1);
  const down = climbing(face.model, aim, -1);
  return up && down && between(face, aim.of, (sign) => (sign > 0 ? up : down));
}

/**
 * The range between the greatest of an aim and the greatest of its opposite. Undefined where a search that time stopped
 * bounds it nowhere.
 */
async function between(
  face: Face,
  of: (sum: number) => number,
  aimed: (sign: 1 | -1) => Aimed,
): Promise<Span | undefined> {
  const end = async (sign: 1 | -1) => {
    const { model, constant, settled } = aimed(sign);
    if (settled) return { value: of(sign * constant), exact: true };
    const found = await face.extreme(model);
    // The schedule of the run is one of them, so there is always one.
    if (!found) throw new RangeError('the optimal schedules cannot be found again');
    return { value: of(sign * (found.bound + constant)), exact: found.reached === found.bound };
  };
  const most = await end(1);
  if (!Number.isFinite(most.value)) return undefined;
  const least = await end(-1);
  if (!Number.isFinite(least.value)) return undefined;
  return { least: least.value + 0, most: most.value + 0, exact: most.exact && least.exact };
}
