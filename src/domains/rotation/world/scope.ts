import type { Weekday } from '../../../tables/dates.ts';
import type { MAKE_GOOD } from '../tables.ts';

/** Rules that may give way for guaranteed spots, where the scenario asks for it. */
export const RELAXABLE = ['competitive', 'max_shift', 'off_peak'] as const;
export type Relaxable = (typeof RELAXABLE)[number];

/** The settings from which the world is made: place and time, what gives way, and the distances that spots inherit. */
export interface RotationScope {
  readonly market: {
    readonly zone: string;
    /** Local time at which the broadcast date begins. */
    readonly day_start: string;
    readonly prime: {
      readonly from: string;
      readonly to: string;
      readonly days: readonly Weekday[];
      readonly offset?: string | undefined;
    };
  };
  readonly date: string;
  readonly days: number;
  readonly now?: string | undefined;
  readonly relax: readonly Relaxable[];
  /** Where displaced spots may be made good, best first; and for how many days. */
  readonly make_good: readonly (typeof MAKE_GOOD)[number][];
  readonly expires_days: number;
  readonly rules: {
    /** Silence after each spot of a break. */
    readonly guard: number;
    readonly separation: number;
    readonly rolling_seconds: number;
    readonly competitive: Readonly<Record<string, number>>;
    /** Distances are measured between breaks, so that they hold in any order inside them. */
    readonly robust: boolean;
  };
}

/** Those settings of a scenario. */
export const scopeOf = ({ rules, ...scope }: RotationScope): RotationScope => ({
  market: scope.market,
  date: scope.date,
  days: scope.days,
  now: scope.now,
  relax: scope.relax,
  make_good: scope.make_good,
  expires_days: scope.expires_days,
  rules: {
    guard: rules.guard,
    separation: rules.separation,
    rolling_seconds: rules.rolling_seconds,
    competitive: rules.competitive,
    robust: rules.robust,
  },
});
