import type { z } from 'zod';
import type { Problem } from '../../problems/problem.ts';
import type { ScheduleTable } from '../../tables/result.ts';
import type { TableSpec } from '../../tables/table.ts';
import type { Settings } from '../scenario.ts';

/** What a rule or a weight is called, and what it does. */
export interface RuleWords {
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
  /** The key under which it stands: `rules` or `weights`. */
  readonly section: string;
}

/** What a metric is called, and which way is better. */
export interface MetricWords {
  readonly label: string;
  readonly better: 'more' | 'less' | 'neutral';
  readonly unit?: string;
  /** Ties can be decided by it. */
  readonly decides?: true;
}

/** What reading a scenario needs to know of its kind. */
export interface KindShape {
  readonly kind: string;
  /** The scenario keys of this kind beside the general ones (kind, title, data, solver, variants, expect …). */
  readonly shape: z.ZodRawShape;
  /** Where the tables come from when a scenario does not say: `inline` = they stand in it. Otherwise the sample. */
  readonly data?: 'inline';
  /** Problems that no single key shows. */
  check?(settings: Settings): readonly Problem[];
  /** What its rules and weights do, for the reader of a scenario. */
  readonly rules?: readonly RuleWords[];
  /** The metrics that a scenario may expect something of. */
  readonly metrics?: Readonly<Record<string, MetricWords>>;
  /** Names under which `ties.prefer` knows metrics, beside their own. */
  readonly preferences?: Readonly<Record<string, string>>;
  /** Present where the metrics of its schedules have ranges. */
  readonly formulas?: unknown;
  /**
   * The parts of the objective that are no metrics, beside those that every kind has. Where it is given, a run has these,
   * the metrics and nothing else, so that a misspelt name is told before the run.
   */
  readonly parts?: readonly string[];
  /** Present where scenarios of the kind may hold their tables. */
  readonly inline?: unknown;
  /** The JSON files that the kind can read in place of tables, where it can read any. */
  readonly json?: { readonly description: string };
  /** Its tables: what a row of the schedule names is read as the table reads it. */
  readonly tables?: readonly TableSpec[];
  /** The columns by which rows of a schedule are named. */
  readonly schedule?: ScheduleTable;
  /** Present where the kind can go on from week to week. */
  readonly next?: unknown;
}
