import { renderDocument } from '../report/document.ts';
import type { ReportOptions } from '../report/interactive.ts';
import { breakpointsDocument } from './report.ts';
import type { Breakpoints } from './result.ts';

export { breakpoints } from './breakpoints.ts';
export { breakpointsTable } from './report.ts';

/** Draws the report of breakpoints as one HTML file. */
export const breakpointsReport = (found: Breakpoints, options: ReportOptions = {}): Promise<string> =>
  renderDocument(breakpointsDocument(found), options);
