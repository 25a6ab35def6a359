import { groupBy } from '../../../audit/rows.ts';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import type { CourseTables, RoomRow } from '../tables.ts';

/** A room, or several that are alike. */
export interface Place {
  /** The name of the room, or of its group; empty for no room. */
  readonly name: string;
  /** The rooms, by name. */
  readonly rooms: readonly string[];
  readonly seats: number;
  readonly features: readonly string[];
  readonly building: string | null;
}

/** What courses that need no room are held in. */
const NOWHERE: Place = { name: '', rooms: [], seats: Number.POSITIVE_INFINITY, features: [], building: null };

/**
 * The places of a scenario, in the order of their names. Refuses groups of rooms that are not alike, and rows that name
 * a room of a group: which room of it a course gets is said afterwards, so that such a row would forbid nothing.
 */
export function placesOf(tables: CourseTables): readonly Place[] {
  const { rooms, courses } = tables;
  const problems: Problem[] = [...namedAlone(tables)];
  const placeOf = ([name, own]: readonly [string, readonly RoomRow[]]): Place => {
    const { seats, features, building } = own[0]!;
    const trait = (row: RoomRow) => JSON.stringify([row.seats, row.features.toSorted(), row.building]);
    const other = own.find((row) => trait(row) !== trait(own[0]!));
    if (other)
      problems.push({
        message: `rooms ${own[0]!.room} and ${other.room} are both of the group ${name}, and are not alike`,
        maybe: 'Maybe give them equal seats, features and buildings, or groups of their own.',
      });
    return { name, rooms: own.map(({ room }) => room), seats, features, building };
  };
  const inOrder = rooms.rows.toSorted((a, b) => (a.room < b.room ? -1 : 1));
  const groups = groupBy(inOrder, ({ group, room }) => group ?? room);
  const named = inOrder.find(({ group, room }) => groups.get(room) && group !== room && group !== null);
  if (named)
    problems.push({
      message: `${named.room} is a room of the group ${named.group}, and a group as well`,
      maybe: 'Maybe give the group another name.',
    });
  const places = [...groups].map(placeOf);
  if (problems.length > 0) throw new Refusal(problems);
  const needsNone = places.length === 0 || courses.rows.some(({ roomless }) => roomless);
  return needsNone ? [NOWHERE, ...places] : places;
}

/** Rows that speak of one room of a group, as problems: they could not be kept. */
function namedAlone({ rooms, unavailable, allowed_rooms }: CourseTables): readonly Problem[] {
  const groupOf = new Map(rooms.rows.map(({ room, group }) => [room, group]));
  return Object.entries({ unavailable, allowed_rooms }).flatMap(([table, { rows }]) =>
    [...new Set(rows.map(({ room }) => room))].flatMap((room): readonly Problem[] => {
      const group = room === null ? null : (groupOf.get(room) ?? null);
      if (group === null || group === room) return [];
      return [
        {
          message: `${table} names ${room}, which is a room of the group ${group}; courses are placed by group`,
          maybe: `Maybe name the group ${group}, or take ${room} out of it.`,
        },
      ];
    }),
  );
}
