import type { BreakRow } from '../tables.ts';
import { type Clock, type Epoch, epochOf, meaningOf } from './time.ts';

/** The start of a break as its row says it; that it has one was found out when it was read. */
export function startOf(scope: { readonly date: string }, clock: Clock, row: BreakRow): Epoch {
  if (row.utc !== null) return epochOf(row.utc);
  const meaning = meaningOf(clock, row.date ?? scope.date, row.local ?? '00:00', row.offset);
  return 'epoch' in meaning ? meaning.epoch : Number.NaN;
}
