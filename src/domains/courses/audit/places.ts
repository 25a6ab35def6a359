import { sumOf } from '../../../audit/numbers.ts';
import { groupBy } from '../../../audit/rows.ts';
import { clockOf, dayName, type Week } from '../../../tables/cells/week.ts';
import type { Weekday } from '../../../tables/dates.ts';
import { plural } from '../../../text/format.ts';
import type { CourseFacts, Faults } from './facts.ts';
import type { Placement } from './look.ts';
import { weeksOf } from './terms.ts';

/** Placements in a room that they may not have: none, one too many, without what they need, or none of their own. */
export function strangePlaces({ tables, rows }: CourseFacts): Faults {
  return rows.flatMap((row): Faults => {
    const { course, features, roomless } = row.course;
    const wrong = (text: string): Faults => [{ entity: course, text, rows: [row] }];
    if (row.rooms.length === 0)
      return roomless || tables.rooms.rows.length === 0 ? [] : wrong(`${course} is in no room`);
    if (roomless) return wrong(`${course} is in ${row.room}, and needs no room`);
    const missing = features.filter((feature) => !row.rooms[0]!.features.includes(feature));
    if (missing.length > 0) return wrong(`${course} is in ${row.room}, which has no ${missing.join(', ')}`);
    const listed = row.places.length === 0 || row.places.some(({ room }) => room === row.room);
    return listed ? [] : wrong(`${course} is in ${row.room}, which is none of its rooms`);
  });
}

/** Students of a placement without a seat. */
const standing = ({ course, rooms }: Placement): number =>
  rooms.length === 0 ? 0 : Math.max(0, course.students - rooms[0]!.seats);

/** Placements with more students than seats, where nobody may be without one. */
export function crowdedRooms({ settings: { rules }, rows }: CourseFacts): Faults {
  if (rules.seats === false || rules.seats.penalty !== false) return [];
  return rows
    .filter((row) => standing(row) > 0)
    .map((row) => {
      const { course, students } = row.course;
      const text = `${course} has ${plural(students, 'student')}, and ${row.room} ${plural(row.rooms[0]!.seats, 'seat')}`;
      return { entity: row.room, text, rows: [row] };
    });
}

/** Meetings beyond the rooms of a place, each as one fault. */
export function fullRooms(facts: CourseFacts): Faults {
  const { settings, rows } = facts;
  const { week } = settings;
  const weeks = weeksOf(facts);
  const inRooms = rows.filter(({ rooms }) => rooms.length > 0);
  return [...groupBy(inRooms, ({ room }) => room)].flatMap(([room, own]) => {
    const found = new Map<string, Faults>();
    for (const day of week.days)
      for (let period = 0; period < week.periods; period++) {
        const at = own.filter(({ meetings }) =>
          meetings.some((meeting) => meeting.day === day && meeting.from <= period && period < meeting.to),
        );
        if (at.length <= own[0]!.rooms.length) continue;
        for (const number of weeks) {
          const held = at.filter((row) => row.heldIn(number));
          const names = held.map(({ course }) => course.course).join(', ');
          const beyond = held.slice(own[0]!.rooms.length);
          // The same courses too many at once are told where they begin, and once for all weeks.
          if (beyond.length > 0 && !found.has(`${day} ${names}`))
            found.set(
              `${day} ${names}`,
              beyond.map(() => overfull({ week, room, day, period, names, held })),
            );
        }
      }
    return [...found.values()].flat();
  });
}

interface Overfull {
  readonly week: Week;
  readonly room: string;
  readonly day: Weekday;
  readonly period: number;
  readonly names: string;
  readonly held: readonly Placement[];
}

function overfull({ week, room, day, period, names, held }: Overfull): Faults[number] {
  const when = `${dayName(day)} ${clockOf(week, period)}`;
  return { entity: room, text: `${room}, ${when}: ${names} are there at once`, rows: held };
}

/** What seats and rooms are charged, by the names that the objective gives it. */
export const placeCharges = {
  seats_penalty: ({ settings: { rules }, rows }: CourseFacts): number =>
    rules.seats === false || rules.seats.penalty === false ? 0 : rules.seats.penalty * sumOf(rows, standing),
  room_stability_penalty: ({ settings: { rules }, rows }: CourseFacts): number => {
    if (rules.room_stability === false) return 0;
    // A meeting without a room, which is a fault of its own, is in no further room.
    const inRooms = rows.filter(({ rooms: own }) => own.length > 0);
    const rooms = [...groupBy(inRooms, ({ course }) => course).values()].map(
      (own) => new Set(own.map(({ room }) => room)),
    );
    return rules.room_stability.cost * sumOf(rooms, ({ size }) => Math.max(0, size - 1));
  },
};
