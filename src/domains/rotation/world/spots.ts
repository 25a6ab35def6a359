import { ALL_TIERS, type OrderRow, type RotationTables, type SpotRow, TIERS } from '../tables.ts';
import type { Break } from './breaks.ts';
import type { RotationScope } from './scope.ts';
import { broadcastSeconds, type Clock, type Epoch, epochOf, passedAt } from './time.ts';

/** What a spot is in the bundle in which it airs. */
export interface BundlePart {
  readonly id: string;
  readonly pairing: 'bookend' | 'piggyback';
  /** Its place among the spots of the bundle, from 0. */
  readonly part: number;
}

/** A spot, with all that it inherits from its order, its creative and its advertiser. */
export interface Spot {
  readonly id: string;
  readonly advertiser: string;
  readonly parent: string;
  readonly seconds: number;
  /** Its place in `ALL_TIERS`: 0 guaranteed. */
  readonly tier: number;
  /** Cents: cpm times impressions. */
  readonly value: number;
  readonly cap: number;
  readonly capBlock: number | null;
  readonly capDay: number | null;
  readonly separation: number;
  /** An instant; or a local time on whichever date it airs, in seconds from the begin of the broadcast date. */
  readonly wish: { readonly instant: Epoch } | { readonly time: number } | null;
  /** The wish is a booking: it airs within so many minutes of it, 0 being exactly then. Null: no booking. */
  readonly tolerance: number | null;
  /** Seconds from the begin of the broadcast date. */
  readonly earliest: number | null;
  readonly latest: number | null;
  /** Flight, broadcast dates. */
  readonly from: string | null;
  readonly to: string | null;
  readonly categories: readonly string[];
  readonly excludeCategories: readonly string[];
  readonly excludeBlocks: readonly string[];
  readonly creative: string | null;
  readonly position: 'any' | 'first' | 'last';
  readonly offPeak: boolean;
  /** What it is in the bundle with which it airs; null: it airs by itself. */
  readonly bundle: BundlePart | null;
}

const DEFAULT_CAP = 3;

/** Whether a spot is unpaid, and airs only where a break would stay empty. */
export const isFill = ({ tier }: Spot): boolean => tier === TIERS.length;

/** What a spot that names no order, or an order that is not there, inherits: nothing. */
const NOTHING: Partial<OrderRow> = {};

/** All spots, by id. */
export function spotsOf(scope: RotationScope, tables: RotationTables, clock: Clock): readonly Spot[] {
  const orders = new Map(tables.orders.rows.map((row) => [row.id, row]));
  const parents = new Map(tables.advertisers.rows.map((row) => [row.id, row.parent ?? row.id]));
  const creatives = new Map(tables.creatives.rows.map((row) => [row.id, row]));
  const sizes = new Map<string, number>();
  for (const { bundle } of tables.spots.rows) if (bundle !== null) sizes.set(bundle, (sizes.get(bundle) ?? 0) + 1);
  const time = (text: string | null | undefined) => (text ? broadcastSeconds(text, clock.dayStart) : null);
  return tables.spots.rows.map((row): Spot => {
    const order = (row.order === null ? undefined : orders.get(row.order)) ?? NOTHING;
    const creative = row.creative === null ? undefined : creatives.get(row.creative);
    const filled = <T>(own: readonly T[], ...others: readonly (readonly T[] | undefined)[]) =>
      [own, ...others].find((list) => list !== undefined && list.length > 0) ?? [];
    return {
      id: row.id,
      advertiser: row.advertiser,
      parent: parents.get(row.advertiser) ?? row.advertiser,
      seconds: row.seconds,
      tier: ALL_TIERS.indexOf(row.tier),
      value: row.tier === 'fill' ? 0 : centsOf(row, order),
      cap: row.cap ?? order.cap ?? DEFAULT_CAP,
      capBlock: row.cap_block ?? order.cap_block ?? null,
      capDay: row.cap_day ?? order.cap_day ?? null,
      separation: row.separation ?? order.separation ?? scope.rules.separation,
      wish: row.wish === null ? null : wishOf(row.wish, clock),
      tolerance: row.wish === null ? null : row.tolerance_minutes,
      earliest: time(row.earliest ?? order.earliest),
      latest: time(row.latest ?? order.latest),
      from: order.from ?? null,
      to: order.to ?? null,
      categories: filled(row.categories, order.categories, creative?.categories),
      excludeCategories: filled(row.exclude_categories, order.exclude_categories),
      excludeBlocks: filled(row.exclude_blocks, order.exclude_blocks),
      creative: row.creative,
      position: row.position ?? inherited(order.position ?? 'any', row, sizes),
      offPeak: row.off_peak ?? order.off_peak ?? false,
      bundle: null,
    };
  });
}

/** Of a bundle the first spot alone inherits that it is booked first, and the last one that it is booked last. */
function inherited(
  position: Spot['position'],
  { bundle, part }: SpotRow,
  sizes: ReadonlyMap<string, number>,
): Spot['position'] {
  if (bundle === null || position === 'any') return position;
  return part === (position === 'first' ? 1 : sizes.get(bundle)) ? position : 'any';
}

/** Cents, rounded to whole ones; impressions count in thousands, 1 where neither row says. */
function centsOf(row: SpotRow, order: Partial<OrderRow>): number {
  return Math.round((row.cpm ?? order.cpm ?? 0) * (row.impressions ?? order.impressions ?? 1));
}

const wishOf = (wish: string, { dayStart }: Clock): Spot['wish'] =>
  wish.includes('T') ? { instant: epochOf(wish) } : { time: broadcastSeconds(wish, dayStart) };

/**
 * Seconds that pass between the wish of a spot and the start of a break; 0 without a wish. A local time is that of the
 * break's own date, and where clocks show it twice, the nearer of the two.
 */
export function secondsFromWish({ wish }: Spot, { start, day }: Break): number {
  if (wish === null) return 0;
  if ('instant' in wish) return Math.abs(start - wish.instant);
  if (day.change === undefined) return Math.abs(start - day.begin - wish.time);
  return Math.min(...passedAt(wish.time, day.change).map((passed) => Math.abs(start - day.begin - passed)));
}

/** Whether the start of a break is farther from the wish of a spot than its tolerance; the tolerance itself is not. */
export const isOutsideTolerance = (spot: Spot, at: Break): boolean =>
  spot.tolerance !== null && secondsFromWish(spot, at) > spot.tolerance * 60;

/** Minutes of it, a minute begun being a whole one: what the weight `shift` charges. */
export const minutesFromWish = (spot: Spot, at: Break): number => Math.ceil(secondsFromWish(spot, at) / 60);
