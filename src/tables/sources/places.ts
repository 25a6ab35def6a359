import type { Place } from '../../problems/problem.ts';
import type { Quarantined, RawTable } from '../table.ts';

/** What a message calls the row at a line: "line 7", or by its name where no file has lines. */
export const rowText = ({ rowName, lines }: RawTable, line: number): string =>
  rowName === undefined ? `line ${line}` : rowName(lines === undefined ? line - 2 : lines.indexOf(line));

/** Where a row that was set aside stands: its line in its file, or its table in a database and what names it there. */
export const placeOf = ({ file, line, rowName }: Quarantined): Place =>
  rowName === undefined ? { file, line } : { file: `${file} ${rowName}` };
