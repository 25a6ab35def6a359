import { z } from 'zod';
import { dataOf, SEED } from './data.ts';
import type { KindShape } from './kind-shape.ts';
import { fieldsInWeek, fieldsOf } from './row-fields.ts';
import { SWEEP } from './sweep-shape.ts';

const SOLVER = z
  .strictObject({
    seed: SEED.default(42).describe('Decides among schedules of equal score.'),
    seconds: z.number().positive().default(60).describe('A fuse: a run that it stops is not reproducible.'),
    nodes: z.int().positive().optional().describe('The most branch-and-bound nodes; stops reproducibly.'),
  })
  .prefault({})
  .describe('Limits of effort, and the seed.');

const BOUNDS = {
  min: z.number().optional(),
  max: z.number().optional(),
  equals: z.number().optional(),
  within: z.strictObject({ of: z.number(), percent: z.number().min(0) }).optional(),
};

/** Bounds in which the least is not above the most. */
function sound<T extends z.ZodType<{ readonly min?: number | undefined; readonly max?: number | undefined }>>(
  bounds: T,
) {
  return bounds
    .refine((given) => Object.keys(given).length > 0, 'needs min, max, equals or within')
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'needs min at most max');
}

/** A value equals a number, or lies within bounds. */
export const EXPECTATION = z.union([z.number(), sound(z.strictObject(BOUNDS))]);

/** Of the schedule also: which rows it must hold, and which not. */
function expectOf(domain: KindShape) {
  const rows = z.array(fieldsOf(domain)).min(1).optional();
  const must = rows.describe('Rows of the schedule, by any of their fields: each of these is there.');
  const must_not = rows.describe('Rows of the schedule, by any of their fields: none of these is there.');
  return z
    .object({
      status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']).optional(),
      assignments: z.union([z.number(), sound(z.strictObject({ ...BOUNDS, must, must_not }))]).optional(),
    })
    .catchall(EXPECTATION)
    .default({})
    .describe('What a run must show: status, metrics by name, rows of the schedule. Checked after the run.');
}

const WEEKS = z
  .int()
  .min(1)
  .max(53)
  .exactOptional()
  .describe('How many weeks to run, one after the other: what a week decides holds in those after it.');

/** What may decide among schedules of the same net score; undefined where the kind has nothing that can. */
function tiesOf({ formulas, preferences = {}, metrics = {} }: KindShape) {
  const decide = Object.entries(metrics).flatMap(([name, { decides }]) => (decides ? [name] : []));
  const names = formulas === undefined ? [] : [...new Set([...Object.keys(preferences), ...decide])];
  if (names.length === 0) return undefined;
  return z
    .strictObject({
      prefer: z
        .array(z.enum(names))
        .min(1)
        .describe('Among schedules of the best net score: the first of these as good as it can be, then the second.'),
    })
    .exactOptional()
    .describe('What decides among schedules of the same net score before the seed does. It costs no point.');
}

const STAY = z
  .strictObject({
    run: z.string().min(1).describe('The earlier run: its folder, relative to this file, or NAME@latest.'),
    penalty: z.int().min(0).max(100_000).describe('Points for each row that the earlier run does not have.'),
  })
  .exactOptional()
  .describe('Keep the schedule of an earlier run where it costs little to do so.');

const ALTERNATIVES = z
  .strictObject({
    count: z.int().min(1).max(999).default(3).describe('How many other schedules to find.'),
    differ_by: z
      .int()
      .min(1)
      .max(10_000)
      .default(1)
      .describe('How many rows each must lack of every schedule before it.'),
    within: z.number().min(0).max(1e9).exactOptional().describe('How many points of net score each may give up.'),
  })
  .exactOptional()
  .describe('Also find other schedules that are as good, or nearly so.');

/**
 * The keys that every scenario has, whatever its kind.
 *
 * @param title The title where none is written.
 */
function generalShape(domain: KindShape, title: string) {
  const ties = tiesOf(domain);
  return {
    kind: z.literal(domain.kind).describe('The kind of scheduling problem.'),
    title: z.string().min(1).default(title).describe('The headline of the report.'),
    description: z.string().optional().describe('A paragraph for the reader of the report.'),
    extends: z.string().optional().describe('Another scenario file whose settings hold where this one is silent.'),
    data: dataOf(domain),
    solver: SOLVER,
    ...(domain.next !== undefined && { weeks: WEEKS }),
    pins: z
      .array(fieldsInWeek(domain))
      .exactOptional()
      .describe('Rows that the schedule must hold, by any of their fields.'),
    forbid: z
      .array(fieldsInWeek(domain))
      .exactOptional()
      .describe('Rows that it must not hold, by any of their fields.'),
    stay_close_to: STAY,
    alternatives: ALTERNATIVES,
    ...(ties && { ties }),
    variants: z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .default({})
      .describe('Named sets of overrides, chosen by --variant.'),
    sweep: SWEEP,
    expect: expectOf(domain),
  };
}

/** The whole schema of a kind: the general keys, then the domain's. */
export function schemaOf(domain: KindShape, title = domain.kind) {
  const { variants, sweep, expect, ...first } = generalShape(domain, title);
  return z.strictObject({ ...first, ...domain.shape, variants, sweep, expect });
}
