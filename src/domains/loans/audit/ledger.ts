import { type Bucket, bucketsOf } from './budgets.ts';
import { type Cap, capsOf } from './caps.ts';
import { type Day, daysOf } from './days.ts';
import type { Facts } from './facts.ts';
import { type Share, sharesOf } from './partners.ts';
import { type Worth, worthOf } from './worth.ts';

/** What the loans of a schedule add up to: by day, by partner and make, by partner, by fleet; and what each is worth. */
export interface Ledger {
  readonly facts: Facts;
  readonly days: readonly Day[];
  readonly caps: readonly Cap[];
  readonly shares: readonly Share[];
  readonly buckets: readonly Bucket[];
  /** Of each loan, in the order of the facts. */
  readonly worths: readonly Worth[];
}

/** Adds everything up once. */
export function ledgerOf(facts: Facts): Ledger {
  return {
    facts,
    days: daysOf(facts),
    caps: capsOf(facts),
    shares: sharesOf(facts),
    buckets: bucketsOf(facts),
    worths: facts.loans.map((loan) => worthOf(facts, loan)),
  };
}
