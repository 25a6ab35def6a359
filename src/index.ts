// What Evenhand offers, and nothing else. In the examples of doc comments, `evening` is what `scenario` opens of
// scenarios/rotation/prime-evening.yaml, `run` its run, `html` the report of that, and `session` the same scenario
// opened by `openSession`; `week` is a week of loans with two cars and two partners, and `folder` an empty folder.

export type { Audit, Level, Violation } from './audit/audit.ts';
export { gini, giniCorrected, hhi, lorenz, topShare } from './audit/measures.ts';
export type { Checked, Expectation, Judgement, RepeatedValue, Verification } from './check/index.ts';
export { checkExpectations, checkScenarios } from './check/index.ts';
export { domains } from './domains/index.ts';
export type { RunOptions } from './evenhand.ts';
export {
  domainOf,
  openSession,
  pageOf,
  readScenario,
  renderReport,
  runScenario,
  variantsOf,
  verifyRun,
} from './evenhand.ts';
export { breakpoints, breakpointsTable } from './explore/breakpoints-report.ts';
export { type CompareOptions, compare as compareRuns } from './explore/compare.ts';
export { type Compared, compareScenarios } from './explore/compare-scenarios.ts';
export { type Explanation, explain } from './explore/explain.ts';
export { type AimDifference, differencesText } from './explore/order.ts';
export { type Price, priceList, priceTable } from './explore/prices.ts';
export type { Session } from './explore/session.ts';
export type { Effort, Limits, Model, Solution } from './kernel/model.ts';
export { solve } from './kernel/solve.ts';
export type { DanfoFrame, NotebookComparison, NotebookRun, NotebookScenario, Shown } from './notebook/index.ts';
export { compare, notebookPage, scenario, showBars } from './notebook/index.ts';
export type { Domain, Headline, RuleText } from './pipeline/domain.ts';
export type { Watch } from './pipeline/stage.ts';
export { type Place, type Problem, Refusal } from './problem.ts';
export { type Block, cells, type Page, type Parts, type Section, type Tile } from './report/cells.ts';
export { amount, cellText, count, dollars, percent, plural } from './report/format.ts';
export type { ReportOptions } from './report/live.ts';
export type { Comparison, Measure } from './runs/comparison.ts';
export { type RunRecord, toRecord } from './runs/record.ts';
export type { FunnelStep, Provenance, Run } from './runs/run.ts';
export { loadRun, runFolder, saveRun } from './runs/store.ts';
export { printProblems } from './scenario/print.ts';
export type { Override, Scenario, Settings } from './scenario/scenario.ts';
export { visible } from './scenario/show.ts';
export type { BreakpointOptions, Breakpoints, Sweep, SweepOptions, SweepPlan } from './sweep/index.ts';
export { planSweep, runSweep, sweepFindings } from './sweep/index.ts';
export { sweepTable } from './sweep/table.ts';
export { loadData } from './tables/load.ts';
export type { Cell, ResultColumn, ResultTable } from './tables/result.ts';
export type { Data, RawTable, Table, TableSpec } from './tables/table.ts';
