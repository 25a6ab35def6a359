// Outcomes: what came of what was posted, from the exports of accounts.

export { accountsIn } from './accounts.ts';
export type { AddedHistory } from './add.ts';
export { historyIn, keepHistory } from './keep.ts';
export { metricNamed } from './of-files.ts';
export type { HistoryFiles, HistoryOptions } from './outcome.ts';
export { type ChannelSummary, type Outcome, outcomesOf } from './outcomes.ts';
export { readHistory } from './read.ts';
export { HISTORY } from './tables.ts';
