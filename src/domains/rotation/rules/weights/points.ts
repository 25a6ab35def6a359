import { z } from 'zod';

/** Points that a weight charges: whole numbers, so that every sum stays exact. */
export const pointsFor = (describes: string, value: number) =>
  z.int().min(0).max(10_000).default(value).describe(describes).meta({ unit: 'points' });

/** What a minute of shift from the wish costs. */
export const shiftPoints = pointsFor('for each minute between the wish and the start of the break', 1);

/** What each better window costs that a make-good does not air in. */
export const makeGoodPoints = pointsFor('for each window of make_good that is better than that of a make-good', 200);

/** What a change against the published log costs. */
export const changePoints = pointsFor('for each published spot that airs in another break', 50);
