import type { Place } from './problems/problem.ts';
import type { Run } from './runs/run.ts';
import type { Settings } from './scenario/scenario.ts';
import type { Tree } from './scenario/yaml/tree.ts';
import type { ResultTable } from './tables/result.ts';
import type { RawTable } from './tables/table.ts';

// In which forms, beside tables and reports, a kind takes what it is asked and gives what was found.

/** A file of another system that a kind can read in place of tables. */
export interface JsonFormat<S extends Settings = Settings> {
  /** What stands in such a file, for whoever writes `data: {json: file}`. */
  readonly description: string;
  /**
   * The tables that the file stands for, as text for the same validation as CSV, and how many schedules it asks for.
   *
   * @throws Refusal with every fault of the file, each at its place.
   */
  read(file: Tree, settings: S): JsonRequest;
}

/** A schedule that is shown: the tables that the auditor made of it, and what it was asked. */
export interface Shown<S extends Settings = Settings> {
  readonly settings: S;
  readonly tables: Readonly<Record<string, ResultTable>>;
}

/** A part of what a terminal shows, and whose it is: the week of one curriculum. */
export interface TextPart {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A form in which another system takes a table of a run. */
export interface RunDocument {
  readonly table: string;
  of(run: Run): Readonly<Record<string, unknown>>;
}

/** What a file of another system holds. */
export interface JsonRequest {
  readonly tables: readonly RawTable[];
  /** How many schedules it asks for, and where: one, and the others as alternatives unless the scenario says how many. */
  readonly schedules: { readonly count: number; readonly at: Place };
}
