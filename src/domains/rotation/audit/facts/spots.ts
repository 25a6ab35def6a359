import { byKey, compare } from '../../../../audit/rows.ts';
import type { RotationSettings } from '../../scenario.ts';
import type { OrderRow, RotationTables, SpotRow } from '../../tables.ts';
import { type Clock, epochOf } from './clock.ts';
import type { Item } from './facts.ts';

const DEFAULT_CAP = 3;

/** Every spot with what it inherits: from its order, then its creative, then the rules. By id. */
export function itemsOf(settings: RotationSettings, tables: RotationTables, clock: Clock): readonly Item[] {
  const orders = byKey(tables.orders.rows, ({ id }) => id);
  const advertisers = byKey(tables.advertisers.rows, ({ id }) => id);
  const films = byKey(tables.creatives.rows, ({ id }) => id);
  return tables.spots.rows
    .map((row) => {
      const order = row.order === null ? undefined : orders.get(row.order);
      const film = row.creative === null ? undefined : films.get(row.creative);
      const last = tables.spots.rows.filter(({ bundle }) => bundle !== null && bundle === row.bundle).length;
      const parent = advertisers.get(row.advertiser)?.parent ?? row.advertiser;
      return {
        ...itemOf(settings, clock, row, order, parent, film?.categories ?? []),
        wish: wishOf(clock, row.wish),
        position: positionOf(row, order, last),
      };
    })
    .sort((a, b) => compare(a.id, b.id));
}

function itemOf(
  settings: RotationSettings,
  clock: Clock,
  row: SpotRow,
  order: OrderRow | undefined,
  parent: string,
  filmCategories: readonly string[],
): Omit<Item, 'wish' | 'position'> {
  const cpm = row.tier === 'fill' ? 0 : (row.cpm ?? order?.cpm ?? 0);
  const scaled = (time: string | null | undefined) => (time ? clock.scale(time) : null);
  const impressions = row.impressions ?? order?.impressions ?? 1;
  return {
    id: row.id,
    order: row.order,
    advertiser: row.advertiser,
    parent,
    seconds: row.seconds,
    tier: row.tier,
    cpm,
    value: Math.round(cpm * impressions),
    cap: row.cap ?? order?.cap ?? DEFAULT_CAP,
    capBlock: row.cap_block ?? order?.cap_block ?? null,
    capDay: row.cap_day ?? order?.cap_day ?? null,
    separation: row.separation ?? order?.separation ?? settings.rules.separation,
    instant: row.wish === null ? null : (epochOf(row.wish) ?? null),
    tolerance: row.tolerance_minutes,
    earliest: scaled(row.earliest ?? order?.earliest),
    latest: scaled(row.latest ?? order?.latest),
    from: order?.from ?? null,
    to: order?.to ?? null,
    categories: firstFilled(row.categories, order?.categories ?? [], filmCategories),
    excludeCategories: firstFilled(row.exclude_categories, order?.exclude_categories ?? []),
    excludeBlocks: firstFilled(row.exclude_blocks, order?.exclude_blocks ?? []),
    creative: row.creative,
    offPeak: row.off_peak ?? order?.off_peak ?? false,
    bundle:
      row.bundle === null || row.pairing === null || row.part === null
        ? null
        : { id: row.bundle, pairing: row.pairing, part: row.part },
    makeGood: order === undefined || order.make_good.length === 0 ? settings.make_good : order.make_good,
  };
}

/** An order that is booked first means the first spot of a bundle alone, one that is booked last the last. */
function positionOf(row: SpotRow, order: OrderRow | undefined, last: number): Item['position'] {
  const booked = row.position ?? order?.position ?? 'any';
  if (row.position !== null || row.bundle === null) return booked;
  const meant = booked === 'first' ? row.part === 1 : row.part === last;
  return meant ? booked : 'any';
}

function wishOf(clock: Clock, wish: string | null): Item['wish'] {
  if (wish === null) return null;
  const instant = epochOf(wish);
  return instant === undefined ? (date) => clock.readings(date, wish) : () => [instant];
}

const firstFilled = (...lists: readonly (readonly string[])[]): readonly string[] =>
  lists.find((list) => list.length > 0) ?? [];
