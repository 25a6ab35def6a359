import { choice, money, optional, orElse } from '../../tables/cells/cells.ts';
import { type RowOf, type Table, table } from '../../tables/table.ts';
import { choices, flag, instantCell, maybeFlag, momentCell, offsetCell, ranked, wholeFrom } from './input/cells.ts';
import {
  ADVERTISED,
  ADVERTISER,
  BLOCKS,
  CATEGORY,
  closedUntil,
  id,
  length,
  list,
  maybeCap,
  maybeClock,
  maybeDate,
  maybeId,
  NAMES,
  OF_SPOTS,
  position,
  separation,
  TAGS,
  thousands,
} from './input/columns.ts';
import { asRun, locks, obligations, preemptions, published } from './input/given.ts';

/** Where a displaced spot may be made good, best first. */
export const MAKE_GOOD = ['same_day_prime', 'next_day_prime', 'remnant'] as const;

/** Tiers that are paid for, the one that comes first first. */
export const TIERS = ['guaranteed', 'priority', 'remnant'] as const;
export type Tier = (typeof TIERS)[number];

/** All tiers of spots: fill is not paid for, and comes last. */
export const ALL_TIERS = [...TIERS, 'fill'] as const;

/** How the spots of a bundle stand in their break. */
export const PAIRINGS = ['bookend', 'piggyback'] as const;

/** A tier by its name or by its number, as files write it that call it a priority. */
const rankedTier = ranked(TIERS);

export const breaks = table({
  name: 'breaks',
  description: 'Commercial breaks, each with a start, a length and a number of spots.',
  required: true,
  key: ['id'],
  rows: 'permit',
  refers: { block: { to: ['blocks.id'], unknown: 'told' } },
  names: { block: 'block' },
  columns: {
    id: id('Id of the break'),
    date: { schema: maybeDate, description: 'Broadcast date of a local start; empty: the first of the scenario' },
    local: maybeClock('Local start, HH:MM or HH:MM:SS'),
    utc: { schema: optional(instantCell), description: 'Start as an instant with its zone, in place of a local one' },
    offset: {
      schema: optional(offsetCell),
      description: 'Offset that decides an ambiguous local start, such as -04:00',
    },
    seconds: { schema: length, description: 'Length in seconds', required: true },
    spots: { schema: wholeFrom(1, 200), description: 'Most spots in it, up to 200', required: true },
    block: maybeId('Program block'),
    kind: {
      schema: optional(choice('prime', 'off_peak', 'remnant')),
      description: 'prime, off_peak or remnant; empty: by the prime window',
    },
    live: { schema: flag, description: 'Whether it stands in a live program' },
    locked: { schema: flag, description: 'Whether its contents are frozen as published' },
  },
});

export const blocks = table({
  name: 'blocks',
  description: 'Program blocks and what they are.',
  required: false,
  key: ['id'],
  rows: 'restrict',
  names: { id: 'block', tags: 'tag' },
  columns: { id: id('Id of the block'), tags: list('What it is: children, news, live') },
});

export const advertisers = table({
  name: 'advertisers',
  description: 'Advertisers, and to whom they belong.',
  required: false,
  key: ['id'],
  rows: 'restrict',
  names: { id: 'advertiser', parent: 'advertiser' },
  columns: {
    id: id('Id of the advertiser', 'advertiser_id'),
    parent: maybeId('Parent company; empty: itself'),
  },
});

export const creatives = table({
  name: 'creatives',
  description: 'Films that spots air.',
  required: false,
  key: ['id'],
  rows: 'restrict',
  refers: { advertiser: ADVERTISER },
  names: NAMES,
  columns: {
    id: id('Id of the creative'),
    advertiser: maybeId('Advertiser', 'advertiser_id'),
    seconds: { schema: optional(length), description: 'Length in seconds' },
    categories: list('Product categories, for spots and orders that name none'),
    weight: { schema: orElse(wholeFrom(0, 1000), 1), description: 'Share in the rotation of its advertiser' },
  },
});

export const orders = table({
  name: 'orders',
  description: 'Orders: what their spots leave empty.',
  required: false,
  key: ['id'],
  rows: 'restrict',
  refers: {
    advertiser: ADVERTISER,
    exclude_blocks: BLOCKS,
    exclude_categories: TAGS,
  },
  names: NAMES,
  row: ({ from, to }) =>
    from !== null && to !== null && to < from
      ? { column: 'to', reason: `is before its first date, ${from}` }
      : undefined,
  columns: {
    id: id('Id of the order'),
    advertiser: maybeId('Advertiser', 'advertiser_id'),
    tier: {
      schema: optional(choice(...TIERS)),
      description: 'Tier, for information: every spot states its own',
      alternatives: { priority: optional(rankedTier) },
    },
    from: { schema: maybeDate, description: 'First broadcast date of the flight' },
    to: { schema: maybeDate, description: 'Last broadcast date of the flight' },
    cap: maybeCap('Most spots of the advertiser in a rolling window', 'frequency_cap'),
    cap_block: maybeCap('Most spots of the advertiser in a block'),
    cap_day: maybeCap('Most spots of the advertiser in a broadcast date'),
    separation: {
      schema: separation,
      description: 'Seconds between spots of the advertiser',
      aliases: ['min_separation_sec'],
    },
    categories: list('Product categories'),
    exclude_categories: list('Tags of blocks in which it must not air'),
    exclude_blocks: list('Blocks in which it must not air'),
    earliest: maybeClock('Local time before which no break is wanted'),
    latest: maybeClock('Local time after which no break is wanted'),
    off_peak: { schema: maybeFlag, description: 'Whether it may air outside prime time' },
    position: { schema: optional(position), description: 'any, first or last in the break' },
    make_good: { schema: choices(MAKE_GOOD), description: 'Where it may be made good; empty: as the scenario says' },
    cpm: { schema: optional(money), description: 'Dollars for a thousand impressions' },
    impressions: { schema: thousands, description: 'Impressions of a spot, in thousands' },
  },
});

export const spots = table({
  name: 'spots',
  description: 'Spots to place, each once.',
  required: true,
  key: ['id'],
  rows: 'permit',
  refers: OF_SPOTS,
  names: NAMES,
  once: true,
  columns: {
    id: id('Id of the spot', 'spot_id'),
    order: maybeId('Order from which it inherits what it leaves empty'),
    advertiser: id('Advertiser', 'advertiser_id'),
    seconds: { schema: length, description: 'Length in seconds', required: true, aliases: ['duration_sec'] },
    cpm: { schema: optional(money), description: 'Dollars for a thousand impressions' },
    impressions: { schema: thousands, description: 'Impressions in thousands; empty: the order’s, else 1' },
    tier: {
      schema: choice(...ALL_TIERS),
      description: 'guaranteed, priority or remnant; fill: unpaid, for breaks that would stay empty',
      required: true,
      alternatives: { priority: rankedTier },
    },
    cap: maybeCap('Most spots of the advertiser in a rolling window; empty: the order’s, else 3', 'frequency_cap'),
    cap_block: maybeCap('Most spots of the advertiser in a block'),
    cap_day: maybeCap('Most spots of the advertiser in a broadcast date'),
    separation: {
      schema: separation,
      description: 'Seconds between spots of the advertiser; empty: the order’s, else the rule’s',
      aliases: ['min_separation_sec'],
    },
    wish: {
      schema: optional(momentCell),
      description: 'Wished start: a local time (on whichever date it airs), or an instant with its zone',
      alternatives: { requested_start_utc: optional(instantCell) },
    },
    tolerance_minutes: {
      schema: optional(wholeFrom(0, 1440)),
      description:
        'Minutes from the wish, before and after, within which its break must start; 0: exactly then. Empty: rules.max_shift_minutes alone',
    },
    earliest: maybeClock('Local time before which no break is wanted'),
    latest: maybeClock('Local time after which no break is wanted'),
    categories: list('Product categories; empty: the order’s, else the creative’s'),
    exclude_categories: list('Tags of blocks in which it must not air'),
    exclude_blocks: list('Blocks in which it must not air'),
    creative: maybeId('Creative that it airs'),
    bundle: maybeId('Name of the bundle of which it is a part: its spots air in one break, or not at all'),
    pairing: {
      schema: optional(choice(...PAIRINGS)),
      description: 'bookend: first and last in the break; piggyback: one directly after the other',
    },
    part: { schema: optional(wholeFrom(1, 30)), description: 'Which spot of its bundle it is, from 1' },
    position: { schema: optional(position), description: 'any, first or last in the break' },
    off_peak: { schema: maybeFlag, description: 'Whether it may air outside prime time' },
  },
});

export const blackouts = table({
  name: 'blackouts',
  description: 'Times closed to an advertiser, to a category, or (where neither is named) to all.',
  required: false,
  key: ['from', 'to', 'advertiser', 'category'],
  rows: 'restrict',
  refers: {
    advertiser: ADVERTISED,
    category: CATEGORY,
  },
  columns: {
    advertiser: maybeId('Advertiser, or parent of advertisers', 'advertiser_id'),
    category: maybeId('Product category'),
    from: { schema: momentCell, description: 'Begin: a local time of every date, or an instant', required: true },
    to: closedUntil,
  },
});

/** Every table of the domain. */
export const rotationTables = {
  breaks,
  blocks,
  advertisers,
  creatives,
  orders,
  spots,
  blackouts,
  locks,
  published,
  as_run: asRun,
  preemptions,
  obligations,
};

export type BreakRow = RowOf<typeof breaks>;
export type BlockRow = RowOf<typeof blocks>;
export type AdvertiserRow = RowOf<typeof advertisers>;
export type CreativeRow = RowOf<typeof creatives>;
export type OrderRow = RowOf<typeof orders>;
export type SpotRow = RowOf<typeof spots>;
export type BlackoutRow = RowOf<typeof blackouts>;
export type LockRow = RowOf<typeof locks>;
export type PublishedRow = RowOf<typeof published>;
export type AsRunRow = RowOf<typeof asRun>;
export type PreemptionRow = RowOf<typeof preemptions>;
export type ObligationRow = RowOf<typeof obligations>;

/** The domain's tables, validated. */
export interface RotationTables {
  readonly breaks: Table<BreakRow>;
  readonly blocks: Table<BlockRow>;
  readonly advertisers: Table<AdvertiserRow>;
  readonly creatives: Table<CreativeRow>;
  readonly orders: Table<OrderRow>;
  readonly spots: Table<SpotRow>;
  readonly blackouts: Table<BlackoutRow>;
  readonly locks: Table<LockRow>;
  readonly published: Table<PublishedRow>;
  readonly as_run: Table<AsRunRow>;
  readonly preemptions: Table<PreemptionRow>;
  readonly obligations: Table<ObligationRow>;
}
