import { breakpointsSheet } from '../report/breakpoints.ts';
import type { ReportOptions } from '../report/live.ts';
import { renderSheet } from '../report/sheet.ts';
import type { Breakpoints } from '../runs/breakpoints.ts';

export { breakpointsTable } from '../report/breakpoints.ts';
export { breakpoints } from './breakpoints.ts';

/** Draws the report of breakpoints as one HTML file. */
export const breakpointsReport = (found: Breakpoints, options: ReportOptions = {}): Promise<string> =>
  renderSheet(breakpointsSheet(found), options);
