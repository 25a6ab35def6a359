import { groupBy } from '../../../../audit/rows.ts';
import { areSoldTogether } from '../facts/bundles.ts';
import type { Facts, Item, Placing, Slot, Stand } from '../facts/facts.ts';
import { usedOf } from './capacity.ts';
import { rivals } from './distances.ts';
import { orderable } from './order.ts';

/**
 * Distances that hold whatever the order in a break: from the end of the earlier break to the start of the later, and
 * none inside a break. What fits by them, fits on air.
 */
function distance(a: Slot, b: Slot): number {
  if (a.id === b.id) return 0;
  return a.start <= b.start ? b.start - a.end : a.start - b.end;
}

/** Placed spots, and those among them that one more spot might collide with. */
export interface Company {
  readonly inside: ReadonlyMap<string, readonly Placing[]>;
  readonly own: readonly Placing[];
  readonly rivals: readonly Placing[];
  readonly films: readonly Placing[];
}

/** The company that a spot would have among some placed ones. */
export function companyOf(spot: Item, placed: readonly Placing[]): Company {
  return {
    inside: groupBy(placed, ({ at }) => at.id),
    own: placed.filter((one) => one.spot.parent === spot.parent),
    rivals: placed.filter((one) => rivals(one.spot, spot)),
    films: placed.filter((one) => spot.creative !== null && one.spot.creative === spot.creative),
  };
}

/** The rules by which a company keeps a spot out of a break; none: it fits. */
export function collisions(facts: Facts, spot: Item, slot: Slot, company: Company): readonly string[] {
  const { rules } = facts.settings;
  const held = company.inside.get(slot.id) ?? [];
  const near = (one: Placing, need: number) =>
    need > 0 && distance(one.at, slot) < need && !areSoldTogether(one.spot, spot);
  const found: readonly (readonly [rule: string, broken: boolean])[] = [
    ['capacity', usedOf([...held, { spot }], rules.guard) > slot.seconds],
    ['count', held.length >= slot.most],
    ['separation', company.own.some((one) => near(one, Math.max(one.spot.separation, spot.separation)))],
    ['competitive', company.rivals.some((one) => near(one, rivalry(facts, one.spot, spot)))],
    ['creative', company.films.some((one) => near(one, rules.creative))],
    ...capsOf(facts, spot, slot, company.own),
  ];
  const broken = found.flatMap(([rule, is]) => (is ? [rule] : []));
  // All orders of a break are tried: only where nothing simpler speaks against the spot.
  if (broken.length > 0) return broken;
  return orderable(facts, [...held.map((one) => one.spot), spot]) ? [] : ['order'];
}

function rivalry({ settings }: Facts, a: Item, b: Item): number {
  const shared = a.categories.filter((category) => b.categories.includes(category));
  return Math.max(0, ...shared.map((category) => secondsFor(settings.rules.competitive, category)));
}

const secondsFor = (seconds: Readonly<Record<string, number>>, category: string): number =>
  Object.hasOwn(seconds, category) ? (seconds[category] ?? 0) : 0;

/** With the spot in the break: windows that have it in them, its block and its day, against the least cap of each. */
function capsOf(
  facts: Facts,
  spot: Item,
  slot: Slot,
  own: readonly Placing[],
): readonly (readonly [string, boolean])[] {
  const seconds = facts.settings.rules.rolling_seconds;
  const all: readonly Stand[] = [...own, { spot, at: slot }];
  const windows = all
    .filter(({ at: last }) => inWindow(slot, last, seconds))
    .map(({ at: last }) => all.filter(({ at }) => inWindow(at, last, seconds)));
  const day = all.filter(({ at }) => at.date === slot.date);
  const block = day.filter(({ at }) => slot.block !== null && at.block === slot.block);
  return [
    ['rolling_cap', seconds > 0 && windows.some((some) => exceeds(some, (one) => one.cap))],
    ['cap_day', exceeds(day, (one) => one.capDay)],
    ['cap_block', exceeds(block, (one) => one.capBlock)],
  ];
}

/** Whether a spot of one break may be in the rolling window that ends with a spot of another. */
function inWindow(at: Slot, last: Slot, seconds: number): boolean {
  return at.id === last.id || (at.start <= last.start && last.start - at.end < seconds);
}

function exceeds(some: readonly Stand[], capOf: (spot: Item) => number | null): boolean {
  const caps = some.flatMap((one) => capOf(one.spot) ?? []);
  return caps.length > 0 && some.length > Math.min(...caps);
}
