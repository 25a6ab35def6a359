import { groupBy } from '../../../../audit/rows.ts';
import { areSoldTogether } from '../facts/bundles.ts';
import type { Facts, Item, Placing } from '../facts/facts.ts';
import type { SpotFault, SpotMargin } from './faults.ts';

/** Every pair of placed spots that must keep a distance, at their true times. */
export function distanceMargins(facts: Facts): readonly SpotMargin[] {
  return [...separations(facts), ...rivalries(facts), ...repeats(facts)];
}

/** Seconds from the end of the earlier to the start of the later; below zero where they overlap. */
const gap = (a: Placing, b: Placing): number => (a.start <= b.start ? b.start - a.end : a.start - b.end);

/** Spots of one advertiser or group: the larger of their two separations. */
function separations({ placings }: Facts): readonly SpotMargin[] {
  return [...groupBy(placings, ({ spot }) => spot.parent)].flatMap(([parent, own]) =>
    pairsOf(own).flatMap(([a, b]) => {
      const need = Math.max(a.spot.separation, b.spot.separation);
      return apart(a, b, { rule: 'separation', entity: parent, need, why: `both of ${parent}` });
    }),
  );
}

/** Spots of different groups that share a category. */
function rivalries({ settings, placings }: Facts): readonly SpotMargin[] {
  return Object.entries(settings.rules.competitive).flatMap(([category, need]) =>
    pairsOf(placings.filter(({ spot }) => spot.categories.includes(category)))
      .filter(([a, b]) => a.spot.parent !== b.spot.parent)
      .flatMap(([a, b]) => apart(a, b, { rule: 'competitive', entity: category, need, why: `both ${category}` })),
  );
}

/** The same film twice. */
function repeats({ settings, placings }: Facts): readonly SpotMargin[] {
  const need = settings.rules.creative;
  const filmed = placings.filter(({ spot }) => spot.creative !== null);
  return [...groupBy(filmed, ({ spot }) => spot.creative ?? '')].flatMap(([creative, own]) =>
    pairsOf(own).flatMap(([a, b]) =>
      apart(a, b, { rule: 'creative', entity: creative, need, why: `both the creative ${creative}` }),
    ),
  );
}

/** Why two spots must keep a distance, and how many seconds it is. */
interface Distance {
  readonly rule: string;
  readonly entity: string;
  readonly need: number;
  readonly why: string;
}

function apart(a: Placing, b: Placing, { rule, entity, need, why }: Distance): readonly SpotMargin[] {
  if (need <= 0 || (a.at.id === b.at.id && areSoldTogether(a.spot, b.spot))) return [];
  const actual = gap(a, b);
  const text = () =>
    `${a.spot.id} in ${a.at.id} and ${b.spot.id} in ${b.at.id}, ${why}, are ${actual} s apart, end to start: ${need} s are needed`;
  return [{ rule, entity, limit: need, actual, margin: actual - need, text, spots: [a.spot.id, b.spot.id] }];
}

function pairsOf(own: readonly Placing[]): readonly (readonly [Placing, Placing])[] {
  return own.flatMap((a, index) => own.slice(index + 1).map((b) => [a, b] as const));
}

/** The seconds that two spots must keep by each rule; 0: none, as between those of a bundle. */
export function needBetween({ settings }: Facts, a: Item, b: Item) {
  const { competitive, creative } = settings.rules;
  if (areSoldTogether(a, b)) return { separation: 0, competitive: 0, creative: 0 };
  const family = a.parent === b.parent;
  const shared = family ? [] : a.categories.filter((category) => b.categories.includes(category));
  const rivalry = shared.map((category) => (Object.hasOwn(competitive, category) ? competitive[category]! : 0));
  return {
    separation: family ? Math.max(a.separation, b.separation) : 0,
    competitive: Math.max(0, ...rivalry),
    creative: a.creative !== null && a.creative === b.creative ? creative : 0,
  };
}

/** Rivals side by side in a break, whatever the distance that their category needs. */
export function neighbourFaults(facts: Facts): readonly SpotFault[] {
  return facts.slots.flatMap((slot) => {
    const held = facts.inside(slot);
    return held.slice(1).flatMap((next, index): readonly SpotFault[] => {
      const before = held[index] as Placing;
      if (!rivals(before.spot, next.spot)) return [];
      const text = `${before.spot.id} and ${next.spot.id} stand side by side in ${slot.id} and share a category`;
      return [{ rule: 'adjacency', entity: slot.id, text, spots: [before.spot.id, next.spot.id] }];
    });
  });
}

/** Whether two spots sell against each other: a category in common, and not one group. */
export function rivals(a: Item, b: Item): boolean {
  return a.parent !== b.parent && a.categories.some((category) => b.categories.includes(category));
}
