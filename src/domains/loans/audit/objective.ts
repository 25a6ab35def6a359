import type { Audit } from '../../../audit/audit.ts';
import { total } from '../../../audit/measures.ts';
import type { Ledger } from './metrics.ts';
import { MICRO } from './worth.ts';

/** In points. Added up in millionths of a point, whole numbers all, so that the net score is exact. */
export function objectiveOf({ worths, caps, shares, buckets }: Ledger): Audit['objective'] {
  const raw = total(worths.map((worth) => worth.score)) * MICRO;
  const cap = total(caps.map(({ penalty }) => penalty));
  const fairness = total(shares.map(({ penalty }) => penalty));
  const budget = total(buckets.map(({ penalty }) => penalty));
  const penalties = cap + fairness + budget;
  return {
    raw_score: raw / MICRO,
    cap_penalty: cap / MICRO,
    fairness_penalty: fairness / MICRO,
    budget_penalty: budget / MICRO,
    total_penalties: penalties / MICRO,
    net_score: (raw - penalties) / MICRO,
  };
}
