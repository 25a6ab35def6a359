import { noParameters, rule } from '../../../policy/rule.ts';
import type { CourseAxis, World } from '../world/world.ts';

/** A course meets in one of its patterns, ends before the day does, and is where it can be. */
export const fits = rule<typeof noParameters, World, CourseAxis>({
  name: 'fits',
  title: 'Patterns, times and rooms',
  section: 'always',
  meaning:
    'A course meets on the days and for the periods of one of its patterns, at a time that it may have, and ends before the day does, in a week of the term at least. Its room has what it needs.',
  formula: 'pattern in patterns(c); start + longest meeting <= periods; features(c) in features(room)',
  parameters: noParameters,
  filters: ({ world: { week, courses, patterns, starts, places, kinds } }) => [
    {
      step: 'pattern',
      text: 'it is none of the patterns of the course',
      on: ['course', 'pattern'],
      removes: ({ course, pattern }) => !courses[course]!.patterns.includes(pattern),
      why: ({ course, pattern }) => `${patterns[pattern]!.text} is none of the patterns of ${courses[course]!.id}`,
    },
    {
      step: 'weeks',
      text: 'it would be held in no week',
      on: ['course', 'pattern'],
      removes: ({ course, pattern }) => kinds.of(courses[course]!.weeks, patterns[pattern]!.weeks).length === 0,
      why: ({ course, pattern }) =>
        `${courses[course]!.id} is held in weeks ${courses[course]!.weeks}, and ${patterns[pattern]!.text} in none of them`,
    },
    {
      step: 'day',
      text: 'it would end after the day does',
      on: ['pattern', 'start'],
      removes: ({ pattern, start }) => start + patterns[pattern]!.longest > week.periods,
      why: ({ pattern, start }) => `${patterns[pattern]!.text} from ${starts[start]} ends after the day does`,
    },
    {
      step: 'time',
      text: 'the course may not be held then',
      on: ['course', 'pattern', 'start'],
      removes: ({ course, pattern, start }) => courses[course]!.timePoints(pattern, start) === undefined,
      why: ({ course, pattern, start }) =>
        `${patterns[pattern]!.text} from ${starts[start]} is none of the times that ${courses[course]!.id} may have`,
    },
    {
      step: 'place',
      text: 'the room is none that the course may have',
      on: ['course', 'room'],
      removes: ({ course, room }) => courses[course]!.refuses(room) !== undefined,
      why: ({ course, room }) => courses[course]!.refuses(room) ?? `${places[room]!.name} will do`,
    },
  ],
});
