import { isFill, type Spot } from '../../world/spots.ts';
import type { Choice } from './airing.ts';
import { distanceOf, rival } from './demands.ts';

/** A spot in a break. */
interface Stand {
  readonly s: number;
  readonly b: number;
}

/** So many steps are taken to leave as few breaks empty as can be; after that the best that was found stands. */
const MOST_STEPS = 20_000;

/**
 * What fills the breaks that stay empty once all else has its place: first one spot for as many of them as can be, then
 * whatever else still fits in. Fill never moves another spot, since it is chosen last; its distances and caps are measured
 * between breaks, so that they hold whatever stands inside.
 */
export function fillOf(choice: Choice, chosen: Int32Array): ReadonlyMap<number, readonly number[]> {
  const { world, all } = choice;
  const firm = [...chosen].map((j): Stand => ({ s: all.spot[j]!, b: all.break[j]! }));
  const held = new Set(firm.map(({ b }) => b));
  const placed = new Set(firm.map(({ s }) => s));
  const options = new Map<number, number[]>();
  for (let j = 0; j < all.count; j++) {
    const [s, b] = [all.spot[j]!, all.break[j]!];
    const [spot, slot] = [world.spots[s]!, world.breaks[b]!];
    if (!isFill(spot) || placed.has(s) || held.has(b) || slot.frozen || choice.forbids(spot.id, slot.id)) continue;
    options.set(b, [...(options.get(b) ?? []), s]);
  }
  const breaks = [...options.keys()].sort((a, b) => a - b);
  const able = ({ s, b }: Stand, fill: readonly Stand[]) => canAir(choice, { s, b }, [...firm, ...fill]);

  let best: readonly Stand[] = [];
  let steps = 0;
  const extend = (k: number, fill: readonly Stand[]): void => {
    if (fill.length > best.length) best = fill;
    const b = breaks[k];
    const unused = new Set([...options.values()].flat()).size - fill.length;
    if (b === undefined || fill.length + Math.min(breaks.length - k, unused) <= best.length) return;
    for (const s of options.get(b)!) {
      if (++steps > MOST_STEPS) return;
      if (!fill.some((one) => one.s === s) && able({ s, b }, fill)) extend(k + 1, [...fill, { s, b }]);
    }
    extend(k + 1, fill);
  };
  extend(0, []);

  let fill = best;
  for (const b of breaks)
    for (const s of options.get(b)!)
      if (!fill.some((one) => one.s === s) && able({ s, b }, fill)) fill = [...fill, { s, b }];
  return new Map(
    breaks
      .map((b) => [b, fill.flatMap((one) => (one.b === b ? [one.s] : []))] as const)
      .filter(([, own]) => own.length > 0),
  );
}

/** Whether a spot may air after those that a break holds, beside all others. */
function canAir(choice: Choice, { s, b }: Stand, others: readonly Stand[]): boolean {
  const { breaks, scope, spots } = choice.world;
  const [spot, slot] = [spots[s]!, breaks[b]!];
  const inside = others.filter((one) => one.b === b).map((one) => spots[one.s]!);
  const used = [...inside, spot].reduce((sum, { seconds }) => sum + seconds + scope.rules.guard, 0);
  if (used > slot.seconds || inside.length >= slot.most) return false;
  const before = inside.at(-1);
  if (before !== undefined && (rival(before, spot) || spot.position === 'first' || before.position === 'last'))
    return false;
  const near = others.some((one) => {
    const need = distanceOf(choice, spots[one.s]!, spot);
    return need > 0 && between(choice, one.b, b) < need;
  });
  return !near && keepsCaps(choice, { s, b }, others);
}

/** From the end of the earlier break to the start of the later; inside one break there is no distance. */
function between({ world: { breaks } }: Choice, a: number, b: number): number {
  if (a === b) return 0;
  const [first, second] = a < b ? [breaks[a]!, breaks[b]!] : [breaks[b]!, breaks[a]!];
  return second.start - first.end;
}

function keepsCaps(choice: Choice, own: Stand, others: readonly Stand[]): boolean {
  const { breaks, spots, scope } = choice.world;
  const { parent } = spots[own.s]!;
  const family = [...others.filter(({ s }) => spots[s]!.parent === parent), own];
  const window = scope.rules.rolling_seconds;
  const inWindow = (one: Stand, last: Stand) =>
    one.b <= last.b && (one.b === last.b || between(choice, one.b, last.b) < window);
  const windows = family.map((last) => family.filter((one) => inWindow(one, last)));
  const day = family.filter(({ b }) => breaks[b]!.date === breaks[own.b]!.date);
  const block = day.filter(({ b }) => breaks[b]!.block !== null && breaks[b]!.block === breaks[own.b]!.block);
  const holds = (some: readonly Stand[], capOf: (spot: Spot) => number | null) =>
    !some.includes(own) || some.length <= Math.min(...some.map(({ s }) => capOf(spots[s]!) ?? Infinity));
  return (
    (window === 0 || windows.every((some) => holds(some, ({ cap }) => cap))) &&
    holds(day, ({ capDay }) => capDay) &&
    holds(block, ({ capBlock }) => capBlock)
  );
}
