import { expect } from 'vitest';
import type { Row } from '../../../../src/domain.ts';
import { inOrder } from '../../../../src/kernel/decomposition/priorities.ts';
import { judge, type Keys, type Opened, solved } from '../plans.ts';

/** What a schedule is worth: urgent, normal and low posts, and then points. */
type Worth = readonly [urgent: number, normal: number, low: number, net: number];

function worthOf(opened: Opened, schedule: readonly Row[]): Worth | undefined {
  const { violations, objective } = judge(opened, schedule);
  if (violations.length > 0) return undefined;
  const priority = new Map(opened.tables.posts.rows.map((row) => [row.post, row.priority]));
  const count = (own: string) => schedule.filter(({ post }) => priority.get(String(post)) === own).length;
  return [count('urgent'), count('normal'), count('low'), objective.net_score!];
}

/** The best of all schedules that there are, by the auditor alone; undefined where no schedule keeps the rules. */
export function bestOfAll(opened: Opened): Worth | undefined {
  const { from, to } = reachOf(opened);
  const instants = Array.from({ length: (to - from) / 30 }, (_, k) =>
    new Date((from + k * 30) * 60_000).toISOString().replace(':00.000Z', 'Z'),
  );
  const names = opened.tables.posts.rows.map(({ post }) => post);
  // An instant at which a post breaks a rule that looks at it alone is in no schedule.
  const alone = [
    'structure',
    'possible',
    'blackouts',
    'quiet_hours',
    'type_hours',
    'holidays',
    'score_floor',
    'spacing',
    'same_text',
    'caps',
    'frequency',
    'concurrency',
    'per_hour',
    'same_hour',
  ];
  const chances = names.map((post) =>
    instants.filter(
      (at) =>
        !judge(opened, [{ post, at }]).violations.some(({ rule, rows }) => alone.includes(rule) && rows?.includes(0)),
    ),
  );
  let best: Worth | undefined;
  const walk = (depth: number, chosen: readonly Row[]) => {
    if (depth === names.length) {
      const worth = worthOf(opened, chosen);
      if (worth && (!best || inOrder(worth, best) > 0)) best = worth;
      return;
    }
    walk(depth + 1, chosen);
    for (const at of chances[depth]!) walk(depth + 1, [...chosen, { post: names[depth]!, at }]);
  };
  walk(0, []);
  return best;
}

function reachOf({ settings: { horizon } }: Opened): { readonly from: number; readonly to: number } {
  // All instants from a day before the horizon to a day after it would only be slower: half a day holds every zone.
  const day = (text: string) => Math.floor(Date.parse(`${text}Z`) / 60_000);
  return { from: day(horizon.start) - 14 * 60, to: day(horizon.end) + 14 * 60 };
}

/** The plan that is found is worth as much as the best of all, and the auditor finds nothing wrong with it. */
export async function expectBest(keys: Keys, name: string): Promise<'optimal' | 'infeasible'> {
  const found = await solved(keys);
  const best = bestOfAll(found);
  if (best === undefined) {
    expect(found.solution.status, name).toBe('infeasible');
    return 'infeasible';
  }
  expect(found.audit.violations, name).toEqual([]);
  expect([found.solution.status, ...worthOf(found, found.schedule)!], name).toEqual(['optimal', ...best]);
  expect(found.solution.net / found.instance.model.unit, name).toBe(found.audit.objective.net_score);
  return 'optimal';
}
