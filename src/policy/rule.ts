import { z } from 'zod';
import type { RuleText } from '../domain.ts';
import type { Block, Limits } from '../kernel/model.ts';
import type { Settings } from '../scenario/scenario.ts';
import type { Candidates } from './candidates.ts';
import type { Filter } from './filter.ts';

/** What a rule that is on may look at: its own parameters, and the world. */
export interface Sight<P, W> {
  /** Its parameters as the scenario has them, defaults filled in. A rule that is off is never asked. */
  readonly own: P;
  readonly world: W;
}

/** The same once candidates are known. */
export interface Reach<P, W, A extends string, L> extends Sight<P, W> {
  /** What `ledger` has looked up. */
  readonly ledger: L;
  readonly all: Candidates<A>;
  /** All settings, for the few rules whose limits depend on another rule. */
  readonly settings: Settings;
  /** Candidates and helper columns so far: the first helper column that a rule adds has this number. */
  readonly columns: number;
}

/** Limits, and how many helper columns (0 or 1 each) they brought along, numbered from `columns` on. */
export interface Limited {
  readonly limits: readonly Limits[];
  readonly helpers?: number;
  /** How these columns follow from the candidates that are chosen: schedules are then found much sooner. */
  readonly blocks?: readonly Block[];
}

/** A rule as its author writes it. */
export interface RuleOf<P extends z.ZodType, W, A extends string, L> extends RuleText {
  readonly parameters: P;
  /** Whether these parameters switch it off, beside `false`: `mode: off`. */
  readonly off?: (own: On<P>) => boolean;
  /** What it has to look up in the world, once: a ledger of caps, the days on which cars are busy. */
  readonly ledger?: (sight: Sight<On<P>, W>) => L;
  /** What removes candidates even where the rule is off, before its own filters. */
  readonly always?: (world: W) => readonly Filter<A>[];
  /** What removes candidates. */
  readonly filters?: (sight: Sight<On<P>, W> & { readonly ledger: L }) => readonly Filter<A>[];
  /** The limits on the candidates that are left. Prices are in points. */
  readonly limits?: (reach: Reach<On<P>, W, A, L>) => Limited | readonly Limits[];
}

/** Parameters of a rule that is on. */
export type On<P extends z.ZodType> = Exclude<z.output<P>, false>;

/** A policy rule of a kind, whatever its parameters are: it filters candidates, or sets limits on them, or both. */
export interface Rule<W, A extends string> extends RuleText {
  /** The rule with its parameters; undefined where they switch it off. */
  readonly bind: (own: unknown, world: W) => BoundRule<A> | undefined;
}

/** A rule that is on, with its parameters and the world known to it. */
export interface BoundRule<A extends string> {
  readonly filters: readonly Filter<A>[];
  readonly limits: (all: Candidates<A>, settings: Settings, columns: number) => Limited;
}

/**
 * A policy rule from its text, its parameters and what it does. `rulesOver` says the world and the axes once.
 */
export function rule<P extends z.ZodType, W, A extends string, L = undefined>(
  spec: RuleOf<P, W, A, L>,
): Rule<W, A> & { readonly parameters: P } {
  const { ledger: look, always, filters, limits, off, ...text } = spec;
  return {
    ...text,
    bind: (given, world) => {
      const kept = always?.(world) ?? [];
      // The scenario's schema is made of these parameters: what it let pass is of their type.
      const own = given as On<P>;
      if (given === false || off?.(own))
        return kept.length === 0 ? undefined : { filters: kept, limits: () => ({ limits: [] }) };
      const sight = { own, world };
      const ledger = look?.(sight) as L;
      return {
        filters: [...kept, ...(filters?.({ ...sight, ledger }) ?? [])],
        limits: (all, settings, columns) => {
          const found = limits?.({ ...sight, ledger, all, settings, columns }) ?? [];
          return 'limits' in found ? found : { limits: found };
        },
      };
    },
  };
}

/**
 * The maker of a kind's rules: the world and the axes are said once, and each rule's parameters say their own type.
 *
 * @example
 * const rule = rulesOver<{ readonly days: readonly string[] }, 'id' | 'day'>();
 * const perDay = rule({
 *   name: 'per_day', title: 'Errands a day', section: 'rules',
 *   meaning: 'At most so many errands are done on a day.', formula: 'errands on d <= per_day',
 *   parameters: z.int().min(1).default(1).describe('errands of a day').meta({ unit: 'errands' }),
 *   limits: ({ own, world, all }) => [
 *     perValue({ rule: 'per_day', group: all.day, names: world.days, most: own, noun: 'errand' }),
 *   ],
 * });
 * perDay.parameters.parse(undefined) // 1
 */
export const rulesOver =
  <W, A extends string>() =>
  <P extends z.ZodType, L = undefined>(spec: RuleOf<P, W, A, L>): Rule<W, A> & { readonly parameters: P } =>
    rule<P, W, A, L>(spec);

/**
 * The parameters of a rule that always holds: none.
 *
 * @example
 * noParameters.parse({}) // {}
 */
export const noParameters = z.strictObject({});

/** The settings of a rule that is on unless the YAML says `false`. */
export const onByDefault = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([z.literal(false), z.strictObject(shape)]).prefault({} as never);

/** The settings of a rule that is off until the YAML gives it. */
export const offByDefault = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([z.literal(false), z.strictObject(shape)]).default(false);

/** A whole number from 0 up. */
export const wholeNumber = () => z.int().min(0);

/** Points that a policy charges: a whole number from 0 to 100,000, so that every sum stays exact. */
export const points = () => z.int().min(0).max(100_000);
