// What notebooks offer.

export type { NotebookAudit } from './audit.ts';
export type { NotebookBreakpoints } from './breakpoints.ts';
export { compare, type NotebookComparison } from './compare.ts';
export { showBars } from './display/bars.ts';
export type { DanfoFrame, DanfoGroups, DanfoSeries } from './display/danfo.ts';
export type { Row } from './display/rows.ts';
export type { NotebookExplanation } from './explain.ts';
export { type LessonsOptions, lessons, type NotebookLesson } from './learn.ts';
export { notebookPage } from './page/page.ts';
export type { NotebookPrices } from './prices.ts';
export type { NotebookRun } from './run.ts';
export { type NotebookRuns, runs, schema } from './runs.ts';
export { type NotebookScenario, scenario } from './scenario.ts';
export type { Shown } from './show.ts';
export type { NotebookSweep } from './sweep.ts';
export type { NotebookWeek } from './week.ts';
