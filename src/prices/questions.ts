import { reachOf, usesOf, visitGroups } from '../kernel/members.ts';
import { BILLION, type Limits, type Model } from '../kernel/model.ts';
import { boundOf, reachesOf } from '../kernel/search/bound.ts';
import type { Session } from '../pipeline/session.ts';

/** One question: a limit, or all limits of a rule, moved. */
export interface Question {
  readonly rule: string;
  readonly label: string;
  readonly change: string;
  /** At the most so many points are gained, but for what integer schedules lose against the prices. */
  readonly shadow: number;
  /** The prices of all aims, most important first, by which questions are ranked. */
  readonly rank: readonly number[];
  /** The place of its limits in the model, the groups that give way, and by how many units of use. */
  readonly limits: number;
  readonly groups: readonly number[];
  readonly by: number;
}

/** What the prices of a solution say of all its limits. */
interface Priced {
  readonly model: Model;
  /** Prices of every group of every limit, for each aim, most important first. */
  readonly aims: readonly (readonly Float64Array[])[];
  /** What each candidate is worth after paying the prices of the score, in points, where it is above 0. */
  readonly worth: (candidate: number) => number;
  /** Whether the prices leave a gap, so that limits without a price may bring something, too. */
  readonly gap: boolean;
  readonly chosen: Int32Array;
  readonly auxiliary: Float64Array;
}

/** The questions that may bring something, the most promising first. */
export function questionsOf({ open, model, solution }: Session): readonly Question[] {
  // Prices of what comes first stand before those of the score: each aim was priced by itself.
  const aims = [...(solution.priorities ?? []).map(({ prices }) => prices), solution.prices];
  const bound = boundOf(model, solution.prices, reachesOf(model));
  // Net scores are whole numbers of units: less than one of them between bound and net can bring nothing.
  const gap = open.priorities === undefined && bound.value - solution.net >= 1;
  const worth = (j: number) => Math.max(0, bound.worth[j]! / BILLION / open.unit);
  const { chosen, auxiliary } = solution;
  const priced: Priced = { model: open, aims, worth, gap, chosen, auxiliary };
  return open.limits.flatMap((_, index) => ofRule(priced, index)).sort((a, b) => byRank(b.rank, a.rank));
}

/** The questions of one rule's limits: one for each label that may bring something, and for a soft rule one for all. */
function ofRule(priced: Priced, index: number): readonly Question[] {
  const { model, aims } = priced;
  const limits = model.limits[index]!;
  if (limits.fixed) return [];
  const { rule } = limits;
  const by = (limits.priced?.step ?? 1) * (limits.per ?? 1);
  const points = (price: number, units: number) => Math.round((price * units) / 1e7) / 100;
  const again = limits.anew ? worthAgain(priced, limits) : undefined;
  const single = labelled(priced, index, again).map(([label, groups]): Question => {
    const rank = aims.map((prices, k) => {
      const ofScore = k === aims.length - 1 && again ? groups.reduce((sum, group) => sum + again[group]!, 0) : 0;
      return hundredths(groups.reduce((sum, group) => sum + points(prices[index]![group]!, by), ofScore));
    });
    const change = limits.priced?.text(groups[0]!) ?? limits.more(groups[0]!);
    return { rule, label, change, shadow: rank.at(-1)!, rank, limits: index, groups, by };
  });
  const whole = single.flatMap((one) => lifted(priced, limits, one));
  const soft = (limits.over?.length ?? 0) > 0 && single.length > 1 && limits.priced === undefined;
  if (!soft) return [...whole, ...single];
  const rank = aims.map((_, k) => single.reduce((total, each) => total + each.rank[k]!, 0));
  const change = `${rule.replaceAll('_', ' ')} one step looser for all`;
  const groups = Array.from({ length: limits.groups }, (_, group) => group);
  const label = `all ${limits.groups}`;
  return [{ rule, label, change, shadow: rank.at(-1)!, rank, limits: index, groups, by }, ...single];
}

/** A limit without any bound, where that is a question of its own and differs from one unit more. */
function lifted({ model, aims }: Priced, limits: Limits, one: Question): readonly Question[] {
  const { lift } = limits;
  const { highest } = reachOf(model, limits);
  const [group] = one.groups;
  if (lift === undefined || highest[group!]! - (limits.most?.[group!] ?? 0) <= one.by) return [];
  const by = highest[group!]! - (limits.most?.[group!] ?? 0);
  const rank = one.rank.map((price) => hundredths((price / one.by) * by));
  return [{ ...one, change: lift(group!), by, rank, shadow: rank[aims.length - 1]! }];
}

/** What the best candidate of each group is worth after paying the prices, in points: a second thing may take it, too. */
function worthAgain({ model, worth }: Priced, limits: Limits): Float64Array {
  const best = new Float64Array(limits.groups);
  for (let j = 0; j < model.candidates; j++)
    visitGroups(limits, j, (group) => {
      best[group] = Math.max(best[group]!, worth(j));
    });
  return best;
}

/**
 * The groups that can be moved, by label, where one of them may bring something. Several rows may say one thing of one
 * group of people: they give way together.
 */
function labelled(
  { model, aims, gap, chosen, auxiliary }: Priced,
  index: number,
  again: Float64Array | undefined,
): readonly (readonly [label: string, groups: readonly number[]])[] {
  const limits = model.limits[index]!;
  const open = Array.from({ length: limits.groups }, (_, group) => group).filter((group) => movable(limits, group));
  const uses = gap ? usesOf(model, limits, chosen, auxiliary) : undefined;
  const { highest } = reachOf(model, limits);
  const binding = open.filter(
    (group) =>
      aims.some((prices) => prices[index]![group]! > 0) ||
      (again?.[group] ?? 0) >= LEAST ||
      (uses !== undefined && isFull(limits, group, uses[group]!) && highest[group]! > 0),
  );
  const groups = new Map(binding.map((group): [string, number[]] => [limits.label(group), []]));
  if (groups.size > 0) for (const group of open) groups.get(limits.label(group))?.push(group);
  return [...groups];
}

/** Points below which a worth is the rounding of prices. */
const LEAST = 0.005;

/** Whether one unit more could not be had for nothing. */
const isFull = ({ most, over, per = 1 }: Limits, group: number, use: number): boolean =>
  use + per > (most?.[group] ?? Infinity) || (over ?? []).some(({ at }) => use + per > at[group]!);

function byRank(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, at) => value !== b[at]);
  return k < 0 ? 0 : a[k]! - b[k]!;
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** A limit from above that is there: what must be at least so much is not loosened by allowing more. */
const movable = ({ most, over }: Limits, group: number): boolean =>
  Number.isFinite(most?.[group] ?? Infinity) || (over ?? []).some((hinge) => Number.isFinite(hinge.at[group]!));
