// What sweeps offer.

export type { BreakpointOptions } from '../breakpoints/breakpoints.ts';
export type { Breakpoints } from '../breakpoints/result.ts';
export { findingsOf as sweepFindings } from './findings.ts';
export { planSweep, type SweepPlan } from './plan.ts';
export type { Sweep } from './record.ts';
export { saveSweep, sweepJson, sweepReport } from './results.ts';
export { sweepFolder } from './store.ts';
export { runSweep, type SweepOptions } from './sweep.ts';
