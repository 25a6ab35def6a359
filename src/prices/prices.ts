import type { Schedule } from '../domain.ts';
import { changesTo } from '../explain/changes.ts';
import { type AimDifference, compareLosses, lessThan } from '../explain/losses.ts';
import { visitGroups } from '../kernel/members.ts';
import type { Limits, Model } from '../kernel/model.ts';
import { loosen } from '../kernel/vary.ts';
import type { Session } from '../pipeline/session.ts';

/**
 * What loosening one limit would bring, found by solving again.
 *
 * @example
 * const [{ rule, change, gain, shadow }] = await priceList(session, 1);
 * [rule, gain, shadow] // ['competitive', 116, 116.06]
 * change // 'a second advertiser of auto from 20:14 to 20:44 on 2025-03-10'
 */
export interface Price {
  readonly rule: string;
  /** Whose limit; of a whole rule, how many. */
  readonly label: string;
  /** What was changed: "one more slot on Thursday 25 September". */
  readonly change: string;
  /** Its shadow price for the same step, in points: about what it brings, and at the most that where the prices leave no gap. */
  readonly shadow: number;
  /** What it brings, exactly, in points of net score. */
  readonly gain: number;
  /** What it brings in every aim, most important first: where it is not only the net score that counts. */
  readonly gains: readonly AimDifference[];
  readonly added: Schedule;
  readonly dropped: Schedule;
}

/** How many limits are priced where nobody says. */
const PRICED = 20;

/** One question: a limit, or all limits of a rule, moved. */
interface Question {
  readonly rule: string;
  readonly label: string;
  readonly change: string;
  readonly shadow: number;
  /** The prices of all aims, most important first, by which questions are ranked. */
  readonly rank: readonly number[];
  /** The place of its limits in the model, the groups that give way, and by how many units of use. */
  readonly limits: number;
  readonly groups: readonly number[];
  readonly by: number;
}

/**
 * What one more unit of each limit that binds is worth: each limit with a shadow price, dearest first, is loosened by
 * one step and the model solved again. Soft rules with several such limits are also loosened as a whole. Limits without
 * a shadow price are left out: where the prices prove the schedule without a gap, one unit more of them brings nothing.
 * Of a schedule that is not proven there are none.
 *
 * @param most How many questions are asked of the solver.
 * @example
 * const [best] = await priceList(session, 1);
 * best.gain // 116
 * best.added.map(({ spot, break: name }) => [spot, name]) // [['h2', 'b2114'], ['o1', 'b2014']]
 */
export async function priceList(session: Session, most = PRICED): Promise<readonly Price[]> {
  const { solution, open } = session;
  if (solution.status !== 'optimal') return [];
  const asked = questions(session).slice(0, most);
  const prices: Price[] = [];
  for (const { rule, label, change, shadow, limits, groups, by } of asked) {
    const touched = membersOf(open, open.limits[limits]!, groups);
    const found = await session.ask(loosen(open, limits, groups, by), touched);
    // Loosening forbids nothing: the schedule that was best is still there.
    if (found.status !== 'optimal') continue;
    const { added, dropped } = changesTo(session, found.chosen);
    const gains = lessThan(session, found).map((each) => ({ ...each, by: 0 - each.by }));
    const gain = (found.net - solution.net) / open.unit;
    prices.push({ rule, label, change, shadow, gain, gains, added, dropped });
  }
  return prices.sort((a, b) => compareLosses(b.gains, a.gains, open) || (a.change < b.change ? -1 : 1));
}

function questions({ open, solution }: Session): readonly Question[] {
  // Prices of what comes first stand before those of the score: each aim was priced by itself.
  const aims = [...(solution.priorities ?? []).map(({ prices }) => prices), solution.prices];
  return open.limits.flatMap((_, index) => questionsOf(open, index, aims)).sort((a, b) => byRank(b.rank, a.rank));
}

/** Prices of every group of every limit. */
type Prices = readonly Float64Array[];

/** The questions of one rule's limits: one for each label that is priced, and for a soft rule one for all of them. */
function questionsOf({ limits: all }: Model, index: number, aims: readonly Prices[]): readonly Question[] {
  const limits = all[index]!;
  if (limits.fixed) return [];
  const { rule } = limits;
  const by = (limits.priced?.step ?? 1) * (limits.per ?? 1);
  const points = (price: number) => Math.round((price * by) / 1e7) / 100;
  const single = labelled(
    limits,
    aims.map((prices) => prices[index]!),
  ).map(([label, groups]): Question => {
    const rank = aims.map((prices) => groups.reduce((sum, group) => sum + points(prices[index]![group]!), 0));
    const change = limits.priced?.text(groups[0]!) ?? limits.more(groups[0]!);
    return { rule, label, change, shadow: rank.at(-1)!, rank, limits: index, groups, by };
  });
  const soft = (limits.over?.length ?? 0) > 0 && single.length > 1 && limits.priced === undefined;
  if (!soft) return single;
  const rank = aims.map((_, k) => single.reduce((total, each) => total + each.rank[k]!, 0));
  const change = `${rule.replaceAll('_', ' ')} one step looser for all`;
  const groups = Array.from({ length: limits.groups }, (_, group) => group);
  const whole = { rule, label: `all ${limits.groups}`, change, shadow: rank.at(-1)!, rank, limits: index, groups, by };
  return [whole, ...single];
}

/**
 * The groups that can be moved, by label, where one of them has a price. Several rows may say one thing of one group of
 * people: they give way together.
 */
function labelled(limits: Limits, prices: Prices): readonly (readonly [label: string, groups: readonly number[]])[] {
  const open = Array.from({ length: limits.groups }, (_, group) => group).filter((group) => movable(limits, group));
  const binding = open.filter((group) => prices.some((own) => own[group]! > 0));
  const groups = new Map(binding.map((group): [string, number[]] => [limits.label(group), []]));
  if (groups.size > 0) for (const group of open) groups.get(limits.label(group))?.push(group);
  return [...groups];
}

function byRank(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, at) => value !== b[at]);
  return k < 0 ? 0 : a[k]! - b[k]!;
}

function membersOf({ candidates }: Model, limits: Limits, groups: readonly number[]): ReadonlySet<number> {
  const some = new Set(groups);
  const members = new Set<number>();
  for (let j = 0; j < candidates; j++)
    visitGroups(limits, j, (own) => {
      if (some.has(own)) members.add(j);
    });
  return members;
}

/** A limit from above that is there: what must be at least so much is not loosened by allowing more. */
const movable = ({ most, over }: Limits, group: number): boolean =>
  Number.isFinite(most?.[group] ?? Infinity) || (over ?? []).some((hinge) => Number.isFinite(hinge.at[group]!));
