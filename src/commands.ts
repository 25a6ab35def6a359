// What the command line needs beyond the library's own names: publishing, files of results, words for a terminal.

export { breakpointsReport } from './breakpoints/page.ts';
export { EVERYWHERE, findScenarios, junitXml, passes } from './check/index.ts';
export {
  changeText,
  comparisonFinding,
  comparisonHeadlines,
  renderComparison,
  valueText,
} from './compare/report/report.ts';
export { comparisonCsv, comparisonFolder, comparisonJson, isSaved, saveComparison } from './compare/store.ts';
export { EXPLAINED } from './explain/left-out.ts';
export { rulesMarkdown, rulesText } from './policy/rules-text.ts';
export { PRICED } from './prices/prices.ts';
export { type Change, type Diff, diffCounts, diffLines, diffVersions, emptyPlan, isSame } from './publish/diff.ts';
export { planOf, prepare, publish } from './publish/of-run.ts';
export { StaleBase, unpublishable } from './publish/problems.ts';
export {
  newestVersion,
  type Prepared,
  type PublishOptions,
  publicationFolder,
  readVersion,
  readVersionFile,
  versions,
} from './publish/publish.ts';
export type { Plan, Version } from './publish/version.ts';
export { INTERACTIVE, loadRecord, REPORT } from './runs/store.ts';
export { tableOf, tableText } from './runs/table-text.ts';
export { textThere } from './runs/whole-folder.ts';
export { origins } from './scenario/origins.ts';
export { storedScenario } from './scenario/stored.ts';
export { saveSweep, sweepCsv, sweepFolder, sweepJson, sweepReport } from './sweep/index.ts';
export { exportTables } from './tables/export.ts';
export { makeFolder } from './tables/make-folder.ts';
