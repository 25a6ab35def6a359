import type { ResultTable } from '../tables/result.ts';
import type { FigureStyle } from '../text/figure.ts';

/**
 * A hard rule that a schedule breaks.
 *
 * @example
 * const { domain, scenario, data } = session;
 * const twice = ['b2014', 'b2044'].map((name) => ({ spot: 'w1', break: name, position: 1 }));
 * const [{ rule, entity }] = domain.audit(scenario.settings, data.tables, twice).violations;
 * [rule, entity] // ['spot_once', 'w1']
 */
export interface Violation {
  readonly rule: string;
  /** Who or what breaks it: a VIN, a day, a partner. */
  readonly entity: string;
  readonly text: string;
  /** The rows of the schedule that it speaks of, counted from 0. Left out where the auditor does not say. */
  readonly rows?: readonly number[];
}

/**
 * A schedule checked and priced again from the tables alone.
 *
 * @example
 * const { domain, scenario, data } = session;
 * const audit = domain.audit(scenario.settings, data.tables, [{ spot: 'h1', break: 'b2014', position: 1 }]);
 * [audit.metrics.placed, audit.objective.value_guaranteed] // [1, 12800]
 */
export interface Audit {
  readonly violations: readonly Violation[];
  /** Points: raw score, each penalty, net score. */
  readonly objective: Readonly<Record<string, number>>;
  /** One number a name. Null where it has no meaning (a mean of nothing). */
  readonly metrics: Readonly<Record<string, number | null>>;
  /** The tables of the run folder, by name; `assignments` is the schedule itself. */
  readonly tables: Readonly<Record<string, ResultTable>>;
}

/**
 * The outcome of one level of trust.
 *
 * @example
 * run.audit.levels.map(({ name }) => name) // ['feasible', 'priced', 'bounded', 'reproducible']
 * run.audit.levels.every(({ passed }) => passed) // true
 */
export interface Level {
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly name: 'feasible' | 'priced' | 'bounded' | 'reproducible' | 'determined';
  readonly passed: boolean;
  /** One sentence for a person, with the numbers that it rests on. */
  readonly text: string;
}

/** How to read a metric: what people call it, and which way policy wants it to go. */
export interface MetricText {
  readonly label: string;
  /** What it counts or measures, in a sentence or two for a person of the field. */
  readonly meaning?: string;
  readonly better: 'more' | 'less' | 'neutral';
  /** Worth a column where several runs stand side by side. */
  readonly headline: boolean;
  /** `share`: a fraction, shown as a percentage; `dollars`; any other word stands behind the number. */
  readonly unit?: string;
  /** The metric that the score is set against where scenarios are compared. */
  readonly frontier?: true;
  /** What that is about, for titles: `fairness` where nothing is said. */
  readonly about?: string;
  /** Comes before the net score: schedules are ranked by the measures that do, in their order, and by the score last. */
  readonly first?: true;
  /** It follows from a sum over rows, so that ties can be decided by it: `ties: {prefer: [its name]}`. */
  readonly decides?: true;
}

/** How to read the metrics of a kind, by name. */
export type MetricTexts = Readonly<Record<string, MetricText>>;

/**
 * A metric worth a line of a terminal.
 *
 * @example
 * domainOf('rotation').terminal?.[0] // { metric: 'placed', label: 'placed', of: 'spots', as: 'count' }
 */
export interface TerminalLine {
  readonly metric: string;
  readonly label: string;
  /** The metric that it is a part of: "42 of 149". */
  readonly of?: string;
  readonly as: FigureStyle;
}
