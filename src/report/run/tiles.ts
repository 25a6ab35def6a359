import type { MetricWords } from '../../audit/metric/metric.ts';
import { styleOf } from '../../audit/metric/words.ts';
import { holds, wish } from '../../runs/expected.ts';
import type { Run } from '../../runs/run.ts';
import { figureText } from '../../text/figure.ts';
import type { Tile } from '../page.ts';

/**
 * The tiles of these metrics in this order: value, what it is measured against, and its range over all best schedules
 * where it has one. A metric is measured against what the scenario expects of it, else against a rule of thumb. A metric without a value has no tile, unless it says what stands there instead.
 */
export function metricTiles<N extends string>(
  metrics: Readonly<Record<N, MetricWords<Run>>>,
  run: Run,
  names: readonly N[],
): readonly Tile[] {
  return names.flatMap((name) => tileOf(name, metrics[name], run));
}

function tileOf(name: string, words: MetricWords<Run>, run: Run): readonly Tile[] {
  const { tile = {}, band, unit } = words;
  const label = tile.label ?? words.label;
  const value = run.metrics[name];
  if (typeof value !== 'number') {
    if (tile.none === undefined) return [];
    return [{ label, value: tile.none, ...(typeof tile.note === 'string' && { note: tile.note }) }];
  }
  const say = (each: number) => tile.text?.(each, run) ?? figureText(each, styleOf(unit));
  const against = typeof tile.note === 'function' ? tile.note(value, run) : tile.note;
  const wanted = wantedOf(run, name, (each) => figureText(each, styleOf(unit)));
  // What policy expects takes the place of a rule of thumb, which is nobody's policy and therefore has no colour.
  const thumb = wanted === undefined && band !== undefined ? `rule of thumb: ${band(value).text}` : undefined;
  const tone = wanted?.tone ?? tile.tone?.(value, run);
  const notes = [against, wanted?.text, thumb, rangeText(run, name, say)].filter((note) => note);
  return [
    {
      label,
      value: say(value),
      ...(notes.length > 0 && { note: notes.join('; ') }),
      ...(tone && { tone }),
    },
  ];
}

/** What the scenario expects of a metric, in words, and whether it is so; nothing where it expects nothing. */
export function wantedOf(
  { scenario, metrics }: Run,
  name: string,
  say: (value: number) => string,
): { readonly text: string; readonly tone: 'good' | 'poor' } | undefined {
  const { expect = {} } = scenario;
  if (!Object.hasOwn(expect, name)) return undefined;
  const expected = expect[name];
  const words = wish(expected, say);
  if (words === '') return undefined;
  const met = holds(metrics[name] ?? null, expected);
  return { text: `${met ? 'wanted' : 'not met: wanted'} ${words}`, tone: met ? 'good' : 'poor' };
}

/** What is said of a metric that is not the same in every best schedule; nothing where it is, or where nobody asked. */
function rangeText({ ranges, inWeek }: Run, metric: string, say: (value: number) => string): string {
  const range = inWeek === undefined ? ranges?.[metric] : undefined;
  if (range === undefined || range.least === range.most) return '';
  return `${range.exact ? '' : 'at the most '}${say(range.least)} to ${say(range.most)} at the same net score`;
}
