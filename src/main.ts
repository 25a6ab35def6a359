// The package's entry: the library, and what the cells of a notebook make of it.

export * from './index.ts';
export type {
  DanfoFrame,
  NotebookComparison,
  NotebookLesson,
  NotebookRun,
  NotebookRuns,
  NotebookScenario,
  Shown,
} from './notebook/index.ts';
export { compare, lessons, notebookPage, runs, scenario, schema, showBars } from './notebook/index.ts';
