import type { Model, Priority } from '../kernel/model.ts';
import type { Session } from '../pipeline/session.ts';
import { plural } from '../text/format.ts';

/**
 * How much less one schedule has than another, in one of the aims by which schedules are ranked.
 *
 * @example
 * const { chosen } = await explain(session, { spot: 'h1' });
 * chosen[0].less?.[0] // { of: 'guaranteed', by: 1280000, text: '$12,800 of guaranteed spots' }
 */
export interface AimDifference {
  /** The name of the priority, or `net_score`. */
  readonly of: string;
  /** In whole units of the priority, or points; below zero where there is more of it. */
  readonly by: number;
  /** The same without its sign, for people: "$6,600 of priority spots", "10 points". */
  readonly text: string;
}

/** A schedule and what it nets, in objective units. */
export interface Ranked {
  readonly chosen: Int32Array;
  readonly net: number;
}

/**
 * What a schedule has less than the session's, in every aim in which they differ, most important first: the first one
 * decides. A kind without priorities has one aim, the net score.
 *
 * @param model The model that numbers the other schedule's candidates, where it is another one.
 */
export function lessThan(
  { open, solution }: Pick<Session, 'open' | 'solution'>,
  other: Ranked,
  model = open,
): readonly AimDifference[] {
  const [own, theirs] = [reached(open, solution.chosen), reached(model, other.chosen)];
  const amounts = new Map([...(open.priorities ?? []), ...(model.priorities ?? [])].map((each) => [each.name, each]));
  const differences = aimsOf(open, model).flatMap((name): readonly AimDifference[] => {
    // An aim that no candidate of a question serves is none of its aims: it reaches nothing of it.
    const by = (own.get(name) ?? 0) - (theirs.get(name) ?? 0);
    return by === 0 ? [] : [differenceOf(amounts.get(name)!, by)];
  });
  const net = (solution.net - other.net) / open.unit;
  return net === 0 ? differences : [...differences, differenceInNet(net)];
}

/**
 * The aims of several questions of one kind, most important first. Each has those that its candidates serve, and two
 * that both have stand in the same order.
 *
 * @example
 * aimsOf({ priorities: [{ name: 'a' }, { name: 'c' }] }, { priorities: [{ name: 'b' }, { name: 'c' }] }) // ['a', 'b', 'c']
 */
export function aimsOf(...models: readonly Aims[]): readonly string[] {
  const names: string[] = [];
  for (const { priorities = [] } of models)
    for (const [k, { name }] of priorities.entries()) {
      if (names.includes(name)) continue;
      const next = priorities.slice(k + 1).findIndex((each) => names.includes(each.name));
      const before = next < 0 ? names.length : names.indexOf(priorities[k + 1 + next]!.name);
      names.splice(before, 0, name);
    }
  return names;
}

/** A question, as far as its aims go. */
interface Aims {
  readonly priorities?: readonly { readonly name: string }[];
}

/** What one candidate adds to the priorities. */
export const givenBy = (open: Model, candidate: number): readonly AimDifference[] =>
  (open.priorities ?? []).flatMap((priority) =>
    priority.value[candidate] === 0 ? [] : [differenceOf(priority, priority.value[candidate]!)],
  );

const differenceOf = ({ name, amount }: Priority, by: number): AimDifference => ({
  of: name,
  by,
  text: amount?.(Math.abs(by)) ?? `${Math.abs(by)} of ${name}`,
});

const differenceInNet = (by: number): AimDifference => ({
  of: 'net_score',
  by,
  text: plural(Math.abs(by), 'point'),
});

/** Negative where the first of two loses less: by what decides first among the aims of these questions. */
export function compareLosses(
  a: readonly AimDifference[],
  b: readonly AimDifference[],
  ...questions: readonly Aims[]
): number {
  const of = (losses: readonly AimDifference[], aim: string) => losses.find((each) => each.of === aim)?.by ?? 0;
  return [...aimsOf(...questions), 'net_score'].map((aim) => of(a, aim) - of(b, aim)).find((by) => by !== 0) ?? 0;
}

/** The value of each priority in a schedule, by name. */
const reached = ({ priorities = [] }: Model, chosen: Int32Array): ReadonlyMap<string, number> =>
  new Map(priorities.map(({ name, value }) => [name, chosen.reduce((sum, j) => sum + value[j]!, 0)]));

/**
 * Gains, or losses, in a row.
 *
 * @example
 * differencesText([{ of: 'first', by: 2, text: '2 apples' }, { of: 'net_score', by: -5, text: '5 points' }], 'more', 'less')
 * // '2 apples more, 5 points less'
 */
export const differencesText = (differences: readonly AimDifference[], above: string, below: string): string =>
  differences.map(({ by, text }) => `${text} ${by > 0 ? above : below}`).join(', ');
