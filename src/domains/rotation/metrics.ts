import type { MetricText, MetricTexts } from '../../audit/audit.ts';

const spots = (label: string, better: MetricText['better'], headline = false): MetricText => ({
  ...{ label, better, headline, unit: 'spots' },
});

const worth = (tier: string): MetricText => ({
  ...{ label: `Value of ${tier} spots`, better: 'more', headline: true, unit: 'dollars', first: true },
});

const charged = (label: string): MetricText => ({ label, better: 'less', headline: false, unit: 'points' });

/** How to read the objective and the metrics of an audit of a log: the value of the tiers comes before all else. */
export const metrics: MetricTexts = {
  value_guaranteed: worth('guaranteed'),
  value_priority: worth('priority'),
  value_remnant: worth('remnant'),
  shift_penalty: charged('Points for minutes from the wish'),
  evenness_penalty: charged('Points for unevenness'),
  changes_penalty: charged('Points for changes'),
  rotation_penalty: charged('Points for creatives beyond their share'),
  spots: spots('Spots', 'neutral'),
  placed: spots('Spots placed', 'more', true),
  moved: spots('Spots moved from their wish', 'less', true),
  unplaced: spots('Spots left out', 'less'),
  moved_rate: { label: 'Share of spots moved', better: 'less', headline: false, unit: 'share' },
  unresolved_rate: { label: 'Share of spots left out', better: 'less', headline: false, unit: 'share' },
  alert: { label: 'Alert raised (1) or not (0)', better: 'less', headline: false },
  guaranteed_spots: spots('Guaranteed spots', 'neutral'),
  guaranteed_placed: spots('Guaranteed spots placed', 'more', true),
  priority_spots: spots('Priority spots', 'neutral'),
  priority_placed: spots('Priority spots placed', 'more'),
  remnant_spots: spots('Remnant spots', 'neutral'),
  remnant_placed: spots('Remnant spots placed', 'more'),
  value: {
    ...{ label: 'Value placed', better: 'more', headline: true, unit: 'dollars' },
    ...{ frontier: true, about: 'value' },
  },
  fill: { label: 'Seconds of breaks sold', better: 'more', headline: false, unit: 'share' },
  breaks: { label: 'Breaks', better: 'neutral', headline: false, unit: 'breaks' },
  obligations_open: spots('Spots owed', 'less', true),
  changes: spots('Published spots moved or dropped', 'less'),
  smallest_separation_margin: { label: 'Tightest distance', better: 'more', headline: false, unit: 'seconds' },
  smallest_cap_margin: { label: 'Tightest cap', better: 'more', headline: false, unit: 'spots' },
  gini: { label: 'Gini of airtime, advertisers', better: 'less', headline: false },
};
