import type { Candidates } from '../../../../policy/candidates.ts';
import type { Known } from '../../../../policy/kind.ts';
import type { RotationSettings } from '../../scenario.ts';
import type { Spot } from '../../world/spots.ts';
import type { RotationAxis, World } from '../../world/world.ts';

/** A chosen candidate: a spot in its break. */
export interface Airing {
  readonly candidate: number;
  /** Index of the spot, and of the break. */
  readonly s: number;
  readonly b: number;
  readonly spot: Spot;
  /** How long it is on air: as it is booked, or as it was seen. */
  readonly seconds: number;
  /** Seconds from the start of its break to its own, where it was seen on air. */
  readonly seen: number | undefined;
  /** It has happened: no distance holds between two such ones. */
  readonly happened: boolean;
  /** Competitors need not keep away from it. */
  readonly tolerated: boolean;
}

/** The spots that stand together in a break, in the order in which they would rather stand. */
export interface Line {
  readonly b: number;
  readonly airings: readonly Airing[];
  /** Its order has happened, or is published for good: it is not looked for. */
  readonly settled: boolean;
  /** Seconds of its spots, each with the guard after it; of what was seen, until the last of it was over. */
  readonly used: number;
}

/** The candidates of a world. */
export interface Choice {
  readonly world: World;
  readonly all: Candidates<RotationAxis>;
  /** The place of each spot of the published log in its break, by the id of the spot. */
  readonly places: ReadonlyMap<string, number>;
  /** Seconds between two airings of one creative; 0: none. */
  readonly creative: number;
  /** Whether the scenario forbids a spot in a break, by their ids. */
  readonly forbids: (spot: string, at: string) => boolean;
}

/** The same, from what a kind knows once its candidates are known. */
export const choiceOf = ({ settings, world, all }: Known<RotationSettings, World, RotationAxis>): Choice => ({
  world,
  all,
  places: new Map(world.tables.published.rows.map(({ spot, position }) => [spot, position])),
  creative: settings.rules.creative,
  forbids: (spot, at) => (settings.forbid ?? []).some((row) => (row.spot ?? spot) === spot && (row.break ?? at) === at),
});

/** The position that a lock demands; undefined: any. */
export const seatOf = ({ fixed }: World, { s }: Airing): number | undefined => {
  const own = fixed.get(s);
  return own?.why === 'lock' ? (own.position ?? undefined) : undefined;
};

/** The chosen candidates by break, in the order of time. */
export function linesOf({ world, all, places }: Choice, chosen: Iterable<number>): readonly Line[] {
  const { relax, rules } = world.scope;
  const inside = new Map<number, Airing[]>();
  for (const candidate of chosen) {
    const [s, b] = [all.spot[candidate]!, all.break[candidate]!];
    const airing = {
      candidate,
      s,
      b,
      spot: world.spots[s]!,
      seconds: world.fixed.get(s)?.seen?.seconds ?? world.spots[s]!.seconds,
      seen: world.fixed.get(s)?.seen?.offset,
      happened: world.history[s] === 1,
      tolerated: relax.slice(0, all.level[candidate]!).includes('competitive'),
    };
    inside.set(b, [...(inside.get(b) ?? []), airing]);
  }
  return [...inside]
    .sort(([a], [b]) => a - b)
    .map(([b, own]): Line => {
      const settled = world.breaks[b]!.aired || own.every(({ s }) => world.fixed.get(s)?.why === 'history');
      return {
        b,
        airings: own.sort(settled ? asPublished(world) : asWished(world, b, places)),
        settled,
        used: own.reduce((free, { seen, seconds }) => Math.max(free, (seen ?? free) + seconds + rules.guard), 0),
      };
    });
}

const byId = (x: Airing, y: Airing): number => (x.spot.id < y.spot.id ? -1 : 1);

const asPublished =
  ({ fixed }: World) =>
  (x: Airing, y: Airing): number =>
    (fixed.get(x.s)?.position ?? 0) - (fixed.get(y.s)?.position ?? 0) || byId(x, y);

/** As the break was published; what is new in it after that, by tier, then value, then id. */
function asWished({ published }: World, b: number, places: ReadonlyMap<string, number>) {
  const place = ({ s, spot }: Airing) => (published.get(s) === b ? (places.get(spot.id) ?? Infinity) : Infinity);
  return (x: Airing, y: Airing): number => {
    const [own, other] = [place(x), place(y)];
    if (own !== other) return own < other ? -1 : 1;
    return x.spot.tier - y.spot.tier || y.spot.value - x.spot.value || byId(x, y);
  };
}

/** Seconds from the begin of a break whose order is settled to one of its spots. */
export function placeIn({ world }: Choice, { airings }: Line, of: Airing): number {
  const before = airings.slice(0, airings.indexOf(of));
  return of.seen ?? before.reduce((sum, { seconds }) => sum + seconds + world.scope.rules.guard, 0);
}
