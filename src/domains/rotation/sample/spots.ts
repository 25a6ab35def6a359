import type { RawTable } from '../../../tables/table.ts';
import type { Break } from './breaks.ts';
import { offsetOn } from './catalog.ts';
import type { Creative, Order } from './orders.ts';
import { type Random, random } from './random.ts';
import { clock, rawTable } from './raw.ts';

/** A spot of the sample. */
export interface Spot {
  readonly id: string;
  readonly order: Order;
  readonly creative: Creative;
  /** The break at which its wish aims. */
  readonly wish: Break;
  readonly position: 'any' | 'first' | 'last';
}

/** One spot for each unit of each order; an order goes through its days and its films in turn, as buyers do. */
export function sampleSpots(
  seed: number,
  orders: readonly Order[],
  creatives: readonly Creative[],
  breaks: readonly Break[],
): readonly Spot[] {
  const draw = random(seed, 'spots');
  const units = orders.flatMap((order) => {
    const own = creatives.filter(({ advertiser }) => advertiser.id === order.advertiser.id);
    return Array.from({ length: order.spots }, (_, unit) => {
      // Another film on each round of the days: otherwise three films on three days would each keep to one day.
      const creative = turn(own, unit + Math.floor(unit / order.days.length));
      return { order, unit, creative };
    });
  });
  const wished = new Map<string, Break[]>();
  return units.map(({ order, unit, creative }, index): Spot => {
    const { category } = order.advertiser;
    const asked = wished.get(category) ?? [];
    const wish = wishOf(draw, order, turn(order.days, unit), breaks, asked);
    wished.set(category, [...asked, wish]);
    const position = draw.percent(3) ? draw.pick(['first', 'last'] as const) : 'any';
    return { id: `S${String(index + 1).padStart(4, '0')}`, order, creative, wish, position };
  });
}

const turn = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

const NOON = 720;

/**
 * Demand crowds into the evening: that is what makes prime time scarce. Of a few breaks a buyer asks for the one
 * farthest from what the trade has asked for on that day already.
 */
function wishOf(draw: Random, order: Order, day: string, breaks: readonly Break[], asked: readonly Break[]): Break {
  const evening = !order.offPeak || draw.percent(35);
  const from = order.advertiser.category === 'beer' ? NOON : 0;
  const open = breaks.filter(
    ({ date, kind, minutes }) => date === day && minutes >= from && (kind === 'prime') === evening,
  );
  const same = asked.filter(({ date }) => date === day);
  const room = ({ minutes }: Break) =>
    same.reduce((least, one) => Math.min(least, Math.abs(one.minutes - minutes)), 1440);
  return Array.from({ length: 5 }, () => draw.pick(open)).reduce((best, one) => (room(one) > room(best) ? one : best));
}

const HEADER = [
  ...(['id', 'order', 'advertiser', 'seconds', 'cpm', 'impressions', 'tier', 'wish'] as const),
  ...(['categories', 'creative', 'position'] as const),
];

/** The table `spots`, with rows that no log should air. */
export function spotsTable(spots: readonly Spot[]): RawTable {
  const rows = spots.map(({ id, order, creative, wish, position }) => ({
    id,
    order: order.id,
    advertiser: order.advertiser.id,
    seconds: creative.seconds,
    cpm: `${order.cpm}.50`,
    impressions: order.impressions,
    tier: order.tier,
    wish: wishText(wish),
    categories: order.advertiser.category,
    creative: creative.id,
    position: position === 'any' ? '' : position,
  }));
  return rawTable('spots', HEADER, [...rows, ...unusable(spots[0] as Spot)]);
}

function wishText({ date, minutes }: Break): string {
  return `${date}T${clock(minutes)}:00${offsetOn(date)}`;
}

/** A negative length, a price that is no number, an unknown tier, a time without a zone, an id used twice. */
function unusable({ id, order, creative }: Spot) {
  const sound = { advertiser: order.advertiser.id, seconds: 30, cpm: '12.00', tier: 'remnant' };
  return [
    { ...sound, id: 'S9001', seconds: -30 },
    { ...sound, id: 'S9002', cpm: 'NaN' },
    { ...sound, id: 'S9003', tier: '2' },
    { ...sound, id: 'S9004', wish: '2025-03-05T20:14:00' },
    { ...sound, id, order: order.id, seconds: creative.seconds + 5 },
  ];
}
