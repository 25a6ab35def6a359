import type { Limits, Model } from '../model.ts';
import type { Draw } from './draw.ts';
import type { Ledger } from './ledger.ts';

/** Models in which fewer groups than this must be filled are left to branch and bound. */
const FEW = 12;

/** A place that must be filled, by the candidates that can fill it; and the one that does. */
export interface Held {
  readonly place: Int32Array;
  readonly candidate: number;
}

/**
 * The places of the limits that ask for the most of them, where each candidate is in one of them at the most.
 *
 * @param soft whether what costs, where a place has too many, is a place too.
 */
export function placesOf(model: Model, soft: boolean): readonly Int32Array[] | undefined {
  const wanted = ({ least, under }: Limits, group: number) =>
    Math.max(least?.[group] ?? 0, ...(under ?? []).map(({ at }) => at[group]!), 0);
  const found = model.limits.flatMap((limits) => {
    const { members, most, over = [] } = limits;
    if ('start' in members || members.use || !(most || (soft && over.length > 0))) return [];
    const total = Array.from({ length: limits.groups }, (_, group) => wanted(limits, group));
    const count = total.reduce((sum, each) => sum + each, 0);
    return count < FEW ? [] : [{ members, total, count }];
  });
  const best = found.toSorted((a, b) => b.count - a.count)[0];
  if (best === undefined) return undefined;
  const lists: number[][] = best.total.map(() => []);
  for (let j = 0; j < model.candidates; j++) {
    const group = best.members.group[j] ?? -1;
    if (group >= 0) lists[group]!.push(j);
  }
  return lists.flatMap((list, group) => {
    const place = Int32Array.from(list);
    return list.length === 0 ? [] : Array.from({ length: best.total[group]! }, () => place);
  });
}

/** Of so many candidates of a place that are drawn, the cheapest is taken first. */
const DRAWN = 40;

/** Fills every place once, the ones with the fewest candidates first. */
export function fillIn(places: readonly Int32Array[], ledger: Ledger, draw: Draw, near: ReadonlySet<number>): Held[] {
  const order = places.toSorted((a, b) => a.length - b.length);
  return order.map((place) => {
    const known = place.find((j) => near.has(j) && !ledger.has(j));
    if (known !== undefined) {
      ledger.exchange(-1, known, Infinity);
      return { place, candidate: known };
    }
    let best = -1;
    let cheapest = Infinity;
    for (let k = 0; k < Math.min(DRAWN, place.length); k++) {
      const j = place[place.length <= DRAWN ? k : draw.below(place.length)]!;
      if (ledger.has(j)) continue;
      ledger.exchange(-1, j, Infinity);
      if (ledger.cost() < cheapest) [best, cheapest] = [j, ledger.cost()];
      ledger.exchange(j, -1, Infinity);
    }
    if (best >= 0) ledger.exchange(-1, best, Infinity);
    return { place, candidate: best };
  });
}
