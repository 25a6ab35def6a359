import type { Imported, ImportFormat } from '../../../tables/imports/format.ts';
import { plural } from '../../../text/format.ts';
import { readConstraints, type Said, type Slot } from './fet/constraints.ts';
import { type Activity, type School, schoolOf } from './fet/school.ts';
import { layoutNotes, layoutOfNames } from './layout.ts';
import { spansOf } from './periods.ts';
import { childOf, childrenOf, namesOf, type Reading, readingOf, type Texts, textOf, unreadOf } from './reading.ts';

function read(text: string, file: string): Imported {
  const reading = readingOf(text, file, 'fet');
  const school = schoolOf(reading);
  reading.finish();
  const unread = unreadOf(() => 'its weight is below 100 %, and the timetable may pass it over');
  const said = readConstraints(reading, school, unread);
  for (const room of childrenOf(childOf(reading.root, 'Rooms_List'), 'Room'))
    if (textOf(room, 'Virtual') === 'true') unread.add('The rooms that make up a virtual room', undefined);
  reading.finish();
  const names = namesOf();
  const layout = layoutOfNames(school.days.length, school.hours);
  const dayOf = (day: number) => layout.dayOf({ day, period: 0 });
  const startOf = ({ day, hour }: Slot) => layout.startOf({ day, period: hour });
  const courses = new Map(school.activities.map((each) => [each.id, `${each.subject} ${each.id}`.trim()]));
  const courseOf = (activity: Activity) => courses.get(activity.id)!;
  const curricula = curriculaOf(school);
  const starts = startsOf(reading, school, said);
  const fixed = [...starts].flatMap(([activity, slots]) => (slots.length === 1 ? [{ activity, slot: slots[0]! }] : []));
  const open = [...starts].filter(([, slots]) => slots.length > 1);
  const rooms = roomsOf(reading, said);
  reading.finish();
  return {
    title: `${school.name || file}, a file of FET`,
    tables: {
      courses: school.activities.map((activity) => ({
        ...{ course: courseOf(activity), periods: String(activity.duration), meetings: '1' },
        instructors: activity.teachers.map(names.of).join(';'),
        ...(rooms.has(activity) ? { students: String(activity.size) } : { roomless: 'yes' }),
      })),
      curricula: [...curricula.taken].flatMap(([curriculum, own]) =>
        own.map((activity) => ({ curriculum, course: courseOf(activity) })),
      ),
      unavailable: unavailableOf(reading, school, said, curricula.nameOf, names.of).map(({ slots, whose }) => ({
        ...whose,
        ...{ day: dayOf(slots[0]!.day), periods: spansOf(slots.map(({ hour }) => hour)) },
        ...(whose.course !== undefined && { course: courses.get(whose.course)! }),
      })),
      locks: fixed.map(({ activity, slot }) => ({
        ...{ course: courseOf(activity), day: dayOf(slot.day), start: startOf(slot) },
        periods: String(activity.duration),
      })),
      rooms: school.rooms.map(({ name, seats, building }) => ({ room: name, seats: String(seats), building })),
      instructors: [...said.limits].flatMap(([teacher, own]): readonly Texts[] =>
        school.activities.some(({ teachers }) => teachers.includes(teacher))
          ? [
              {
                instructor: names.of(teacher),
                ...Object.fromEntries([...own].map(([column, most]) => [column, String(most)])),
              },
            ]
          : [],
      ),
      allowed_times: open.flatMap(([activity, slots]) =>
        slots.map((slot) => ({
          ...{ course: courseOf(activity), pattern: `${dayOf(slot.day)}:${activity.duration}` },
          start: startOf(slot),
        })),
      ),
      allowed_rooms: [...rooms].flatMap(([activity, own]) => own.map((room) => ({ course: courseOf(activity), room }))),
      links: linksOf(said, courses),
    },
    keys: { week: layout.week, solver: { seconds: 300 } },
    notes: [
      ...unread.notes(),
      ...(school.inactive.size === 0
        ? []
        : [`${plural(school.inactive.size, 'activity', 'activities')} not active in the file: left out`]),
      ...curricula.notes,
      ...layoutNotes(layout, school.days, layout.isSaid),
      ...names.notes(),
    ],
  };
}

/** The activities of each smallest set of students; sets with the same activities are one curriculum. */
function curriculaOf({ activities, students }: School) {
  const own = new Map<string, Activity[]>();
  for (const activity of activities)
    for (const leaf of new Set(activity.students.flatMap((name) => students.within(name) ?? []))) {
      const before = own.get(leaf);
      if (before) before.push(activity);
      else own.set(leaf, [activity]);
    }
  const first = new Map<string, string>();
  const nameOf = new Map<string, string>();
  for (const [leaf, all] of own) {
    const key = all.map(({ id }) => id).join();
    const name = first.get(key) ?? first.set(key, leaf).get(key)!;
    nameOf.set(leaf, name);
  }
  const same = [...nameOf].filter(([leaf, name]) => leaf !== name);
  const [example] = same;
  const notes =
    example === undefined
      ? []
      : [
          `${plural(same.length, 'set')} of students with the very activities of another: one curriculum is for both, such as ${example[1]} for ${example[0]}`,
        ];
  return { taken: new Map([...own].filter(([leaf]) => nameOf.get(leaf) === leaf)), nameOf, notes };
}

/** When activities may begin that may not begin at any time: only times that leave room for all of it. */
function startsOf(reading: Reading, { hours }: School, { starts }: Said): ReadonlyMap<Activity, readonly Slot[]> {
  return new Map(
    [...starts].map(([activity, slots]) => {
      const own = slots.filter(({ hour }) => hour + activity.duration <= hours.length);
      if (own.length === 0) reading.wrong(activity.at, `the constraints leave activity ${activity.id} no time`);
      return [activity, [...new Map(own.map((slot) => [`${slot.day} ${slot.hour}`, slot])).values()]];
    }),
  );
}

/** Where activities may be; those of which nothing is said need no room. */
function roomsOf(reading: Reading, { rooms, homes }: Said): ReadonlyMap<Activity, readonly string[]> {
  const all = new Map([...homes, ...rooms]);
  for (const [{ at, id }, own] of all)
    if (own.length === 0) reading.wrong(at, `the constraints leave activity ${id} no room`);
  return new Map([...all].map(([activity, own]) => [activity, [...new Set(own)]]));
}

/** When people, rooms and all courses cannot be had: a block for each of them and each day. */
function unavailableOf(
  reading: Reading,
  { activities, students, rooms }: School,
  { unavailable }: Said,
  curriculumOf: ReadonlyMap<string, string>,
  nameOf: (teacher: string) => string,
) {
  const taught = new Set(activities.flatMap(({ teachers }) => teachers));
  const blocks = new Map<string, { readonly whose: Texts; readonly slots: Slot[] }>();
  for (const { column, name, slots } of unavailable) {
    const within = column === 'curriculum' ? students.within(name) : [name];
    if (within === undefined) reading.wrong(reading.root, `there are no students ${name}, who cannot be had`);
    if (column === 'room' && !rooms.some((room) => room.name === name))
      reading.wrong(reading.root, `there is no room ${name}, which cannot be had`);
    const whom = {
      instructor: () => (taught.has(name) ? [nameOf(name)] : []),
      curriculum: () => [...new Set(within?.flatMap((leaf) => curriculumOf.get(leaf) ?? []))],
      room: () => [name],
      course: () => activities.map(({ id }) => id),
    }[column as 'instructor' | 'curriculum' | 'room' | 'course']();
    for (const who of whom)
      for (const slot of slots) {
        const key = JSON.stringify([column, who, slot.day]);
        const before = blocks.get(key);
        if (before) before.slots.push(slot);
        else blocks.set(key, { whose: { [column]: who }, slots: [slot] });
      }
  }
  return [...blocks.values()];
}

/** Links, each once; those without a direction in one order. */
function linksOf({ links }: Said, courses: ReadonlyMap<string, string>): readonly Texts[] {
  const found = new Map<string, Texts>();
  for (const { first, second, relation } of links) {
    const isDirected = relation === 'after' || relation === 'in_a_row';
    const [one, other] = isDirected || Number(first) < Number(second) ? [first, second] : [second, first];
    if (one === other) continue;
    found.set(JSON.stringify([one, other, relation]), {
      ...{ first: courses.get(one)!, second: courses.get(other)!, relation },
    });
  }
  return [...found.values()];
}

/**
 * Files of FET: activities with their teachers, students and rooms, and the constraints that must hold (a weight of
 * 100 %) where a table here can say them. Everything else is named.
 */
export const fet: ImportFormat = {
  name: 'fet',
  title: 'activities, teachers, students and rooms of FET (.fet)',
  read,
};
