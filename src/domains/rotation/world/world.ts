import { type Problem, Refusal } from '../../../problems/problem.ts';
import { fold } from '../../../tables/names.ts';
import type { RotationTables } from '../tables.ts';
import { type Break, breaksOf } from './breaks.ts';
import { type Fixed, fixedOf } from './fixed.ts';
import type { RotationScope } from './scope.ts';
import { type Spot, spotsOf } from './spots.ts';
import { type Clock, secondsOf } from './time.ts';

/** Spots and breaks, numbered in the order of their keys, and what is fixed among them. */
export interface World {
  readonly scope: RotationScope;
  readonly tables: RotationTables;
  readonly clock: Clock;
  /** By id. */
  readonly spots: readonly Spot[];
  /** By start; those lost to a preemption are not among them. */
  readonly breaks: readonly Break[];
  /** By spot. */
  readonly fixed: ReadonlyMap<number, Fixed>;
  /** By spot: 1 where it stands in a break that is over or frozen. No limit holds against it. */
  readonly history: Uint8Array;
  /** Break of the published log, by spot; -1 where it is lost or no longer there. */
  readonly published: ReadonlyMap<number, number>;
  /** Breaks lost to a preemption. */
  readonly lost: readonly string[];
}

/** The axes of an airing: which spot, in which break. */
export type RotationAxis = 'spot' | 'break';

/** The clock of a scenario's market. */
export const clockOf = ({ market }: Pick<RotationScope, 'market'>): Clock => ({
  zone: market.zone,
  dayStart: secondsOf(market.day_start),
});

/** Indexes the tables. Refuses breaks that overlap, and locks of what is not there. */
export function worldOf({ settings: scope, tables }: { settings: RotationScope; tables: RotationTables }): World {
  const clock = clockOf(scope);
  const { breaks, lost } = breaksOf(scope, tables, clock);
  const spots = spotsOf(scope, tables, clock);
  const { fixed, published, problems: locked } = fixedOf({ tables, spots, breaks, lost });
  const problems = [...misspeltCategories(scope, spots), ...locked];
  if (problems.length > 0) throw new Refusal(problems);
  const history = Uint8Array.from(spots, (_, s) => (fixed.get(s)?.why === 'history' ? 1 : 0));
  return { scope, tables, clock, spots, breaks, fixed, history, published, lost };
}

/** Categories of the rule `competitive` that are those of spots but for their spelling: no spot would keep apart. */
function misspeltCategories({ rules }: RotationScope, spots: readonly Spot[]): readonly Problem[] {
  const known = new Set(spots.flatMap(({ categories }) => categories));
  const folded = new Map([...known].map((name) => [fold(name), name]));
  return Object.keys(rules.competitive).flatMap((category): readonly Problem[] => {
    const meant = known.has(category) ? undefined : folded.get(fold(category));
    if (meant === undefined) return [];
    const message = `rules.competitive names the category "${category}", which no spot has; "${meant}" is one, and only its spelling differs`;
    return [{ path: ['rules', 'competitive', category], message, maybe: `Maybe write "${meant}".` }];
  });
}
