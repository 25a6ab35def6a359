import type { Schedule } from '../domain.ts';
import type { Run, Week } from '../runs/run.ts';

/** The weeks that were run, and what all of them together chose. */
export interface PlannedWeeks {
  readonly weeks: readonly Week[];
  /** The rows of every week, week after week. */
  readonly schedule: Schedule;
  /** The solvers' net scores added up, in objective units, and the units of a point. */
  readonly claimed: { readonly net: number; readonly unit: number };
}

/** Whether a run found a schedule, the empty one counted. */
export const hasSchedule = ({ status }: Pick<Run, 'status'>): boolean => status === 'optimal' || status === 'feasible';
