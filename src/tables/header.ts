import { nearest } from '../problems/nearest.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import { cleanText } from '../text/clean.ts';
import { cut, fileProblems, maybes } from './problems.ts';
import type { Column, RawTable, TableSpec } from './table.ts';

/** A column of the description and where the file has it; index -1: nowhere, so that its cells read as empty. */
export interface BoundColumn {
  readonly name: string;
  readonly column: Column;
  readonly index: number;
}

/**
 * Finds each column of the description in a header: by name or alias, whatever the letter case. Columns that the
 * description does not know are left alone. Throws `Refusal` with every problem of the header.
 */
export function bindColumns(spec: TableSpec, raw: RawTable): readonly BoundColumn[] {
  const header = raw.header.map(cleanText);
  const lower = header.map((name) => name.toLowerCase());
  const problems: Problem[] = [];
  const bound = Object.entries<Column>(spec.columns).map(([name, column]): BoundColumn => {
    const names = [name, ...(column.aliases ?? [])].map((one) => one.toLowerCase());
    const [index = -1, second] = lower.flatMap((one, at) => (names.includes(one) ? [at] : []));
    const place = { file: raw.file, line: raw.headerLine ?? 1, column: 1 };
    if (second !== undefined) {
      problems.push({
        message: fileProblems.twice(name, columnName(header, index), columnName(header, second)),
        place,
      });
    } else if (index < 0 && column.required === true) {
      const message = fileProblems.missingColumn(spec.name, name);
      problems.push({ message, place, maybe: missingHint(spec, header, name) });
    }
    return { name, column, index };
  });
  if (problems.length > 0) throw new Refusal(problems);
  return bound;
}

function columnName(header: readonly string[], index: number): string {
  return cut(header[index] ?? '', 40);
}

/** The way out for a missing column: another delimiter, a misspelt header, or what the header does hold. */
function missingHint(spec: TableSpec, header: readonly string[], name: string): string {
  if (header.length === 1 && /[;\t]/.test(header[0] ?? '')) return maybes.delimiter();
  const known = new Set(Object.keys(spec.columns));
  const strangers = header.filter((one) => one !== '' && !known.has(one.toLowerCase()));
  const close = nearest(name, strangers);
  if (close !== undefined) return maybes.misnamed(cut(close, 40), name);
  return maybes.header(cut(header.join(', '), 200));
}
