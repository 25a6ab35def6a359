import type { Schedule } from '../../domain.ts';
import { placeOf } from './explain.ts';
import type { Known } from './known.ts';
import { orderOf } from './order.ts';
import type { RotationSettings } from './scenario.ts';
import type { Spot } from './spots.ts';
import type { RotationTables } from './tables.ts';
import { breakText } from './words.ts';
import { worldOf } from './world.ts';

/** A spot in a break, as indices. */
interface Placed {
  readonly s: number;
  readonly b: number;
}

type World = Known['world'];

/** A spot that might air, where, and the spots that do. */
interface Question extends Known {
  readonly spot: Spot;
  readonly b: number;
  readonly others: readonly Placed[];
}

/** What in a log keeps one more spot out of a break: every rule that it would break there, with whom and by how much. */
export function inTheWay(
  settings: RotationSettings,
  tables: RotationTables,
  schedule: Schedule,
  row: Schedule[number],
): readonly string[] {
  const world = worldOf(settings, tables);
  const place = placeOf(world, row);
  if (place === undefined) return [];
  const placed = schedule.flatMap((each) => placeOf(world, each) ?? []);
  const others = placed.filter(({ s }) => s !== place.s);
  const asked: Question = { settings, tables, world, spot: world.spots[place.s]!, b: place.b, others };
  const own = placed.find(({ s }) => s === place.s);
  const elsewhere = own && own.b !== place.b ? [`it airs in ${breakText(world, own.b)}, and airs once`] : [];
  const told = [...full(asked), ...distances(asked), ...caps(asked)];
  return [...elsewhere, ...(told.length > 0 ? told : order(asked))];
}

/** Seconds and places of the break. */
function full({ world, settings, spot, b, others }: Question): readonly string[] {
  const inside = others.filter((one) => one.b === b).map(({ s }) => world.spots[s]!);
  const { seconds, most } = world.breaks[b]!;
  const { guard } = settings.rules;
  const left = seconds - inside.reduce((sum, one) => sum + one.seconds + guard, 0);
  return [
    ...(left < spot.seconds + guard
      ? [`${breakText(world, b)} has ${left} of ${seconds} s left; ${spot.id} needs ${spot.seconds + guard} s`]
      : []),
    ...(inside.length >= most ? [`${breakText(world, b)} holds ${inside.length} spots, and takes ${most}`] : []),
  ];
}

/** From the end of the earlier break to the start of the later; inside one break there is no distance. */
function secondsBetween({ breaks }: World, a: number, b: number): number {
  if (a === b) return 0;
  const [first, second] = breaks[a]!.start <= breaks[b]!.start ? [breaks[a]!, breaks[b]!] : [breaks[b]!, breaks[a]!];
  return second.start - first.end;
}

function distances({ world, settings, spot, b, others }: Question): readonly string[] {
  const { rules } = settings;
  return others.flatMap((one) => {
    const other = world.spots[one.s]!;
    const far = secondsBetween(world, one.b, b);
    const near = (need: number, text: string) => (far < need ? [text] : []);
    const where = `${other.id} of ${other.advertiser} airs in ${breakText(world, one.b)}, ${one.b === b ? 'the same break' : `${far} s away`}`;
    if (other.parent === spot.parent) {
      const need = Math.max(other.separation, spot.separation);
      const film = spot.creative !== null && spot.creative === other.creative ? rules.creative : 0;
      return film > need
        ? near(film, `${where}, with the same creative: its airings keep ${film} s`)
        : near(need, `${where}: spots of ${spot.parent} keep ${need} s`);
    }
    return spot.categories
      .filter((category) => other.categories.includes(category))
      .flatMap((category) => {
        const need = rules.competitive[category] ?? 0;
        return near(need, `${where}: competitors in ${category} keep ${need} s`);
      });
  });
}

/** Caps of the rolling window, of the block and of the day, of all spots that the spot would count together with. */
function caps({ world, settings, spot, b, others }: Question): readonly string[] {
  const family = others.filter(({ s }) => world.spots[s]!.parent === spot.parent);
  const { date, block } = world.breaks[b]!;
  const told = (some: readonly Placed[], when: string, capOf: (spot: Spot) => number | null) => {
    const cap = Math.min(...[spot, ...some.map(({ s }) => world.spots[s]!)].map((one) => capOf(one) ?? Infinity));
    return some.length + 1 > cap ? [`${spot.parent} already airs ${some.length} ${when}, cap ${cap}`] : [];
  };
  const day = family.filter((one) => world.breaks[one.b]!.date === date);
  const inBlock = day.filter((one) => block !== null && world.breaks[one.b]!.block === block);
  return [
    ...windows(world, family, b, settings.rules.rolling_seconds)
      .flatMap(({ some, text }) => told(some, text, ({ cap }) => cap))
      .slice(0, 1),
    ...told(day, `on ${date}`, ({ capDay }) => capDay),
    ...(block === null ? [] : told(inBlock, `in the block ${block} on ${date}`, ({ capBlock }) => capBlock)),
  ];
}

/** The rolling windows that a break is in: those that end with it, and with each later break of the family. */
function windows(world: World, family: readonly Placed[], b: number, seconds: number) {
  if (seconds === 0) return [];
  const reaches = (from: number, last: number) =>
    from === last ||
    (world.breaks[from]!.start <= world.breaks[last]!.start &&
      world.breaks[last]!.start - world.breaks[from]!.end < seconds);
  const ends = [...new Set([b, ...family.map((one) => one.b)])].filter((last) => reaches(b, last));
  return ends
    .map((last) => {
      const some = family.filter((one) => reaches(one.b, last));
      const [first] = [b, ...some.map((one) => one.b)].sort((x, y) => x - y);
      const text =
        first === last
          ? `in ${breakText(world, last)}`
          : `from ${breakText(world, first!)} to ${breakText(world, last)}`;
      return { some, text };
    })
    .sort((x, y) => y.some.length - x.some.length);
}

/** Competitors never side by side, first and last where they are booked. */
function order({ world, spot, b, others }: Question): readonly string[] {
  const inside = others.filter((one) => one.b === b).map(({ s }) => world.spots[s]!);
  const seat = (one: Spot) => {
    const fixed = world.fixed.get(world.spots.indexOf(one));
    return fixed?.why === 'lock' ? (fixed.position ?? undefined) : undefined;
  };
  if (orderOf([...inside, spot], seat) !== undefined) return [];
  const names = [...inside, spot].map(({ id }) => id).join(', ');
  return [`${names} have no order in ${breakText(world, b)} that keeps competitors apart and first and last in place`];
}
