import { z } from 'zod';

/** More values than any sweep may have runs; a range of a billion would fill the memory before anyone counts. */
const MOST_VALUES = 10_000;

const RANGE = z
  .strictObject({
    from: z.number(),
    to: z.number(),
    step: z.number().positive(),
  })
  .refine(({ from, to }) => from <= to, 'needs from at most to')
  .refine(({ from, to, step }) => isWhole((to - from) / step), 'needs a step that leads from `from` to `to`')
  .refine(({ from, to, step }) => (to - from) / step < MOST_VALUES, `needs at most ${MOST_VALUES} values`);

const LIST = z
  .union([z.array(z.unknown()).min(1), RANGE])
  .describe('The values of one setting: a list, or {from, to, step}.');

const LISTS = z.record(z.string(), LIST);

/** What `sweep:` may hold: settings by their dotted path, each with its values. */
export const SWEEP = z
  .strictObject({
    grid: LISTS.default({}).describe('Policies: every value of each with every value of the others.'),
    zip: LISTS.default({}).describe('Policies: the first values of all together, then the second …'),
    worlds: z
      .object({
        seeds: z.array(z.int().min(0).max(2_147_483_647)).min(1).exactOptional().describe('Seeds of the sample data.'),
      })
      .catchall(LIST)
      .default({})
      .describe('What policy does not decide: each policy is run in every world.'),
  })
  .refine(
    ({ grid, zip, worlds }) => [grid, zip, worlds].some((lists) => Object.keys(lists).length > 0),
    'needs grid, zip or worlds',
  )
  .exactOptional()
  .describe('Many runs from one scenario, for evenhand sweep.');

/**
 * The numbers of a range. Each is the shortest decimal near from + k * step, so that 0.1 and three steps are 0.4.
 *
 * @example
 * valuesOf({ from: 0, to: 0.3, step: 0.1 }) // [0, 0.1, 0.2, 0.3]
 */
export function valuesOf({ from, to, step }: z.output<typeof RANGE>): readonly number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, k) => Number((from + k * step).toPrecision(12)));
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;
