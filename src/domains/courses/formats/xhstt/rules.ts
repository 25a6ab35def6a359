import { childOf, pairsOf, type Reading, type Texts, textOf, type Unread } from '../reading.ts';
import { areDays, type Constraint, timeGroupsIn } from './constraints.ts';
import type { Event, Instance } from './instance.ts';
import type { Part } from './splits.ts';

/** What constraints say of the days of courses, and of courses that belong together. */
export interface Spread {
  readonly sameDay: Map<Part, number>;
  readonly minDays: Map<Part, number>;
  /** Points for each day that is missing; undefined where nothing is charged. */
  penalty: number | undefined;
  readonly links: Map<string, Texts>;
}

/** Reads SpreadEvents, LinkEvents and OrderEvents where a rule here means the same; names them where none does. */
export function spreadOf(
  reading: Reading,
  instance: Instance,
  constraints: readonly Constraint[],
  parts: readonly Part[],
  unread: Unread,
): Spread {
  const found: Spread = { sameDay: new Map(), minDays: new Map(), penalty: undefined, links: new Map() };
  const link = (first: string, second: string, relation: string, penalty?: number) =>
    found.links.set(JSON.stringify([first, second, relation, penalty]), {
      ...{ first, second, relation },
      ...(penalty !== undefined && { penalty: String(penalty) }),
    });
  const of = (events: readonly Event[]) => parts.filter(({ event }) => events.includes(event));
  for (const constraint of constraints) {
    const { at, type, weight, groups } = constraint;
    if (type === 'SpreadEvents')
      for (const group of groups) {
        const own = of(group);
        const most = mostOnDays(reading, instance, constraint, own);
        if (most === 'any') continue;
        if (most === undefined || !spread(found, own, most, constraint, link)) unread.add(type, weight);
      }
    else if (type === 'LinkEvents')
      for (const group of groups) {
        const own = of(group);
        const alike = own.every(({ count, length }) => count === 1 && length === own[0]!.length);
        if (weight !== undefined || !alike || own.length !== group.length) unread.add(type, weight);
        else
          for (const [one, other] of pairsOf(own))
            for (const relation of ['same_start', 'same_days']) link(one.course, other.course, relation);
      }
    else if (type === 'OrderEvents')
      for (const pair of childOf(childOf(at, 'AppliesTo'), 'EventPairs')?.children ?? []) {
        const event = (name: string) => instance.events.get(childOf(pair, name)?.attributes.get('Reference') ?? '');
        const [first, second] = [event('FirstEvent'), event('SecondEvent')];
        if (first === undefined || second === undefined) {
          reading.wrong(pair, 'the pair does not name two events');
          continue;
        }
        const [one, other] = [of([first]), of([second])];
        const isSingle = one.length === 1 && other.length === 1 && one[0]!.count === 1 && other[0]!.count === 1;
        if (weight !== undefined || !isSingle) unread.add(type, weight);
        else link(one[0]!.course, other[0]!.course, 'after');
        if (['MinSeparation', 'MaxSeparation'].some((name) => textOf(pair, name) !== ''))
          unread.add('The separation of OrderEvents', weight);
      }
  }
  return found;
}

/** How many meetings may begin on each day; 'any' where the constraint says nothing; undefined where it says more. */
function mostOnDays(
  { number }: Reading,
  instance: Instance,
  { at }: Constraint,
  parts: readonly Part[],
): number | 'any' | undefined {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const limits = timeGroupsIn(at, instance).map((group) => ({
    ...group,
    least: number(group.at, textOf(group.at, 'Minimum') || '0', 'the minimum', 0, 100_000),
    most: number(group.at, textOf(group.at, 'Maximum') || '100000', 'the maximum', 0, 100_000),
  }));
  const binding = limits.filter(({ least, most }) => least > 0 || most < total);
  if (binding.length === 0) return 'any';
  const [{ most }] = binding as [(typeof binding)[number]];
  const isPlain = areDays(binding, instance) && binding.every((each) => each.least === 0 && each.most === most);
  return isPlain ? most : undefined;
}

/** Reads that so many meetings may begin on a day; false where no rule here means the same. */
function spread(
  found: Spread,
  parts: readonly Part[],
  most: number,
  { weight, isLinear }: Constraint,
  link: (first: string, second: string, relation: string, penalty?: number) => void,
): boolean {
  const [single] = parts;
  if (single === undefined || most < 1) return false;
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (weight === undefined) {
    if (parts.length > 1 && most > 1) return false;
    for (const part of parts) found.sameDay.set(part, Math.min(most, found.sameDay.get(part) ?? most));
    for (const [one, other] of pairsOf(parts)) link(one.course, other.course, 'other_days');
    return true;
  }
  if (most > 1 || !isLinear) return false;
  if (parts.length === 1) {
    // Each meeting beyond the first of a day is a day that is missing.
    if (found.penalty !== undefined && found.penalty !== weight) return false;
    if (found.minDays.has(single)) return false;
    found.penalty = weight;
    found.minDays.set(single, Math.min(7, single.count));
    return true;
  }
  if (total !== 2) return false;
  link(parts[0]!.course, parts[1]!.course, 'other_days', weight);
  return true;
}

/** The most that instructors may teach, from constraints that must hold; all others are named. */
export function limitsOf(
  reading: Reading,
  instance: Instance,
  constraints: readonly Constraint[],
  known: ReadonlySet<string>,
  unread: Unread,
): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const found = new Map<string, Record<string, number>>();
  for (const { at, type, weight, resources } of constraints) {
    if (!['LimitIdleTimes', 'ClusterBusyTimes', 'LimitBusyTimes'].includes(type)) continue;
    const groups = timeGroupsIn(at, instance);
    const limit = (name: string, otherwise: number) =>
      reading.number(at, textOf(at, name) || String(otherwise), `${name} of ${at.name}`, 0, 100_000);
    const [least, most] = [limit('Minimum', 0), limit('Maximum', 100_000)];
    if (least > 0) unread.add(`The minimum of ${type}`, weight);
    const column = areDays(groups, instance) ? columnOf(type, most) : undefined;
    const instructors = resources.filter((id) => instance.roles.get(id) === 'instructor');
    if (weight !== undefined || column === undefined || instructors.length < resources.length) unread.add(type, weight);
    if (weight !== undefined || column === undefined) continue;
    for (const id of instructors.filter((each) => known.has(each))) {
      const own = found.get(id) ?? found.set(id, {}).get(id)!;
      own[column] = Math.min(most, own[column] ?? most);
    }
  }
  return found;
}

/** The column that means the same over the days of a week. Idle times are counted over all days: none is none a day. */
const columnOf = (type: string, most: number): string | undefined =>
  type === 'ClusterBusyTimes'
    ? most <= 7
      ? 'days'
      : undefined
    : type === 'LimitBusyTimes'
      ? 'day_periods'
      : most === 0
        ? 'gaps'
        : undefined;
