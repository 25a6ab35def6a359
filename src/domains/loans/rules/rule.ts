import { z } from 'zod';
import type { RuleText } from '../../../domain.ts';
import type { Limits } from '../../../kernel/model.ts';
import type { Candidates } from '../candidates.ts';
import type { Known } from '../known.ts';

/** A policy rule of the domain: it filters candidates, or sets limits on them, or both. */
export interface Rule extends RuleText {
  /** What removes candidates, if it is on and has any to remove. */
  readonly filter?: (known: Known) => Filter | undefined;
  /** The limits on the candidates that are left, if it is on. */
  readonly limits?: (known: Known, candidates: Candidates, unit: number) => readonly Limits[];
}

/** A rule whose parameters are known by type, so that the scenario's settings can be put together from them. */
export interface RuleOf<P extends z.ZodType> extends Rule {
  readonly parameters: P;
}

/** Removes candidates for one reason. */
export interface Filter {
  /** Its line in the funnel: "cooldown". */
  readonly step: string;
  /** The reason, for a person: "the partner had the model or make too recently". */
  readonly text: string;
  readonly removes: (candidates: Candidates, index: number) => boolean;
}

/** The settings of a rule that is on unless the YAML says `false`. */
export const onByDefault = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([z.literal(false), z.strictObject(shape)]).prefault({} as never);

/** The settings of a rule that is off until the YAML gives it. */
export const offByDefault = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([z.literal(false), z.strictObject(shape)]).default(false);

/** A whole number from 0 up. */
export const count = () => z.int().min(0);

/** Points a policy charges: a whole number from 0 to 100,000, so that every sum stays exact. */
export const points = () => z.int().min(0).max(100_000);
