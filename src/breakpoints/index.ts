// What the search for breakpoints offers.

export { breakpoints } from './breakpoints.ts';
export { breakpointsDocument, breakpointsReport } from './report.ts';
