import { randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, Refusal } from '../problems/problem.ts';
import { folderName } from '../runs/files/folder-name.ts';
import { textThere, tidy, writeFlushed } from '../runs/files/whole-folder.ts';
import { notWritable } from '../runs/problems.ts';
import { makeFolder } from '../tables/make-folder.ts';
import type { SweptResult } from './record.ts';

/**
 * The folder of a sweep: its results, and a record of each finished run.
 *
 * @example
 * sweepFolder('la-week', 'runs') // 'runs/sweep/la-week'
 */
export const sweepFolder = (name: string, root: string): string => join(root, 'sweep', folderName(name));

/**
 * The records of the runs of a sweep, one small file a run, each written whole: whatever stops a sweep, the runs that
 * it finished are not made again.
 */
export interface SweepRecords {
  /** The record of the run with this id; undefined where there is none, or none that can be read. */
  readonly read: (id: string) => SweptResult | undefined;
  readonly write: (result: SweptResult) => void;
  /** Records why a run could not be made, under a name that its values have. It is tried again next time. */
  readonly fail: (name: string, problems: readonly Problem[]) => void;
  /** Forgets that a run failed. */
  readonly mend: (name: string) => void;
}

/** The records within the folder of a sweep. */
export function sweepRecords(folder: string): SweepRecords {
  const records = join(folder, 'records');
  const file = (name: string) => join(records, `${folderName(name)}.json`);
  const failed = (name: string) => file(`failed-${name}`);
  const write = (path: string, value: object) => writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
  return {
    read: (id) => parsed(file(id), id),
    write: (result) => write(file(result.id), result),
    fail: (name, problems) => write(failed(name), { problems }),
    mend: (name) => rmSync(failed(name), { force: true }),
  };
}

/** Makes the folder of a sweep, and removes what processes that died left in it. */
export function prepareSweepFolder(folder: string): void {
  const records = join(folder, 'records');
  attempt(folder, () => makeFolder(records));
  tidy(records);
  tidy(folder);
}

/** Writes the files of a finished sweep, each whole. */
export function writeSweep(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) writeWhole(join(folder, name), text);
}

function writeWhole(file: string, text: string): void {
  const [, folder = '.', name = file] = /^(.*)[/\\]([^/\\]+)$/.exec(file) ?? [];
  const temporary = join(folder, `.tmp-${name}-${process.pid}-${randomBytes(3).toString('hex')}`);
  attempt(folder, () => {
    try {
      writeFlushed(temporary, text);
      renameSync(temporary, file);
    } finally {
      rmSync(temporary, { force: true });
    }
  });
}

function attempt(folder: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || error instanceof Refusal) throw error;
    throw notWritable(folder, code);
  }
}

function parsed(file: string, id: string): SweptResult | undefined {
  const text = textThere(file);
  if (text === undefined) return undefined;
  try {
    const result = RESULT.safeParse(JSON.parse(text));
    return result.success && result.data.id === id ? result.data : undefined;
  } catch {
    // Cut short or edited: the run is made again, and its record with it.
    return undefined;
  }
}

const numbers = z.record(z.string(), z.number());

const RESULT = z.strictObject({
  id: z.string(),
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
  objective: numbers,
  metrics: z.record(z.string(), z.number().nullable()),
  candidates: z.number(),
  audited: z.boolean(),
  schedule: z.string(),
  priced: z.strictObject({ under: z.string(), net: z.number().nullable(), why: z.string().nullable() }),
  notes: z.array(z.string()),
  // Of a record without counts nothing can be said of rows; it is made again where rows are asked for.
  rows: z
    .array(
      z.strictObject({
        fields: z.record(z.string(), z.string()),
        found: z.number().nullable(),
        strange: z.strictObject({ fields: z.array(z.string()), columns: z.array(z.string()) }).exactOptional(),
      }),
    )
    .default([]),
});
