import type { Model } from '../kernel/model.ts';
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
  const [own, theirs] = [reached(open, solution), reached(model, other)];
  const aims = open.priorities ?? [];
  return own.flatMap((value, k): readonly AimDifference[] => {
    const by = value - theirs[k]!;
    if (by === 0) return [];
    return [k < aims.length ? differenceOf(open, k, by) : differenceInNet(by / open.unit)];
  });
}

/** What one candidate adds to the priorities. */
export const givenBy = (open: Model, candidate: number): readonly AimDifference[] =>
  (open.priorities ?? []).flatMap(({ value }, k) =>
    value[candidate] === 0 ? [] : [differenceOf(open, k, value[candidate]!)],
  );

function differenceOf({ priorities }: Model, k: number, by: number): AimDifference {
  const { name, amount } = priorities![k]!;
  return { of: name, by, text: amount?.(Math.abs(by)) ?? `${Math.abs(by)} of ${name}` };
}

const differenceInNet = (by: number): AimDifference => ({
  of: 'net_score',
  by,
  text: plural(Math.abs(by), 'point'),
});

/** Negative where the first of two loses less: by what decides first. */
export function compareLosses(a: readonly AimDifference[], b: readonly AimDifference[], open: Model): number {
  const aims = [...(open.priorities ?? []).map(({ name }) => name), 'net_score'];
  const of = (losses: readonly AimDifference[], aim: string) => losses.find((each) => each.of === aim)?.by ?? 0;
  return aims.map((aim) => of(a, aim) - of(b, aim)).find((by) => by !== 0) ?? 0;
}

/** The value of each priority in a schedule, then its net score in objective units: whole numbers. */
function reached({ priorities = [] }: Model, { chosen, net }: Ranked): readonly number[] {
  const values = priorities.map(({ value }) => chosen.reduce((sum, j) => sum + value[j]!, 0));
  return [...values, net];
}

/**
 * Gains, or losses, in a row.
 *
 * @example
 * differencesText([{ of: 'first', by: 2, text: '2 apples' }, { of: 'net_score', by: -5, text: '5 points' }], 'more', 'less')
 * // '2 apples more, 5 points less'
 */
export const differencesText = (differences: readonly AimDifference[], above: string, below: string): string =>
  differences.map(({ by, text }) => `${text} ${by > 0 ? above : below}`).join(', ');
