import { childrenOf, pairsOf, type Reading, textOf, type Unread } from '../reading.ts';
import type { Element } from '../xml.ts';
import type { Activity, School } from './school.ts';
import { isInactive, textsOf } from './school.ts';

/** A day and an hour of the week, from 0 on. */
export interface Slot {
  readonly day: number;
  readonly hour: number;
}

/** What the constraints of a file say, where a table here can say it. */
export interface Said {
  /** When each activity may begin; no entry: at any time. */
  readonly starts: Map<Activity, readonly Slot[]>;
  /** Where each activity may be; no entry: it needs no room. */
  readonly rooms: Map<Activity, readonly string[]>;
  /** Where it is if nothing else says it: rooms of its teacher or its students. */
  readonly homes: Map<Activity, readonly string[]>;
  readonly unavailable: { readonly column: string; readonly name: string; readonly slots: readonly Slot[] }[];
  readonly limits: Map<string, Map<string, number>>;
  readonly links: { readonly first: string; readonly second: string; readonly relation: string }[];
}

/** A constraint that must hold, while it is read. */
interface Told {
  readonly reading: Reading;
  readonly school: School;
  readonly said: Said;
  readonly at: Element;
  readonly unread: Unread;
}

type Reader = (told: Told) => void;

/** Reads a day or an hour by its name; nothing means every one. */
function placeOf({ reading, at }: Told, names: readonly string[], name: string): readonly number[] {
  if (name === '') return names.map((_, index) => index);
  const index = names.indexOf(name);
  if (index < 0) reading.wrong(at, `there is no day or hour ${name}`);
  return [index];
}

/** The times that elements of a constraint name, each a day and an hour. */
function slotsIn(told: Told, name: string, day: string, hour: string): readonly Slot[] {
  return childrenOf(told.at, name).flatMap((one) => slotsOf(told, textOf(one, day), textOf(one, hour)));
}

const slotsOf = (told: Told, day: string, hour: string): readonly Slot[] =>
  placeOf(told, told.school.days, day).flatMap((on) =>
    placeOf(told, told.school.hours, hour).map((at) => ({ day: on, hour: at })),
  );

/** An activity by its id; undefined for one that is not active. */
function activityOf({ reading, school, at }: Told, id: string): Activity | undefined {
  const found = school.activities.find((each) => each.id === id);
  if (found === undefined && !school.inactive.has(id)) reading.wrong(at, `there is no activity ${id}`);
  return found;
}

/** Allows activities these times only: of what several constraints allow, what all of them do. */
function allow({ said }: Told, activities: readonly (Activity | undefined)[], slots: readonly Slot[]) {
  const keys = new Set(slots.map(({ day, hour }) => `${day} ${hour}`));
  for (const activity of activities) {
    if (activity === undefined) continue;
    const before = said.starts.get(activity);
    said.starts.set(activity, before?.filter(({ day, hour }) => keys.has(`${day} ${hour}`)) ?? slots);
  }
}

/** The activities that a constraint chooses by teacher, students, subject and tag; an empty word chooses all. */
function chosen({ reading, school, at }: Told): readonly Activity[] {
  const word = (...names: readonly string[]) => names.map((name) => textOf(at, name)).find((text) => text !== '');
  const [teacher, students] = [word('Teacher_Name', 'Teacher'), word('Students_Name', 'Students')];
  const [subject, tag, duration] = [
    word('Subject_Name', 'Subject'),
    word('Activity_Tag_Name', 'Activity_Tag'),
    word('Duration'),
  ];
  if (teacher !== undefined && !school.teachers.has(teacher)) reading.wrong(at, `there is no teacher ${teacher}`);
  if (students !== undefined && school.students.within(students) === undefined)
    reading.wrong(at, `there are no students ${students}`);
  return school.activities.filter(
    (each) =>
      (teacher === undefined || each.teachers.includes(teacher)) &&
      (students === undefined || each.students.some((name) => share(school, name, students))) &&
      (subject === undefined || each.subject === subject) &&
      (tag === undefined || each.tags.includes(tag)) &&
      (duration === undefined || String(each.duration) === duration),
  );
}

const share = ({ students }: School, one: string, other: string): boolean => {
  const within = students.within(other) ?? [];
  return students.within(one)?.some((each) => within.includes(each)) ?? false;
};

const STARTING = ['Preferred_Starting_Time', 'Preferred_Starting_Day', 'Preferred_Starting_Hour'] as const;

const notAvailable =
  (column: string, name: string): Reader =>
  (told) => {
    const slots = slotsIn(told, 'Not_Available_Time', 'Day', 'Hour');
    told.said.unavailable.push({ column, name: textOf(told.at, name), slots });
  };

/** A limit of one teacher, or of all where no name stands there. */
const limit =
  (column: string, element: string, most = 1_000): Reader =>
  ({ reading, school, said, at }) => {
    const name = textOf(at, 'Teacher_Name') || textOf(at, 'Teacher');
    if (name !== '' && !school.teachers.has(name)) reading.wrong(at, `there is no teacher ${name}`);
    const value = Math.min(most, reading.number(at, textOf(at, element), element, 0, 100_000));
    for (const teacher of name === '' ? school.teachers : [name]) {
      const own = said.limits.get(teacher) ?? said.limits.set(teacher, new Map()).get(teacher)!;
      own.set(column, Math.min(value, own.get(column) ?? value));
    }
  };

/** Gaps of a week: none is none on any day. More of them may be on one day or another, which no table here says. */
const gapsOfWeek: Reader = (told) => {
  if (textOf(told.at, 'Max_Gaps') === '0') limit('gaps', 'Max_Gaps')(told);
  else told.unread.add(told.at.name, undefined);
};

/** Links every two of the activities that a constraint names. */
const linked =
  (...relations: readonly string[]): Reader =>
  (told) => {
    const all = textsOf(told.at, 'Activity_Id').flatMap((id) => activityOf(told, id) ?? []);
    for (const [first, second] of pairsOf(all))
      for (const relation of relations) told.said.links.push({ first: first.id, second: second.id, relation });
  };

const ordered =
  (relation: string): Reader =>
  (told) => {
    const [first, second] = ['First_Activity_Id', 'Second_Activity_Id'].map((name) =>
      activityOf(told, textOf(told.at, name)),
    );
    if (first && second) told.said.links.push({ first: first.id, second: second.id, relation });
  };

/** Constraints of time that a table here can say; each is read where it must hold. */
const TIME: Readonly<Record<string, Reader>> = {
  ConstraintBasicCompulsoryTime: () => {},
  ConstraintTeacherNotAvailableTimes: notAvailable('instructor', 'Teacher'),
  ConstraintStudentsSetNotAvailableTimes: notAvailable('curriculum', 'Students'),
  ConstraintBreakTimes: (told) => {
    told.said.unavailable.push({ column: 'course', name: '', slots: slotsIn(told, 'Break_Time', 'Day', 'Hour') });
  },
  ConstraintActivityPreferredStartingTime: (told) => {
    const word = (...names: readonly string[]) => names.map((name) => textOf(told.at, name)).find(Boolean) ?? '';
    const slots = slotsOf(told, word('Preferred_Day', 'Day'), word('Preferred_Hour', 'Hour'));
    allow(told, [activityOf(told, textOf(told.at, 'Activity_Id'))], slots);
  },
  ConstraintActivityPreferredStartingTimes: (told) => {
    allow(told, [activityOf(told, textOf(told.at, 'Activity_Id'))], slotsIn(told, ...STARTING));
  },
  ConstraintActivitiesPreferredStartingTimes: (told) => {
    allow(told, chosen(told), slotsIn(told, ...STARTING));
  },
  ConstraintMinDaysBetweenActivities: (told) => {
    linked('other_days')(told);
    const days = told.reading.number(told.at, textOf(told.at, 'MinDays') || '1', 'MinDays', 0, 100);
    if (days > 1) told.unread.add('What MinDays says beyond 1', undefined);
  },
  ConstraintActivitiesSameStartingTime: linked('same_start', 'same_days'),
  ConstraintActivitiesSameStartingDay: linked('same_days'),
  ConstraintActivitiesSameStartingHour: linked('same_start'),
  ConstraintActivitiesNotOverlapping: linked('apart'),
  ConstraintTwoActivitiesConsecutive: ordered('in_a_row'),
  ConstraintTwoActivitiesOrdered: ordered('after'),
  ConstraintTeacherMaxDaysPerWeek: limit('days', 'Max_Days_Per_Week', 7),
  ConstraintTeachersMaxDaysPerWeek: limit('days', 'Max_Days_Per_Week', 7),
  ConstraintTeacherMaxHoursDaily: limit('day_periods', 'Maximum_Hours_Daily'),
  ConstraintTeachersMaxHoursDaily: limit('day_periods', 'Maximum_Hours_Daily'),
  ConstraintTeacherMaxGapsPerDay: limit('gaps', 'Max_Gaps'),
  ConstraintTeachersMaxGapsPerDay: limit('gaps', 'Max_Gaps'),
  ConstraintTeacherMaxGapsPerWeek: gapsOfWeek,
  ConstraintTeachersMaxGapsPerWeek: gapsOfWeek,
};

/** The rooms that a constraint names. */
function roomsIn({ reading, school, at }: Told): readonly string[] {
  const named = [...textsOf(at, 'Room'), ...textsOf(at, 'Preferred_Room')];
  for (const name of named)
    if (!school.rooms.some((room) => room.name === name)) reading.wrong(at, `there is no room ${name}`);
  return named;
}

/** Allows activities these rooms only: of what several constraints allow, what all of them do. */
function place(told: Told, activities: readonly (Activity | undefined)[]) {
  const named = roomsIn(told);
  const { rooms } = told.said;
  for (const activity of activities)
    if (activity !== undefined)
      rooms.set(activity, rooms.get(activity)?.filter((room) => named.includes(room)) ?? named);
}

const placeOne: Reader = (told) => {
  if (childrenOf(told.at, 'Real_Room').length > 0) told.unread.add('The rooms that make up a virtual room', undefined);
  place(told, [activityOf(told, textOf(told.at, 'Activity_Id'))]);
};
const placeChosen: Reader = (told) => place(told, chosen(told));

/** A home is for activities of this teacher alone, or of this very set of students alone. */
const placeHome: Reader = (told) => {
  const { homes } = told.said;
  const named = roomsIn(told);
  const own = chosen(told).filter(({ teachers, students }) => {
    const set = textOf(told.at, 'Students');
    return set === '' ? teachers.length === 1 : students.length === 1 && students[0] === set;
  });
  for (const activity of own) {
    const before = homes.get(activity);
    if (before !== undefined) told.unread.add('Which home comes first, where an activity has several,', undefined);
    homes.set(activity, [...(before ?? []), ...named]);
  }
};

/** Constraints of space that a table here can say. */
const SPACE: Readonly<Record<string, Reader>> = {
  ConstraintBasicCompulsorySpace: () => {},
  ConstraintRoomNotAvailableTimes: notAvailable('room', 'Room'),
  ConstraintActivityPreferredRoom: placeOne,
  ConstraintActivityPreferredRooms: placeOne,
  ConstraintSubjectPreferredRoom: placeChosen,
  ConstraintSubjectPreferredRooms: placeChosen,
  ConstraintActivityTagPreferredRoom: placeChosen,
  ConstraintActivityTagPreferredRooms: placeChosen,
  ConstraintSubjectActivityTagPreferredRoom: placeChosen,
  ConstraintSubjectActivityTagPreferredRooms: placeChosen,
  ConstraintTeacherHomeRoom: placeHome,
  ConstraintTeacherHomeRooms: placeHome,
  ConstraintStudentsSetHomeRoom: placeHome,
  ConstraintStudentsSetHomeRooms: placeHome,
};

/** Reads constraints that must hold; names all that are charged for, and all that no table here can say. */
export function readConstraints(reading: Reading, school: School, unread: Unread): Said {
  const said: Said = {
    starts: new Map(),
    rooms: new Map(),
    homes: new Map(),
    unavailable: [],
    limits: new Map(),
    links: [],
  };
  const lists = [
    ['Time_Constraints_List', TIME],
    ['Space_Constraints_List', SPACE],
  ] as const;
  for (const [list, readers] of lists)
    for (const at of childrenOf(reading.root, list).flatMap(({ children }) => children)) {
      if (isInactive(at)) continue;
      const percent = Number(textOf(at, 'Weight_Percentage') || '100');
      if (!(percent >= 0 && percent <= 100)) reading.wrong(at, 'Weight_Percentage is a number from 0 to 100');
      const reader = Object.hasOwn(readers, at.name) ? readers[at.name] : undefined;
      if (percent < 100 || reader === undefined) unread.add(at.name, percent < 100 ? percent : undefined);
      else reader({ reading, school, said, at, unread });
    }
  return said;
}
