import { findConflict } from './conflict.ts';
import { evaluate } from './evaluate.ts';
import { fill } from './greedy.ts';
import { highs } from './highs.ts';
import { join } from './join.ts';
import { type Awake, drowsy, useful, wake } from './lazy.ts';
import { BILLION, type Effort, type Model, type Solution, type Status } from './model.ts';
import { partsOf } from './parts.ts';
import type { Prices } from './pricing.ts';
import { type Start, solveInOrder } from './priorities.ts';
import { type Outcome, openProgram, type Program } from './program.ts';
import { type Rows, rowsOf } from './rows.ts';
import { promising } from './select.ts';
import { type OnRound, type Relaxation, shortfall, sift } from './sift.ts';
import { type Ties, tiesOf } from './ties.ts';

/** How to solve. `auto` sifts all but small models. */
export interface Options {
  readonly method?: 'auto' | 'whole' | 'sifting';
  readonly onRound?: OnRound;
  /** Candidates to begin sifting with: the schedule of a neighbouring question saves rounds. */
  readonly hint?: Int32Array;
  /** `false`: an infeasible model is only said to be so; naming its conflict takes many more solves. */
  readonly conflict?: false;
}

/** Models with fewer candidates than this go to the solver whole. */
const SMALL = 1500;
/** And those with fewer than this, where they have many rows. */
const MEDIUM = 40_000;

/**
 * Finds a schedule of greatest net score and proves it, exactly: the result is recomputed in whole numbers, and a gap
 * is closed only when it is smaller than the smallest difference that two schedules can have.
 *
 * Both methods give an optimum; among equal ones the tie-break hash decides.
 *
 * @example
 * const slots = { rule: 'slots', groups: 1, members: { group: Int32Array.of(0, 0, 0) }, most: Float64Array.of(2) };
 * const limits = [{ ...slots, label: () => 'Monday', more: () => 'one more slot on Monday' }];
 * const model = { unit: 1, candidates: 3, score: Float64Array.of(5, 8, 3), tie: Uint32Array.of(1, 2, 3), limits };
 * const { status, chosen } = await solve(model, { seed: 42, seconds: 10 });
 * [status, [...chosen]] // ['optimal', [0, 1]]
 */
export async function solve(model: Model, effort: Effort, options: Options = {}): Promise<Solution> {
  const solution = await (options.method ? inOrder : inParts)(model, effort, options);
  if (solution.status !== 'infeasible' || options.conflict === false) return solution;
  const conflict = await findConflict(
    model,
    async (changed) => (await attempt(changed, effort, {}, new Map())).solution,
  );
  return { ...solution, conflict };
}

/** Part by part where nothing joins them, in the order of the candidates; the hint of a whole serves none of them. */
async function inParts(model: Model, effort: Effort, options: Options): Promise<Solution> {
  const parts = options.hint ? [] : partsOf(model);
  if (parts.length === 0) return inOrder(model, effort, options);
  const solutions: Solution[] = [];
  for (const part of parts) solutions.push(await inOrder(part.model, effort, options));
  const joined = join(model, parts, solutions);
  // A limit of an empty group can fail where every part is well.
  const broken = joined.status === 'optimal' && evaluate(model, joined.chosen, joined.auxiliary) === -Infinity;
  return broken ? inOrder(model, effort, options) : joined;
}

async function inOrder(model: Model, effort: Effort, options: Options): Promise<Solution> {
  const awake: Awake = new Map();
  if (!model.priorities) return (await attempt(model, effort, options, awake)).solution;
  return solveInOrder(model, (stage, start) => attempt(stage, effort, options, awake, start));
}

/** Sifting pays where candidates far outnumber the rows; otherwise a basis holds most of those that matter anyway. */
const isSmall = (model: Model, rows: Rows): boolean =>
  model.candidates <= SMALL || (model.candidates <= MEDIUM && model.candidates <= 2 * rows.count);

/** A solution, and the candidates that the solver had before it when it was found. */
interface Attempt {
  readonly solution: Solution;
  readonly columns: readonly number[];
}

/** Solves without the lazy limits that are asleep, and again with those that the schedule turns out to break. */
async function attempt(model: Model, effort: Effort, options: Options, awake: Awake, start?: Start): Promise<Attempt> {
  for (;;) {
    const found = await attemptAwake(drowsy(model, awake), effort, options, start);
    if (!wake(model, awake, found.solution)) return found;
  }
}

async function attemptAwake(model: Model, effort: Effort, options: Options, start?: Start): Promise<Attempt> {
  const rows = rowsOf(model);
  const ties = tiesOf(model, rows.quantum);
  const program = openProgram(await highs(), model, rows, ties, effort);
  try {
    const whole = options.method === 'whole' || (options.method !== 'sifting' && isSmall(model, rows));
    if (whole) program.add(useful(model, rows));
    else if (start || options.hint)
      program.add(hinted(model, ties, [...(start?.columns ?? []), ...(start?.chosen ?? []), ...(options.hint ?? [])]));
    const found = rows.impossible
      ? nothing(model, 'infeasible', program)
      : search(model, rows, ties, program, options.onRound ?? (() => {}), { start, whole });
    const solution = { ...found, work: { ...found.work, method: whole ? ('whole' as const) : ('sifting' as const) } };
    return { solution, columns: [...program.present] };
  } finally {
    program.dispose();
  }
}

const hinted = (model: Model, ties: Ties, hint: Iterable<number>): number[] =>
  [...new Set([...promising(model, ties), ...hint])].sort((a, b) => a - b);

/** The whole model as text for any other solver. */
export async function exportModel(model: Model, format: 'mps' | 'lp'): Promise<string> {
  const rows = rowsOf(model);
  const program = openProgram(await highs(), model, rows, tiesOf(model, rows.quantum), { seed: 0, seconds: 1 });
  try {
    program.add(Array.from({ length: model.candidates }, (_, j) => j));
    return program.text(format);
  } finally {
    program.dispose();
  }
}

/** Where the search begins, and whether every candidate that can matter is present. */
interface Given {
  readonly start: Start | undefined;
  readonly whole: boolean;
}

function search(model: Model, rows: Rows, ties: Ties, program: Program, onRound: OnRound, given: Given): Solution {
  if (program.doubtful && !given.start && shortfall(model, rows, ties, program, onRound) > 1e-6)
    return nothing(model, 'infeasible', program);
  const relaxed = sift(model, rows, ties, rows.reaches, program, onRound, given.whole);
  const ceiling = floorTo(relaxed.bound.value, rows.quantum);
  // Whatever the prices, the bound holds; and where a search was before this one, there is a schedule.
  if (relaxed.outcome.status !== 'optimal')
    return unfinished(model, program, relaxed, roundedUp(model, relaxed, given.start), ceiling, [relaxed.outcome]);
  const first = read(model, program, relaxed.outcome);
  if (first.whole && ceiling - first.net < rows.quantum) return proven(program, relaxed, first);
  return settle(model, rows, program, relaxed, ceiling, first.whole ? first : undefined, given);
}

/** A schedule read from a solution, with its net score recomputed. */
interface Incumbent {
  readonly chosen: Int32Array;
  readonly auxiliary: Float64Array;
  readonly net: number;
  readonly whole: boolean;
}

/** The gap is open: find a good schedule among the candidates present, then keep every candidate that could beat it. */
function settle(
  model: Model,
  rows: Rows,
  program: Program,
  relaxed: Relaxation,
  ceiling: number,
  before: Incumbent | undefined,
  { start, whole }: Given,
): Solution {
  const rounded = roundedUp(model, relaxed, start);
  const known = better(before, rounded);
  const quick = program.settle(() => false, known ? new Set(known.chosen) : start && new Set(start.chosen));
  const first = better(known, quick.found ? read(model, program, quick) : undefined);
  if (stopped(quick)) return unfinished(model, program, relaxed, first, ceiling, [quick]);
  const complete = whole && quick.status === 'optimal';
  if (first && (complete || ceiling - first.net < rows.quantum)) return proven(program, relaxed, first, [quick]);
  const net = first?.net ?? -Infinity;
  const { value, worth } = relaxed.bound;
  const useless = (j: number) => value + Math.min(0, worth[j]! / BILLION) < net + rows.quantum - 1e-6;
  const added: number[] = [];
  for (let j = 0; j < model.candidates; j++) if (!program.has(j) && !useless(j)) added.push(j);
  program.add(added);
  const last = program.settle((j) => useless(j) && !first?.chosen.includes(j), first && new Set(first.chosen));
  const best = better(first, last.found ? read(model, program, last) : undefined);
  if (last.status === 'infeasible' && !best) return nothing(model, 'infeasible', program);
  if (stopped(last) || !best) return unfinished(model, program, relaxed, best, ceiling, [quick, last]);
  return proven(program, relaxed, best, [quick, last]);
}

/** A schedule made from the relaxation: what the search before left, then the candidates that it takes most of. */
function roundedUp(model: Model, { outcome, bound }: Relaxation, start: Start | undefined): Incumbent | undefined {
  const none = new Float64Array(model.auxiliary?.count ?? 0);
  const order: number[] = [];
  for (let j = 0; j < model.candidates; j++) {
    const score = model.score[j]!;
    if (score > 0 && (bound.worth[j]! > -BILLION * score || outcome.value(j) > 1e-6)) order.push(j);
  }
  order.sort((a, b) => outcome.value(b) - outcome.value(a) || bound.worth[b]! - bound.worth[a]! || a - b);
  const before = { chosen: start?.chosen ?? new Int32Array(), auxiliary: start?.auxiliary ?? none };
  const { chosen, auxiliary } = fill(model, before, order);
  const net = evaluate(model, chosen, auxiliary);
  return net > -Infinity ? { chosen, auxiliary, net, whole: true } : undefined;
}

const stopped = (outcome: Outcome): boolean => outcome.status === 'clock' || outcome.status === 'stopped';

const better = (a: Incumbent | undefined, b: Incumbent | undefined): Incumbent | undefined =>
  !a || (b?.whole && b.net > a.net) ? (b?.whole && b.net > -Infinity ? b : a) : a;

const floorTo = (value: number, quantum: number): number => Math.floor((value + 1e-6) / quantum) * quantum;

/** Rounds a solution and recomputes it; `whole` when nothing had to be rounded far and no hard limit is broken. */
function read(model: Model, program: Program, outcome: Outcome): Incumbent {
  let whole = true;
  const chosen: number[] = [];
  for (const candidate of program.present) {
    const value = outcome.value(candidate);
    if (value > 0.5) chosen.push(candidate);
    if (Math.abs(value - Math.round(value)) > 1e-5) whole = false;
  }
  const list = Int32Array.from(chosen).sort();
  const net = evaluate(model, list, outcome.auxiliary);
  return { chosen: list, auxiliary: outcome.auxiliary, net, whole: whole && net > -Infinity };
}

function solutionOf(
  program: Program,
  relaxed: { readonly prices: Prices; readonly rounds: number; readonly iterations: number },
  best: Incumbent,
  status: Status,
  bound: number,
  outcomes: readonly Outcome[],
): Solution {
  return {
    status,
    chosen: best.chosen,
    auxiliary: best.auxiliary,
    net: best.net,
    bound,
    prices: relaxed.prices,
    reproducible: outcomes.every((outcome) => outcome.status !== 'clock'),
    work: {
      method: 'sifting',
      rounds: relaxed.rounds,
      columns: program.present.length,
      iterations: relaxed.iterations + outcomes.reduce((sum, outcome) => sum + outcome.iterations, 0),
      nodes: outcomes.reduce((sum, outcome) => sum + outcome.nodes, 0),
    },
  };
}

const proven = (program: Program, relaxed: Relaxation, best: Incumbent, outcomes: readonly Outcome[] = []) =>
  solutionOf(program, relaxed, best, 'optimal', best.net, outcomes);

function unfinished(
  model: Model,
  program: Program,
  relaxed: Relaxation,
  best: Incumbent | undefined,
  ceiling: number,
  outcomes: readonly Outcome[],
): Solution {
  const known = best ?? idle(model);
  if (known) return solutionOf(program, relaxed, known, 'feasible', ceiling, outcomes);
  return nothing(
    model,
    'unknown',
    program,
    outcomes.every((outcome) => outcome.status !== 'clock'),
  );
}

/** The schedule that chooses nothing, where that breaks no hard limit: better told than no schedule at all. */
function idle(model: Model): Incumbent | undefined {
  const auxiliary = new Float64Array(model.auxiliary?.count ?? 0);
  const net = evaluate(model, new Int32Array(), auxiliary);
  return net === -Infinity ? undefined : { chosen: new Int32Array(), auxiliary, net, whole: true };
}

function nothing(model: Model, status: 'infeasible' | 'unknown', program: Program, reproducible = true): Solution {
  const none = {
    chosen: new Int32Array(),
    auxiliary: new Float64Array(model.auxiliary?.count ?? 0),
    net: 0,
    whole: true,
  };
  const prices = model.limits.map((limits) => new Float64Array(limits.groups));
  return { ...solutionOf(program, { prices, rounds: 0, iterations: 0 }, none, status, 0, []), reproducible };
}
