import type { ResultColumn } from '../../tables/result.ts';
import { shortDate } from '../../text/dates.ts';
import { plural } from '../../text/format.ts';
import type { TableRecord } from '../records.ts';
import { textOf } from '../records.ts';
import type { About } from './about.ts';
import { groupsBy } from './groups.ts';
import type { Chapter } from './section.ts';
import { nounOf, type Subject, subjectOf } from './subject.ts';
import { type ShownColumn, tableBlock } from './table.ts';

/** Who gets what, and when: the schedule as a grid with a line for each of one thing and a column for each of another. */
export interface GridParts extends Partial<Pick<Chapter, 'id' | 'title' | 'lead'>> {
  /** The column of the schedule by which lines are made. */
  readonly lines: string;
  /** What a line is called; the value of its column where absent. */
  readonly name?: (row: TableRecord) => string;
  /** What stands above the names. */
  readonly label: string;
  /** The column of the schedule by which columns are made: days, hours, rooms. */
  readonly columns: string;
  /** What a cell says of a row of the schedule; several are joined by commas. */
  readonly cell: (row: TableRecord) => string;
  readonly caption: string;
  /** How many lines stand open; the others are folded below. Absent: twelve. */
  readonly limit?: number;
  /** Which rows of the schedule it shows; all where absent. */
  readonly rows?: (rows: readonly TableRecord[]) => readonly TableRecord[];
}

/** Wider grids are no longer read at one look; then the schedule itself says it better. */
const MOST_COLUMNS = 8;

/** The chapter of the grid: see `chapter.grid`. */
export function gridChapter(parts: GridParts): Chapter {
  const { id = 'who-gets-what', title = 'Who gets what' } = parts;
  const schedule = ({ run, words }: Subject) => {
    const own = subjectOf(run, words, words.schedule);
    return { ...own, rows: parts.rows?.(own.rows) ?? own.rows };
  };
  return {
    id,
    title,
    first: true,
    lead: (subject) => {
      const own = schedule(subject);
      const columns = groupsBy(parts.columns, own.rows).length;
      if (own.rows.length === 0 || columns > MOST_COLUMNS) return undefined;
      return parts.lead ? parts.lead(own) : `${plural(own.rows.length, ...nounOf(own.words))}.`;
    },
    blocks: [(subject) => [gridBlock(parts, schedule(subject))]],
  };
}

function gridBlock({ lines, name, label, columns, cell, caption, limit = 12 }: GridParts, schedule: Subject) {
  const type = schedule.columns.find((column) => column.name === columns)?.type;
  const heads = groupsBy(columns, schedule.rows)
    .map((group) => group.name)
    .sort();
  const named = name ?? ((row: TableRecord) => textOf(row, lines));
  const rows = groupsBy(lines, schedule.rows)
    .map(({ head, rows: own }) => ({
      ...head,
      line: named(head),
      ...Object.fromEntries(heads.map((value, at) => [`at_${at}`, cellsOf(own, columns, value, cell)])),
    }))
    .sort((a, b) => compare(a.line, b.line));
  const shown: readonly ShownColumn[] = [
    { name: 'line', type: 'text', label },
    ...heads.map((value, at) => ({ name: `at_${at}`, type: 'text' as const, label: headText(value, type) })),
  ];
  const about: About = [lines];
  return tableBlock({ caption, columns: shown, limit, about }, rows, schedule);
}

// Where most cells are empty, a dash in each would hide those that are not.
const NONE = '\u00a0';

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function cellsOf(
  rows: readonly TableRecord[],
  column: string,
  value: string,
  cell: (row: TableRecord) => string,
): string {
  const texts = rows.filter((row) => textOf(row, column) === value).map(cell);
  return texts.length === 0 ? NONE : texts.join(', ');
}

const headText = (value: string, type: ResultColumn['type'] | undefined): string =>
  type === 'date' ? shortDate(value) : value;
