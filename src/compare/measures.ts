import type { MetricText, MetricTexts } from '../audit/audit.ts';
import { firstOf, metricText, partText } from '../runs/metric-text.ts';
import type { Run } from '../runs/run.ts';
import type { Comparison, Frontier, Measure, MeasureDifference } from './comparison.ts';
import { efficient } from './frontier.ts';
import { difference } from './shapley.ts';
import { YARDSTICK } from './yardstick.ts';

/** All that any of the runs measures: the objective, what decides first at the front, then the metrics. */
export function measuresOf(runs: readonly Run[], texts: MetricTexts, oneCurrency = true): readonly Measure[] {
  const parts = new Set(runs.flatMap((run) => Object.keys(run.objective)));
  const first = [...firstOf(texts), YARDSTICK, 'net_score', 'raw_score'].filter((name) => parts.has(name));
  const metrics = new Set(runs.flatMap((run) => Object.keys(run.metrics)));
  return [
    ...[...new Set([...first, ...parts])].map((name) =>
      measure(name, 'objective', pointsText(name, texts, oneCurrency)),
    ),
    ...[...metrics].map((name) => measure(name, 'metric', metricText(texts, name))),
  ];
}

/** Points of several policies are several currencies: they are shown, and neither more nor less of them is better. */
function pointsText(name: string, texts: MetricTexts, oneCurrency: boolean): MetricText {
  const text = partText(name, texts);
  if (oneCurrency || text.first || name === YARDSTICK) return text;
  const label = name === 'net_score' ? 'Own net score' : text.label;
  return { ...text, label, better: 'neutral', headline: name === 'net_score' };
}

/** The value of a measure. A run without a schedule has none. */
export function measured(run: Pick<Run, 'objective' | 'metrics'>, { name, group }: Measure): number | null {
  const values: Readonly<Record<string, number | null>> = group === 'objective' ? run.objective : run.metrics;
  const value = Object.hasOwn(values, name) ? values[name] : null;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Each measure of a run, held against the baseline. */
export function measureDifferences(
  from: Run,
  to: Run,
  measures: readonly Measure[],
  oneCurrency = true,
): readonly MeasureDifference[] {
  return measures.map((one) => {
    const [baseline, value] = [measured(from, one), measured(to, one)];
    const isForeign = !oneCurrency && one.group === 'objective' && one.better === 'neutral';
    const change = baseline === null || value === null || isForeign ? null : difference(value, baseline);
    return { name: one.name, value, baseline, difference: change, direction: directionOf(one, value, baseline) };
  });
}

function directionOf(
  { better }: Measure,
  value: number | null,
  baseline: number | null,
): MeasureDifference['direction'] {
  if (value === baseline) return 'same';
  if (value === null || baseline === null || better === 'neutral') return 'other';
  return value > baseline === (better === 'more') ? 'better' : 'worse';
}

/**
 * Score against the metric of fairness that the kind names: by the yardstick where points are several currencies; where
 * they are one, once for the net score and once for the raw score. A schedule that has no price is on no frontier.
 */
export function frontiersOf(
  runs: readonly Run[],
  measures: readonly Measure[],
  unpriced: Comparison['yardstick']['unpriced'] = [],
): readonly Frontier[] {
  const against = measures.find((one) => one.frontier && one.better !== 'neutral');
  if (against === undefined) return [];
  const isScore = ({ name, group, better }: Measure) =>
    group === 'objective' && better === 'more' && [YARDSTICK, 'net_score', 'raw_score'].includes(name);
  const scores = measures.filter(isScore);
  const without = new Set(unpriced.map(({ name }) => name));
  return scores.map((score) => {
    const points = runs.map((run) => ({
      name: run.name,
      score: without.has(run.name) ? null : measured(run, score),
      metric: measured(run, against),
    }));
    const best = efficient(
      points.map((point) => [point.score, point.metric]),
      ['more', against.better === 'less' ? 'less' : 'more'],
    );
    return {
      score: score.name,
      metric: against.name,
      points: points.map((point, k) => ({ ...point, efficient: best[k]! })),
    };
  });
}

function measure(name: string, group: Measure['group'], text: Omit<Measure, 'name' | 'group'>): Measure {
  const { decides: _, ...own } = text;
  return { name, group, ...own };
}
