import type { MetricTexts } from '../../audit/audit.ts';

/** How to read the metrics of an audit of loans, and which way policy wants each to go. */
export const metrics: MetricTexts = {
  assignments: { label: 'Loans', better: 'more', headline: true, unit: 'loans' },
  partners_assigned: { label: 'Partners reached', better: 'more', headline: true, unit: 'partners', frontier: true },
  partners_eligible: { label: 'Partners eligible', better: 'neutral', headline: false, unit: 'partners' },
  partners_never_reached: { label: 'Partners never reached', better: 'less', headline: false, unit: 'partners' },
  partners_with_multiple: {
    label: 'Partners with several loans',
    better: 'less',
    headline: false,
    unit: 'partners',
  },
  max_concentration: { label: 'Most loans to one partner', better: 'less', headline: true, unit: 'loans' },
  avg_assignments: { label: 'Loans a partner served', better: 'less', headline: false, unit: 'loans' },
  gini: { label: 'Gini, partners served', better: 'less', headline: true },
  gini_eligible: { label: 'Gini, all eligible', better: 'less', headline: true },
  hhi: { label: 'Concentration (HHI)', better: 'less', headline: false },
  top_1_share: { label: 'Share of the first partner', better: 'less', headline: false, unit: 'share' },
  top_5_share: { label: 'Share of the first five', better: 'less', headline: true, unit: 'share' },
  cap_overages: { label: 'Pairs newly over their cap', better: 'less', headline: true, unit: 'pairs' },
  cap_overage_loans: { label: 'Loans over a cap', better: 'less', headline: false, unit: 'loans' },
  budget_planned: { label: 'Money planned', better: 'neutral', headline: false, unit: 'dollars' },
  budget_over: { label: 'Over budget', better: 'less', headline: true, unit: 'dollars' },
  capacity_slots: { label: 'Slots', better: 'neutral', headline: false, unit: 'slots' },
  capacity_used: { label: 'Slots used', better: 'more', headline: false, unit: 'slots' },
  utilization: { label: 'Slots in use', better: 'more', headline: false, unit: 'share' },
  geo_match_share: { label: 'Loans near the office', better: 'more', headline: false, unit: 'share' },
  weeks: { label: 'Weeks', better: 'neutral', headline: false, unit: 'weeks' },
  weeks_optimal: { label: 'Weeks proven best', better: 'more', headline: false, unit: 'weeks' },
  avg_pub_rate: { label: 'Publication rate', better: 'more', headline: false, unit: 'share' },
};
