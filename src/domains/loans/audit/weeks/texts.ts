import type { MetricTexts } from '../../../../audit/audit.ts';

/** Metrics of many weeks in a row that a single one has not. */
export const weeksTexts: MetricTexts = {
  partners_never_reached: {
    label: 'Partners never reached',
    meaning: 'How many eligible partners get no loan in any of the weeks.',
    better: 'less',
    headline: false,
    unit: 'partners',
  },
  weeks: {
    label: 'Weeks',
    meaning: 'How many weeks in a row were planned.',
    better: 'neutral',
    headline: false,
    unit: 'weeks',
  },
  weeks_optimal: {
    label: 'Weeks proven best',
    meaning: 'For how many of these weeks the schedule is proven to be the best.',
    better: 'more',
    headline: false,
    unit: 'weeks',
  },
};
