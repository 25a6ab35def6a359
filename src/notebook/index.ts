// What notebooks offer.

export type { NotebookAudit } from './audit.ts';
export { showBars } from './bars.ts';
export type { NotebookBreakpoints } from './breakpoints.ts';
export { compare, type NotebookComparison } from './compare.ts';
export type { DanfoFrame, DanfoGroups, DanfoSeries } from './danfo.ts';
export type { NotebookExplanation } from './explain.ts';
export { notebookPage } from './page.ts';
export type { NotebookPrices } from './prices.ts';
export type { Row } from './rows.ts';
export type { NotebookRun } from './run.ts';
export { type NotebookScenario, scenario } from './scenario.ts';
export type { Shown } from './show.ts';
export type { NotebookSweep } from './sweep.ts';
