import { onByDefault, rule } from '../../../../policy/rule.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { penaltyOrNever } from '../rows/priced.ts';

const parameters = onByDefault({
  penalty: penaltyOrNever('charged for each student of a meeting without a seat; false: nobody is without'),
}).describe('whether students may be without a seat');

const excess = ({ courses, places }: World, course: number, room: number): number =>
  Math.max(0, courses[course]!.students - places[room]!.seats);

/** Everybody has a seat. */
export const seats = rule<typeof parameters, World, CourseAxis>({
  name: 'seats',
  title: 'Seats',
  section: 'rules',
  meaning:
    'A room has a seat for every student of a course. Where the scenario charges for it, a placement in a smaller room costs points for each student who stands.',
  formula: 'students(c) <= seats(room), or penalty * max(0, students - seats) for each placement',
  parameters,
  filters: ({ own, world }) =>
    own.penalty !== false
      ? []
      : [
          {
            step: 'seats',
            text: 'the room has too few seats',
            on: ['course', 'room'],
            removes: ({ course, room: place }) => excess(world, course, place) > 0,
            why: ({ course, room: place }) => {
              const { id, students } = world.courses[course]!;
              const { name, seats: own } = world.places[place]!;
              return `${id} has ${students} students, and ${name} seats ${own}`;
            },
          },
        ],
  limits: ({ own, world, all }) => {
    if (own.penalty === false || world.places.every(({ rooms }) => rooms.length === 0)) return [];
    const use = Float64Array.from(all.course, (course, j) => excess(world, course, all.room[j]!));
    return [
      {
        rule: 'seats',
        groups: world.courses.length,
        members: { group: all.course, use },
        over: [{ at: new Float64Array(world.courses.length), price: own.penalty }],
        label: (c) => world.courses[c]!.id,
        more: (c) => `one more seat for ${world.courses[c]!.id}`,
      },
    ];
  },
});
