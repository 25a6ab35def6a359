import type { ScoreTerm } from '../../../policy/kind.ts';
import { noParameters } from '../../../policy/rule.ts';
import type { CourseSettings } from '../scenario.ts';
import type { CourseAxis, World } from '../world/world.ts';

/** What the times and rooms that a course may have cost it. */
export const wishes: ScoreTerm<CourseSettings, World, CourseAxis> = {
  name: 'wishes',
  title: 'Times and rooms that are liked',
  section: 'always',
  meaning:
    'A placement costs the points of its time and of its room, where the tables of allowed ones give any. Of several rows for a time the most exact one counts: with pattern and start, then with a pattern, then with a start.',
  formula: '-(points of the time + points of the room)',
  parameters: noParameters,
  of:
    ({ world: { courses }, all }) =>
    (j) => {
      const course = courses[all.course[j]!]!;
      const cost = (course.timePoints(all.pattern[j]!, all.start[j]!) ?? 0) + course.placePoints(all.room[j]!);
      return cost === 0 ? 0 : -cost;
    },
};
