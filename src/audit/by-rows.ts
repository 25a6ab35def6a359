import type { Cell, ResultTable } from '../tables/result.ts';
import type { Audit, MetricTexts, TerminalLine, Violation } from './audit.ts';
import type { MetricFormula } from './metric/formula.ts';
import { type Metric, type Metrics, metricsOver } from './metric/metric.ts';
import { formulasOf, valuesOf } from './metric/values.ts';
import { terminalOf, textsOf } from './metric/words.ts';
import { groupBy } from './rows.ts';
import { type Field, tableOf } from './table.ts';
import { type Fault, violationsTable } from './violations.ts';

/** What is wrong, and with which rows: a report names the lines of a file that they stand in. */
export interface RowFault<R> extends Fault {
  /** Left out where no row is meant: somebody who should have one, and has none. */
  readonly rows?: readonly R[];
}

/** A row of a schedule as a run, a file or a cell has it. */
type GivenRow = Readonly<Record<string, Cell>>;

/** What an auditor looks at: the settings, the tables, and the rows of the schedule as it has looked them up. */
export interface Facts<S, T, R> {
  readonly settings: S;
  readonly tables: T;
  readonly rows: readonly R[];
}

/** What an auditor looks at before it has looked up any row. */
export type Question<S, T> = Omit<Facts<S, T, never>, 'rows'>;

/** The ways to state a metric over looked-up rows: `count`, `sum`, `groups`, `spread`, `value`. */
export type MetricKit<S, T, R> = ReturnType<typeof metricsOver<Facts<S, T, R>, R>>;

/** An auditor that goes through a schedule row by row. */
export interface RowAuditor<S, T, R> {
  /** The result table that is the schedule. */
  readonly table: string;
  /** Looks a row up in the tables. A text says what is wrong with a row that cannot be looked up. */
  readonly look: (row: GivenRow, question: Question<S, T>) => R | string;
  /** The columns of the schedule. */
  readonly columns: readonly Field<R>[];
  /** What names a row, where nothing may be scheduled twice: who stands twice breaks the rule `once`. */
  readonly once?: (row: R) => string;
  /** What breaks each hard rule, by the name of the rule. */
  readonly rules: Readonly<Record<string, (facts: Facts<S, T, R>) => readonly RowFault<R>[]>>;
  /** Points of one row. */
  readonly score: (row: R, question: Question<S, T>) => number;
  /** What is charged, in points from 0 up, by the name that the objective gives it. */
  readonly penalties?: Readonly<Record<string, (facts: Facts<S, T, R>) => number>>;
  readonly metrics?: (kit: MetricKit<S, T, R>) => Readonly<Record<string, Metric<Facts<S, T, R>, R, unknown>>>;
  /** Further result tables, by name: what the report and files show beside the schedule. */
  readonly tables?: Readonly<Record<string, (facts: Facts<S, T, R>) => ResultTable>>;
}

/** The members of a kind that follow from its auditor. */
export interface AuditParts<S, T> {
  readonly audit: (settings: S, tables: T, schedule: readonly GivenRow[]) => Audit;
  readonly formulas: (settings: S, tables: T, rows: readonly GivenRow[]) => readonly MetricFormula[];
  readonly metrics: MetricTexts;
  /** What is charged, by name. */
  readonly parts: readonly string[];
  readonly terminal: readonly TerminalLine[];
}

/**
 * The audit of a kind whose schedule can be judged row by row: each row is looked up, each rule says what breaks it,
 * and the price is the sum of what rows score, less what is charged. Metrics are stated once: from the same statement
 * follow their values, their texts and their ranges over equally good schedules.
 *
 * @example
 * const { audit } = auditBy({
 *   table: 'plan',
 *   look: ({ id, day }) => (day === 'sun' ? `${id} is on a Sunday` : { id: String(id), day: String(day) }),
 *   columns: [['id', 'text', 'Errand', ({ id }) => id], ['day', 'text', 'Day', ({ day }) => day]],
 *   rules: { per_day: ({ rows }) => overMost(rows, { by: ({ day }) => day, most: () => 1, noun: ['errand', 'errands'] }) },
 *   score: () => 5,
 *   metrics: (kit) => ({ done: kit.count({ label: 'done', better: 'more' }) }),
 * });
 * const found = audit({}, {}, [{ id: 'bank', day: 'mon' }, { id: 'post', day: 'mon' }, { id: 'shop', day: 'sun' }]);
 * found.objective.net_score // 10
 * found.metrics.done // 2
 * found.violations.map(({ text }) => text) // ['shop is on a Sunday', 'mon has 2 errands, and at most 1']
 */
export function auditBy<S, T, R>(auditor: RowAuditor<S, T, R>): AuditParts<S, T> {
  const metrics: Metrics<Facts<S, T, R>, R, unknown> = auditor.metrics?.(metricsOver<Facts<S, T, R>, R>()) ?? {};
  return {
    audit: (settings, tables, schedule) => auditOf(auditor, metrics, { settings, tables, schedule }),
    formulas: (settings, tables, rows) => {
      const question = { settings, tables };
      const found = rows.flatMap((row) => knownOf(auditor.look(row, question)));
      return formulasOf(metrics, { ...question, rows: [] }, found);
    },
    metrics: textsOf(metrics),
    parts: Object.keys(auditor.penalties ?? {}),
    terminal: terminalOf(metrics),
  };
}

interface Judged<S, T> extends Question<S, T> {
  readonly schedule: readonly GivenRow[];
}

function auditOf<S, T, R>(
  { table, look, columns, once, rules, score, penalties = {}, tables: further = {} }: RowAuditor<S, T, R>,
  metrics: Metrics<Facts<S, T, R>, R, unknown>,
  { settings, tables, schedule }: Judged<S, T>,
): Audit {
  const question = { settings, tables };
  const found = schedule.map((row) => look(row, question));
  const rows = found.flatMap(knownOf);
  const facts = { ...question, rows };
  const broken = Object.entries(rules).flatMap(([rule, faults]) => faults(facts).map((fault) => ({ rule, ...fault })));
  const violations = [
    ...found.flatMap((row, at) =>
      typeof row === 'string' ? [{ rule: 'structure', entity: table, text: row, rows: [at] }] : [],
    ),
    ...[...(once ? twiceIn(rows, once) : []), ...broken].map((fault) => placed(fault, found)),
  ];
  const raw_score = rows.reduce((sum, row) => sum + score(row, question), 0);
  const charges = Object.fromEntries(Object.entries(penalties).map(([name, charge]) => [name, charge(facts)]));
  const net_score = Object.values(charges).reduce((left, points) => left - points, raw_score);
  return {
    violations,
    objective: { raw_score, ...charges, net_score },
    metrics: valuesOf(metrics, facts, rows),
    tables: {
      [table]: tableOf(rows, columns),
      ...Object.fromEntries(Object.entries(further).map(([name, of]) => [name, of(facts)])),
      violations: violationsTable(violations),
    },
  };
}

/** A fault, and the rule that it breaks. */
type Broken<R> = RowFault<R> & Pick<Violation, 'rule'>;

/** A violation with the numbers of its rows in the schedule, where the rule says which they are. */
function placed<R>({ rows, ...fault }: Broken<R>, schedule: readonly (R | string)[]): Violation {
  if (rows === undefined) return fault;
  const own = new Set<R | string>(rows);
  return { ...fault, rows: schedule.flatMap((row, at) => (own.has(row) ? [at] : [])) };
}

const twiceIn = <R>(rows: readonly R[], nameOf: (row: R) => string): readonly Broken<R>[] =>
  overMost(rows, { by: nameOf, most: () => 1, noun: ['row', 'rows'] }).map((fault) => ({ rule: 'once', ...fault }));

const knownOf = <R>(row: R | string): readonly R[] => (typeof row === 'string' ? [] : [row]);

/** Rows that a rule counts by group, and how many a group may have. */
export interface Ceiling<R> {
  /** What a row counts for: its day, its teacher. */
  readonly by: (row: R) => string;
  readonly most: (group: string) => number;
  /** One row and several: "errand", "errands". */
  readonly noun: readonly [one: string, several: string];
}

/**
 * The groups of rows that have more rows than they may, each as a fault of its rows.
 *
 * @example
 * const rows = [{ day: 'mon' }, { day: 'mon' }, { day: 'tue' }];
 * overMost(rows, { by: ({ day }) => day, most: () => 1, noun: ['errand', 'errands'] })
 * // [{ entity: 'mon', text: 'mon has 2 errands, and at most 1', rows: [{ day: 'mon' }, { day: 'mon' }] }]
 */
export function overMost<R>(rows: readonly R[], { by, most, noun }: Ceiling<R>): readonly RowFault<R>[] {
  return [...groupBy(rows, by)]
    .filter(([group, own]) => own.length > most(group))
    .map(([group, own]) => ({
      entity: group,
      text: `${group} has ${own.length} ${noun[own.length === 1 ? 0 : 1]}, and at most ${most(group)}`,
      rows: own,
    }));
}
