import { WEEKDAYS } from '../../../../tables/dates.ts';
import { childOf, childrenOf, type Reading, textOf } from '../reading.ts';
import type { Element } from '../xml.ts';

/** A time of the week: its day and period, from 0 on. */
export interface Slot {
  readonly day: number;
  readonly period: number;
}

export type Role = 'instructor' | 'room' | 'curriculum';

/** What an event needs: somebody or something by name, or one that is to be chosen. */
export interface Need {
  readonly id: string | undefined;
  readonly role: string;
  readonly as: Role;
}

export interface Event {
  readonly id: string;
  readonly at: Element;
  readonly duration: number;
  /** When it begins, where the file says it. */
  readonly time: Slot | undefined;
  readonly needs: readonly Need[];
}

/** What constraints of an archive speak of. */
export interface Instance {
  readonly id: string;
  readonly name: string;
  /** How many periods each day has. */
  readonly days: readonly number[];
  readonly dayNames: readonly string[];
  readonly times: ReadonlyMap<string, Slot>;
  readonly timeGroups: ReadonlyMap<string, readonly Slot[]>;
  readonly roles: ReadonlyMap<string, Role>;
  /** Types of resources that are read as something by their name alone: "Student as curricula". */
  readonly otherTypes: readonly string[];
  readonly resourceGroups: ReadonlyMap<string, readonly string[]>;
  readonly events: ReadonlyMap<string, Event>;
  readonly eventGroups: ReadonlyMap<string, readonly Event[]>;
}

const referenceOf = (at: Element | undefined): string | undefined => at?.attributes.get('Reference');

/** Adds a member to a group. */
function join<V>(groups: Map<string, V[]>, name: string | undefined, member: V) {
  if (name === undefined) return;
  const own = groups.get(name);
  if (own) own.push(member);
  else groups.set(name, [member]);
}

/** The groups that an element says it is in, one way or another. */
function groupsIn(at: Element, list: string, names: readonly string[]): readonly (string | undefined)[] {
  const listed = childOf(at, list)?.children ?? [];
  return [...at.children, ...listed].filter(({ name }) => names.includes(name)).map(referenceOf);
}

const TIME_GROUPS = ['Day', 'Week', 'TimeGroup'];
const EVENT_GROUPS = ['Course', 'EventGroup'];

/** Times, resources and events of an instance. */
export function instanceOf(reading: Reading, root: Element): Instance {
  const id = reading.attribute(root, 'Id');
  const name = textOf(childOf(root, 'MetaData'), 'Name') || id;
  const grid = timesOf(reading, root);
  const people = resourcesOf(reading, root);
  const events = new Map<string, Event>();
  const eventGroups = new Map<string, Event[]>();
  for (const at of childrenOf(childOf(root, 'Events'), 'Event')) {
    const event = eventOf(reading, at, grid.times, people);
    if (events.has(event.id)) reading.wrong(at, `event ${event.id} is there twice`);
    events.set(event.id, event);
    for (const group of groupsIn(at, 'EventGroups', EVENT_GROUPS)) join(eventGroups, group, event);
  }
  return { id, name, ...grid, ...people, events, eventGroups };
}

function timesOf({ attribute, wrong }: Reading, root: Element) {
  const times = new Map<string, Slot>();
  const timeGroups = new Map<string, Slot[]>();
  const days: number[] = [];
  const dayAt = new Map<string, number>();
  const all = childOf(root, 'Times');
  for (const at of childrenOf(all, 'Time')) {
    const id = attribute(at, 'Id');
    const day = referenceOf(childOf(at, 'Day'));
    if (day === undefined) {
      wrong(at, `time ${id} says no day`);
      continue;
    }
    if (times.has(id)) wrong(at, `time ${id} is there twice`);
    const index = dayAt.get(day) ?? dayAt.set(day, dayAt.size).size - 1;
    const slot = { day: index, period: days[index] ?? 0 };
    days[index] = slot.period + 1;
    times.set(id, slot);
    for (const group of groupsIn(at, 'TimeGroups', TIME_GROUPS)) join(timeGroups, group, slot);
  }
  if (times.size === 0) wrong(all ?? root, 'there is no time');
  if (days.length > WEEKDAYS.length)
    wrong(all ?? root, `the times are of ${days.length} days; at most ${WEEKDAYS.length} are read`);
  const names = new Map(
    childrenOf(childOf(all, 'TimeGroups'), 'Day').map((at) => [at.attributes.get('Id'), textOf(at, 'Name')]),
  );
  return { times, timeGroups, days, dayNames: [...dayAt.keys()].map((day) => names.get(day) || day) };
}

function resourcesOf({ attribute, wrong }: Reading, root: Element) {
  const all = childOf(root, 'Resources');
  const types = new Map<string, Role>();
  const otherTypes: string[] = [];
  for (const at of childrenOf(childOf(all, 'ResourceTypes'), 'ResourceType')) {
    const id = attribute(at, 'Id');
    const role = roleOf(id);
    types.set(id, role);
    if (!['teacher', 'class', 'room'].includes(id.toLowerCase())) otherTypes.push(`${id} as ${WORDS[role]}`);
  }
  const roles = new Map<string, Role>();
  const resourceGroups = new Map<string, string[]>();
  for (const at of childrenOf(all, 'Resource')) {
    const id = attribute(at, 'Id');
    if (roles.has(id)) wrong(at, `resource ${id} is there twice`);
    const type = referenceOf(childOf(at, 'ResourceType')) ?? '';
    const role = types.get(type);
    if (role === undefined) wrong(at, `there is no type of resources "${type}"`);
    roles.set(id, role ?? 'curriculum');
    for (const group of groupsIn(at, 'ResourceGroups', ['ResourceGroup'])) join(resourceGroups, group, id);
  }
  return { types, roles, otherTypes, resourceGroups };
}

const WORDS: Readonly<Record<Role, string>> = { instructor: 'instructors', room: 'rooms', curriculum: 'curricula' };

/** The archive leaves the names of types to its authors; all real files call them so. */
const roleOf = (type: string): Role =>
  /teach|instructor|staff/i.test(type) ? 'instructor' : /room/i.test(type) ? 'room' : 'curriculum';

function eventOf(
  { attribute, number, wrong }: Reading,
  at: Element,
  times: ReadonlyMap<string, Slot>,
  { types, roles }: { readonly types: ReadonlyMap<string, Role>; readonly roles: ReadonlyMap<string, Role> },
): Event {
  const id = attribute(at, 'Id');
  const duration = number(at, textOf(at, 'Duration'), `the duration of event ${id}`, 1, 288);
  const given = referenceOf(childOf(at, 'Time'));
  if (given !== undefined && !times.has(given)) wrong(at, `there is no time ${given}`);
  const needs = childrenOf(childOf(at, 'Resources'), 'Resource').map((one): Need => {
    const name = referenceOf(one);
    const role = textOf(one, 'Role');
    const known = name === undefined ? undefined : roles.get(name);
    if (name !== undefined && known === undefined) wrong(one, `there is no resource ${name}`);
    return { id: name, role, as: known ?? types.get(referenceOf(childOf(one, 'ResourceType')) ?? '') ?? roleOf(role) };
  });
  return { id, at, duration, time: given === undefined ? undefined : times.get(given), needs };
}
