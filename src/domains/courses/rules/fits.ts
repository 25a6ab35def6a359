import { noParameters, rule } from '../../../policy/rule.ts';
import type { CourseAxis, World } from '../world/world.ts';

/** A course meets in one of its patterns, and ends before the day does. */
export const fits = rule<typeof noParameters, World, CourseAxis>({
  name: 'fits',
  title: 'Patterns and the day',
  section: 'always',
  meaning: 'A course meets on the days and for the periods of one of its patterns, and ends before the day does.',
  formula: 'pattern in patterns(c); start + longest meeting <= periods',
  parameters: noParameters,
  filters: ({ world: { week, courses, patterns, starts } }) => [
    {
      step: 'pattern',
      text: 'it is none of the patterns of the course',
      on: ['course', 'pattern'],
      removes: ({ course, pattern }) => !courses[course]!.patterns.includes(pattern),
      why: ({ course, pattern }) => `${patterns[pattern]!.text} is none of the patterns of ${courses[course]!.id}`,
    },
    {
      step: 'day',
      text: 'it would end after the day does',
      on: ['pattern', 'start'],
      removes: ({ pattern, start }) => start + patterns[pattern]!.longest > week.periods,
      why: ({ pattern, start }) => `${patterns[pattern]!.text} from ${starts[start]} ends after the day does`,
    },
  ],
});
