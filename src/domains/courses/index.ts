import { domain } from '../../policy/define.ts';
import { chapter } from '../../report/chapter.ts';
import { dayName } from '../../tables/cells/week.ts';
import { plural } from '../../text/format.ts';
import { auditor } from './audit/index.ts';
import { eventsOf } from './export/events.ts';
import { summaryOf } from './export/summary.ts';
import { weekText } from './export/week-text.ts';
import { formats, schedules } from './formats/index.ts';
import { check } from './input/check.ts';
import { formRows } from './input/forms.ts';
import { readRequest } from './input/json/request.ts';
import { tablesFor } from './input/tables-for.ts';
import { days } from './report/days.ts';
import { load, roomUse } from './report/load.ts';
import { unplaced } from './report/unplaced.ts';
import { roomWeeks, teachers, weeks } from './report/weeks.ts';
import { start } from './rules/days/start.ts';
import { rules } from './rules/index.ts';
import { wishes } from './rules/wishes.ts';
import { winter } from './sample/winter.ts';
import { type CourseSettings, shape } from './scenario.ts';
import { starter } from './starter.ts';
import { courseTables } from './tables.ts';
import { nowhereNotes } from './world/nowhere.ts';
import { rowText } from './world/words.ts';
import { scopeOf, type World, worldOf } from './world/world.ts';

/** Courses in the periods of a week. */
export const courses = domain({
  kind: 'courses',
  title: 'Course timetables',
  noun: ['placement', 'placements'],
  settings: shape,
  tables: courseTables,
  inline: true,
  formats,
  schedules,
  check,
  tablesFor,
  forms: formRows,
  json: { description: 'A request of an earlier scheduler: curricula, constraints, locks.', read: readRequest },
  row: {
    table: 'timetable',
    key: { course: { noun: 'course', table: 'courses' } },
    place: { pattern: 'pattern', start: 'start', room: { noun: 'room', table: 'rooms' } },
  },
  scope: scopeOf,
  open: worldOf,
  possibilities: 'every course in every pattern from every period in every room',
  axes: ({ courses: all, patterns, starts, places }: World) => ({
    course: all.map(({ id }) => id),
    pattern: patterns.map(({ text }) => text),
    start: starts,
    room: places.map(({ name }) => name),
  }),
  rowText,
  notes: nowhereNotes,
  rules,
  terms: [start, wishes],
  ...auditor,
  sample: winter,
  subtitle: ({ scenario: { settings } }) => {
    const { days: open, periods, first, minutes } = (settings as unknown as CourseSettings).week;
    return `${open.map(dayName).join(', ')}: ${plural(periods, 'period')} of ${plural(minutes, 'minute')} a day, from ${first}`;
  },
  summary: summaryOf,
  events: eventsOf,
  week: weekText,
  documents: { 'sched-json': { table: 'timetable', of: summaryOf } },
  chapters: [
    unplaced,
    weeks,
    days,
    load,
    teachers,
    roomUse,
    roomWeeks,
    chapter.score({
      labels: {
        placed_penalty: 'Courses left out',
        links_penalty: 'Links between courses',
        seats_penalty: 'Students without a seat',
        room_stability_penalty: 'Courses in several rooms',
        min_days_penalty: 'Courses on too few days',
        travel_penalty: 'Ways between buildings',
        students_penalty: 'Students with two courses at once',
        day_total_penalty: 'Short and long days',
        span_penalty: 'Days long from end to end',
        run_penalty: 'Runs without a gap',
        three_in_a_row_penalty: 'Three in a row',
        isolated_penalty: 'Meetings that stand alone',
        lunch_penalty: 'Days without lunch',
      },
    }),
    chapter.schedule(),
  ],
  starter,
});
