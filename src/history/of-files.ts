import { nearest } from '../problems/nearest.ts';
import type { HistoryFiles } from './outcome.ts';
import type { Outcome } from './outcomes.ts';
import { historyProblems } from './problems.ts';
import { slotOf, zoneOf } from './zones.ts';

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
  const once = [...new Map(rows.map((row) => [row.key, row])).values()];
  const found = once.flatMap(({ metrics, at, type, key }) => {
    const value = metrics.get(goal);
    return value === undefined ? [] : [{ key, at: at / 1000, type, value }];
  });
  if (found.length === 0) {
    const names = [...new Set(rows.flatMap(({ metrics }) => [...metrics.keys()]))].sort();
    throw historyProblems.noGoal(columns[0]?.file ?? channel, goal, names, nearest(goal, names));
  }
  found.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const clock = zoneOf(zone, Math.floor(found[0]!.at), found.at(-1)!.at);
  return found.map(({ at, type, value }) => ({ group: channel, at, ...slotOf(clock, at), value, type }));
}
