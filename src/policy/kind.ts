import type { z } from 'zod';
import type { Audit } from '../audit/audit.ts';
import type { MetricFormula } from '../audit/metric/formula.ts';
import type { Cut, Domain, Horizon, Instance, Judging, Loosening, Row, RuleText, Schedule, Term } from '../domain.ts';
import type { Priority } from '../kernel/model.ts';
import type { Chapter } from '../report/chapter.ts';
import type { Run } from '../runs/run.ts';
import type { Fields, Settings } from '../scenario/scenario.ts';
import type { RawTable, Table, TableSpec } from '../tables/table.ts';
import type { AxisText } from './answers/why-not.ts';
import type { At, Axes, Candidates, Levels, Paired } from './candidates.ts';
import type { FormRow } from './inline.ts';
import type { RowShape } from './row.ts';
import type { Rule } from './rule.ts';
import type { SettingsOf } from './shape.ts';

/**
 * What a kind with these settings and tables is asked; `Rules` are the parameters of its rules, by their names.
 *
 * @example
 * const settings = { days: z.array(z.string()).default(['mon']) };
 * const columns = { id: column(cells.text, 'its name') };
 * const tables = { errands: table({ name: 'errands', description: 'to do', required: true, key: ['id'], columns }) };
 * const worldOf = (question: QuestionOf<typeof settings, typeof tables>) => ({
 *   days: question.settings.days, errands: question.tables.errands.rows,
 * });
 * typeof worldOf // 'function'
 */
export interface QuestionOf<Shape extends z.ZodRawShape, Specs, Rules = unknown> {
  readonly settings: SettingsOf<Shape, Rules>;
  readonly tables: TablesOf<Specs>;
}

/**
 * The tables of a kind, validated, by the names of their descriptions.
 *
 * @example
 * const columns = { id: column(cells.text, 'its name'), worth: column(cells.integer, 'points') };
 * const specs = { errands: table({ name: 'errands', description: 'to do', required: true, key: ['id'], columns }) };
 * const worthOf = ({ errands }: TablesOf<typeof specs>) => errands.rows.map(({ worth }) => worth);
 * typeof worthOf // 'function'
 */
export type TablesOf<Specs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends TableSpec<infer R> ? Table<R> : never;
};

/** A table's description, whatever its rows are. */
export type TableText = Pick<TableSpec<object>, 'name' | 'description' | 'required' | 'once'> & {
  readonly columns: object;
  readonly key: readonly string[];
};

/** What a kind may look at once its candidates are known. */
export interface Known<S, W, A extends string> {
  readonly settings: S;
  readonly world: W;
  readonly all: Candidates<A>;
}

/** What else is at hand where questions about one instance are answered. */
export interface Asking<S, W, A extends string> extends Known<S, W, A>, Pick<Paired<A>, 'filters'> {
  /** The candidate of a row; undefined where there is none. */
  readonly candidateOf: (row: Row) => number | undefined;
  readonly inTheWay: Instance['inTheWay'];
}

/** A term of the score: its text as a weight, and what it adds for each candidate. */
export interface ScoreTerm<S, W, A extends string> extends RuleText {
  /** Points of each candidate, or a term in words. Zero points say nothing. */
  readonly of: (known: Known<S, W, A>) => (candidate: number) => number | Omit<Term, 'name'> | undefined;
}

/** The parts of a domain that the engine makes from what the author says. */
type Derived =
  | 'formulas'
  | 'open'
  | 'tables'
  | 'rules'
  | 'audit'
  | 'next'
  | 'loosenings'
  | 'horizon'
  | 'shape'
  | 'schedule'
  | 'inline'
  | 'data'
  | 'page'
  | 'sample'
  | 'starter';

/** A kind of problem as its author writes it: what only the author knows. */
export interface Kind<S extends Settings, Scope, T, W, A extends string> extends Omit<Domain<S>, Derived> {
  /** The scenario keys of the kind beside the general ones. Those of rules and weights follow where they are left out. */
  readonly settings?: z.ZodRawShape;
  readonly tables: Readonly<Record<string, TableText>>;
  /** Whether a scenario may hold the tables itself, under the keys of their names; then it does unless it says else. */
  readonly inline?: boolean;
  /** Keys of `settings` that are a shorter way to write rows: from what stands there to rows of the kind's tables. */
  readonly forms?: Readonly<Record<string, (written: never) => readonly FormRow[]>>;
  /** The columns of a row of the schedule: what identifies it, and where, when or to whom it goes. */
  readonly row: RowShape<A>;
  /** The settings that `open` may look at; all where nothing is said. What is left out may change without a new world. */
  readonly scope?: (settings: S) => Scope;
  /** The world: what settings and tables are to this kind, once. Throws `Refusal` where the data cannot answer. */
  readonly open: (from: { readonly settings: Scope; readonly tables: T }) => W;
  /** Of what candidates are combinations: the values of each field of a row, in the order in which they are numbered. */
  readonly axes: (world: W) => Axes<A>;
  /** What else is known of the values of an axis: where those are that it does not have, and by what they are found. */
  readonly entries?: (world: W) => Partial<Readonly<Record<A, Omit<AxisText, 'noun'>>>>;
  /** What all combinations are: "every car to every partner on every start day". */
  readonly possibilities?: string;
  /** For kinds in which rules may give way for some candidates. */
  readonly levels?: (world: W) => Levels<A>;
  /** What the candidates of further levels are, for the last line of the funnel. */
  readonly relaxed?: string;
  /** Nothing is scheduled twice: the rule `once`, for the values of the row's key, which then is one field. */
  readonly once?: true;
  readonly rules: readonly Rule<W, A>[];
  readonly terms: readonly ScoreTerm<S, W, A>[];
  /** The score of each candidate, where it is not the sum of its terms. In points. */
  readonly score?: (known: Known<S, W, A>) => Float64Array;
  readonly priorities?: (known: Known<S, W, A>) => readonly Priority[];
  /** Puts chosen candidates in order, for kinds in which a part of the row follows from the schedule as a whole. */
  readonly arrange?: (known: Known<S, W, A>, chosen: Int32Array) => Schedule;
  readonly cuts?: (known: Known<S, W, A> & { readonly columns: number }, chosen: Int32Array) => readonly Cut[];
  readonly notes?: (asking: Asking<S, W, A>) => readonly string[];
  readonly rowText?: (world: W) => (row: Row) => string;
  readonly about?: (asking: Asking<S, W, A>, fields: Fields, run: Run) => readonly string[];
  /** How far a possibility is from what was meant: of many that are no candidates, the nearest are told. */
  readonly distance?: (world: W) => (at: At<A>) => number;
  /** How metrics follow from whichever of these rows are chosen, by the auditor's own statements. */
  readonly formulas?: (settings: S, tables: T, rows: Schedule) => readonly MetricFormula[];
  /** Checks and prices a schedule again, from the tables alone. */
  readonly audit: (settings: S, tables: T, schedule: Schedule, how?: Judging) => Audit;
  /** What is said of many weeks in a row, from the tables of the first one. */
  readonly horizon?: Omit<Horizon<S>, 'audit'> & {
    readonly audit: (settings: S, tables: T, schedule: Schedule) => Audit;
  };
  /** What gives way, one thing at a time, of that which removes candidates before there is a model. */
  readonly loosenings?: (settings: S, tables: T) => readonly Loosening<S, T>[];
  readonly next?: (settings: S, tables: T, schedule: Schedule) => { readonly settings: S; readonly tables: T };
  /** The sample data: rows by table, or what makes them from a seed. */
  readonly sample: Readonly<Record<string, readonly object[]>> | ((seed: number) => readonly RawTable[]);
  /** A commented scenario for `evenhand init`. */
  readonly starter?: string;
  /** What the report shows, chapter by chapter; the schedule alone where nothing is said. */
  readonly chapters?: readonly Chapter[];
  /** What stands under the title of the report; the title of the scenario where nothing is said. */
  readonly subtitle?: (run: Run) => string;
  /** The page of the report, for kinds whose first screen is their own. */
  readonly page?: Domain<S>['page'];
}
