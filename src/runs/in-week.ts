import type { Run } from './run.ts';

/**
 * The week of a run of many that further questions are about, as if it were a run of its own; any other run as it is.
 * The tables are those of all weeks.
 *
 * @example
 * asWeek(run) === run // true
 */
export function asWeek(run: Run): Run {
  const { weeks, ...own } = run;
  const found = weeks?.find(({ week }) => week === run.inWeek);
  if (found === undefined) return run;
  const { week: _, from: __, ...week } = found;
  return { ...own, ...week };
}
