// What Evenhand offers, and nothing else.

export type { Audit, Level, Violation } from './audit/audit.ts';
export { gini, giniCorrected, hhi, lorenz, topShare } from './audit/measures.ts';
export type { Checked, Expectation, Judgement, RepeatedValue, Verification } from './check/index.ts';
export { checkExpectations, checkScenarios, EVERYWHERE, findScenarios, junitXml, passes } from './check/index.ts';
export { rulesMarkdown, rulesText } from './docs.ts';
export { domains } from './domains/index.ts';
export {
  domainOf,
  openSession,
  planOf,
  prepare,
  publish,
  type RunOptions,
  readScenario,
  renderReport,
  runScenario,
  starterScenario,
  storedScenario,
  variantsOf,
  verifyRun,
} from './evenhand.ts';
export { breakpoints, breakpointsReport, breakpointsTable } from './explore/breakpoints-report.ts';
export { type CompareOptions, compare as compareRuns } from './explore/compare.ts';
export { type Compared, compareScenarios } from './explore/compare-scenarios.ts';
export { type Explanation, explain } from './explore/explain.ts';
export { type Price, priceList, priceTable } from './explore/prices.ts';
export type { Session } from './explore/session.ts';
export type { Effort, Limits, Model, Solution } from './kernel/model.ts';
export { solve } from './kernel/solve.ts';
export type { DanfoFrame, NotebookComparison, NotebookRun, NotebookScenario, Shown } from './notebook/index.ts';
export { compare, notebookPage, scenario, showBars } from './notebook/index.ts';
export type { Domain, RuleText } from './pipeline/domain.ts';
export type { Watch } from './pipeline/stage.ts';
export { type Place, type Problem, Refusal } from './problem.ts';
export { type Block, cells, type Parts, type Section, type Tile } from './report/cells.ts';
export {
  changeText,
  comparisonFinding,
  comparisonHeadlines,
  renderComparison,
  valueText,
} from './report/comparison.ts';
export { amount, cellText, count, dollars, percent, plural } from './report/format.ts';
export type { Comparison, Measure } from './runs/comparison.ts';
export { comparisonCsv, comparisonFolder, comparisonJson, isSaved, saveComparison } from './runs/comparison-store.ts';
export type { Prepared, PublishOptions } from './runs/publish.ts';
export { newestVersion, publicationFolder, readVersion, readVersionFile, versions } from './runs/publish.ts';
export { type Change, type Diff, diffCounts, diffLines, diffVersions, emptyPlan, isSame } from './runs/publish-diff.ts';
export { StaleBase, unpublishable } from './runs/publish-problems.ts';
export type { Plan, Version } from './runs/publish-version.ts';
export { type RunRecord, toRecord } from './runs/record.ts';
export type { FunnelStep, Provenance, Run } from './runs/run.ts';
export { loadRun, runFolder, saveRun } from './runs/store.ts';
export { tableOf, tableText } from './runs/table-text.ts';
export { origins } from './scenario/origins.ts';
export { printProblems } from './scenario/print.ts';
export type { Override, Scenario, Settings } from './scenario/scenario.ts';
export { visible } from './scenario/show.ts';
export type { BreakpointOptions, Breakpoints, Sweep, SweepOptions, SweepPlan } from './sweep/index.ts';
export { planSweep, runSweep, saveSweep, sweepCsv, sweepFindings, sweepFolder, sweepJson } from './sweep/index.ts';
export { sweepTable } from './sweep/table.ts';
export { exportTables } from './tables/export.ts';
export { loadData } from './tables/load.ts';
export type { Cell, ResultColumn, ResultTable } from './tables/result.ts';
export type { Data, RawTable, Table, TableSpec } from './tables/table.ts';
