import type { RuleRow } from '../tables.ts';

/** Ranks that policy knows. Any other scores as little as Pending, and has the cap of C. */
export const KNOWN_RANKS = ['A+', 'A', 'B', 'C', 'Pending'] as const;

/**
 * One notion of a rank, whichever table or scenario wrote it: letter case and blanks do not matter.
 *
 * @example
 * rankOf(' a + ') // 'A+'
 * rankOf('pending') // 'PENDING'
 * rankOf(null) // ''
 */
export const rankOf = (written: string | null): string => (written ?? '').replace(/\s/g, '').toUpperCase();

/**
 * Rank 0 means no loans at all, whatever a loan would score.
 *
 * @example
 * meansNoLoans('0') // true
 * meansNoLoans(null) // false
 */
export const meansNoLoans = (written: string | null): boolean => /^0+(\.0*)?$/.test(rankOf(written));

/** The rows of the table `rules`, found by make and rank. */
export interface RankRules {
  /** The row of this make and rank. Without one, the row of the make that names no rank. */
  readonly ofRank: (make: string, rank: string) => RuleRow | undefined;
  /** All rows of a make, in the order of the table, which is sorted by rank. */
  readonly ofMake: (make: string) => readonly RuleRow[];
}

/** Looks up the rows of the table `rules`. */
export function rankRulesOf(rows: readonly RuleRow[]): RankRules {
  const makes = new Map<string, RuleRow[]>();
  for (const row of rows) makes.set(row.make, [...(makes.get(row.make) ?? []), row]);
  const ofMake = (make: string) => makes.get(make) ?? [];
  return {
    ofMake,
    ofRank: (make, rank) => {
      const own = ofMake(make);
      return own.find((row) => rankOf(row.rank) === rankOf(rank)) ?? own.find((row) => rankOf(row.rank) === '');
    },
  };
}

/**
 * Days that a partner of this rank waits for this make. The row of the rank says it; an empty cell there leaves it to the
 * row without a rank, else to the usual days. A rank without any such row takes the first row of the make.
 */
export function cooldownDays({ ofMake, ofRank }: RankRules, make: string, rank: string, usual: number): number {
  const own = ofRank(make, rank);
  if (own === undefined) return ofMake(make)[0]?.cooldown_period ?? usual;
  const general = ofMake(make).find((row) => rankOf(row.rank) === '');
  return own.cooldown_period ?? general?.cooldown_period ?? usual;
}
