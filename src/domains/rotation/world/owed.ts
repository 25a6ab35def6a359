import { addDays } from '../../../tables/dates.ts';
import type { MAKE_GOOD, RotationTables } from '../tables.ts';
import type { Break } from './breaks.ts';
import type { RotationScope } from './scope.ts';
import { isFill, type Spot } from './spots.ts';
import { type Clock, localOf } from './time.ts';

/** Where a displaced spot may be made good. */
export type Window = (typeof MAKE_GOOD)[number];

/** A spot that is owed, or was. */
export interface Owed {
  /** It was owed before this log; else it is displaced by it. */
  readonly before: boolean;
  /** Nobody owes it any more: it aired, was credited, or its last date is over. It airs no more. */
  readonly settled: boolean;
  /** The advertiser has agreed. */
  readonly approved: boolean;
  /** The date from which on it may be made good. */
  readonly day: string;
  /** The last one. */
  readonly expires: string;
  /** Best first. */
  readonly windows: readonly Window[];
}

/** What the obligations are made of. */
interface Given {
  readonly scope: RotationScope;
  readonly tables: RotationTables;
  readonly spots: readonly Spot[];
  /** Displaced spots, and the dates on which they were to air. */
  readonly displaced: ReadonlyMap<number, string>;
  /** Spots that an earlier log made good in the break of the published one, and the dates on which they were owed. */
  readonly carried: ReadonlyMap<number, string>;
}

const SETTLED: readonly string[] = ['aired', 'credited', 'expired'];
const APPROVED: readonly string[] = ['approved', 'booked'];

/** What is owed, by spot: the obligations from before, and the spots that this log displaces. */
export function owedOf({ scope, tables, spots, displaced, carried }: Given): ReadonlyMap<number, Owed> {
  const orders = new Map(tables.orders.rows.map((row) => [row.id, row]));
  const orderOf = new Map(tables.spots.rows.map((row) => [row.id, row.order]));
  const rows = new Map(tables.obligations.rows.map((row) => [row.spot, row]));
  const owed = new Map<number, Owed>();
  spots.forEach(({ id }, s) => {
    const row = rows.get(id);
    const day = isFill(spots[s]!) ? undefined : (displaced.get(s) ?? carried.get(s));
    if (row === undefined && day === undefined) return;
    const created = row?.created ?? day ?? scope.date;
    const expires = row?.expires ?? addDays(created, scope.expires_days);
    const own = orders.get(orderOf.get(id) ?? '')?.make_good ?? [];
    owed.set(s, {
      before: row !== undefined || !displaced.has(s),
      settled: (row !== undefined && SETTLED.includes(row.status)) || expires < scope.date,
      approved: row !== undefined && APPROVED.includes(row.status),
      day: created < scope.date ? scope.date : created,
      expires,
      windows: own.length > 0 ? own : scope.make_good,
    });
  });
  return owed;
}

/**
 * Spots that the published log has where only a make-good may be: on a later date than the wish, or in a remnant break
 * outside prime time. An earlier replan made them good there, and the next one must not take that away.
 */
export function carriedOf(
  clock: Clock,
  spots: readonly Spot[],
  breaks: readonly Break[],
  published: ReadonlyMap<number, number>,
): ReadonlyMap<number, string> {
  const carried = [...published].flatMap(([s, b]): readonly (readonly [number, string])[] => {
    if (b < 0 || breaks[b]!.aired) return [];
    const { wish, offPeak } = spots[s]!;
    const at = breaks[b]!;
    const wished = wish !== null && 'instant' in wish ? localOf(clock, wish.instant).date : undefined;
    if (wished !== undefined && wished < at.date) return [[s, wished]];
    return at.kind === 'remnant' && !at.prime && !offPeak ? [[s, wished ?? at.date]] : [];
  });
  return new Map(carried);
}

/** The best window of an owed spot that a break lies in; undefined: none, or it is not owed. */
export function windowOf(owed: Owed | undefined, at: Break): Window | undefined {
  if (owed === undefined || owed.settled || at.date < owed.day || at.date > owed.expires) return undefined;
  const lies: Readonly<Record<Window, boolean>> = {
    same_day_prime: at.prime && at.date === owed.day,
    next_day_prime: at.prime && at.date > owed.day,
    remnant: at.kind === 'remnant',
  };
  return owed.windows.find((window) => lies[window]);
}

/** Whether an owed spot is made good in a break, so that its wish says nothing there: else it is only planned again. */
export function isMakeGood(owed: Owed | undefined, at: Break): boolean {
  const window = windowOf(owed, at);
  return window !== undefined && (owed?.before === true || window !== 'same_day_prime');
}
