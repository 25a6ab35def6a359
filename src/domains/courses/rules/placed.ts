import { z } from 'zod';
import { rule } from '../../../policy/rule.ts';
import { whyNowhere } from '../world/nowhere.ts';
import type { CourseAxis, World } from '../world/world.ts';
import { penaltyOrNever } from './rows/priced.ts';

const parameters = z
  .strictObject({
    penalty: penaltyOrNever(
      'charged for each meeting time that a course is left without; false: every course must be placed',
    ),
  })
  .prefault({});

/** Every course meets as often as it needs. */
export const placed = rule<typeof parameters, World, CourseAxis>({
  name: 'placed',
  title: 'Every course is placed',
  section: 'rules',
  meaning:
    'A course has one placement (a pattern and a start), or as many as it has meetings where nobody lists its patterns. Never more; fewer only where the scenario charges for it.',
  formula: 'placements(c) = needs(c), or penalty for each that is missing',
  parameters,
  limits: ({ own: { penalty }, world, all }) => {
    const { courses } = world;
    const possible = new Set(all.course);
    const needs = Float64Array.from(courses, (course) => course.needs);
    const least = { at: needs, price: penalty === false ? 0 : penalty };
    return [
      {
        rule: 'placed',
        groups: courses.length,
        members: { group: all.course },
        most: needs,
        ...(penalty === false ? { least: needs } : { under: [least] }),
        fixed: true,
        // A course that can be nowhere is the conflict all alone: its name would not say why.
        label: (c) =>
          possible.has(c)
            ? courses[c]!.id
            : `${courses[c]!.id}, for which there is no placement: ${whyNowhere(world, c)}`,
        more: (c) => `leave ${courses[c]!.id} out`,
      },
    ];
  },
});
