import type { MetricTexts } from '../audit/audit.ts';
import { firstOf, metricText, partText } from '../runs/metric-text.ts';
import type { Run } from '../runs/run.ts';
import type { Frontier, Measure, MeasureDifference } from './comparison.ts';
import { efficient } from './frontier.ts';
import { difference } from './shapley.ts';

/** All that any of the runs measures: the objective, what decides first at the front, then the metrics. */
export function measuresOf(runs: readonly Run[], texts: MetricTexts): readonly Measure[] {
  const parts = new Set(runs.flatMap((run) => Object.keys(run.objective)));
  const first = [...firstOf(texts), 'net_score', 'raw_score'].filter((name) => parts.has(name));
  const metrics = new Set(runs.flatMap((run) => Object.keys(run.metrics)));
  return [
    ...[...new Set([...first, ...parts])].map((name) => measure(name, 'objective', partText(name, texts))),
    ...[...metrics].map((name) => measure(name, 'metric', metricText(texts, name))),
  ];
}

/** The value of a measure. A run without a schedule has none. */
export function measured(run: Pick<Run, 'objective' | 'metrics'>, { name, group }: Measure): number | null {
  const values: Readonly<Record<string, number | null>> = group === 'objective' ? run.objective : run.metrics;
  const value = Object.hasOwn(values, name) ? values[name] : null;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Each measure of a run, held against the baseline. */
export function measureDifferences(from: Run, to: Run, measures: readonly Measure[]): readonly MeasureDifference[] {
  return measures.map((one) => {
    const [baseline, value] = [measured(from, one), measured(to, one)];
    const change = baseline === null || value === null ? null : difference(value, baseline);
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

/** Score against the metric of fairness that the kind names: once for the net score, once for the raw score. */
export function frontiersOf(runs: readonly Run[], measures: readonly Measure[]): readonly Frontier[] {
  const against = measures.find((one) => one.frontier && one.better !== 'neutral');
  if (against === undefined) return [];
  const scores = measures.filter(({ name, group }) => group === 'objective' && /^(?:net|raw)_score$/.test(name));
  return scores.map((score) => {
    const points = runs.map((run) => ({
      name: run.name,
      score: measured(run, score),
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
  return { name, group, ...text };
}
