import type { Level } from '../audit/audit.ts';
import type { MetricRange } from '../audit/levels.ts';
import type { Override } from '../scenario/scenario.ts';
import type { ResultTable } from '../tables/result.ts';
import type { GivenSchedule } from './given.ts';

/**
 * How many candidates each filter removed. The first step counts all pairs; `left` is what remains after a step.
 *
 * @example
 * run.funnel.at(-1) // { step: 'max_shift', removed: 15, left: 53, text: 'the break is too far from the wish' }
 */
export interface FunnelStep {
  readonly step: string;
  readonly removed: number;
  readonly left: number;
  /** The reason, for a person. */
  readonly text: string;
}

/** What a run changes of an earlier schedule: the version published last, the run that its scenario wants to stay close to, its baseline. */
export interface Since {
  readonly by: 'published' | 'stay_close_to' | 'baseline';
  /** "la-week@3", "run 75f59186732ae7d1". */
  readonly name: string;
  /** How many rows are as before; of a baseline, how many headline figures. */
  readonly kept: number;
  /** The others, new ones first, then those dropped, then those moved; in words, names before codes. */
  readonly changes: readonly {
    readonly change: 'new' | 'dropped' | 'moved';
    readonly what: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/**
 * The version that was the newest as a run began, 0 where nothing was published yet, and where it was looked for.
 *
 * @example
 * (await newestNow('prime-evening', folder))?.version // 0
 */
export interface Newest {
  /** The name under which versions are published. */
  readonly name: string;
  /** The folder of all publications, or the address of a database without user and password. */
  readonly folder: string;
  readonly version: number;
}

/**
 * A preference by which ties were decided, and how far it was met.
 *
 * @example
 * const own = readScenario('scenarios/rotation/prime-evening.yaml', { set: ['ties.prefer=["moved"]'] });
 * (await runScenario(own)).decided // [{ name: 'moved', metric: 'moved', want: 'least', value: 6, proven: true }]
 */
export interface Decision {
  /** As the scenario names it. */
  readonly name: string;
  readonly metric: string;
  readonly want: 'most' | 'least';
  /** The metric in this schedule. */
  readonly value: number;
  /** No schedule of the same net score, among those that the preferences before it leave, has a better one. */
  readonly proven: boolean;
}

/** One week of a run of many: what its own run says, without its tables. */
export interface Week
  extends Pick<
    Run,
    'status' | 'objective' | 'metrics' | 'candidates' | 'funnel' | 'audit' | 'notes' | 'conflict' | 'provenance'
  > {
  /** From 1. */
  readonly week: number;
  /** The date it begins with. */
  readonly from: string;
}

/**
 * Everything a run leaves behind. `run.json` holds all but the rows of `tables`, which are CSV files beside it.
 *
 * @example
 * const run = await runScenario(readScenario('scenarios/rotation/prime-evening.yaml'));
 * [run.status, run.objective.gap, run.metrics.placed] // ['optimal', 0, 12]
 * run.tables.log.rows.length // 12
 */
export interface Run {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Points: raw_score, penalties, net_score, bound, gap. */
  readonly objective: Readonly<Record<string, number>>;
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly candidates: number;
  readonly funnel: readonly FunnelStep[];
  readonly audit: { readonly passed: boolean; readonly levels: readonly Level[] };
  /** Facts worth a line to the reader that are no errors: an absent table, a stopped search. */
  readonly notes: readonly string[];
  readonly conflict?: {
    readonly members: readonly { readonly rule: string; readonly label: string }[];
    readonly relaxation: readonly { readonly rule: string; readonly label: string; readonly by: number }[];
  };
  readonly scenario: {
    readonly file: string;
    readonly text: string;
    readonly settings: Readonly<Record<string, unknown>>;
    readonly overrides: readonly Override[];
    /** What the scenario expects of its run; absent where it expects nothing. */
    readonly expect?: Readonly<Record<string, unknown>>;
    /** Where the rows of tables within the scenario stood in its file: line by dotted path (`rows.3`). */
    readonly lines?: Readonly<Record<string, number>>;
  };
  /** The tables that were given, each with its own fingerprint: `provenance.data` is that of all of them. */
  readonly data?: readonly { readonly table: string; readonly rows: number; readonly fingerprint: string }[];
  readonly provenance: Provenance;
  /** Milliseconds and rows of each stage. The only part of a run that differs from one run to the next. */
  readonly timing: readonly { readonly stage: string; readonly ms: number; readonly rows: number }[];
  readonly tables: Readonly<Record<string, ResultTable>>;
  /** Where the schedule is not proven to be the best: how far what comes before the net score was met, the first first. */
  readonly priorities?: readonly Priority[];
  /** What decided among the schedules of this net score, where the scenario says so: the first one first. */
  readonly decided?: readonly Decision[];
  /** Of many weeks: the one that the ranges, the price list and those left out are of, where that was asked. */
  readonly inWeek?: number;
  /** Where it was asked for: each metric's range over all schedules of the same net score. */
  readonly ranges?: Readonly<Record<string, MetricRange>>;
  /** How many of the chosen rows every schedule of that net score has. */
  readonly backbone?: { readonly always: number; readonly chosen: number; readonly exact: boolean };
  /** What it changes of what people already have, as it was when it was made. */
  readonly since?: readonly Since[];
  /** The version that was the newest as it began: a commit replaces no other one unasked. */
  readonly newest?: Newest;
  /** The single weeks of a run of many, whose objective and metrics are totals; kept in `weeks.json`. */
  readonly weeks?: readonly Week[];
  /** Where the schedule was not found by the solver but given: what was read, what is wrong with it, and the best beside it. */
  readonly given?: GivenSchedule;
}

/** Something that comes before the net score, such as the value of the guaranteed spots. */
export interface Priority {
  readonly name: string;
  readonly value: number;
  /** No schedule that keeps the priorities above it reaches more; null where no such bound is known. */
  readonly bound: number | null;
}

/**
 * What to compare when a run is repeated. Hashes are SHA-256, in hex.
 *
 * @example
 * const { scenario, data, schedule, seed } = run.provenance;
 * [scenario.length, data.length, schedule.length, seed] // [64, 64, 64, 42]
 */
export interface Provenance {
  readonly scenario: string;
  readonly data: string;
  readonly schedule: string;
  readonly engine: string;
  readonly solver: string;
  readonly seed: number;
  readonly method: string;
}
