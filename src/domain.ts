import type { z } from 'zod';
import type { Audit, MetricTexts, TerminalLine } from './audit/audit.ts';
import type { MetricFormula } from './audit/metric/formula.ts';
import type { CalendarEvent } from './calendar/event.ts';
import type { JsonFormat, RunDocument, Shown, TextPart } from './forms.ts';
import type { Limits, Model } from './kernel/model.ts';
import type { Forecast, ForecastQuestion, Learning, PastDecisions } from './learning.ts';
import type { Watch } from './pipeline/stage.ts';
import type { Problem } from './problems/problem.ts';
import type { Page } from './report/page.ts';
import type { FunnelStep, Run } from './runs/run.ts';
import type { Fields, Scenario, Settings } from './scenario/scenario.ts';
import type { ImportFormat, ScheduleFormat } from './tables/imports/format.ts';
import type { Cell, ResultTable, ScheduleTable } from './tables/result.ts';
import type { RawTable, Table, TableSpec } from './tables/table.ts';

export type { JsonRequest, Shown, TextPart } from './forms.ts';

/**
 * The text by which a rule or score term explains itself: in `evenhand rules`, in docs and in reports.
 *
 * @example
 * const fairness = domainOf('loans').rules.find(({ name }) => name === 'fairness');
 * [fairness?.title, fairness?.section] // ['Fairness', 'rules']
 * fairness?.parameters.parse({}) // { mode: 'stepped', target: 1, penalty: 200, step_up: 400 }
 */
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

/**
 * A kind's own view of one question, opened once: its world, its candidates and its model. All that is asked about the
 * question later is answered from it, without building anything again.
 */
export interface Instance {
  readonly model: Model;
  readonly funnel: readonly FunnelStep[];
  readonly notes: readonly string[];
  /** The candidates of an earlier schedule that the scenario wants to stay close to. */
  readonly near?: Int32Array;
  /** The fields by which rows can be asked for: those of a row, and those that the tables tell of it. */
  readonly fields: readonly string[];
  /** The row of one candidate, in the words of the tables, without what follows from the schedule as a whole. */
  readonly row: (candidate: number) => Row;
  /** The same with what the tables tell of it: whose it is, and when. */
  readonly described: (candidate: number) => Row;
  /** The candidate of a row, by the fields that candidates have; undefined where there is none. */
  readonly candidateOf: (row: Row) => number | undefined;
  /** The schedule as rows; the only thing about the solution that the auditor sees. */
  readonly schedule: (chosen: Int32Array) => Schedule;
  /**
   * Limits that this schedule breaks and the model does not state yet, for rules that would take too many to write
   * down at once. The model is solved again with them, until there are none.
   */
  readonly cuts?: (chosen: Int32Array) => readonly Cut[];
  /** What the score of one candidate is made of, in points; together less than one point from its score. */
  readonly terms: (candidate: number) => readonly Term[];
  /** A row, or some of its fields, with the names that the tables give them. */
  readonly rowText: (row: Row) => string;
  /** Why no candidate has these fields: each reason with its date or rule. Nothing: there is a candidate. */
  readonly whyNot: (fields: Fields) => readonly string[];
  /** What in a schedule stands in the way of one more candidate, each with the rule and its figures. Nothing: it fits. */
  readonly inTheWay: (chosen: Int32Array, candidate: number) => readonly string[];
  /** What else there is to say about these fields in a run: what keeps a day from being filled. */
  readonly about: (fields: Fields, run: Run) => readonly string[];
}

/** Limits that a schedule breaks. */
export interface Cut extends Limits {
  /** A search for what would allow the schedule gave up: the limits may forbid more than the rules do. */
  readonly unproven?: true;
}

/** How to open a question. */
export interface OpenOptions {
  readonly watch?: Watch | undefined;
  /** A question of the same kind that is open already. What the two have in common is taken from it. */
  readonly near?: Instance | undefined;
}

/** A row of a schedule. */
export type Row = Readonly<Record<string, Cell>>;

/** One term of a score. */
export interface Term {
  readonly name: string;
  readonly points: number;
  /** What it is charged or given for: "14 minutes from its wish, 20:44". */
  readonly text?: string;
}

/** Chosen candidates as plain rows, sorted by key. */
export type Schedule = readonly Row[];

/** How a schedule is judged. */
export interface Judging {
  /** It was made elsewhere: nothing in it is excused because it has happened, and what it left out is asked about. */
  readonly given: boolean;
}

/** A schedule, and what it breaks. */
export interface Audited extends Pick<Audit, 'violations'> {
  readonly schedule: Schedule;
}

/** Many weeks in a row, taken together. */
export interface Horizon<S extends Settings = Settings> {
  /** What a week is called: the date it begins with. */
  week(settings: S): string;
  /**
   * Checks and prices the schedules of all weeks, as one list, from the settings and tables of the first week alone: no
   * sum that one week handed to the next. Its objective and metrics are totals.
   */
  audit(settings: S, tables: Tables, schedule: Schedule): Audit;
  /**
   * Where the scenario asks how its weeks were really run: the tables as they stood before the first of them, and the
   * schedule that was really made. Otherwise undefined.
   */
  past?(
    settings: S,
    tables: Tables,
  ): { readonly tables: Tables; readonly schedule: Schedule; readonly notes: readonly string[] } | undefined;
  /** That schedule beside the one that was planned, both audited from the tables of the first week, as result tables. */
  beside?(settings: S, tables: Tables, past: Audited, planned: Audited): Readonly<Record<string, ResultTable>>;
  /** What the report of the whole shows. */
  page(run: Run): Page;
}

/**
 * A question in which one thing gives way that had removed candidates before there was a model: a closed day, a rank that
 * is not allowed. No limit of the model speaks of it, so that its price is found by opening the question again.
 */
export interface Loosening<S extends Settings = Settings, T = Tables> {
  readonly rule: string;
  /** Whose limit it is. */
  readonly label: string;
  /** What is changed: "one slot on Monday 22 September, which has none". */
  readonly change: string;
  readonly settings: S;
  readonly tables: T;
}

/** Those to whom a schedule gives nothing. */
export interface LeftOut {
  /** One of them, and several. */
  readonly noun: readonly [one: string, several: string];
  /** In which order people ask about them, and `of` lists them. */
  readonly order: string;
  /** All of them in a run, each by fields of a schedule's row. */
  of(run: Run): readonly { readonly name: string; readonly fields: Fields }[];
}

/** What raises an alarm where it is too large a part of the whole: spots that are moved or unresolved. */
export interface Alert<S extends Settings = Settings> {
  /** As scenarios, events and other systems name it: `moved_or_unresolved`. */
  readonly name: string;
  /** What is counted: "moved or unresolved". */
  readonly label: string;
  /** One of them, and several. */
  readonly noun: readonly [one: string, several: string];
  /** The result table that lists them all. */
  readonly table: string;
  /** How many there are in all. */
  of(run: Run): number;
  /** Those that count. */
  rows(run: Run): readonly AlertRow[];
  /** The share above which the alarm is raised, where the scenario says one. */
  limit?(settings: S): number;
}

/** One of those that an alarm counts. */
export interface AlertRow {
  readonly name: string;
  /** By which fields the schedule knows it. */
  readonly fields: Fields;
  /** What happened to it, in one word: `moved`. */
  readonly what: string;
  /** The same for a person: "30 min after its wish". */
  readonly text: string;
}

/**
 * A kind of scheduling problem. Methods, so that a domain with narrower settings is still a domain.
 *
 * @example
 * const { kind, tables, schedule } = domainOf('rotation');
 * [kind, schedule.table, schedule.key] // ['rotation', 'log', ['spot']]
 * tables.some(({ name }) => name === 'spots') // true
 */
export interface Domain<S extends Settings = Settings> {
  readonly kind: string;
  readonly title: string;
  /** One row of the schedule, and several: "loan", "loans". */
  readonly noun: readonly [one: string, several: string];
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
  /** The JSON files that `data: {json: file}` reads. */
  readonly json?: JsonFormat<S>;
  /** Files of other programs that it reads: `evenhand data import --format NAME FILE --out FOLDER`. */
  readonly formats?: readonly ImportFormat[];
  /** Schedules of other programs that it reads: `evenhand audit FILE --schedule plan.sol`. */
  readonly schedules?: readonly ScheduleFormat<S>[];
  /** The sample data of a seed, as text. */
  sample(seed: number): readonly RawTable[];
  /** Opens a question, stage by stage. Throws `Refusal` where the data cannot answer. */
  open(settings: S, tables: Tables, options?: OpenOptions): Instance;
  /** Checks and prices a schedule again, from the tables alone; one that is given as it was. */
  audit(settings: S, tables: Tables, schedule: Schedule, how?: Judging): Audit;
  /**
   * How metrics follow from whichever of these rows are chosen, by the auditor's own statements. Metrics that are left
   * out have no range over optimal schedules.
   */
  formulas?(settings: S, tables: Tables, rows: Schedule): readonly MetricFormula[];
  /** Names under which `ties.prefer` knows metrics, beside their own: "longest_waiting" for "days_waited". */
  readonly preferences?: Readonly<Record<string, string>>;
  /** What gives way, one thing at a time, of that which leaves no candidates behind. */
  loosenings?(settings: S, tables: Tables): readonly Loosening<S>[];
  /**
   * Which result table is the schedule, which of its columns name a row, and which say where, when or to whom it goes:
   * by these, two schedules are compared.
   */
  readonly schedule: ScheduleTable;
  /** The metrics worth a line of a terminal, in their order; without them the first few are shown. */
  readonly terminal?: readonly TerminalLine[];
  /** How to read the metrics of an audit: a name for people, and which way is better. */
  readonly metrics?: MetricTexts;
  /**
   * The parts of the objective that `metrics` does not name, beside those that every kind has. Where it is given, a run
   * has these, the metrics and nothing else: a scenario that expects something of another name is refused before it runs.
   */
  readonly parts?: readonly string[];
  /**
   * The following week's question, once this week's schedule is decided: pure, and only what the schedule itself makes
   * of the tables. Offered together with `horizon`; a kind with both may say `weeks:` in its scenarios.
   *
   * @throws Refusal where the data do not reach so far.
   */
  next?(settings: S, tables: Tables, schedule: Schedule): { readonly settings: S; readonly tables: Tables };
  /** What is said of many weeks in a row. */
  readonly horizon?: Horizon<S>;
  /** Who is asked about where a schedule gives somebody nothing. */
  readonly leftOut?: LeftOut;
  /** What of a schedule raises an alarm where it is too much. */
  readonly alert?: Alert<S>;
  /** What hours and weekdays are learnt for, from outcomes that are kept elsewhere. */
  readonly learning?: Learning<S>;
  /**
   * What is expected of every instant of the scenario that is open for one subject.
   *
   * @throws Refusal where there is no such subject, or it does nothing of that type.
   */
  predict?(settings: S, tables: Tables, question: ForecastQuestion): Forecast;
  /** The decisions of the past that the tables hold with what came of them: outcomes say which weights they support. */
  decisions?(settings: S, tables: Tables): PastDecisions;
  /** A run as one document, in the words of an earlier system: `evenhand table RUN summary --json`. */
  summary?(run: Run): Readonly<Record<string, unknown>>;
  /** The same, in the words of other systems, by the name of the form: `evenhand table RUN timetable --as sched-json`. */
  readonly documents?: Readonly<Record<string, RunDocument>>;
  /** A schedule as text for a terminal of so many columns: `evenhand table RUN week`, and `run` where it is short. */
  week?(shown: Shown<S>, columns: number): readonly TextPart[];
  /** What a run puts into people's calendars: `evenhand table RUN calendar --format ics`. */
  events?(run: Run): readonly CalendarEvent[];
  /** What the report of a run shows, in the domain's words. */
  page(run: Run): Page;
  /** A commented scenario for `evenhand init`. */
  readonly starter: string;
}
