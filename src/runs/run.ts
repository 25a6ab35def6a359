import type { Level } from '../audit/audit.ts';
import type { Override } from '../scenario/scenario.ts';
import type { ResultTable } from '../tables/result.ts';

/** How many candidates each filter removed. The first step counts all pairs; `left` is what remains after a step. */
export interface FunnelStep {
  readonly step: string;
  readonly removed: number;
  readonly left: number;
  /** The reason, for a person. */
  readonly text: string;
}

/** Everything a run leaves behind. `run.json` holds all but the rows of `tables`, which are CSV files beside it. */
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
    /** Where the rows of tables within the scenario stood in its file: line by dotted path (`rows.3`). */
    readonly lines?: Readonly<Record<string, number>>;
  };
  readonly provenance: Provenance;
  /** Milliseconds and rows of each stage. The only part of a run that differs from one run to the next. */
  readonly timing: readonly { readonly stage: string; readonly ms: number; readonly rows: number }[];
  readonly tables: Readonly<Record<string, ResultTable>>;
}

/** What to compare when a run is repeated. Hashes are SHA-256, in hex. */
export interface Provenance {
  readonly scenario: string;
  readonly data: string;
  readonly schedule: string;
  readonly engine: string;
  readonly solver: string;
  readonly seed: number;
  readonly method: string;
}
