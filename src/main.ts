// The package's entry: the library, and what the cells of a notebook make of it.

export * from './index.ts';
export type { DanfoFrame, NotebookComparison, NotebookRun, NotebookScenario, Shown } from './notebook/index.ts';
export { compare, notebookPage, scenario, showBars } from './notebook/index.ts';
