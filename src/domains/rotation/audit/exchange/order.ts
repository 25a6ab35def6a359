import { groupBy } from '../../../../audit/rows.ts';
import { bundleOf } from '../facts/bundles.ts';
import type { Facts, Item } from '../facts/facts.ts';
import { rivals } from '../rules/distances.ts';

/** After so many steps no order is known. */
const MOST_STEPS = 20_000;

/** Spots of a break that are alike in all that matters to its order, or a piggyback, one behind the other. */
interface Kind {
  readonly line: readonly Item[];
  left: number;
}

/**
 * Whether the spots of a break are known to stand in some order: rivals never side by side, a first spot first, a last
 * one last, bundles together, what is locked to a place there. Spots that are alike are tried once, and what cannot be
 * finished is not tried again.
 */
export function orderable(facts: Facts, spots: readonly Item[]): boolean {
  const kinds = kindsOf(facts, spots);
  const stuck = new Set<string>();
  let steps = 0;
  const seatOf = (spot: Item): number | undefined => {
    const part = bundleOf(facts, spot)?.pairing === 'bookend' ? spot.bundle!.part : 0;
    if (spot.position === 'first' || part === 1) return 1;
    if (spot.position === 'last' || part === 2) return spots.length;
    return undefined;
  };
  const stands = (spot: Item, place: number): boolean =>
    [seatOf(spot), facts.seats.get(spot.id)].every((seat) => (seat ?? place) === place);
  const extend = (place: number, before: Item | undefined): boolean => {
    if (place > spots.length) return true;
    const key = JSON.stringify([kinds.map(({ left }) => left), before?.parent, before?.categories]);
    if (stuck.has(key) || ++steps > MOST_STEPS) return false;
    // What had to stand before this place has none any more.
    const late = ({ left, line }: Kind) =>
      left > 0 && [seatOf(line[0]!), facts.seats.get(line[0]!.id)].some((seat) => seat !== undefined && seat < place);
    if (kinds.some(late)) return false;
    const spare = sparesOf(kinds, before);
    if (Math.min(...spare.values()) < 0) return false;
    const rank = ({ line }: Kind) =>
      Math.min(spots.length, ...line.flatMap(({ categories }) => categories.map((one) => spare.get(one) ?? 0)));
    for (const kind of [...kinds].sort((a, b) => rank(a) - rank(b))) {
      const { line, left } = kind;
      if (left === 0 || !line.every((spot, k) => stands(spot, place + k))) continue;
      if (before !== undefined && rivals(before, line[0]!)) continue;
      kind.left--;
      const done = extend(place + line.length, line.at(-1));
      kind.left++;
      if (done) return true;
    }
    stuck.add(key);
    return false;
  };
  return extend(1, undefined);
}

function kindsOf(facts: Facts, spots: readonly Item[]): readonly Kind[] {
  const bundled = (spot: Item) => bundleOf(facts, spot);
  const pieces = groupBy(spots, (spot) => {
    const bundle = bundled(spot);
    if (bundle?.pairing === 'piggyback') return `piggyback ${bundle.id}`;
    const { id, parent, categories, position } = spot;
    return JSON.stringify([parent, [...categories].sort(), position, facts.seats.get(id), bundle && id]);
  });
  return [...pieces.values()].map((own): Kind => {
    const [first] = own as [Item];
    if (bundled(first)?.pairing !== 'piggyback') return { line: [first], left: own.length };
    return { line: [...own].sort((a, b) => a.bundle!.part - b.bundle!.part), left: 1 };
  });
}

/**
 * For each category how many spots without it are left beyond those that must stand between its groups: the spots of a
 * group may stand together, and each change from one group to another needs one that does not sell against them.
 */
function sparesOf(kinds: readonly Kind[], before: Item | undefined): ReadonlyMap<string, number> {
  const left = kinds.flatMap(({ line, left: times }) => (times > 0 ? line.map((spot) => ({ spot, times })) : []));
  const categories = new Set(left.flatMap(({ spot }) => spot.categories));
  return new Map(
    [...categories].map((category) => {
      const groups = new Set(before?.categories.includes(category) ? [before.parent] : []);
      let others = 0;
      for (const { spot, times } of left)
        if (spot.categories.includes(category)) groups.add(spot.parent);
        else others += times;
      return [category, others - Math.max(0, groups.size - 1)];
    }),
  );
}
