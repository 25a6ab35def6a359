// What Evenhand offers. In examples, `evening` is what `scenario` opens of scenarios/rotation/prime-evening.yaml, `run` its
// run, `html` its report, `session` it by `openSession`; `week` is a tiny week of loans, and `folder` an empty folder.

export { z } from 'zod';
export { adaptFile, adaptReport, cycle, cycleText, GOALS, measure, newState, readEvents } from './adapt/index.ts';
export { type Alarm, alarmOf, alarmText } from './alerts/alert.ts';
export type { Audit, Level, Violation } from './audit/audit.ts';
export { auditBy, overMost } from './audit/by-rows.ts';
export { gini, giniCorrected, hhi, lorenz, topShare } from './audit/measures.ts';
export { type BatchPlan, batchEvents, findBatch, listBatches, runBatch } from './batch/index.ts';
export { breakpoints } from './breakpoints/breakpoints.ts';
export { breakpointsDocument, breakpointsReport } from './breakpoints/report.ts';
export { breakpointsTable, breakpointsText } from './breakpoints/words.ts';
export type { Checked, Expectation, Judgement, RepeatedValue, Verification } from './check/index.ts';
export { checkExpectations, checkScenarios, findScenarios, junitXml, sinceBaseline, verifyRun } from './check/index.ts';
export { type CompareOptions, compare as compareRuns } from './compare/compare.ts';
export type { Comparison, Measure } from './compare/comparison.ts';
export { keepRuns } from './compare/keep.ts';
export { comparisonParts } from './compare/report/parts.ts';
export {
  changeText,
  comparisonFinding,
  comparisonHeadlines,
  renderComparison,
  valueText,
} from './compare/report/report.ts';
export { comparisonTable } from './compare/report/table.ts';
export { type Compared, compareScenarios } from './compare/scenarios.ts';
export { comparisonCsv, comparisonFolder, saveComparison } from './compare/store.ts';
export { PARAMETERS, simulate } from './dispatch/index.ts';
export type { Domain, RuleText } from './domain.ts';
export { calendarOf, documentOf, summaryOf, weekOf } from './domains/documents.ts';
export { domainOf } from './domains/find.ts';
export { domains } from './domains/index.ts';
export { loadKinds } from './domains/load.ts';
export { readScenario, scenarioOf, scenarioSchema, variantsOf } from './domains/read.ts';
export { pageOf, renderReport } from './domains/report.ts';
export { type Explanation, explain, type Suggestion, suggest } from './explain/explain.ts';
export type { AimDifference } from './explain/losses.ts';
export { explanationTable } from './explain/table.ts';
export { type ExplanationText, explanationText, suggestionText } from './explain/words.ts';
export { type AuditOptions, auditSchedule } from './given/audit.ts';
export { givenText } from './given/terminal.ts';
export type { Effort, Limits, Model, Solution } from './kernel/model.ts';
export { solve } from './kernel/solve.ts';
export { type FoundSchedule, openSession, type RunOptions, runScenario } from './pipeline/run-scenario.ts';
export type { Session } from './pipeline/session.ts';
export type { Watch } from './pipeline/stage.ts';
export { domain } from './policy/define.ts';
export type { QuestionOf, TablesOf } from './policy/kind.ts';
export { perValue } from './policy/rows.ts';
export { noParameters, rulesOver } from './policy/rule.ts';
export type { SettingsOf } from './policy/shape.ts';
export { metricsMarkdown, metricsText } from './policy/text/metrics.ts';
export { rulesMarkdown, rulesText } from './policy/text/rules.ts';
export { tablesMarkdown, tablesText } from './policy/text/tables.ts';
export type { Price } from './prices/price.ts';
export { priceList } from './prices/prices.ts';
export { priceTable, priceText } from './prices/words.ts';
export { printProblems } from './problems/print.ts';
export { type Place, type Problem, Refusal } from './problems/problem.ts';
export { diffCounts, diffLines, diffVersions } from './publish/diff.ts';
export { findPlan, refuseManyWeeks } from './publish/find.ts';
export { prepare, publish } from './publish/of-run.ts';
export { publicationPlace } from './publish/open.ts';
export { StaleBase, unpublishable } from './publish/problems.ts';
export { changesSince, newestNow } from './publish/since.ts';
export { chapter } from './report/chapter.ts';
export { drawChart } from './report/charts/draw.ts';
export { chartSpec } from './report/charts/spec.ts';
export type { ReportOptions } from './report/interactive.ts';
export type { Block, Page, Section, Tile } from './report/page.ts';
export { type Parts, runParts } from './report/run/parts.ts';
export { tableBytes, tableOf, tableText } from './runs/files/table-text.ts';
export { writeNew, writeWhole } from './runs/files/whole-file.ts';
export { findRun, namesRun } from './runs/find.ts';
export type { GivenBest, GivenFault, GivenFinding, GivenSchedule, GivenStep } from './runs/given.ts';
export { interactiveFile, saveWithInteractive } from './runs/interactive.ts';
export { leftOutOf, notProven } from './runs/left-out.ts';
export { type ListedRun, listRuns, runsTable, settingsText } from './runs/list.ts';
export { type RunRecord, toRecord } from './runs/record.ts';
export type { FunnelStep, Provenance, Run } from './runs/run.ts';
export { loadRecord, loadRun, markRun, runBegun, runFolder, saveRun } from './runs/store.ts';
export { origins } from './scenario/origins.ts';
export type { Override, Scenario, Settings } from './scenario/scenario.ts';
export type { BreakpointOptions, Breakpoints, Sweep, SweepOptions, SweepPlan } from './sweep/index.ts';
export { planSweep, runSweep, saveSweep, sweepFindings, sweepFolder, sweepJson, sweepReport } from './sweep/index.ts';
export { sweepDocument } from './sweep/report/report.ts';
export { sweepTable } from './sweep/table.ts';
export { cells } from './tables/cells/kit.ts';
export { exportTables } from './tables/export.ts';
export { loadData, loadTables } from './tables/load.ts';
export type { Cell, ResultColumn, ResultTable } from './tables/result.ts';
export { copyTables, importFile, proposeColumns, schemaSql, sourceNamed } from './tables/sources/index.ts';
export { column, type Data, type RawTable, type Table, type TableSpec, table } from './tables/table.ts';
export { figureText } from './text/figure.ts';
export { amount, cellText, count, dollars, percent, plural } from './text/format.ts';
export { settingText } from './text/setting.ts';
export { visible } from './text/visible.ts';
