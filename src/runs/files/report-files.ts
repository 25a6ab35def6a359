/** The file of the report in the folder of a run, a comparison or a sweep. */
export const REPORT = 'report.html';
/** The file of the report whose charts answer to mouse and keyboard. */
export const INTERACTIVE = 'interactive.html';
