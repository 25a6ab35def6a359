import { chapter, groupsBy, recordsOf, type Subject, sumOf, type TableRecord } from '../../../report/chapter.ts';
import { plural } from '../../../text/format.ts';
import { clashesIn, hoursOf, hourText, namesIn, weekGrid } from './grid.ts';

/** More weeks than these would bury the reader: the others stand in the table of meetings. */
const [MOST_CURRICULA, MOST_SMALL] = [12, 16];

/** What is said of those that are drawn, where not all are. */
const drawn = (all: number, most: number, which: string): string =>
  all > most ? ` The ${most} ${which} are drawn; the others stand in meetings.csv.` : '';

/** The week of each curriculum as a grid. */
export const weeks = chapter({
  id: 'weeks',
  title: 'The week of each curriculum',
  table: 'meetings',
  first: true,
  lead: ({ rows, run }) => {
    const names = groupsBy('curriculum', recordsOf(run.tables.listings));
    if (names.length === 0 || rows.length === 0) return undefined;
    const rest = drawn(names.length, MOST_CURRICULA, 'with most clashes and penalties');
    return `${plural(rows.length, 'meeting')} in the weeks of ${plural(names.length, 'curriculum', 'curricula')}.${rest}`;
  },
  blocks: [
    {
      text: 'Light blue: a course of this curriculum alone. Dark blue: shared with others. Red: two at once. A day on brown ground costs points; below it stands how many.',
    },
    (subject) =>
      curriculaOf(subject).map(({ name, rows, charged }) => {
        const courses = new Set(rows.map(({ course }) => course)).size;
        const taken = (row: TableRecord) => (namesIn(row, 'curricula').length > 1 ? 'shared course' : 'own course');
        const caption = `${name}: ${plural(courses, 'course')}`;
        return weekGrid({
          chart: 'courses-week',
          name: caption,
          rows,
          taken,
          run: subject.run,
          all: subject.rows,
          charged,
        });
      }),
  ],
});

/** The curricula that are drawn: where there are too many, those with most to look at. */
function curriculaOf({ rows: all, run }: Subject) {
  const days = groupsBy('curriculum', recordsOf(run.tables.days));
  const found = groupsBy('curriculum', recordsOf(run.tables.listings)).map(({ name }) => {
    const rows = all.filter((row) => namesIn(row, 'curricula').includes(name));
    const charged = days.find((group) => group.name === name)?.rows ?? [];
    return { name, rows, charged, clashes: clashesIn(rows), penalty: sumOf(charged, 'penalty') };
  });
  if (found.length <= MOST_CURRICULA) return found;
  const worst = found.toSorted((a, b) => b.clashes - a.clashes || b.penalty - a.penalty).slice(0, MOST_CURRICULA);
  return found.filter((each) => worst.includes(each));
}

const course = () => 'course';

/** The weeks of those who are named in a column, the busiest first. */
const busiest = (all: readonly TableRecord[], column: string) =>
  groupsBy(
    'name',
    all.flatMap((row) => namesIn(row, column).map((name) => ({ ...row, name }))),
  ).toSorted((a, b) => hoursOf(b.rows) - hoursOf(a.rows) || (a.name < b.name ? -1 : 1));

/** Small weeks of instructors or rooms, side by side. */
const smallWeeks = (parts: {
  readonly id: string;
  readonly title: string;
  readonly column: string;
  readonly noun: string;
  readonly which: string;
}) =>
  chapter({
    id: parts.id,
    title: parts.title,
    table: 'meetings',
    lead: ({ rows }) => {
      const all = busiest(rows, parts.column);
      if (all.length === 0) return undefined;
      const [most, least] = [all[0]!, all.at(-1)!];
      const range = all.length === 1 ? '' : `, from ${hourText(hoursOf(least.rows))} (${least.name}) to`;
      return `${plural(all.length, parts.noun)}${range || ':'} ${hourText(hoursOf(most.rows))} a week (${most.name}).${drawn(all.length, MOST_SMALL, parts.which)}`;
    },
    blocks: [
      ({ rows: all, run }) =>
        busiest(all, parts.column)
          .slice(0, MOST_SMALL)
          .map(({ name, rows }) => {
            const caption = `${name}: ${hourText(hoursOf(rows))}`;
            return weekGrid({ chart: 'courses-small', name: caption, rows, taken: course, run, all });
          }),
    ],
  });

/** The weeks of those who teach most. */
export const teachers = smallWeeks({
  id: 'instructors',
  title: 'The week of each instructor',
  column: 'instructors',
  noun: 'instructor',
  which: 'who teach most',
});

/** The weeks of the rooms that are used most. */
export const roomWeeks = smallWeeks({
  id: 'rooms',
  title: 'The week of each room',
  column: 'room',
  noun: 'room',
  which: 'that are used most',
});
