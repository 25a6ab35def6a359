import { evaluate } from '../evaluate.ts';
import { generous } from '../fuse.ts';
import { boundedByDearest } from '../large/quick.ts';
import { BILLION, type Limits, type Model, type Priority, type Reached, type Solution } from '../model.ts';
import { rowsOf } from '../program/rows.ts';
import type { Attempt } from '../search/attempt.ts';
import { boundOf, floorTo } from '../search/bound.ts';
import { displace } from '../search/displace.ts';
import { fill, nothingIn, type Schedule } from '../search/greedy.ts';
import type { Start } from '../search/search.ts';

/** Solves one model with a share of the seconds that are left; where to begin is known after the first. */
export type SolveStage = (model: Model, share: number, start?: Start) => Promise<Attempt>;

/**
 * Lexicographic optimisation: makes each priority as large as possible in turn, keeps what was reached by a hard
 * limit, and lets the score decide last. Nothing below can ever buy anything of what is above.
 *
 * Weights could say the same in one model, but only with coefficients that no solver's tolerance survives.
 */
export async function solveInOrder(model: Model, solve: SolveStage, first?: Start): Promise<Solution> {
  const reached: Reached[] = [];
  let limits = model.limits;
  const without = new Set<number>();
  let proven = true;
  let reproducible = true;
  let start = first;
  const priorities = model.priorities ?? [];
  for (const [level, priority] of priorities.entries()) {
    const stage = { ...forPriority(model, priority), limits: limits.map(hardOnly) };
    const sure = start && reachesDearest(stage, start);
    const { solution, columns } = sure
      ? { solution: sure, columns: start!.columns }
      : await solve(stage, generous(1 / (priorities.length + 1 - level)), start);
    if (solution.status === 'infeasible' || solution.status === 'unknown') return solution;
    const { net: value, bound, prices } = solution;
    // A schedule that reaches its bound is the best, whatever the search says of itself.
    proven &&= solution.status === 'optimal' || bound <= value;
    reproducible &&= solution.reproducible;
    reached.push({ name: priority.name, value, bound, model: stage, prices });
    for (const j of tooDear(stage, solution)) without.add(j);
    limits = [...limits, atLeast(priority, value)];
    start = { columns, chosen: solution.chosen, auxiliary: solution.auxiliary, without };
  }
  const { priorities: _, ...rest } = model;
  const last = { ...rest, limits };
  const { solution } = await solve(last, 1, start);
  const all = { ...solution, reproducible: reproducible && solution.reproducible, priorities: reached, model: last };
  if (solution.status !== 'feasible' && (solution.status !== 'optimal' || proven)) return all;
  return { ...all, status: 'feasible', ...completed(model, all) };
}

/**
 * A schedule with what fits, where each priority counts things that are chosen or not: those that can be had in the fewest
 * ways come first, or if that leaves something out, those of the first priority. Often no priority is left to search for.
 */
export function firstFit(model: Model): Start | undefined {
  const { priorities = [], limits } = model;
  const isCount = priorities.every(({ value }) => value.every((own) => own === 0 || own === 1));
  const once = limits.find(
    ({ members, most }) => most && !('start' in members) && !members.use && most.every((own) => own === 1),
  );
  if (priorities.length === 0 || !isCount || !once || 'start' in once.members || model.auxiliary) return undefined;
  const { group } = once.members;
  const ways = new Float64Array(once.groups);
  const tier = new Uint8Array(model.candidates);
  for (let j = 0; j < model.candidates; j++) {
    if (group[j]! >= 0) ways[group[j]!]!++;
    const first = priorities.findIndex(({ value }) => value[j] === 1);
    tier[j] = first < 0 ? priorities.length : first;
  }
  const order = Array.from({ length: model.candidates }, (_, j) => j).filter((j) => group[j]! >= 0);
  const few = (a: number, b: number) => ways[group[a]!]! - ways[group[b]!]! || a - b;
  const open = { ...model, limits: limits.map(hardOnly) };
  const fitted = (sorted: readonly number[]) => fill(open, nothingIn(model), sorted);
  const first = fitted(order.toSorted(few));
  const isWhole = first.chosen.length === ways.filter((own) => own > 0).length;
  const best = isWhole ? first : fitted(order.toSorted((a, b) => tier[a]! - tier[b]! || few(a, b)));
  return evaluate(model, best.chosen, best.auxiliary) > -Infinity ? { columns: [], ...best } : undefined;
}

/** The solution of a priority that a schedule meets in full: each group of one rule has its dearest candidate. */
function reachesDearest(stage: Model, start: Start): Solution | undefined {
  const net = evaluate(stage, start.chosen, start.auxiliary);
  if (net === -Infinity) return undefined;
  const known = boundedByDearest(stage, {
    status: 'optimal',
    chosen: start.chosen,
    auxiliary: start.auxiliary,
    net,
    bound: Infinity,
    prices: [],
    reproducible: true,
    work: { method: 'whole', rounds: 0, columns: 0, iterations: 0, nodes: 0 },
  });
  return known.bound <= net ? known : undefined;
}

/**
 * A schedule that is not proven, with all that still fits, in the order of the priorities: what adds to one takes the room
 * of what counts for those below it alone, which are then filled up again. A search that effort stopped leaves such room.
 */
function completed(model: Model, solution: Solution): Partial<Solution> {
  const priorities = model.priorities!;
  const open = { ...model, limits: model.limits.map(hardOnly) };
  let schedule: Schedule = solution;
  for (const [level, { value }] of priorities.entries()) {
    const order = Array.from(value.keys()).filter((j) => value[j]! > 0);
    order.sort((a, b) => value[b]! - value[a]! || a - b);
    const above = priorities.slice(0, level + 1);
    const below = priorities.slice(level + 1);
    schedule = displace(open, schedule, order, {
      may: (j) => above.every((each) => each.value[j] === 0),
      first: (a, b) => difference(below, a, b) || a - b,
    });
    schedule = fill(open, schedule, order);
  }
  const { chosen, auxiliary } = schedule;
  const reached = solution.priorities!.map((each, level) => ({
    ...each,
    value: chosen.reduce((total, j) => total + priorities[level]!.value[j]!, 0),
  }));
  // Only what a priority gains excuses what one below it loses.
  if (inOrder(valuesOf(reached), valuesOf(solution.priorities!)) <= 0) return {};
  const { priorities: _, ...rest } = model;
  const held = priorities.map((each, level) => atLeast(each, reached[level]!.value));
  const last = { ...rest, limits: [...model.limits, ...held] };
  const { quantum, reaches } = rowsOf(last);
  const net = evaluate(last, chosen, auxiliary);
  if (net === -Infinity) return {};
  const bound = floorTo(boundOf(last, solution.prices, reaches).value, quantum);
  return { chosen, auxiliary, net, bound, priorities: reached, model: last };
}

const valuesOf = (reached: readonly Reached[]) => reached.map(({ value }) => value);

/** How two lists of figures compare in lexicographic order: by the first figure that differs. */
export const inOrder = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, k) => value - b[k]!).find((change) => change !== 0) ?? 0;

/** Which of two candidates counts for less: in the first priority, then in the next. */
function difference(priorities: readonly Priority[], a: number, b: number): number {
  for (const { value } of priorities) if (value[a] !== value[b]) return value[a]! - value[b]!;
  return 0;
}

/** The model in which only this priority counts. Auxiliary columns are free. */
export function forPriority(model: Model, priority: Priority): Model {
  const { priorities: _, auxiliary, ...rest } = model;
  const free = auxiliary ? { auxiliary: { ...auxiliary, score: new Float64Array(auxiliary.count) } } : {};
  // Only the last schedule is settled by ties. To settle those before it as well makes a relaxation ten times as long.
  return { ...rest, ...free, unit: 1, score: priority.value, tie: new Uint32Array(model.candidates) };
}

/**
 * The candidates with which no schedule reaches as much, by reduced cost (Dantzig, Fulkerson and Johnson 1954). What
 * comes after need not choose among them: on logs with more demand than room that is half of all.
 */
function tooDear(stage: Model, { prices, net }: Solution): readonly number[] {
  const { quantum, reaches } = rowsOf(stage);
  const { value, worth } = boundOf(stage, prices, reaches);
  const isTooDear = (own: number) => own < 0 && floorTo(value + own / BILLION, quantum) < net;
  return Array.from(worth.keys()).filter((j) => isTooDear(worth[j]!));
}

/** Limits without their penalties. */
export const hardOnly = ({ over: _, under: __, ...limits }: Limits): Limits => limits;

/** The hard limit that keeps a priority at the value that it has reached. */
function atLeast(priority: Priority, value: number): Limits {
  const group = Int32Array.from(priority.value, (own) => (own === 0 ? -1 : 0));
  return {
    rule: 'priority',
    groups: 1,
    members: { group, use: priority.value },
    least: Float64Array.of(value),
    label: () => priority.name,
    more: () => `one more unit of ${priority.name}`,
  };
}
