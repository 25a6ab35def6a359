import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { printProblems } from '../../src/problems/print.ts';
import { type Problem, Refusal } from '../../src/problems/problem.ts';
import { type ReadOptions, type ReadScenario, readScenario } from '../../src/scenario/read.ts';
import { day, monday } from '../../src/scenario/shape/fields.ts';
import type { KindShape } from '../../src/scenario/shape/kind-shape.ts';

/** A small kind of scheduling problem: enough keys to make every mistake with. */
export const fake: KindShape = {
  kind: 'fake',
  shape: {
    office: z.string().min(1),
    week: monday,
    start_days: z
      .array(z.enum(['mon', 'tue', 'wed']))
      .min(1)
      .default(['mon', 'tue']),
    weights: z.strictObject({ rank: z.number().min(0).multipleOf(0.001).default(1) }).prefault({}),
    rules: z
      .strictObject({
        fairness: z
          .union([
            z.literal(false),
            z.strictObject({
              mode: z.enum(['stepped', 'linear', 'off']).default('stepped'),
              penalty: z.int().min(0).default(200),
            }),
          ])
          .prefault({}),
        capacity: z
          .strictObject({
            override: z.record(day, z.strictObject({ slots: z.int().min(0), note: z.string().optional() })).default({}),
          })
          .prefault({}),
      })
      .prefault({}),
  },
  check: (settings) =>
    'office' in settings && settings.office === 'Nowhere'
      ? [{ message: 'office "Nowhere" has no vehicles', path: ['office'] }]
      : [],
};

const other: KindShape = { kind: 'other', shape: { place: z.string() } };

/** The two lines without which no fake scenario is whole. */
export const HEAD = 'kind: fake\noffice: Los Angeles\nweek: 2025-09-22\n';

/** A folder of files that is gone after the test. */
export function inFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Files = string | Uint8Array | Readonly<Record<string, string | Uint8Array>>;

/** Reads `la.yaml` among the files given, or of the one text given. */
export function read(files: Files, options?: ReadOptions): ReadScenario {
  const all = typeof files === 'string' || files instanceof Uint8Array ? { 'la.yaml': files } : files;
  return inFolder(all, (folder) => readScenario(join(folder, 'la.yaml'), [fake, other], options));
}

/** All that is wrong with the files given, as printed, with file names relative to their folder. */
export function refusal(files: Files, options?: ReadOptions): string {
  return printProblems(problemsOf(files, options)).replaceAll(/(?:\/[\w.-]+)*\/scenario-\w+\//g, '');
}

export function problemsOf(files: Files, options?: ReadOptions): readonly Problem[] {
  try {
    read(files, options);
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
  throw new Error('the scenario was read');
}
