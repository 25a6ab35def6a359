import type { Row, Schedule } from '../domain.ts';
import type { Session } from '../pipeline/session.ts';

/** A row of the schedule, or some of its fields, in words for people. */
export type RowNames = (row: Row) => string;

/**
 * Rows with the names that the tables give them. A kind without names has the fields by their own names.
 *
 * @example
 * namesOf(session)({ spot: 't1', break: 'b2044', position: 1 }) // 't1 (Tidemark Light) in b2044 (20:44), position 1'
 */
export const namesOf = ({ instance }: Pick<Session, 'instance'>): RowNames => instance.rowText;

/**
 * A row without names for its fields.
 *
 * @example
 * plainText({ id: 'post', start_day: 'Mon' }) // 'id post, start day Mon'
 */
export const plainText: RowNames = (row) =>
  Object.entries(row)
    .map(([field, value]) => `${field.replaceAll('_', ' ')} ${value}`)
    .join(', ');

/** Rows by their codes alone, in one cell of a table for programs. */
export const codesText = (rows: Schedule): string => rows.map((row) => Object.values(row).join(' ')).join('; ');

/**
 * What was asked for. The names are enough where they hold every value; otherwise they stand behind the fields.
 *
 * @example
 * fieldNames({ spot: 't1' }, () => 't1 (Tidemark Light)') // 't1 (Tidemark Light)'
 * fieldNames({ person_id: '12' }, () => 'to Ann') // 'person_id 12 (to Ann)'
 */
export function fieldNames(fields: Readonly<Record<string, string>>, names: RowNames): string {
  const named = names(fields);
  const words = ` ${named.replaceAll(/[(),]/g, ' ')} `;
  if (Object.values(fields).every((value) => words.includes(` ${value} `))) return named;
  const plain = Object.entries(fields)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  return named === '' || named === plainText(fields) ? plain : `${plain} (${named})`;
}
