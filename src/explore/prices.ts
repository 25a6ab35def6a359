import { visitGroups } from '../kernel/members.ts';
import type { Limits, Model } from '../kernel/model.ts';
import { loosenAll, loosenSome } from '../kernel/vary.ts';
import type { Schedule } from '../pipeline/domain.ts';
import type { Cell, ResultTable } from '../tables/result.ts';
import { changesTo } from './changes.ts';
import { compareLosses, type Difference, inWords, lessThan } from './order.ts';
import type { Session } from './session.ts';

/** What loosening one limit would bring, found by solving again. */
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
  readonly gains: readonly Difference[];
  readonly added: Schedule;
  readonly dropped: Schedule;
}

/** How many limits are priced where nobody says. */
export const PRICED = 20;

/** One question: a limit, or all limits of a rule, moved. */
interface Question {
  readonly rule: string;
  readonly label: string;
  readonly change: string;
  readonly shadow: number;
  /** The prices of all aims, most important first, by which questions are ranked. */
  readonly rank: readonly number[];
  readonly model: Model;
  readonly touched: readonly number[];
}

/**
 * What one more unit of each limit that binds is worth: each limit with a shadow price, dearest first, is loosened by
 * one step and the model solved again. Soft rules with several such limits are also loosened as a whole. Limits without
 * a shadow price are left out: where the prices prove the schedule without a gap, one unit more of them brings nothing.
 *
 * @param most How many questions are asked of the solver.
 */
export async function priceList(session: Session, most = PRICED): Promise<readonly Price[]> {
  const { solution, open } = session;
  if (solution.status !== 'optimal') return [];
  const asked = questions(session).slice(0, most);
  const prices: Price[] = [];
  for (const { model, rank: _, touched, ...question } of asked) {
    const found = await session.ask(model, touched);
    // Loosening forbids nothing: the schedule that was best is still there.
    if (found.status !== 'optimal') continue;
    const { added, dropped } = changesTo(session, found.chosen);
    const gains = lessThan(session, found).map((each) => ({ ...each, by: 0 - each.by }));
    prices.push({ ...question, gain: (found.net - solution.net) / open.unit, gains, added, dropped });
  }
  return prices.sort((a, b) => compareLosses(b.gains, a.gains, open) || (a.change < b.change ? -1 : 1));
}

function questions({ open, solution }: Session): readonly Question[] {
  const points = (price: number, by: number) => Math.round((price * by) / 1e7) / 100;
  // Prices of what comes first stand before those of the score: each aim was priced by itself.
  const aims = [...(solution.priorities ?? []).map(({ prices }) => prices), solution.prices];
  const all = open.limits.flatMap((limits, index) => {
    if (limits.fixed) return [];
    const by = (limits.priced?.step ?? 1) * (limits.per ?? 1);
    const binding = Array.from({ length: limits.groups }, (_, group) => group).filter(
      (group) => aims.some((prices) => prices[index]![group]! > 0) && movable(limits, group),
    );
    // Several rows may say one thing of one group of people: they give way together.
    const single = [...new Set(binding.map(limits.label))].map((label): Question => {
      const own = Array.from({ length: limits.groups }, (_, group) => group).filter(
        (group) => limits.label(group) === label && movable(limits, group),
      );
      const priceOf = (prices: readonly Float64Array[]) =>
        own.reduce((sum, group) => sum + points(prices[index]![group]!, by), 0);
      return {
        rule: limits.rule,
        label,
        change: limits.priced?.text(own[0]!) ?? limits.more(own[0]!),
        shadow: priceOf(solution.prices),
        rank: aims.map(priceOf),
        model: loosenSome(open, index, own, by),
        touched: membersOf(open, limits, own),
      };
    });
    const soft = (limits.over?.length ?? 0) > 0 && single.length > 1 && limits.priced === undefined;
    if (!soft) return single;
    const sum = aims.map((_, k) => single.reduce((total, { rank }) => total + rank[k]!, 0));
    const whole: Question = {
      rule: limits.rule,
      label: `all ${limits.groups}`,
      change: `${limits.rule.replaceAll('_', ' ')} one step looser for all`,
      shadow: single.reduce((total, each) => total + each.shadow, 0),
      rank: sum,
      model: loosenAll(open, index, by),
      touched: Array.from({ length: open.candidates }, (_, j) => j),
    };
    return [whole, ...single];
  });
  return all.sort((a, b) => byRank(b.rank, a.rank));
}

function byRank(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, at) => value !== b[at]);
  return k < 0 ? 0 : a[k]! - b[k]!;
}

function membersOf({ candidates }: Model, limits: Limits, groups: readonly number[]): readonly number[] {
  const members: number[] = [];
  for (let j = 0; j < candidates; j++)
    visitGroups(limits, j, (own) => {
      if (groups.includes(own)) members.push(j);
    });
  return members;
}

/** A limit from above that is there: what must be at least so much is not loosened by allowing more. */
const movable = ({ most, over }: Limits, group: number): boolean =>
  Number.isFinite(most?.[group] ?? Infinity) || (over ?? []).some((hinge) => Number.isFinite(hinge.at[group]!));

/** A price list as a table of a run; where more than the score is gained, with all that is in words. */
export function priceTable(prices: readonly Price[]): ResultTable {
  const text = (rows: Schedule) => rows.map((row) => Object.values(row).join(' ')).join('; ');
  const more = prices.some(({ gains }) => gains.some(({ of }) => of !== 'net_score'));
  return {
    columns: [
      { name: 'rule', type: 'text', label: 'Rule' },
      { name: 'group', type: 'text', label: 'Limit on' },
      { name: 'change', type: 'text', label: 'Change' },
      ...(more ? [{ name: 'gains', type: 'text', label: 'What it brings' } as const] : []),
      { name: 'gain', type: 'number', label: 'Points gained' },
      { name: 'shadow', type: 'number', label: 'Shadow price' },
      { name: 'added', type: 'text', label: 'Added' },
      { name: 'dropped', type: 'text', label: 'Dropped' },
    ],
    rows: prices.map((price): Cell[] => [
      price.rule,
      price.label,
      price.change,
      ...(more ? [inWords(price.gains, 'more', 'less')] : []),
      price.gain,
      price.shadow,
      text(price.added),
      text(price.dropped),
    ]),
  };
}
