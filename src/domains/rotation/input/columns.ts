import { between, type CellSchema, choice, date, identifier, optional } from '../../../tables/cells/cells.ts';
import type { Reference } from '../../../tables/table.ts';
import { clockCell, positive, secondsBetween, wordList } from './cells.ts';

/** A name that must be there. */
export const id = (description: string) => ({ schema: identifier, description, required: true }) as const;
export const maybeId = (description: string) => ({ schema: optional(identifier), description }) as const;
export const list = (description: string) => ({ schema: wordList, description }) as const;
export const maybeClock = (description: string) => ({ schema: optional(clockCell), description }) as const;
export const maybeCap = (description: string) => ({ schema: optional(positive), description }) as const;
export const maybeDate: CellSchema<string | null> = optional(date);
/** Thousands, with up to three decimals. */
export const thousands: CellSchema<number | null> = optional(between(0, 1_000_000));
/** Seconds between two spots. */
export const separation = optional(secondsBetween(0, 86_400));
/** How long a spot or a break is. */
export const length = secondsBetween(1, 86_400);
export const position = choice('any', 'first', 'last');

/** Advertisers need no table of their own. */
export const ADVERTISER: Reference = { to: ['advertisers.id', 'advertisers.parent'], unknown: 'fine' };
export const BLOCKS: Reference = { to: ['blocks.id', 'breaks.block'], unknown: 'told' };
export const TAGS: Reference = { to: ['blocks.tags'], unknown: 'told' };
