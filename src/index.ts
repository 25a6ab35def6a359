// What Evenhand offers, and nothing else.

export type { Audit, Level, Violation } from './audit/audit.ts';
export { gini, giniCorrected, hhi, lorenz, topShare } from './audit/measures.ts';
export { rulesMarkdown, rulesText } from './docs.ts';
export { domains } from './domains/index.ts';
export {
  domainOf,
  planOf,
  prepare,
  publish,
  type RunOptions,
  readScenario,
  renderReport,
  runScenario,
  starterScenario,
  variantsOf,
  verifyRun,
} from './evenhand.ts';
export type { Effort, Limits, Model, Solution } from './kernel/model.ts';
export { solve } from './kernel/solve.ts';
export type { Domain, RuleText } from './pipeline/domain.ts';
export type { Watch } from './pipeline/stage.ts';
export { type Place, type Problem, Refusal } from './problem.ts';
export { amount, count, dollars, percent, plural } from './report/format.ts';
export { checkExpectations, type Expectation } from './runs/expect.ts';
export {
  newestVersion,
  type Prepared,
  type PublishOptions,
  publicationFolder,
  readVersion,
  readVersionFile,
  versions,
} from './runs/publish.ts';
export { type Change, type Diff, diffCounts, diffLines, diffVersions, emptyPlan, isSame } from './runs/publish-diff.ts';
export { StaleBase, unpublishable } from './runs/publish-problems.ts';
export type { Plan, Version } from './runs/publish-version.ts';
export { type RunRecord, toRecord } from './runs/record.ts';
export type { FunnelStep, Provenance, Run } from './runs/run.ts';
export { loadRun, runFolder, saveRun } from './runs/store.ts';
export { tableOf, tableText } from './runs/table-text.ts';
export type { Comparison, Verification } from './runs/verify.ts';
export { origins } from './scenario/origins.ts';
export { printProblems } from './scenario/print.ts';
export type { Override, Scenario, Settings } from './scenario/scenario.ts';
export { visible } from './scenario/show.ts';
export { exportTables } from './tables/export.ts';
export { loadData } from './tables/load.ts';
export type { Cell, ResultColumn, ResultTable } from './tables/result.ts';
export type { Data, RawTable, Table, TableSpec } from './tables/table.ts';
