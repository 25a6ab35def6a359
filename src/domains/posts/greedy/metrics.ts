import type { Constraint, Placed } from './placed.ts';

/** The metrics of a plan, as the earlier scheduler had them. */
export interface PlanMetrics {
  /** Posts an hour between the first and the last one, at most 10; 1 for a single post, and where all are at one time. */
  readonly throughput: number;
  /** From 0 to 1: a tenth less for each post of a clock hour beyond the fifth, and for each overcrowded channel. */
  readonly quota: number;
  /** From 0 to 1: 1 without violations, 0 with two or more a post. */
  readonly adherence: number;
}

/** The metrics of a plan. */
export function metricsOf(
  placed: readonly Placed[],
  constraints: Readonly<Record<string, Constraint | undefined>>,
): PlanMetrics {
  const violations = placed.reduce((sum, { violations: own }) => sum + own.length, 0);
  const perHour = [...countsOf(placed.map(({ at }) => Math.floor(at / 60))).values()];
  const beyond = perHour.reduce((sum, count) => sum + Math.max(0, count - 5), 0);
  const crowded = [...countsOf(placed.map(({ channel }) => channel))].filter(
    ([channel, count]) => count > (constraints[channel]?.most ?? Number.POSITIVE_INFINITY) * 10,
  );
  return {
    throughput: throughputOf(placed.map(({ at }) => at)),
    quota: Math.max(0, 10 - beyond - crowded.length) / 10,
    adherence: placed.length === 0 ? 1 : Math.max(0, 1 - violations / (2 * placed.length)),
  };
}

/** The mean gap is the whole time from the first to the last post, divided by the number of gaps. */
function throughputOf(times: readonly number[]): number {
  if (times.length < 2) return times.length;
  const hours = (Math.max(...times) - Math.min(...times)) / 60;
  return hours === 0 ? 1 : Math.min(10, (times.length - 1) / hours);
}

function countsOf<K>(keys: readonly K[]): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
