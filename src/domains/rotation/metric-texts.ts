import type { MetricText, MetricTexts } from '../../audit/audit.ts';
import { textsOf } from '../../audit/metric/words.ts';
import { TIERS, type Tier } from './audit/facts/facts.ts';
import { logMetrics } from './metrics.ts';

/** The value of a tier decides before all else. */
const tierText = (tier: Tier): MetricText => ({
  label: `Value of ${tier} spots`,
  meaning: `What the placed spots of the tier ${tier} are worth. Tiers are decided in the order ${TIERS.join(', ')}, each before all that follows.`,
  better: 'more',
  headline: true,
  unit: 'dollars',
  first: true,
});

const penaltyText = (label: string, meaning: string): MetricText => ({
  label,
  meaning,
  better: 'less',
  headline: false,
  unit: 'points',
});

/** How to read the objective and the metrics of an audit of a log: the value of the tiers comes before all else. */
export const metrics: MetricTexts = {
  ...Object.fromEntries(TIERS.map((tier) => [`value_${tier}`, tierText(tier)])),
  shift_penalty: penaltyText(
    'Points for minutes from the wish',
    'Points taken for each minute between a wish and the start of the break; a minute that has begun counts whole (weights.shift).',
  ),
  evenness_penalty: penaltyText(
    'Points for unevenness',
    'Points taken for each pair of spots of one advertiser in the same hour of prime time (weights.evenness).',
  ),
  changes_penalty: penaltyText(
    'Points for changes',
    'Points taken for each spot of the log published last that airs in another break (weights.changes).',
  ),
  make_good_penalty: penaltyText(
    'Points for make-goods',
    'Points taken for each window of make_good that is better than the one in which something owed airs, and for each day that it waits (weights.make_good).',
  ),
  rotation_penalty: penaltyText(
    'Points for creatives beyond their share',
    "Points taken for each airing of a creative beyond its share of its advertiser's spots (weights.rotation).",
  ),
  ...textsOf(logMetrics),
};
