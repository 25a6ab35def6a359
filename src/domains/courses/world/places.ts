import { groupBy } from '../../../audit/rows.ts';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import type { Table } from '../../../tables/table.ts';
import { plural } from '../../../text/format.ts';
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

/** The places of a scenario, in the order of their names. Refuses groups of rooms that are not alike, and rooms of a group that are named alone. */
export function placesOf(tables: CourseTables): readonly Place[] {
  const { rooms, courses } = tables;
  const place = { file: rooms.file };
  const problems: Problem[] = [];
  const placeOf = ([name, own]: readonly [string, readonly RoomRow[]]): Place => {
    const { seats, features, building } = own[0]!;
    const trait = (row: RoomRow) => JSON.stringify([row.seats, row.features.toSorted(), row.building]);
    const other = own.find((row) => trait(row) !== trait(own[0]!));
    if (other)
      problems.push({
        place,
        message: `rooms ${own[0]!.room} and ${other.room} are both of the group ${name}, and are not alike: ${differenceOf(own[0]!, other)}`,
        maybe: 'Maybe give them equal seats, features and buildings, or groups of their own.',
      });
    return { name, rooms: own.map(({ room }) => room), seats, features, building };
  };
  const inOrder = rooms.rows.toSorted((a, b) => (a.room < b.room ? -1 : 1));
  const groups = groupBy(inOrder, ({ group, room }) => group ?? room);
  const named = inOrder.find(({ group, room }) => groups.get(room) && group !== room && group !== null);
  if (named)
    problems.push({
      place,
      message: `${named.room} is a room of the group ${named.group}, and a group as well`,
      maybe: 'Maybe give the group another name.',
    });
  const places = [...groups].map(placeOf);
  problems.push(...namedAlone(tables, new Set(places.map(({ name }) => name))));
  if (problems.length > 0) throw new Refusal(problems);
  const needsNone = places.length === 0 || courses.rows.some(({ roomless }) => roomless);
  return needsNone ? [NOWHERE, ...places] : places;
}

/** What makes two rooms unlike: "80 seats and 60 seats". */
function differenceOf(a: RoomRow, b: RoomRow): string {
  if (a.seats !== b.seats) return `${plural(a.seats, 'seat')} and ${plural(b.seats, 'seat')}`;
  const differs = (of: (row: RoomRow) => string) => (of(a) === of(b) ? [] : [`${of(a)} and ${of(b)}`]);
  return [
    ...differs(({ building }) => (building === null ? 'no building' : `in ${building}`)),
    ...differs(({ features }) => (features.length === 0 ? 'nothing' : features.toSorted().join(', '))),
  ].join('; ');
}

/**
 * Rows that speak of one room of a group. Courses are placed by group: a block of one of its rooms would forbid nothing,
 * and a course that may have one of them alone could be nowhere.
 */
function namedAlone({ rooms, unavailable, allowed_rooms }: CourseTables, known: ReadonlySet<string>) {
  const groupOf = new Map(rooms.rows.map(({ room, group }) => [room, group]));
  const strangers = ({ name, file, rows }: Table<{ readonly room: string | null }>): readonly Problem[] =>
    [...new Set(rows.map(({ room }) => room))].flatMap((room) =>
      room === null || known.has(room)
        ? []
        : [
            {
              place: { file },
              message: `${name} names ${room}, which is one room of the group ${groupOf.get(room)}: courses are placed by group`,
              maybe: `Maybe name the group, or leave the cell group of ${room} empty, so that it is a place of its own.`,
            },
          ],
    );
  return [...strangers(unavailable), ...strangers(allowed_rooms)];
}
