import { groupBy } from '../../../../audit/rows.ts';
import type { Facts, Item, Placing, Slot, Stand } from '../facts/facts.ts';
import { usedOf } from '../rules/capacity.ts';
import { needBetween, rivals } from '../rules/distances.ts';
import { orderable } from './order.ts';
import { hasOrders, isConcerned } from './orders.ts';

/** Of so many spots that may leave, every choice of those that do is tried; of more, only that all of them leave. */
const CHOICES = 5;

/** Placed spots, and those among them that one more spot might collide with. */
export interface Company {
  readonly all: readonly Placing[];
  readonly inside: ReadonlyMap<string, readonly Placing[]>;
  readonly own: readonly Placing[];
  readonly rivals: readonly Placing[];
  readonly films: readonly Placing[];
}

/** The company that a spot would have among some placed ones. */
export function companyOf(spot: Item, placed: readonly Placing[]): Company {
  return {
    all: placed,
    inside: groupBy(placed, ({ at }) => at.id),
    own: placed.filter((one) => one.spot.parent === spot.parent),
    rivals: placed.filter((one) => rivals(one.spot, spot)),
    films: placed.filter((one) => spot.creative !== null && one.spot.creative === spot.creative),
  };
}

/**
 * The rules by which a company keeps a spot out of a break, in whatever order the breaks are aired; none: it fits. Whoever
 * is placed and not of the company may leave, or stay.
 */
export function collisions(facts: Facts, spot: Item, slot: Slot, company: Company): readonly string[] {
  const broken = plainCollisions(facts, spot, slot, company);
  // Orders are tried only where nothing simpler speaks against the spot.
  if (broken.length > 0) return broken;
  if (facts.settings.rules.robust) {
    const held = company.inside.get(slot.id) ?? [];
    return orderable(facts, [...held.map((one) => one.spot), spot]) ? [] : ['order'];
  }
  const firm = new Set(company.all);
  const known = new Set(facts.placings);
  const mates = company.all.filter((one) => !known.has(one));
  const leaving = facts.placings.filter((one) => !firm.has(one) && mayMatter(facts, { spot, at: slot }, one));
  const fits = choicesOf(leaving).some((staying) => {
    const present = facts.placings.filter((one) => !leaving.includes(one) || staying.includes(one));
    const isFree = plainCollisions(facts, spot, slot, companyOf(spot, [...present, ...mates])).length === 0;
    const coming = mates.map((one) => one.spot);
    return isFree && hasOrders(facts, { spot, at: slot }, present, coming);
  });
  return fits ? [] : ['order'];
}

/** Whether it can matter to a spot that another one leaves. */
function mayMatter(facts: Facts, newcomer: Stand, one: Placing): boolean {
  const isOfDay = one.spot.parent === newcomer.spot.parent && one.at.date === newcomer.at.date;
  return one.at.id === newcomer.at.id || isOfDay || isConcerned(facts, newcomer, one);
}

/** Choices of those that stay after all: a remnant may be what stands between two rivals. */
function choicesOf(leaving: readonly Placing[]): readonly (readonly Placing[])[] {
  if (leaving.length > CHOICES) return [[]];
  return leaving.reduce<readonly (readonly Placing[])[]>(
    (choices, one) => choices.flatMap((choice) => [choice, [...choice, one]]),
    [[]],
  );
}

/** The rules that hold whatever the orders are. */
function plainCollisions(facts: Facts, spot: Item, slot: Slot, company: Company): readonly string[] {
  const { rules } = facts.settings;
  const held = company.inside.get(slot.id) ?? [];
  const isNear = (rule: 'separation' | 'competitive' | 'creative') => (one: Placing) => {
    const need = needBetween(facts, one.spot, spot)[rule];
    return need > 0 && farthest(facts, one, { spot, at: slot }) < need;
  };
  const found: readonly (readonly [rule: string, broken: boolean])[] = [
    ['capacity', usedOf([...held, { spot }], rules.guard) > slot.seconds],
    ['count', held.length >= slot.most],
    ['separation', company.own.some(isNear('separation'))],
    ['competitive', company.rivals.some(isNear('competitive'))],
    ['creative', company.films.some(isNear('creative'))],
    ...capsOf(facts, spot, slot, company.own),
  ];
  return found.flatMap(([rule, is]) => (is ? [rule] : []));
}

/**
 * The farthest that two spots of these breaks can be from each other, end to start, in any order inside the breaks. Where
 * distances are robust they are measured between the breaks, and there is none inside one.
 */
function farthest({ settings }: Facts, a: Stand, b: Stand): number {
  const { robust, guard } = settings.rules;
  const [first, second] = a.at.start <= b.at.start ? [a, b] : [b, a];
  if (robust) return first.at.id === second.at.id ? 0 : second.at.start - first.at.end;
  return latestStart(second, guard) - earliestEnd(first);
}

/** What was seen on air stands where it was seen. */
const seenAt = (stand: Stand | Placing): { readonly start: number; readonly end: number } | undefined =>
  'start' in stand && stand.at.ran ? stand : undefined;

const earliestStart = (stand: Stand): number => seenAt(stand)?.start ?? stand.at.start;
const earliestEnd = (stand: Stand): number => seenAt(stand)?.end ?? stand.at.start + stand.spot.seconds;
const latestStart = (stand: Stand, guard: number): number =>
  seenAt(stand)?.start ?? stand.at.end - guard - stand.spot.seconds;

/** With the spot in the break: windows that have it in them, its block and its day, against the least cap of each. */
function capsOf(
  facts: Facts,
  spot: Item,
  slot: Slot,
  own: readonly Placing[],
): readonly (readonly [string, boolean])[] {
  const seconds = facts.settings.rules.rolling_seconds;
  const newcomer: Stand = { spot, at: slot };
  const all: readonly Stand[] = [...own, newcomer];
  const windows = all
    .filter((last) => inWindow(facts, newcomer, last))
    .map((last) => all.filter((one) => inWindow(facts, one, last)));
  const day = all.filter(({ at }) => at.date === slot.date);
  const block = day.filter(({ at }) => slot.block !== null && at.block === slot.block);
  return [
    ['rolling_cap', seconds > 0 && windows.some((some) => exceeds(some, (one) => one.cap))],
    ['cap_day', exceeds(day, (one) => one.capDay)],
    ['cap_block', exceeds(block, (one) => one.capBlock)],
  ];
}

/** Whether a spot of one break is in the rolling window of one of another in every order; robust: whether it may be. */
function inWindow({ settings }: Facts, one: Stand, last: Stand): boolean {
  const { robust, guard, rolling_seconds: seconds } = settings.rules;
  if (robust)
    return one.at.id === last.at.id || (one.at.start <= last.at.start && last.at.start - one.at.end < seconds);
  return one.at.start <= last.at.start && latestStart(last, guard) - earliestStart(one) < seconds;
}

function exceeds(some: readonly Stand[], capOf: (spot: Item) => number | null): boolean {
  const caps = some.flatMap((one) => capOf(one.spot) ?? []);
  return caps.length > 0 && some.length > Math.min(...caps);
}
