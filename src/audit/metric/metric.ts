import type { MetricText } from '../audit.ts';
import { rounded } from '../numbers.ts';

/** How a value stands against a rule of thumb of the field, which is nobody's policy: its tone, and the band in words. */
export interface Band {
  readonly tone: 'good' | 'fair' | 'poor';
  readonly text: string;
}

/** What the first screen of a report says of a metric, beside its band and its range. `R` is a run. */
export interface MetricTile<R> {
  /** Where the first screen calls it otherwise than tables do. */
  readonly label?: string;
  /** The value in words; otherwise it is written by its unit. */
  readonly text?: (value: number, run: R) => string;
  /** What it is measured against. */
  readonly note?: string | ((value: number, run: R) => string);
  /** How it reads against policy, where it has no band. */
  readonly tone?: (value: number, run: R) => Band['tone'];
  /** What stands for a metric without a value; where nothing is said, it has no tile. */
  readonly none?: string;
}

/** All that is said of a metric, however it is found. `R` is a run. */
export interface MetricWords<R> extends Omit<MetricText, 'headline'> {
  /** Worth a column where several runs stand side by side. */
  readonly headline?: true;
  /** What its line of a terminal is called, and the metric that it is a part of: "42 of 149". */
  readonly terminal?: string | { readonly label: string; readonly of: string };
  readonly tile?: MetricTile<R>;
  readonly band?: (value: number) => Band;
}

/**
 * A metric, stated once: how it follows from what an auditor knows, and how people read it. `L` is the auditor's
 * ledger, `S` a row of the schedule as the auditor has looked it up, `R` a run.
 */
export interface Metric<L, S, R> extends MetricWords<R> {
  readonly from: Source<L, S>;
  /** Where it is asked for; where nothing is said, always. */
  readonly only?: (ledger: L) => boolean;
}

/** The metrics of a kind by name, in the order in which audits list them. */
export type Metrics<L, S, R> = Readonly<Record<string, Metric<L, S, R>>>;

/** How a metric is found. What a sum, groups or a spread ask of the ledger must not depend on which rows are chosen. */
export type Source<L, S> = Value<L> | Sum<L, S> | Groups<L, S> | Spread<L, S>;

/** A metric that is read from the ledger: it has no range over schedules. */
export interface Value<L> {
  readonly kind: 'value';
  of(ledger: L): number | null;
}

/** A metric that follows from a sum of whole numbers, one of each row. */
export interface Sum<L, S> {
  readonly kind: 'sum';
  of(ledger: L): (row: S) => number;
  as(sum: number, ledger: L): number | null;
}

/** A metric that follows from a sum over groups of rows. A group of which nothing is used adds nothing. */
export interface Groups<L, S> {
  readonly kind: 'groups';
  /** The group of a row, the same object or text for all rows of a group; undefined: none. */
  by(ledger: L): (row: S) => unknown;
  use(ledger: L): (row: S) => number;
  adds(group: unknown, use: number): number;
  as(sum: number, ledger: L): number | null;
}

/** A metric of how rows are spread over groups, from the counts of the groups that have any, most first. */
export interface Spread<L, S> {
  readonly kind: 'spread';
  /** Metrics with the same function share their groups. */
  readonly by: (row: S) => unknown;
  of(counts: readonly number[], ledger: L): number;
}

/** From a sum to the metric: null where it has no meaning, whatever is chosen. */
type As<L> = (sum: number, ledger: L) => number | null;

/**
 * The ways to state a metric of one kind. A sum or groups without `as` are the metric itself.
 */
export function metricsOver<L, S, R = unknown>() {
  type Stated = MetricWords<R> & Pick<Metric<L, S, R>, 'only'>;
  const itself: As<L> = (sum) => sum;
  return {
    /** Read from the ledger. */
    value: ({ of, ...words }: Stated & { readonly of: (ledger: L) => number | null }): Metric<L, S, R> => ({
      ...words,
      from: { kind: 'value', of },
    }),
    /** How many rows there are. */
    count: ({ as = itself, ...words }: Stated & { readonly as?: As<L> }): Metric<L, S, R> => ({
      ...words,
      from: { kind: 'sum', of: () => () => 1, as },
    }),
    /** A sum of whole numbers over the rows. */
    sum: ({
      of,
      as = itself,
      ...words
    }: Stated & { readonly of: (ledger: L) => (row: S) => number; readonly as?: As<L> }): Metric<L, S, R> => ({
      ...words,
      from: { kind: 'sum', of, as },
    }),
    /** A sum over groups of rows: `adds` is what a group adds by its use, which is one a row where nothing is said. */
    groups: <G>({
      by,
      use = () => () => 1,
      adds,
      as = itself,
      ...words
    }: Stated & {
      readonly by: (ledger: L) => (row: S) => G | undefined;
      readonly use?: (ledger: L) => (row: S) => number;
      readonly adds: (group: G, use: number) => number;
      readonly as?: As<L>;
    }): Metric<L, S, R> => ({
      ...words,
      from: { kind: 'groups', by, use, adds: (group, used) => adds(group as G, used), as },
    }),
    /** How rows are spread over groups, rounded to so many digits where they are given. */
    spread: ({
      by,
      of,
      digits,
      ...words
    }: Stated & {
      readonly by: (row: S) => unknown;
      readonly of: (counts: readonly number[], ledger: L) => number;
      readonly digits?: number;
    }): Metric<L, S, R> => ({
      ...words,
      from: {
        kind: 'spread',
        by,
        of: (counts, ledger) => (digits === undefined ? of(counts, ledger) : rounded(of(counts, ledger), digits)),
      },
    }),
  };
}
