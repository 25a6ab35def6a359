import type { Facts } from './facts/facts.ts';
import { marginsOf } from './rules/broken.ts';
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
    margins: marginsOf(facts),
    shares: sharesOf(facts),
    owed: obligationsOf(facts),
    changes: changesOf(facts),
  };
}
