import type { Facts } from './facts/facts.ts';
import { capacityMargins } from './rules/capacity.ts';
import { capMargins } from './rules/caps.ts';
import { distanceMargins } from './rules/distances.ts';
import type { SpotMargin } from './rules/faults.ts';
import { type Change, changesOf } from './tables/changes.ts';
import { type Owed, obligationsOf } from './tables/obligations.ts';
import { type Share, sharesOf } from './tables/totals.ts';

/** What a log comes to: how near it is to breaking each rule, what each advertiser gets, what is owed, what changed. */
export interface Ledger {
  readonly facts: Facts;
  readonly margins: readonly SpotMargin[];
  readonly shares: readonly Share[];
  readonly owed: readonly Owed[];
  readonly changes: readonly Change[];
}

/** Works everything out once. */
export function ledgerOf(facts: Facts): Ledger {
  return {
    facts,
    margins: [...capacityMargins(facts), ...capMargins(facts), ...distanceMargins(facts)],
    shares: sharesOf(facts),
    owed: obligationsOf(facts),
    changes: changesOf(facts),
  };
}
