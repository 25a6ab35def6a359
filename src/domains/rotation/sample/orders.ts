import type { RawTable } from '../../../tables/table.ts';
import { ADVERTISERS, type Advertiser, SAMPLE_DAYS } from './catalog.ts';
import { type Random, random } from './random.ts';
import { rawTable } from './raw.ts';

export type Tier = 'guaranteed' | 'priority' | 'remnant';

/** A film of an advertiser. */
export interface Creative {
  readonly id: string;
  readonly advertiser: Advertiser;
  readonly seconds: number;
  readonly weight: number;
}

/** What an advertiser has booked. */
export interface Order {
  readonly id: string;
  readonly advertiser: Advertiser;
  readonly tier: Tier;
  readonly days: readonly string[];
  readonly cap: number;
  readonly offPeak: boolean;
  /** Dollars a thousand viewers, and thousands of viewers a spot. */
  readonly cpm: number;
  readonly impressions: number;
  readonly spots: number;
}

const SPOTS = 1500;
const TIERS: readonly Tier[] = [
  ...(['guaranteed', 'guaranteed', 'guaranteed', 'priority', 'priority', 'priority', 'priority'] as const),
  ...(['remnant', 'remnant', 'remnant'] as const),
];
const CPM: Readonly<Record<Tier, readonly [number, number]>> = {
  ...{ guaranteed: [22, 38], priority: [14, 24], remnant: [4, 10] },
};

/** Two to four films an advertiser. */
export function sampleCreatives(seed: number): readonly Creative[] {
  const draw = random(seed, 'creatives');
  return ADVERTISERS.flatMap((advertiser) =>
    Array.from({ length: draw.int(3, 4) }, (_, index): Creative => {
      const seconds = index === 0 ? 30 : draw.pick([15, 30, 30, 30, 45]);
      return { id: `${advertiser.id} ${index + 1}`, advertiser, seconds, weight: draw.int(1, 3) };
    }),
  );
}

/** A hundred and twenty orders, two an advertiser, of 1,500 spots in all. */
export function sampleOrders(seed: number): readonly Order[] {
  const draw = random(seed, 'orders');
  const booked = [...ADVERTISERS, ...draw.shuffled(ADVERTISERS)];
  const shares = booked.map(() => draw.int(6, 19));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let given = 0;
  let told = 0;
  return booked.map((advertiser, index): Order => {
    told += shares[index] as number;
    const spots = Math.round((SPOTS * told) / whole) - given;
    given += spots;
    return orderOf(draw, index, advertiser, spots);
  });
}

function orderOf(draw: Random, index: number, advertiser: Advertiser, spots: number): Order {
  const tier = TIERS[(index * 7) % TIERS.length] as Tier;
  const length = draw.percent(60) ? 7 : draw.int(3, 4);
  const first = draw.int(0, 7 - length);
  return {
    id: `O${String(index + 1).padStart(3, '0')}`,
    advertiser,
    tier,
    days: SAMPLE_DAYS.slice(first, first + length),
    cap: draw.pick([2, 2, 3, 3]),
    offPeak: draw.percent({ guaranteed: 30, priority: 55, remnant: 100 }[tier]),
    cpm: draw.int(...CPM[tier]),
    impressions: draw.int(12, 90) * 5,
    spots,
  };
}

/** The table `advertisers`. */
export function advertisersTable(): RawTable {
  return rawTable('advertisers', ['id', 'parent'], ADVERTISERS);
}

/** The table `creatives`. */
export function creativesTable(creatives: readonly Creative[]): RawTable {
  const rows = creatives.map(({ id, advertiser, seconds, weight }) => ({
    ...{ id, advertiser: advertiser.id, seconds, categories: advertiser.category, weight },
  }));
  return rawTable('creatives', ['id', 'advertiser', 'seconds', 'categories', 'weight'], rows);
}

const HEADER = [
  ...(['id', 'advertiser', 'tier', 'from', 'to', 'cap', 'cap_block', 'cap_day', 'separation', 'categories'] as const),
  ...(['exclude_blocks', 'earliest', 'latest', 'off_peak', 'make_good', 'cpm', 'impressions'] as const),
];

/** The table `orders`. Beer keeps away from children; a few orders want the late hours only. */
export function ordersTable(orders: readonly Order[]): RawTable {
  const rows = orders.map((order, index) => ({
    id: order.id,
    advertiser: order.advertiser.id,
    tier: order.tier,
    from: order.days[0] as string,
    to: order.days.at(-1) as string,
    cap: order.cap,
    cap_block: index % 8 === 0 ? 4 : '',
    cap_day: index % 10 === 0 ? 8 : '',
    separation: index % 9 === 0 ? 1200 : '',
    categories: order.advertiser.category,
    exclude_blocks: order.advertiser.category === 'beer' ? 'Cartoon hour;Morning show' : '',
    latest: index % 20 === 0 && !order.offPeak ? '22:30' : '',
    off_peak: String(order.offPeak),
    make_good: order.tier === 'remnant' ? 'remnant' : 'same_day_prime;next_day_prime;remnant',
    cpm: `${order.cpm}.50`,
    impressions: order.impressions,
  }));
  return rawTable('orders', HEADER, rows);
}
