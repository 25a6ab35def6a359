import type { Run } from '../../runs/run.ts';
import type { ResultColumn } from '../../tables/result.ts';
import { recordsOf, type TableRecord } from '../records.ts';

/** What the chapters of a kind have in common. */
export interface KindWords {
  /** What one row of the schedule is, and several: "loan", "loans". Without it, a row. */
  readonly noun?: readonly [one: string, several: string];
  /** The result table that is the schedule. */
  readonly schedule?: string;
}

/** What a piece of a chapter is written from: a run, and the rows of one of its tables. */
export interface Subject {
  readonly run: Run;
  readonly words: KindWords;
  /** The name of the table; empty where a chapter has none. */
  readonly table: string;
  /** None where the run has no such table. */
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly TableRecord[];
}

/** Reads a table of a run for a chapter. */
export function subjectOf(run: Run, words: KindWords, table = ''): Subject {
  const result = run.tables[table];
  return { run, words, table, columns: result?.columns ?? [], rows: recordsOf(result) };
}

/** What one row of the schedule is called, and several. */
export const nounOf = ({ noun = ['row', 'rows'] }: KindWords): readonly [one: string, several: string] => noun;
