import type { Audit } from '../../../audit/audit.ts';
import { sumOf } from '../../../audit/numbers.ts';
import { MICRO, netOf } from '../../../audit/points.ts';
import type { Ledger } from './ledger.ts';

/** In points. Added up in millionths of a point, whole numbers all, so that the net score is exact. */
export function objectiveOf({ worths, caps, shares, buckets }: Ledger): Audit['objective'] {
  const raw = sumOf(worths, ({ score }) => score) * MICRO;
  const penalties = {
    cap_penalty: sumOf(caps, ({ penalty }) => penalty),
    fairness_penalty: sumOf(shares, ({ penalty }) => penalty),
    budget_penalty: sumOf(buckets, ({ penalty }) => penalty),
  };
  return { raw_score: raw / MICRO, ...netOf({ raw, penalties, unit: MICRO }) };
}
