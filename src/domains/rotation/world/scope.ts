import type { Weekday } from '../../../tables/dates.ts';

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
  readonly rules: {
    readonly separation: number;
    readonly rolling_seconds: number;
    readonly competitive: Readonly<Record<string, number>>;
    readonly guard: number;
    /** Distances are measured between breaks, so that they hold in any order inside them. */
    readonly robust: boolean;
  };
}

/** Those settings of a scenario. */
export const scopeOf = ({ market, date, days, now, relax, rules }: RotationScope): RotationScope => ({
  market,
  date,
  days,
  now,
  relax,
  rules: {
    separation: rules.separation,
    rolling_seconds: rules.rolling_seconds,
    competitive: rules.competitive,
    guard: rules.guard,
    robust: rules.robust,
  },
});
