import { z } from 'zod';
import type { Domain } from '../pipeline/domain.ts';

const SEED = z.int().min(0).max(2_147_483_647);

/** What the general schema needs to know of a kind. */
export type KindShape = Pick<Domain, 'kind' | 'shape' | 'data'> & { readonly inline?: unknown };

const SOURCES = [
  z.literal('sample').transform(() => ({ sample: 1 })),
  z.strictObject({ sample: SEED.describe('The seed of the sample data.') }),
  z.strictObject({ dir: z.string().min(1).describe('A folder of CSV files named after the tables.') }),
] as const;

const INLINE = [
  z.literal('inline').transform(() => ({ inline: true as const })),
  z.strictObject({ inline: z.literal(true).describe('The tables stand in this file.') }),
] as const;

const WHERE = 'Where the tables come from: sample, {sample: seed}, or {dir: path} relative to this file';

/** Only a kind whose scenarios can hold their tables offers it. */
function dataOf({ data, inline }: KindShape) {
  if (inline === undefined) return z.union(SOURCES).default({ sample: 1 }).describe(`${WHERE}.`);
  return z
    .union([...SOURCES, ...INLINE])
    .default(data === 'inline' ? { inline: true } : { sample: 1 })
    .describe(`${WHERE}; inline: they stand in the scenario itself.`);
}

const SOLVER = z
  .strictObject({
    seed: SEED.default(42).describe('Decides among schedules of equal score.'),
    seconds: z.number().positive().default(60).describe('A fuse: a run that it stops is not reproducible.'),
    nodes: z.int().positive().optional().describe('The most branch-and-bound nodes; stops reproducibly.'),
  })
  .prefault({})
  .describe('Limits of effort, and the seed.');

/** A metric equals a number, or lies within bounds. */
const EXPECTATION = z.union([
  z.number(),
  z
    .strictObject({
      min: z.number().optional(),
      max: z.number().optional(),
      equals: z.number().optional(),
      within: z.strictObject({ of: z.number(), percent: z.number().min(0) }).optional(),
    })
    .refine((bounds) => Object.keys(bounds).length > 0, 'needs min, max, equals or within')
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'needs min at most max'),
]);

const EXPECT = z
  .object({ status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']).optional() })
  .catchall(EXPECTATION)
  .default({})
  .describe('What a run must show: status, and metrics by name. Checked after the run.');

/**
 * The keys that every scenario has, whatever its kind.
 *
 * @param title The title where none is written.
 */
function generalShape(domain: KindShape, title: string) {
  return {
    kind: z.literal(domain.kind).describe('The kind of scheduling problem.'),
    title: z.string().min(1).default(title).describe('The headline of the report.'),
    description: z.string().optional().describe('A paragraph for the reader of the report.'),
    extends: z.string().optional().describe('Another scenario file whose settings hold where this one is silent.'),
    data: dataOf(domain),
    solver: SOLVER,
    variants: z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .default({})
      .describe('Named sets of overrides, chosen by --variant.'),
    expect: EXPECT,
  };
}

/** The whole schema of a kind: the general keys, then the domain's. */
export function schemaOf(domain: KindShape, title = domain.kind) {
  const { variants, expect, ...first } = generalShape(domain, title);
  return z.strictObject({ ...first, ...domain.shape, variants, expect });
}
