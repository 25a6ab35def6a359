import { styleOf } from '../audit/metric/words.ts';
import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { Refusal } from '../problems/problem.ts';
import { metricText } from '../runs/metric-text.ts';
import type { Run, Since } from '../runs/run.ts';
import { figureText } from '../text/figure.ts';
import { type Baselines, baselineFile, readBaselines } from './baseline-file.ts';

/**
 * Which headline figures of a run differ from its baseline. Points are left out: under other weights they are another
 * currency. Nothing where there is no baseline, or where every figure is as it was: then there is nothing to say.
 *
 * @example
 * sinceBaseline(run)?.changes // undefined
 * sinceBaseline({ ...run, metrics: { ...run.metrics, placed: 11 } })?.changes
 * // [{ change: 'moved', what: 'Spots placed', before: '12', after: '11' }]
 */
export function sinceBaseline(run: Run, kinds: readonly Domain[] = []): Since | undefined {
  const kept = baselinesOf(run)?.get(run.name);
  if (kept === undefined || Object.keys(run.metrics).length === 0 || run.given !== undefined) return undefined;
  const { metrics: texts = {} } = domainOf(run.kind, kinds);
  const figures = Object.entries(run.metrics).flatMap(([name, now]) => {
    const text = metricText(texts, name);
    const before = Object.hasOwn(kept.values, name) ? kept.values[name]!.value : null;
    if (!text.headline || typeof now !== 'number' || typeof before !== 'number') return [];
    return [{ text, before, now }];
  });
  const changes = figures
    .filter(({ before, now }) => before !== now)
    .map(({ text, before, now }) => {
      const say = (value: number) => figureText(value, styleOf(text.unit));
      return { change: 'moved' as const, what: text.label, before: say(before), after: say(now) };
    });
  if (changes.length === 0) return undefined;
  return { by: 'baseline', name: 'the baseline', kept: figures.length - changes.length, changes };
}

/** What cannot be read is for `evenhand check` to say: the run itself does not depend on it. */
function baselinesOf({ scenario }: Run): Baselines | undefined {
  try {
    return readBaselines(baselineFile(scenario.file));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
