import { nearest } from '../problems/nearest.ts';
import { plainName } from './columns.ts';
import type { HistoryFiles } from './outcome.ts';
import type { Outcome } from './outcomes.ts';
import { historyProblems } from './problems.ts';
import { slotOf, zoneOf } from './zones.ts';

/**
 * The metric that a word means among those that there are: the one of this name, else the only one that differs from it in
 * letter case and blanks alone; else the word itself, which nothing has.
 *
 * @example
 * metricNamed('reach', ['Reach', 'Likes']) // 'Reach'
 */
export function metricNamed(word: string, names: readonly string[]): string {
  const like = names.filter((name) => plainName(name) === plainName(word));
  return names.includes(word) || like.length !== 1 ? word : like[0]!;
}

/**
 * The outcomes of files that were read, without keeping them: by time, a row that stands there twice once.
 *
 * @param zone The IANA zone by whose clock weekdays and hours are counted.
 * @throws Refusal where none of them has the metric, or the zone is none.
 * @example
 * const nothing = { platform: 'x', channel: 'x', zone: undefined, rows: [], aside: [], columns: [], notes: [] };
 * outcomesOfFiles(nothing, { goal: 'likes', zone: 'UTC' }) // throws 'no outcome kept there has the metric "likes"'
 */
export function outcomesOfFiles(
  { rows, channel, columns }: HistoryFiles,
  { goal, zone }: { readonly goal: string; readonly zone: string },
): readonly Outcome[] {
  const names = [...new Set(rows.flatMap(({ metrics }) => [...metrics.keys()]))].sort();
  const metric = metricNamed(goal, names);
  const once = [...new Map(rows.map((row) => [row.key, row])).values()];
  const found = once.flatMap(({ metrics, at, type, key }) => {
    const value = metrics.get(metric);
    return value === undefined ? [] : [{ key, at: at / 1000, type, value }];
  });
  if (found.length === 0) throw historyProblems.noGoal(columns[0]?.file ?? channel, goal, names, nearest(goal, names));
  found.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const clock = zoneOf(zone, Math.floor(found[0]!.at), found.at(-1)!.at);
  return found.map(({ at, type, value }) => ({ group: channel, at, ...slotOf(clock, at), value, type }));
}
