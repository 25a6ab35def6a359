import { countsFrom, type Levels, type Span } from './group-counts.ts';
import type { Face } from './optimal-schedules.ts';

/** A metric of how evenly candidates are spread, from the counts of those groups that have any, most first. */
export type SpreadMetric = (counts: readonly number[]) => number;

/** Levels fixed so far for one sum, and what no spread that begins so can exceed. */
interface Node {
  readonly total: number;
  readonly levels: readonly number[];
  readonly bound: number;
}

/**
 * The range of a metric over the optimal schedules, by branch and bound over the levels N_1, N_2, …: the most promising
 * beginning is continued first. What no continuation can exceed is the metric of its most even or its least even
 * completion, since the metric only rises, or only falls, from one to the other.
 *
 * Undefined where the solver found neither an end nor a bound in its time.
 *
 * @param solves How many questions may be asked of the solver; beyond them the range is an outer bound.
 */
export async function spreadRange(
  face: Face,
  levels: Levels,
  metric: SpreadMetric,
  solves: number,
): Promise<Span | undefined> {
  const began = face.solves();
  const up = await greatest(face, levels, metric, began + Math.ceil(solves / 2));
  const down = up && (await greatest(face, levels, (counts) => -metric(counts), began + solves));
  return up && down && { least: 0 - down.value, most: up.value, exact: up.exact && down.exact };
}

async function greatest(face: Face, levels: Levels, metric: SpreadMetric, until: number) {
  const reached = () => Math.max(...face.known.map((chosen) => metric(countsFrom(levels.of(chosen)))));
  let nodes = await roots(levels, metric);
  while (nodes !== undefined) {
    const best: Node | undefined = nodes.reduce<Node | undefined>(
      (a, b) => (a === undefined || b.bound > a.bound ? b : a),
      undefined,
    );
    const value = reached();
    if (best === undefined || best.bound <= value) return { value, exact: true };
    if (face.solves() >= until) return { value: best.bound, exact: false };
    const span = await levels.next(best.total, best.levels);
    nodes = nodes.filter((node) => node !== best);
    if (span === undefined) continue;
    const complete = sum(best.levels) === best.total;
    // A complete beginning that exists has been met by now, unless the solver gave up on it.
    if ((complete && !span.exact) || !isBounded(span)) return { value: best.bound, exact: false };
    if (!complete) nodes = [...nodes, ...children(best, span, levels, metric)];
  }
  return undefined;
}

/** Whether the solver came to an answer: a search that time stopped at once bounds nothing. */
const isBounded = ({ least, most }: Span): boolean => Number.isFinite(least) && Number.isFinite(most);

/** Every sum with every number of groups served; undefined where neither has bounds. */
async function roots(levels: Levels, metric: SpreadMetric): Promise<Node[] | undefined> {
  const totals = await levels.total();
  if (totals && !isBounded(totals)) return undefined;
  const nodes: Node[] = [];
  for (const total of totals ? range(totals) : []) {
    const served = await levels.next(total, []);
    if (served && !isBounded(served)) return undefined;
    if (served) nodes.push(...children({ total, levels: [], bound: Infinity }, served, levels, metric));
  }
  return nodes;
}

function children({ total, levels: before }: Node, span: Span, levels: Levels, metric: SpreadMetric): Node[] {
  return range(span).flatMap((next) => {
    const own = next === 0 ? before : [...before, next];
    const ends = completions(total, own, levels.highest);
    return ends.length === 0
      ? []
      : [{ total, levels: own, bound: Math.max(...ends.map((end) => metric(countsFrom(end)))) }];
  });
}

/**
 * The most even and the least even way to go on from these levels to the sum: levels as wide as possible, or as many
 * as possible. None where the sum cannot be reached with levels that do not rise.
 */
function completions(total: number, levels: readonly number[], highest: number): readonly (readonly number[])[] {
  const rest = total - sum(levels);
  const widest = levels.at(-1) ?? 0;
  const left = highest - levels.length;
  if (rest === 0) return [levels];
  if (rest < 0 || rest > widest * left) return [];
  const even = Array.from({ length: Math.ceil(rest / widest) }, (_, k) => Math.min(widest, rest - k * widest));
  const uneven = Array.from(
    { length: Math.min(left, rest) },
    (_, k) => Math.floor(rest / left) + (k < rest % left ? 1 : 0),
  );
  return [
    [...levels, ...even],
    [...levels, ...uneven],
  ];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const range = ({ least, most }: Span): readonly number[] =>
  Array.from({ length: most - least + 1 }, (_, k) => least + k);
