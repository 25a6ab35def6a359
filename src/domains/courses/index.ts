import { domain } from '../../policy/define.ts';
import { chapter } from '../../report/chapter.ts';
import { auditor } from './audit/index.ts';
import { formRows } from './input/forms.ts';
import { rules } from './rules/index.ts';
import { start } from './rules/start.ts';
import { winter } from './sample/winter.ts';
import { shape } from './scenario.ts';
import { starter } from './starter.ts';
import { courseTables } from './tables.ts';
import { scopeOf, type World, worldOf } from './world/world.ts';

/** Courses in the periods of a week. */
export const courses = domain({
  kind: 'courses',
  title: 'Course timetables',
  noun: ['placement', 'placements'],
  settings: shape,
  tables: courseTables,
  inline: true,
  forms: formRows,
  row: {
    table: 'timetable',
    key: { course: { noun: 'course', table: 'courses' } },
    place: { pattern: 'pattern', start: 'start' },
  },
  scope: scopeOf,
  open: worldOf,
  possibilities: 'every course in every pattern from every period',
  axes: ({ courses: all, patterns, starts }: World) => ({
    course: all.map(({ id }) => id),
    pattern: patterns.map(({ text }) => text),
    start: starts,
  }),
  rules,
  terms: [start],
  ...auditor,
  sample: winter,
  chapters: [chapter.schedule()],
  starter,
});
