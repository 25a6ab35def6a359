import type { Domain, Tables } from '../../domain.ts';
import { Refusal } from '../../problems/problem.ts';
import type { Settings } from '../../scenario/scenario.ts';
import { cut } from '../../tables/problems.ts';
import type { CellType } from '../../tables/result.ts';
import { noColumn, twice } from './problems.ts';
import type { RawSchedule } from './source.ts';

/** A field of a row, and by which names a header may call it. */
export interface Field {
  readonly name: string;
  readonly type: CellType;
  /** "partner id". */
  readonly label: string;
  readonly headings: readonly string[];
  /** The column that holds what people call it, where there is one. */
  readonly called: { readonly column: string; readonly headings: readonly string[] } | undefined;
}

/** The cells of a field: index in the header, -1 where it has no such column. */
export interface BoundField extends Field {
  readonly index: number;
  /** Where its name stands. */
  readonly nameIndex: number;
}

/** The fields of a kind's row, with the headings of its own result table. */
export function fieldsOf(domain: Domain, settings: Settings, tables: Tables): readonly Field[] {
  const { table, key, place, named = {} } = domain.schedule;
  const columns = domain.audit(settings, tables, []).tables[table]?.columns ?? [];
  const columnOf = (name: string) => columns.find((column) => column.name === name);
  const headings = (name: string) => [...new Set([name, columnOf(name)?.label ?? name])];
  return [...key, ...place].map((name) => {
    const called = Object.hasOwn(named, name) ? named[name] : undefined;
    return {
      name,
      type: columnOf(name)?.type ?? 'text',
      label: (columnOf(name)?.label ?? name.replaceAll('_', ' ')).replace(/^[A-Z](?![A-Z])/, (first) =>
        first.toLowerCase(),
      ),
      headings: headings(name),
      called: called === undefined ? undefined : { column: called, headings: headings(called) },
    };
  });
}

/**
 * Finds the column of each field in a header, whatever the letter case and the separators of its words.
 *
 * @throws Refusal where a field has no column, or two.
 */
export function bindFields(
  fields: readonly Field[],
  { path, header, headerLine = 1, counts }: RawSchedule,
): readonly BoundField[] {
  const plain = header.map(plainText);
  const source = cut(header.join(','), 200);
  const place = counts === 'line' ? { file: path, line: headerLine, column: 1, source } : { file: path };
  const problems: Refusal['problems'][number][] = [];
  const find = (name: string, headings: readonly string[]): number => {
    const wanted = headings.map(plainText);
    const [index = -1, second] = plain.flatMap((one, at) => (wanted.includes(one) ? [at] : []));
    if (second !== undefined) problems.push(twice(place, name, header[index]!, header[second]!));
    return index;
  };
  const bound = fields.map((field): BoundField => {
    const index = find(field.name, field.headings);
    const nameIndex = field.called === undefined ? -1 : find(field.called.column, field.called.headings);
    if (index < 0 && nameIndex < 0)
      problems.push(noColumn(place, field.name, [...field.headings, ...(field.called?.headings ?? [])], header));
    return { ...field, index, nameIndex };
  });
  if (problems.length > 0) throw new Refusal(problems);
  return bound;
}

/**
 * A text without what spellings differ in: letter case, blanks, hyphens, underscores.
 *
 * @example
 * plainText('Start-Day') === plainText('start_day') // true
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
