import { capital, plural } from '../../text/format.ts';
import type { Chapter } from './section.ts';
import type { TablePart } from './table.ts';

/** A result table as a chapter: all but the table may be absent. */
export interface ResultParts
  extends Partial<Pick<Chapter, 'id' | 'title' | 'lead' | 'last'>>,
    Partial<Omit<TablePart, 'table'>> {
  readonly table: string;
}

/** Rows that stand open. */
const LIMIT = 12;

/** The chapter of a result table: see `chapter.table`. */
export function resultChapter(parts: ResultParts): Chapter {
  const { table, id = table.replaceAll('_', '-'), title = capital(table.replaceAll('_', ' ')) } = parts;
  const { lead = ({ rows }) => `${plural(rows.length, 'row')}.`, last } = parts;
  return {
    id,
    title,
    table,
    lead: (subject) => (subject.columns.length === 0 ? undefined : lead(subject)),
    blocks: [{ caption: title, limit: LIMIT, ...parts }],
    ...(last !== undefined && { last }),
  };
}
