import type { MetricText } from '../audit/audit.ts';
import type { Run } from '../runs/run.ts';
import type { Cell } from '../tables/result.ts';

/**
 * Several runs of one kind side by side. Plain data: `comparison.json` is this, and a report needs nothing else. What
 * differs from the baseline is kept apart by what it is: inputs, schedules, metrics.
 *
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * const { baseline, differences } = compareRuns([run, wide]);
 * baseline // 'prime-evening'
 * differences[0].inputs.settings // [{ path: 'rules.separation', old: 900, new: 1800 }]
 */
export interface Comparison {
  readonly kind: string;
  /** The name of the run that the others are held against. */
  readonly baseline: string;
  /** The baseline's policy, under which every schedule is priced. */
  readonly yardstick: {
    /** Whether the runs' own points are one currency, so that they need no other. */
    readonly one: boolean;
    /** Schedules that have no price under it, and why: of them no better and no worse is claimed. */
    readonly unpriced: readonly { readonly name: string; readonly why: string }[];
  };
  /** In the order given. */
  readonly runs: readonly ComparedRun[];
  /** What is measured: parts of the objective first, then metrics. */
  readonly measures: readonly Measure[];
  /** Every run but the baseline. */
  readonly differences: readonly Difference[];
  /** How many rows of each schedule speak of each entity, for the first column of a place. */
  readonly counts: EntityCounts | null;
  /** Score against fairness; none where the kind names no metric for it. */
  readonly frontiers: readonly Frontier[];
}

/** One run of a comparison. */
export interface ComparedRun {
  /** A letter that stands for it in charts: A, B, … */
  readonly mark: string;
  /** Unique in the comparison. */
  readonly name: string;
  /** The name without what all names share. */
  readonly label: string;
  readonly id: string;
  readonly title: string;
  readonly status: Run['status'];
  /** Whether its audit passed. */
  readonly passed: boolean;
  /** Why it is no proof for its data: rows that forbid were left out. */
  readonly lack?: string;
  /** By measure. Null where it has no meaning, or there is no schedule. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly hashes: { readonly scenario: string; readonly data: string; readonly schedule: string };
}

/**
 * Something that is measured of every run.
 *
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * compareRuns([run, wide]).measures.find(({ name }) => name === 'placed')
 * // { name: 'placed', group: 'metric', label: 'Spots placed', better: 'more', headline: true, unit: 'spots' }
 */
export interface Measure extends MetricText {
  readonly name: string;
  readonly group: 'objective' | 'metric';
}

/** What differs between a run and the baseline. */
export interface Difference {
  readonly name: string;
  readonly inputs: InputDifference;
  /** Null where one of the two has no schedule. */
  readonly schedule: ScheduleDifference | null;
  readonly measures: readonly MeasureDifference[];
  readonly attribution: Attribution;
}

/** What a run was asked, held against the baseline. */
export interface InputDifference {
  readonly settings: readonly SettingChange[];
  readonly data: DataDifference;
}

/** One setting: old in the baseline, new in the run. `old` or `new` is absent where the setting is. */
export interface SettingChange {
  /** As in the YAML: `rules.fairness.penalty`. */
  readonly path: string;
  readonly old?: unknown;
  readonly new?: unknown;
}

/** Whether two runs read the same data, and which tables differ; null where a run does not tell by table. */
export interface DataDifference {
  readonly same: boolean;
  readonly tables: readonly { readonly table: string; readonly same: boolean }[] | null;
}

/** What became of each row of the baseline's schedule. */
export interface ScheduleDifference {
  readonly kept: number;
  readonly moved: number;
  readonly new: number;
  readonly dropped: number;
  /** Every row that is not kept: dropped, moved, new, each by key. */
  readonly changes: readonly RowChange[];
  /** By column of key and place, the entities with more or fewer rows than in the baseline. */
  readonly entities: readonly EntityChanges[];
}

/** A row of a schedule that is elsewhere, or only in one of the two. */
export interface RowChange {
  readonly change: 'moved' | 'new' | 'dropped';
  readonly key: Readonly<Record<string, Cell>>;
  readonly before: Readonly<Record<string, Cell>> | null;
  readonly after: Readonly<Record<string, Cell>> | null;
  /** For a moved row, the columns of its place that changed. */
  readonly changed: readonly string[];
}

/** The entities of one column that gained or lost rows. */
export interface EntityChanges {
  readonly column: string;
  readonly label: string;
  readonly entities: readonly { readonly entity: string; readonly before: number; readonly after: number }[];
}

/** One measure of a run, held against the baseline. */
export interface MeasureDifference {
  readonly name: string;
  readonly value: number | null;
  readonly baseline: number | null;
  /** Value less baseline, exact in decimals; null where one is missing, and between points of two policies. */
  readonly difference: number | null;
  /** `other`: it differs, and neither way is better, or one of the two is missing. */
  readonly direction: 'better' | 'worse' | 'same' | 'other';
}

/** How much of each difference is the doing of each setting; otherwise why that is not told. */
export type Attribution =
  | { readonly told: false; readonly why: string }
  | {
      readonly told: true;
      readonly paths: readonly string[];
      /** How many mixes of the two scenarios were run for it. */
      readonly mixes: number;
      readonly measures: readonly AttributedMeasure[];
    };

/** The Shapley value of each setting for one measure. The numerators add up to the whole difference exactly. */
export interface AttributedMeasure {
  readonly name: string;
  /** Whole numbers as text, since they may be longer than a number holds. One for each path, in that order. */
  readonly numerators: readonly string[];
  readonly denominator: string;
  /** The same as numbers, each rounded by itself. */
  readonly values: readonly number[];
}

/** How often each entity stands in each schedule. */
export interface EntityCounts {
  readonly column: string;
  readonly label: string;
  /** One count a run, in the order of the runs; most frequent first. Null where the run has no schedule. */
  readonly entities: readonly { readonly entity: string; readonly counts: readonly (number | null)[] }[];
}

/** Score against a fairness metric: which runs no other beats in one without losing in the other. */
export interface Frontier {
  readonly score: string;
  readonly metric: string;
  /** In the order of the runs. */
  readonly points: readonly {
    readonly name: string;
    readonly score: number | null;
    readonly metric: number | null;
    readonly efficient: boolean;
  }[];
}
