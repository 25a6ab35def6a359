// What sweeps offer.

export type { BreakpointOptions } from '../explore/breakpoints.ts';
export type { Breakpoints } from '../runs/breakpoints.ts';
export type { Sweep } from '../runs/sweep.ts';
export { sweepFolder } from '../runs/sweep-store.ts';
export { findingsOf as sweepFindings } from './findings.ts';
export { planSweep, type SweepPlan } from './plan.ts';
export { saveSweep, sweepCsv, sweepJson, sweepReport } from './results.ts';
export { runSweep, type SweepOptions } from './sweep.ts';
