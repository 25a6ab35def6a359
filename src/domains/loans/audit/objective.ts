import type { Audit, MetricText, MetricTexts } from '../../../audit/audit.ts';
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

const penaltyText = (label: string, meaning: string): MetricText => ({
  label,
  meaning,
  better: 'less',
  headline: false,
  unit: 'points',
});

/** How to read the penalties. */
export const objectiveTexts: MetricTexts = {
  cap_penalty: penaltyText('Cap penalty', 'Points taken for loans over a yearly cap (rules.tier_caps).'),
  fairness_penalty: penaltyText('Fairness penalty', 'Points taken for further loans to one partner (rules.fairness).'),
  budget_penalty: penaltyText('Budget penalty', 'Points taken for dollars over a budget (rules.budgets).'),
};
