import { childOf, childrenOf, type Reading, type Texts, textOf, type Unread } from '../reading.ts';
import type { Constraint } from './constraints.ts';
import type { Event, Instance } from './instance.ts';
import type { Part } from './splits.ts';

/** Whether an event needs a room: only the first one of several is read. */
export const roomOf = ({ needs }: Event) => needs.find((need) => need.as === 'room');

/** The rooms that each course may have and what they cost; a course that may have any has no rows. */
export function allowedRooms(
  reading: Reading,
  instance: Instance,
  constraints: readonly Constraint[],
  parts: readonly Part[],
  unread: Unread,
): readonly Texts[] {
  const rooms = [...instance.roles].flatMap(([id, role]) => (role === 'room' ? [id] : []));
  const preferences = constraints.filter(({ type }) => type === 'PreferResources');
  for (const { needs } of instance.events.values()) {
    needs
      .filter(({ as }) => as === 'room')
      .slice(1)
      .forEach(() => {
        unread.add('A second room of an event', undefined);
      });
    for (const { id, as } of needs)
      if (id === undefined && as !== 'room')
        unread.add(`That an event gets one of the ${as === 'curriculum' ? 'curricula' : 'instructors'}`, undefined);
  }
  for (const { weight, at, events } of preferences) {
    const chosen = events.some(({ needs }) =>
      needs.some(({ id, role, as }) => id === undefined && as !== 'room' && role === textOf(at, 'Role')),
    );
    if (chosen) unread.add('PreferResources of what is no room', weight);
  }
  return parts.flatMap((part): readonly Texts[] => {
    const need = roomOf(part.event);
    if (need === undefined) return [];
    if (need.id !== undefined) return [{ course: part.course, room: need.id, points: '0' }];
    const own = preferences.filter(({ at, events }) => events.includes(part.event) && textOf(at, 'Role') === need.role);
    if (own.length === 0) return [];
    const rows = rooms.flatMap((room): readonly Texts[] => {
      const cost = own.reduce((sum, constraint) => sum + costOf(constraint, part, room, instance), 0);
      return cost === Infinity ? [] : [{ course: part.course, room, points: String(cost) }];
    });
    if (rows.length === 0) reading.wrong(part.event.at, `the constraints leave event ${part.event.id} no room`);
    for (const { isLinear, weight } of own)
      if (!isLinear) unread.add('That the cost of PreferResources is not linear', weight);
    return rows;
  });
}

/** What a room costs a meeting: the periods in a room that is not preferred. */
function costOf({ at, weight }: Constraint, { length }: Part, room: string, { resourceGroups }: Instance): number {
  const named = [
    ...childrenOf(childOf(at, 'Resources'), 'Resource').map((one) => one.attributes.get('Reference')),
    ...childrenOf(childOf(at, 'ResourceGroups'), 'ResourceGroup').flatMap(
      (one) => resourceGroups.get(one.attributes.get('Reference') ?? '') ?? [],
    ),
  ];
  return named.includes(room) ? 0 : weight === undefined ? Infinity : weight * length;
}
