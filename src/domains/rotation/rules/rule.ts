import { z } from 'zod';
import type { RuleText } from '../../../domain.ts';
import type { Limits } from '../../../kernel/model.ts';
import type { Candidates } from '../candidates.ts';
import type { Known } from '../known.ts';
import type { Relaxable } from '../scenario.ts';

/** A policy rule of the domain: it filters candidates, or sets limits on them, or both. */
export interface Rule extends RuleText {
  /** What removes candidates, if it is on. */
  readonly filters?: (known: Known) => readonly Filter[];
  /** The limits on the candidates that are left. `columns`: candidates and helper columns so far. */
  readonly limits?: (known: Known, candidates: Candidates, columns: number) => Limited;
}

/** Limits, and how many helper columns (0 or 1 each) they brought along, numbered from `columns` on. */
export interface Limited {
  readonly limits: readonly Limits[];
  readonly helpers?: number;
}

/** A rule whose parameters are known by type, so that the scenario's settings can be put together from them. */
export interface RuleOf<P extends z.ZodType> extends Rule {
  readonly parameters: P;
}

/** Removes candidates for one reason. */
export interface Filter {
  /** Its line in the funnel: "prime". */
  readonly step: string;
  /** The reason, for a person: "outside prime time". */
  readonly text: string;
  /** The entry of `relax` that lifts it for guaranteed spots. */
  readonly relaxed?: Relaxable;
  readonly removes: (spot: number, at: number) => boolean;
  /** The same with its figures, of a spot and a break that it removes: "b2240 begins at 22:40, after 22:00". */
  readonly why: (spot: number, at: number) => string;
}

/** Points that a weight charges: whole numbers, so that every sum stays exact. */
export const points = (value: number, describes: string) =>
  z.int().min(0).max(10_000).default(value).describe(describes).meta({ unit: 'points' });
