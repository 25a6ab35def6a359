import { addDays } from '../../../tables/dates.ts';
import type { OrderRow, RotationTables, SpotRow } from '../tables.ts';
import type { Break } from '../world/breaks.ts';
import type { Spot } from '../world/spots.ts';
import { broadcastSeconds } from '../world/time.ts';
import { clockText } from '../world/words.ts';
import { type Loose, placesIn, type Standing } from './places.ts';

/** One order's flight, a day longer at either end. */
export const longerFlights = (standing: Standing): readonly Loose[] =>
  standing.tables.orders.rows.flatMap((row): readonly Loose[] => {
    const { from, to } = row;
    const day = (date: string, change: Partial<OrderRow>, text: string): Loose => ({
      ...withOrder(standing, row, change, (_, at) => at.date === date),
      rule: 'flight',
      change: `the flight of the order ${row.id} ${text}`,
    });
    const [before, after] = [from === null ? null : addDays(from, -1), to === null ? null : addDays(to, 1)];
    return [
      ...(after === null ? [] : [day(after, { to: after }, `until ${after}, a day longer`)]),
      ...(before === null ? [] : [day(before, { from: before }, `from ${before}, a day longer`)]),
    ];
  });

/** The hours of one order, or of one spot that has its own, half an hour wider at either end. */
export const widerHours = (standing: Standing): readonly Loose[] =>
  sources(standing).flatMap(({ row, whose, having }): readonly Loose[] => {
    const { world } = standing;
    const { dayStart } = world.clock;
    const seconds = (text: string | null) => (text === null ? null : broadcastSeconds(text, dayStart));
    const [earliest, latest] = [seconds(row.earliest), seconds(row.latest)];
    const wider = (change: Hours, from: number, to: number, text: string): Loose => ({
      ...having(change, (_, { time }) => time >= from && time <= to),
      rule: 'flight',
      change: `hours of ${whose} ${text}`,
    });
    const text = (at: number) => clockText(world, at);
    const [first, last] = [(earliest ?? 0) - STEP, (latest ?? DAY) + STEP];
    return [
      ...(last < DAY
        ? [wider({ latest: text(last) }, latest! + 1, last, `until ${text(last)}, instead of ${text(latest!)}`)]
        : []),
      ...(first >= 0
        ? [wider({ earliest: text(first) }, first, earliest! - 1, `from ${text(first)}, instead of ${text(earliest!)}`)]
        : []),
    ];
  });

/** One block, or one kind of block, that an order or a spot excludes no longer. */
export const exclusionsLifted = (standing: Standing): readonly Loose[] =>
  sources(standing).flatMap(({ row, whose, above, having }): readonly Loose[] => {
    const lifted = (column: 'exclude_blocks' | 'exclude_categories', what: string) =>
      row[column].flatMap((name): readonly Loose[] => {
        const left = row[column].filter((each) => each !== name);
        // An empty list of a spot takes up what its order excludes: another list, and not one exclusion less.
        if (left.length === 0 && (above?.[column] ?? []).length > 0) return [];
        const meant = (_: Spot, { block, tags }: Break) =>
          column === 'exclude_blocks' ? block === name : tags.includes(name);
        return [
          {
            ...having({ [column]: left }, meant),
            rule: 'exclusions',
            change: `the exclusion of ${what} ${name} lifted for ${whose}`,
          },
        ];
      });
    return [...lifted('exclude_blocks', 'the block'), ...lifted('exclude_categories', 'blocks of the kind')];
  });

const STEP = 1800;
const DAY = 86_400;

type Hours = Partial<Pick<SpotRow, 'earliest' | 'latest'>>;
type Shared = 'earliest' | 'latest' | 'exclude_blocks' | 'exclude_categories';
type Meant = (spot: Spot, at: Break, s: number) => boolean;
type Opened = Omit<Loose, 'rule' | 'change'>;

/** Where the hours and exclusions of spots are stated: in an order, or in a spot itself. */
interface Source {
  readonly row: Pick<SpotRow, Shared>;
  readonly whose: string;
  /** What a spot takes up where it states nothing. */
  readonly above: Pick<OrderRow, Shared> | undefined;
  /** The question in which it states something else, by which these places are opened. */
  readonly having: (change: Partial<Pick<SpotRow, Shared>>, meant: Meant) => Opened;
}

function sources(standing: Standing): readonly Source[] {
  const { settings, tables, world } = standing;
  const orders = new Map(tables.orders.rows.map((row) => [row.id, row]));
  const single = tables.spots.rows.map((row, own): Source => {
    const having: Source['having'] = (change, meant) => {
      const rows = tables.spots.rows.map((each) => (each === row ? { ...row, ...change } : each));
      const places = placesIn(world, meant, [own]);
      return { label: row.id, settings, tables: { ...tables, spots: { ...tables.spots, rows } }, places };
    };
    return { row, whose: row.id, above: row.order === null ? undefined : orders.get(row.order), having };
  });
  const shared = tables.orders.rows.map((row): Source => {
    const having: Source['having'] = (change, meant) =>
      withOrder(standing, row, change, (spot, at, s) => {
        // What a spot states itself stands over its order.
        const [column] = Object.keys(change) as [Shared];
        const stated = tables.spots.rows[s]![column];
        return (stated === null || stated.length === 0) && meant(spot, at, s);
      });
    return { row, whose: `the spots of the order ${row.id}`, above: undefined, having };
  });
  return [...shared, ...single];
}

/** The question in which an order states something else, by which these places of its spots are opened. */
function withOrder({ settings, tables, world }: Standing, row: OrderRow, change: Partial<OrderRow>, meant: Meant) {
  const rows = tables.orders.rows.map((each) => (each === row ? { ...row, ...change } : each));
  const some = tables.spots.rows.flatMap(({ order }, s) => (order === row.id ? [s] : []));
  const places = placesIn(world, meant, some);
  const all: RotationTables = { ...tables, orders: { ...tables.orders, rows } };
  return { label: row.id, settings, tables: all, places };
}
