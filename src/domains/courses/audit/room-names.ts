import { sumOf } from '../../../audit/numbers.ts';
import { groupBy } from '../../../audit/rows.ts';
import type { Meeting } from '../../../tables/cells/week.ts';
import type { CourseFacts } from './facts.ts';
import type { Placement } from './look.ts';
import { weeksOf } from './terms.ts';

/** The room of a meeting of a placement, by name; that of its group where it has none of its own. */
export type RoomOf = (row: Placement, meeting: Meeting) => string;

/** Two tables of one audit ask for the rooms: they are named once. */
const known = new WeakMap<CourseFacts, RoomOf>();

/** The room of each meeting, by name. */
export function roomsIn(facts: CourseFacts): RoomOf {
  const before = known.get(facts);
  if (before) return before;
  const names = roomNames(facts);
  const found: RoomOf = (row, meeting) => names.get(keyOf(row, meeting)) ?? row.room;
  known.set(facts, found);
  return found;
}

const keyOf = ({ course }: Placement, { day, from }: Meeting): string => `${course.course} ${day} ${from}`;

/**
 * The names of rooms by meeting: of rooms that are alike the first one that is free,
 * where it can be the one that the course has on other days. Meetings are taken as they begin, so that in each week a
 * room is free where there are no more meetings than rooms. Three courses that are held two and two need all weeks
 * looked at apart: then a meeting has one room in some weeks and another one in others, `R1 (week 1), R2 (week 3)`.
 */
function roomNames(facts: CourseFacts): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const usual = new Map<string, string>();
  const held = facts.rows.flatMap((row) => row.meetings.map((meeting) => ({ row, meeting })));
  for (const own of groupBy(held, ({ row, meeting }) => `${row.room}\n${meeting.day}`).values()) {
    const taken: { readonly room: string; readonly to: number; readonly weeks: readonly number[] }[] = [];
    for (const { row, meeting } of own.toSorted((a, b) => a.meeting.from - b.meeting.from)) {
      const { course } = row.course;
      const weeks = weeksOf(facts).filter((week) => row.heldIn(week));
      const isFree = (room: string, within: readonly number[]) =>
        !taken.some(
          (each) => each.room === room && each.to > meeting.from && within.some((week) => each.weeks.includes(week)),
        );
      const all = row.rooms.map(({ room }) => room);
      const before = usual.get(course);
      const inOrder = before !== undefined && all.includes(before) ? [before, ...all] : all;
      const free = inOrder.find((room) => isFree(room, weeks));
      const parts =
        free === undefined
          ? groupBy(weeks, (week) => inOrder.find((room) => isFree(room, [week])) ?? row.room)
          : new Map([[free, weeks]]);
      for (const [room, some] of parts) taken.push({ room, to: meeting.to, weeks: some });
      if (free !== undefined && !usual.has(course)) usual.set(course, free);
      if (row.rooms.length > 0) names.set(keyOf(row, meeting), free ?? textOf(parts));
    }
  }
  return names;
}

const textOf = (parts: ReadonlyMap<string, readonly number[]>): string =>
  [...parts]
    .map(([room, weeks]) => `${room} (${weeks.length === 1 ? 'week' : 'weeks'} ${weeks.join(', ')})`)
    .join(', ');

/** How many meetings and hours a week each room has, by its name; rooms without any, too. */
export function roomLoads(facts: CourseFacts) {
  const { settings, tables, rows } = facts;
  const roomOf = roomsIn(facts);
  const held = rows.flatMap((row) => row.meetings.map((meeting) => ({ meeting, room: roomOf(row, meeting) })));
  const byRoom = groupBy(held, ({ room }) => room);
  return tables.rooms.rows.map((room) => {
    const own = byRoom.get(room.room) ?? [];
    const periods = sumOf(own, ({ meeting }) => meeting.to - meeting.from);
    return { room, meetings: own.length, hours: (periods * settings.week.minutes) / 60 };
  });
}
