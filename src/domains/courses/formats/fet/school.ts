import { WEEKDAYS } from '../../../../tables/dates.ts';
import { childOf, childrenOf, type Reading, textOf } from '../reading.ts';
import type { Element } from '../xml.ts';
import { type Students, studentsOf } from './students.ts';

export interface Activity {
  readonly id: string;
  readonly at: Element;
  readonly teachers: readonly string[];
  readonly subject: string;
  readonly tags: readonly string[];
  readonly students: readonly string[];
  readonly duration: number;
  /** How many students it has; where the file says nothing, those of its sets. */
  readonly size: number;
}

/** What constraints of the file speak of. */
export interface School {
  readonly name: string;
  readonly days: readonly string[];
  readonly hours: readonly string[];
  readonly students: Students;
  /** Active ones only. */
  readonly activities: readonly Activity[];
  readonly inactive: ReadonlySet<string>;
  readonly teachers: ReadonlySet<string>;
  readonly rooms: readonly { readonly name: string; readonly seats: number; readonly building: string }[];
}

/** Texts of all children of a name, such as several teachers. */
export const textsOf = (at: Element, name: string): readonly string[] =>
  childrenOf(at, name)
    .map(({ text }) => text)
    .filter((text) => text !== '');

/** "false" in the file; anything else, and nothing, is active. */
export const isInactive = (at: Element): boolean => textOf(at, 'Active').toLowerCase() === 'false';

/** Days, hours, people, rooms and active activities of a file. */
export function schoolOf(reading: Reading): School {
  const { root, wrong, number } = reading;
  const list = (name: string) => childOf(root, name);
  const days = namesIn(reading, 'Days_List', 'Day');
  const hours = namesIn(reading, 'Hours_List', 'Hour');
  if (days.length > WEEKDAYS.length)
    wrong(list('Days_List') ?? root, `there are ${days.length} days; at most ${WEEKDAYS.length} are read`);
  if (hours.length > 192) wrong(list('Hours_List') ?? root, `there are ${hours.length} hours; at most 192 are read`);
  const students = studentsOf(reading, childrenOf(root, 'Students_List'));
  const teachers = new Set(childrenOf(list('Teachers_List'), 'Teacher').map((at) => textOf(at, 'Name')));
  const all = childrenOf(list('Activities_List'), 'Activity');
  const inactive = new Set(all.filter(isInactive).map((at) => textOf(at, 'Id')));
  const seen = new Set<string>();
  const activities = all
    .filter((at) => !isInactive(at))
    .map((at): Activity => {
      const id = textOf(at, 'Id');
      if (id === '' || seen.has(id)) wrong(at, id === '' ? 'an activity has no Id' : `activity ${id} is there twice`);
      seen.add(id);
      const own = { teachers: textsOf(at, 'Teacher'), students: textsOf(at, 'Students') };
      for (const name of own.teachers) if (!teachers.has(name)) wrong(at, `there is no teacher ${name}`);
      for (const name of own.students)
        if (students.within(name) === undefined) wrong(at, `there are no students ${name}`);
      const duration = number(
        at,
        textOf(at, 'Duration'),
        `the duration of activity ${id}`,
        1,
        Math.max(1, hours.length),
      );
      const said = textOf(at, 'Number_Of_Students');
      const size = own.students.reduce((sum, name) => sum + students.count(name), 0);
      return {
        ...{ id, at, ...own, duration, subject: textOf(at, 'Subject'), tags: textsOf(at, 'Activity_Tag') },
        size: said === '' ? size : number(at, said, `the students of activity ${id}`, 0, 1_000_000),
      };
    });
  const rooms = childrenOf(list('Rooms_List'), 'Room').map((at) => ({
    name: textOf(at, 'Name'),
    seats: number(at, textOf(at, 'Capacity') || '1000000', 'the capacity of a room', 0, 1_000_000),
    building: textOf(at, 'Building'),
  }));
  return { name: textOf(root, 'Institution_Name'), days, hours, students, activities, inactive, teachers, rooms };
}

/** The names of days or hours; newer files wrap each into an element of its own. */
function namesIn({ root, wrong }: Reading, list: string, wrapper: string): readonly string[] {
  const at = childOf(root, list);
  const wrapped = childrenOf(at, wrapper).map((one) => textOf(one, 'Name'));
  const names = wrapped.length > 0 ? wrapped : childrenOf(at, 'Name').map(({ text }) => text);
  if (names.length === 0) wrong(at ?? root, `there is no name in <${list}>`);
  if (new Set(names).size < names.length) wrong(at ?? root, `a name stands twice in <${list}>`);
  return names;
}
