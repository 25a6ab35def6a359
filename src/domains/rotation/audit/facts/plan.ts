import { compare, groupBy } from '../../../../audit/rows.ts';
import type { LockRow, RotationTables } from '../../tables.ts';
import type { Item, Slot } from './facts.ts';

/** A row of the published log at its second on air. */
export interface Planned {
  readonly break: string;
  /** Undefined: the break is not among those of the dates. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** That airing never was, or can never be: a live event has its break or its time, or it was measured and not seen. */
  readonly taken: boolean;
}

interface Known {
  readonly guard: number;
  readonly tables: RotationTables;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly spots: ReadonlyMap<string, Item>;
  /** Whether what really aired is known. */
  readonly measured: boolean;
}

/** The published log by spot: those of a break one after another from its start, by their positions. */
export function planOf({ guard, tables, slots, spots, measured }: Known): ReadonlyMap<string, Planned> {
  const rows = tables.published.rows.filter(({ spot }) => spots.has(spot));
  const all = [...groupBy(rows, (row) => row.break)].flatMap(([id, own]) => {
    const slot = slots.get(id);
    let free = slot?.start ?? 0;
    return [...own]
      .sort((a, b) => a.position - b.position || compare(a.spot, b.spot))
      .map(({ spot }): readonly [string, Planned] => {
        if (slot === undefined) return [spot, { break: id, start: undefined, end: undefined, taken: false }];
        const start = free;
        const end = start + (spots.get(spot)?.seconds ?? 0);
        free = end + guard;
        const taken = slot.gone || (measured && slot.aired) || !hasTime(slot, start, end);
        return [spot, { break: id, start, end, taken }];
      });
  });
  return new Map(all);
}

/** In a break that a live event ended: begun before it, where that is past; over before it, where it is to come. */
const hasTime = (slot: Slot, start: number, end: number): boolean =>
  !slot.cut || (slot.aired ? start < slot.end : end <= slot.end);

/** Whether a live event has the break that a lock names, or the seconds in it that its spot would have. */
export function hasNoTime(
  lock: LockRow,
  known: Pick<Known, 'guard' | 'slots' | 'spots'> & { readonly plan: ReadonlyMap<string, Planned> },
): boolean {
  const { plan } = known;
  const [slot, spot] = [known.slots.get(lock.break), known.spots.get(lock.spot)];
  if (slot === undefined || spot === undefined) return false;
  if (slot.gone) return true;
  const own = plan.get(lock.spot);
  if (!slot.cut) return false;
  if (own?.break === slot.id) return own.taken;
  const used = [...plan.values()]
    .filter((one) => one.break === slot.id && !one.taken)
    .map((one) => (one.end ?? 0) + known.guard);
  return !slot.aired && Math.max(slot.start, ...used) + spot.seconds > slot.end;
}
