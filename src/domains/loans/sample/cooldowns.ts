import { epochDay } from '../../../tables/dates.ts';
import { SAMPLE_WEEK } from './catalog.ts';

/** Start days that the sample week has open: Monday, Tuesday, Thursday, Friday, and Saturday by the scenario. */
const OPEN_DAYS = [0, 1, 3, 4, 5].map((offset) => epochDay(SAMPLE_WEEK) + offset);

/**
 * How many candidates (a vehicle on an open day) of one partner and make are blocked by past loans of that pair. The
 * last loan of the model decides; where the partner never had the model, the last loan of the make does.
 */
export function blockedCandidates(
  loans: readonly { readonly model: string; readonly end: number }[],
  vehicles: readonly { readonly model: string }[],
  days: number,
): number {
  const byModel = new Map<string, number>();
  let byMake = Number.NEGATIVE_INFINITY;
  for (const { model, end } of loans) {
    byModel.set(model, Math.max(end, byModel.get(model) ?? end));
    byMake = Math.max(end, byMake);
  }
  const blocked = vehicles.flatMap(({ model }) => {
    const until = (byModel.get(model) ?? byMake) + days;
    return OPEN_DAYS.filter((day) => day < until);
  });
  return blocked.length;
}
