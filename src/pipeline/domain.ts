import type { z } from 'zod';
import type { Audit, MetricTexts } from '../audit/audit.ts';
import type { Limits, Model } from '../kernel/model.ts';
import type { Problem } from '../problem.ts';
import type { Page } from '../report/page.ts';
import type { FunnelStep, Run } from '../runs/run.ts';
import type { Scenario, Settings } from '../scenario/scenario.ts';
import type { Cell, ScheduleTable } from '../tables/result.ts';
import type { RawTable, Table, TableSpec } from '../tables/table.ts';
import type { Watch } from './stage.ts';

/** The text by which a rule or score term explains itself: in `evenhand rules`, in docs and in reports. */
export interface RuleText {
  /** Its key in the YAML. */
  readonly name: string;
  readonly title: string;
  /** What it does, in a sentence or two for a person of the field. */
  readonly meaning: string;
  /** The exact formula, in plain text. */
  readonly formula: string;
  /** Its YAML parameters; each field has `.describe()`, a default, and `.meta({unit})` where it has one. */
  readonly parameters: z.ZodType;
  /** Where it stands in the YAML: `rules`, a score weight in `weights`, or nowhere, since it always holds. */
  readonly section: 'rules' | 'weights' | 'always';
}

/** Tables of a domain, by name. */
export type Tables = Readonly<Record<string, Table>>;

/** What the stages of a domain must have made before solving. */
export interface Built {
  readonly model: Model;
  readonly funnel: readonly FunnelStep[];
  /** The schedule as rows, in the words of the tables; the only thing about the solution that the auditor sees. */
  readonly schedule: (chosen: Int32Array) => Schedule;
  readonly notes: readonly string[];
  /**
   * Limits that this schedule breaks and the model does not state yet, for rules that would take too many to write
   * down at once. The model is solved again with them, until there are none.
   */
  readonly cuts?: (chosen: Int32Array) => readonly Limits[];
}

/** Chosen candidates as plain rows, sorted by key. */
export type Schedule = readonly Readonly<Record<string, Cell>>[];

/** A kind of scheduling problem. Methods, so that a domain with narrower settings is still a domain. */
export interface Domain<S extends Settings = Settings> {
  readonly kind: string;
  readonly title: string;
  /** The scenario keys of this kind beside the general ones (kind, title, data, solver, variants, expect …). */
  readonly shape: z.ZodRawShape;
  /** Problems that no single key shows. */
  check?(settings: S): readonly Problem[];
  readonly tables: readonly TableSpec[];
  /** The same tables, with what the settings of a scenario make wrong in a row. */
  tablesFor?(settings: S): readonly TableSpec[];
  readonly rules: readonly RuleText[];
  /** Where the tables come from when a scenario does not say: `inline` = they stand in it. Otherwise the sample. */
  readonly data?: 'inline';
  /**
   * The tables that stand in the scenario itself, as text, for the same validation and quarantine as CSV. Lines come
   * from `scenario.place([table, row])`, and from there alone: then a repeated run finds the same ones.
   */
  inline?(scenario: Scenario<S>): readonly RawTable[];
  /** The sample data of a seed, as text. */
  sample(seed: number): readonly RawTable[];
  /** From settings and tables to a model, stage by stage. Throws `Refusal` where the data cannot answer. */
  build(settings: S, tables: Tables, watch: Watch): Built;
  /** Checks and prices a schedule again, from the tables alone. */
  audit(settings: S, tables: Tables, schedule: Schedule): Audit;
  /**
   * Which result table is the schedule, which of its columns name a row, and which say where, when or to whom it goes:
   * by these, two schedules are compared.
   */
  readonly schedule: ScheduleTable;
  /** How to read the metrics of an audit: a name for people, and which way is better. */
  readonly metrics?: MetricTexts;
  /** What the report of a run shows, in the domain's words. */
  page(run: Run): Page;
  /** A commented scenario for `evenhand init`. */
  readonly starter: string;
}
