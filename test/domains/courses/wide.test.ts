import { expect, it } from 'vitest';
import { coarseBound } from '../../../src/kernel/large/coarse.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { bestWide, wideWeek } from './reference/wide.ts';
import { judge, open } from './weeks.ts';

/** Weeks that are small enough for every schedule of them to be tried. */
const WEEKS = 300;

it(`${WEEKS} random weeks with rooms, terms, links and instructors have the best timetable of all that there are`, async () => {
  let tried = 0;
  const seen = { optimal: 0, infeasible: 0 };
  for (let seed = 0; tried < WEEKS; seed++) {
    const week = open(wideWeek(seed));
    const best = bestWide(week);
    if (best === undefined) continue;
    tried++;
    const { model } = week.instance;
    const { status, net, chosen } = await solve(model, { seed: 42, seconds: 60 }, { conflict: false });
    expect(status, `week ${seed}`).toBe(best === -Infinity ? 'infeasible' : 'optimal');
    seen[status as keyof typeof seen]++;
    if (best === -Infinity) continue;
    expect(await coarseBound(model, { seed: 42, seconds: 60 }), `week ${seed}`).toBeGreaterThanOrEqual(net);
    const { violations, objective } = judge(week, week.instance.schedule(chosen));
    expect(violations, `week ${seed}`).toEqual([]);
    expect([objective.net_score, net / model.unit], `week ${seed}`).toEqual([best, best]);
  }
  expect(Math.min(seen.optimal, seen.infeasible)).toBeGreaterThan(30);
});
