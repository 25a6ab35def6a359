import type { MetricWords } from '../../audit/metric/metric.ts';
import { styleOf } from '../../audit/metric/words.ts';
import type { Run } from '../../runs/run.ts';
import { figureText } from '../../text/figure.ts';
import type { Tile } from '../page.ts';

/**
 * The tiles of these metrics in this order: value, what it is measured against, its band, and its range over all best
 * schedules where it has one. A metric without a value has no tile, unless it says what stands there instead.
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
  const standing = band?.(value);
  const tone = tile.tone?.(value, run) ?? standing?.tone;
  const notes = [against, standing?.text, rangeText(run, name, say)].filter((note) => note);
  return [
    {
      label,
      value: say(value),
      ...(notes.length > 0 && { note: notes.join('; ') }),
      ...(tone && { tone }),
    },
  ];
}

/** What is said of a metric that is not the same in every best schedule; nothing where it is, or where nobody asked. */
function rangeText({ ranges }: Run, metric: string, say: (value: number) => string): string {
  const range = ranges?.[metric];
  if (range === undefined || range.least === range.most) return '';
  return `${range.exact ? '' : 'at the most '}${say(range.least)} to ${say(range.most)} at the same net score`;
}
