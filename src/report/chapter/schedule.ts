import type { ResultColumn } from '../../tables/result.ts';
import { longDate } from '../../text/dates.ts';
import { capital, lowered, plural } from '../../text/format.ts';
import { itself, keysOf, thingOf } from './about.ts';
import { type ChartPart, chartOf } from './chart.ts';
import { type Group, groupsBy } from './groups.ts';
import type { Chapter } from './section.ts';
import { nounOf, type Subject, subjectOf } from './subject.ts';
import { type TablePart, tableBlock } from './table.ts';

/** How a schedule is shown; all of it may be absent. */
export interface ScheduleParts
  extends Partial<Pick<Chapter, 'id' | 'title' | 'lead' | 'last' | 'first'>>,
    Pick<TablePart, 'table' | 'rows' | 'columns' | 'limit' | 'folded' | 'about'> {
  /** A table for each value of this column, or for each group of a function; one table of all rows where absent. */
  readonly by?: string | ((subject: Subject) => readonly Group[]);
  /**
   * The values of that column in their order, or the name of the setting that lists them. Values that are not in it
   * follow, in the order in which they come.
   */
  readonly order?: string | readonly string[];
  /** What stands above the table of a group; otherwise its name and how many rows it has. */
  readonly caption?: (group: Group) => string;
  /** The finding about a schedule without a row. */
  readonly empty?: string;
  /** A chart of the schedule above its tables. */
  readonly chart?: ChartPart;
}

/** Rows of a table that is not grouped which stand open. */
const LIMIT = 20;

/** The chapter of the schedule: see `chapter.schedule`. */
export function scheduleChapter(parts: ScheduleParts): Chapter {
  const { id = 'schedule', title = 'The schedule', last = true, by, empty = 'The schedule is empty.' } = parts;
  const own = ({ run, words }: Subject) => subjectOf(run, words, parts.table ?? words.schedule);
  return {
    id,
    title,
    last,
    ...(parts.first !== undefined && { first: parts.first }),
    lead: (subject) => {
      const schedule = own(subject);
      if (parts.lead) return parts.lead(schedule);
      return schedule.rows.length === 0 ? empty : leadOf(schedule, by);
    },
    blocks: [
      (subject) =>
        parts.chart === undefined
          ? []
          : chartOf({ about: itself(thingOf(own(subject))), ...parts.chart }, own(subject)),
      (subject) => {
        const schedule = own(subject);
        if (schedule.rows.length === 0) return [];
        // Looked up once for all groups, not once for each.
        const keys = keysOf(parts.about ?? itself(thingOf(schedule)), schedule);
        const about = () => keys;
        const rows = parts.rows ?? ((all) => all);
        const part = { limit: LIMIT, ...parts, about, caption: capital(nounOf(schedule.words)[1]) };
        if (by === undefined) return [tableBlock(part, rows(schedule.rows, schedule), schedule)];
        const grouped = { ...parts, about };
        return ordered(groupsOf(schedule, by), schedule, parts).map((group) => {
          const caption = parts.caption?.(group) ?? captionOf(group, schedule, by);
          return tableBlock({ ...grouped, caption }, rows(group.rows, schedule), schedule);
        });
      },
    ],
  };
}

const groupsOf = (schedule: Subject, by: NonNullable<ScheduleParts['by']>): readonly Group[] =>
  typeof by === 'string' ? groupsBy(by, schedule.rows) : by(schedule);

/** Groups in the order that is asked for; days and numbers from the first to the last where none is. */
function ordered(groups: readonly Group[], { run, columns }: Subject, { by, order }: ScheduleParts): readonly Group[] {
  if (order === undefined) {
    const type = columns.find(({ name }) => name === by)?.type;
    if (type === 'date') return groups.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return type === 'integer' ? groups.toSorted((a, b) => Number(a.name) - Number(b.name)) : groups;
  }
  const names = typeof order === 'string' ? listIn(run.scenario.settings[order]) : order;
  const rank = ({ name }: Group) => (names.includes(name) ? names.indexOf(name) : names.length);
  return groups.toSorted((a, b) => rank(a) - rank(b));
}

const listIn = (setting: unknown): readonly string[] => (Array.isArray(setting) ? setting.map(String) : []);

/** The column by which a schedule is grouped, where it is one. */
const columnOf = ({ columns }: Subject, by: ScheduleParts['by']): ResultColumn | undefined =>
  columns.find(({ name }) => name === by);

function captionOf({ name, rows }: Group, schedule: Subject, by: ScheduleParts['by']): string {
  const text = columnOf(schedule, by)?.type === 'date' && name !== '' ? longDate(name) : name;
  return `${text}: ${plural(rows.length, ...nounOf(schedule.words))}`;
}

/** "63 loans on 5 days." */
function leadOf(schedule: Subject, by: ScheduleParts['by']): string {
  const all = plural(schedule.rows.length, ...nounOf(schedule.words));
  const column = columnOf(schedule, by);
  if (column === undefined) return `${all}.`;
  const groups = groupsBy(column.name, schedule.rows).length;
  if (column.type === 'date') return `${all} on ${plural(groups, 'day')}.`;
  return `${all} in ${plural(groups, lowered(column.label))}.`;
}
