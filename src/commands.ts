// What the command line needs beyond the library's own names: publishing, files of results, words for a terminal.

export { EVERYWHERE, findScenarios, junitXml, passes } from './check/index.ts';
export { rulesMarkdown, rulesText } from './docs.ts';
export { planOf, prepare, publish, starterScenario, storedScenario } from './evenhand.ts';
export { breakpointsReport } from './explore/breakpoints-report.ts';
export { EXPLAINED } from './explore/left-out.ts';
export { PRICED } from './explore/prices.ts';
export {
  changeText,
  comparisonFinding,
  comparisonHeadlines,
  renderComparison,
  valueText,
} from './report/comparison.ts';
export { comparisonCsv, comparisonFolder, comparisonJson, isSaved, saveComparison } from './runs/comparison-store.ts';
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
export { INTERACTIVE, loadRecord, REPORT } from './runs/store.ts';
export { tableOf, tableText } from './runs/table-text.ts';
export { textThere } from './runs/whole-folder.ts';
export { origins } from './scenario/origins.ts';
export { saveSweep, sweepCsv, sweepFolder, sweepJson, sweepReport } from './sweep/index.ts';
export { exportTables } from './tables/export.ts';
export { makeFolder } from './tables/make-folder.ts';
