import type { Settings } from './scenario/scenario.ts';
import type { Table } from './tables/table.ts';

type Tables = Readonly<Record<string, Table>>;

/** What an hour of a weekday (0 is Monday) is worth before anything was learnt, from 0 to 1. */
export type HourWorth = (weekday: number, hour: number) => number;

/** That whose outcomes are learnt from by itself: one account. */
export interface LearningSubject {
  /** Its name in the scenario, and in the outcomes that are kept. */
  readonly name: string;
  readonly platform: string;
  /** The IANA zone by whose clocks its hours are counted. */
  readonly zone: string;
  readonly worth: HourWorth;
}

/** What a kind says so that hours and weekdays can be learnt from outcomes. */
export interface Learning<S extends Settings = Settings> {
  /** The table from which its scenarios read what was learnt. */
  readonly table: string;
  /** All subjects of a scenario. */
  subjects(settings: S, tables: Tables): readonly LearningSubject[];
  /** What hours are worth on a platform, where no scenario is at hand; undefined for a platform that it does not know. */
  worthOn(platform: string): HourWorth | undefined;
}

/** An instant at which something may be done, and what is expected of it. */
export interface ForecastInstant {
  /** In UTC: "2025-11-04T14:30Z". */
  readonly at: string;
  /** By the clocks of the subject: "Tue 2025-11-04 09:30". */
  readonly local: string;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  /** From 0 to 1, by which instants are put in order: the score that the plan of the scenario counts. */
  readonly score: number;
  /** The chance to do better than usual, and its interval, which holds in four of five cases. Null: nothing was learnt. */
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Outcomes of this hour of the week. */
  readonly samples: number;
  /** How sure it is that the hour is better than usual, from 0 to 1. */
  readonly confidence: number;
  /** Where this comes from: "table", "shrinkage" or "forest". */
  readonly method: string;
}

/** All instants of a scenario that are open for one subject, in order of time, and what closes the others. */
export interface Forecast {
  readonly instants: readonly ForecastInstant[];
  /** By rule, in the order in which rules are asked: how many instants it closes that none before it does. */
  readonly closed: readonly { readonly step: string; readonly text: string; readonly count: number }[];
  readonly notes: readonly string[];
}

/** For whom, and for what, instants are asked. */
export interface ForecastQuestion {
  /** The name of a subject. */
  readonly subject: string;
  /** What is to be done; where it is left out, nothing is known of it. */
  readonly type?: string | undefined;
}

/** One decision of the past: the terms of its score before weights, as they stood then, and whether it went well. */
export interface PastDecision {
  /** Seconds since 1970 in UTC: only the order counts. */
  readonly at: number;
  readonly terms: Readonly<Record<string, number>>;
  readonly success: boolean;
}

/** The decisions of the past that the tables of a scenario hold. */
export interface PastDecisions {
  readonly rows: readonly PastDecision[];
  /** What a success is: "the loan led to a publication". */
  readonly success: string;
  /** What was left out and what must be known of the terms, a sentence each. */
  readonly notes: readonly string[];
}
