import { between, type CellSchema, choice, date, identifier, optional } from '../../../tables/cells/cells.ts';
import { wordList } from '../../../tables/cells/words.ts';
import type { Reference } from '../../../tables/table.ts';
import { clockCell, endCell, positive, secondsBetween } from './cells.ts';

/** A name that must be there. */
export const id = (description: string, ...aliases: readonly string[]) =>
  ({ schema: identifier, description, required: true, ...(aliases.length > 0 && { aliases }) }) as const;
export const maybeId = (description: string, ...aliases: readonly string[]) =>
  ({ schema: optional(identifier), description, ...(aliases.length > 0 && { aliases }) }) as const;
export const list = (description: string) => ({ schema: wordList, description }) as const;
export const maybeClock = (description: string) => ({ schema: optional(clockCell), description }) as const;
export const maybeCap = (description: string, ...aliases: readonly string[]) =>
  ({ schema: optional(positive), description, ...(aliases.length > 0 && { aliases }) }) as const;
export const maybeDate: CellSchema<string | null> = optional(date);
/** Thousands, with up to three decimals. */
export const thousands: CellSchema<number | null> = optional(between(0, 1_000_000));
/** Seconds between two spots. */
export const separation = optional(secondsBetween(0, 86_400));
/** How long a spot or a break is. */
export const length = secondsBetween(1, 86_400);
export const position = choice('any', 'first', 'last');

/** Advertisers need no table of their own; where there is one, it has them all. */
export const ADVERTISER: Reference = { to: ['advertisers.id', 'advertisers.parent'], unknown: 'told' };
export const BLOCKS: Reference = { to: ['blocks.id', 'breaks.block'], unknown: 'told', forbids: true, near: true };
export const TAGS: Reference = { to: ['blocks.tags'], unknown: 'told', forbids: true, near: true };
/** What spots name. Of an order that nobody knows nobody knows either what it forbids. */
export const OF_SPOTS = {
  order: { to: ['orders.id'], unknown: 'refused' },
  advertiser: ADVERTISER,
  creative: { to: ['creatives.id'], unknown: 'told' },
  exclude_blocks: BLOCKS,
  exclude_categories: TAGS,
} as const;
/** When a blackout ends: the end of the date is one, 24:00 where dates begin at midnight. */
export const closedUntil = { schema: endCell, description: 'End, itself open again', required: true } as const;
/** Whom a blackout closes, and what. */
export const ADVERTISED: Reference = {
  to: ['spots.advertiser', 'advertisers.id', 'advertisers.parent'],
  unknown: 'told',
  near: true,
};
export const CATEGORY: Reference = {
  to: ['spots.categories', 'orders.categories', 'creatives.categories'],
  unknown: 'told',
  near: true,
};
/** The names that spots, orders and creatives share. */
export const NAMES = { advertiser: 'advertiser', categories: 'category' } as const;
