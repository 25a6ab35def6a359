import { WEEKDAYS } from '../../../tables/dates.ts';
import type { Imported, ImportFormat } from '../../../tables/imports/format.ts';
import { plural } from '../../../text/format.ts';
import { distributions } from './itc2019/links.ts';
import { clockAt, gridOf, MINUTES, patternOf, SLOTS, type Time, weeksText } from './itc2019/times.ts';
import { childOf, childrenOf, type Reading, readingOf, type Texts, unreadOf } from './reading.ts';
import type { Element } from './xml.ts';

/** What a point of each kind costs. */
interface Weights {
  readonly time: number;
  readonly room: number;
  readonly distribution: number;
  readonly student: number;
}

function read(text: string, file: string): Imported {
  const reading = readingOf(text, file, 'problem');
  const { root, whole, wrong } = reading;
  const days = whole(root, 'nrDays', 1, WEEKDAYS.length);
  const weeks = whole(root, 'nrWeeks', 1, 60);
  if (whole(root, 'slotsPerDay', 1, 100_000) !== SLOTS)
    wrong(root, `a day has ${root.attributes.get('slotsPerDay')} slots; ${SLOTS} slots of five minutes are read`);
  reading.finish();
  const weights = weightsOf(reading);
  const classes = classesOf(reading, days, weeks);
  const rooms = roomsOf(reading, days, weeks);
  reading.finish();
  const grid = gridOf(classes.flatMap(({ times }) => times));
  if ('problem' in grid) {
    wrong(root, grid.problem);
    reading.finish();
    throw new Error(grid.problem);
  }
  const unread = unreadOf();
  const links = distributions(reading, new Set(classes.map(({ id }) => id)), weights.distribution, unread);
  const known = new Set(rooms.map(({ id }) => id));
  for (const { at, rooms: own } of classes)
    for (const { room } of own) if (!known.has(room)) wrong(at, `there is no room ${room}`);
  reading.finish();
  const { week } = grid;
  const hasTravel = rooms.some(({ travel }) => travel.length > 0);
  return {
    title: `${root.attributes.get('name') ?? file}, of the competition ITC-2019: ${plural(weeks, 'week')}`,
    tables: {
      courses: classes.map(({ id, times, rooms: own }) => ({
        course: id,
        periods: String(Math.max(...times.map((time) => (time.days.length * time.length) / grid.slots))),
        ...(own.length === 0 && { roomless: 'yes' }),
      })),
      rooms: rooms.map(({ id, seats }) => ({ room: id, seats, ...(hasTravel && { building: id }) })),
      allowed_times: classes.flatMap(({ id, times }) =>
        times.map((time) => ({
          ...{ course: id, pattern: patternOf(time, grid.slots, weeks), start: clockAt(time.start) },
          points: String(time.penalty * weights.time),
        })),
      ),
      allowed_rooms: classes.flatMap(({ id, rooms: own }) =>
        own.map(({ room, penalty }) => ({ course: id, room, points: String(penalty * weights.room) })),
      ),
      links,
      unavailable: rooms.flatMap(({ id, closed }) =>
        closed.flatMap(({ days: on, start, length, weeks: held }) =>
          on
            .filter((day) => week.days.includes(day))
            .flatMap((day): readonly Texts[] => {
              const span = grid.within(start, start + length);
              return span === undefined
                ? []
                : [{ room: id, day, ...span, ...(held.length < weeks && { weeks: weeksText(held) }) }];
            }),
        ),
      ),
      travel: travelOf(rooms),
    },
    keys: { week, solver: { seconds: 300 } },
    notes: [...unread.notes(), ...notesOf(root, rooms, weights.student)],
  };
}

function weightsOf({ root, whole, wrong }: Reading): Weights {
  const at = childOf(root, 'optimization');
  if (at === undefined) wrong(root, 'there is no <optimization>, which says what a point of each kind costs');
  const weight = (name: string) => (at === undefined ? 0 : whole(at, name, 0, 1_000_000));
  return {
    ...{ time: weight('time'), room: weight('room') },
    ...{ distribution: weight('distribution'), student: weight('student') },
  };
}

/** A time of an element; its days and weeks are as many letters 0 and 1. */
function timeOf({ attribute, whole, wrong }: Reading, at: Element, days: number, weeks: number): Time {
  const bits = (name: string, count: number): readonly number[] => {
    const word = attribute(at, name);
    if (!/^[01]+$/.test(word) || word.length !== count || !word.includes('1'))
      wrong(at, `${name} are ${count} letters 0 and 1, at least one 1, and not "${word}"`);
    return [...word].flatMap((bit, index) => (bit === '1' ? [index] : []));
  };
  const on = bits('days', days).flatMap((day) => WEEKDAYS[day] ?? []);
  const start = whole(at, 'start', 0, SLOTS - 1);
  const length = whole(at, 'length', 1, SLOTS);
  if (start + length > SLOTS) wrong(at, 'the time ends after the day does');
  const penalty = at.attributes.has('penalty') ? whole(at, 'penalty', 0, 1_000_000) : 0;
  return { days: on, weeks: bits('weeks', weeks).map((week) => week + 1), start, length, penalty };
}

/** Times, each once: of two that differ in their points alone, the one with fewer. */
function cheapest(times: readonly Time[]): readonly Time[] {
  const found = new Map<string, Time>();
  for (const time of times) {
    const { penalty, ...when } = time;
    const before = found.get(JSON.stringify(when));
    if (before === undefined || penalty < before.penalty) found.set(JSON.stringify(when), time);
  }
  return [...found.values()];
}

function classesOf(reading: Reading, days: number, weeks: number) {
  const { root, attribute, whole, wrong } = reading;
  const found = childrenOf(root, 'courses')
    .flatMap((all) => childrenOf(all, 'course'))
    .flatMap((course) => childrenOf(course, 'config'))
    .flatMap((config) => childrenOf(config, 'subpart'))
    .flatMap((subpart) => childrenOf(subpart, 'class'));
  const seen = new Set<string>();
  return found.map((at) => {
    const id = attribute(at, 'id');
    if (seen.has(id)) wrong(at, `class ${id} is there twice`);
    seen.add(id);
    const times = cheapest(childrenOf(at, 'time').map((time) => timeOf(reading, time, days, weeks)));
    if (times.length === 0) wrong(at, `class ${id} has no time`);
    const rooms = childrenOf(at, 'room').map((room) => ({
      room: attribute(room, 'id'),
      penalty: room.attributes.has('penalty') ? whole(room, 'penalty', 0, 1_000_000) : 0,
    }));
    if (rooms.length === 0 && at.attributes.get('room') !== 'false')
      wrong(at, `class ${id} has no room, and does not say room="false"`);
    return { id, at, times, rooms };
  });
}

function roomsOf(reading: Reading, days: number, weeks: number) {
  const { root, attribute, whole, wrong } = reading;
  const found = childrenOf(childOf(root, 'rooms'), 'room');
  const known = new Set(found.map((at) => at.attributes.get('id')));
  const seen = new Set<string>();
  return found.map((at) => {
    const id = attribute(at, 'id');
    if (seen.has(id)) wrong(at, `room ${id} is there twice`);
    seen.add(id);
    return {
      id,
      seats: String(whole(at, 'capacity', 0, 1_000_000)),
      closed: childrenOf(at, 'unavailable').map((time) => timeOf(reading, time, days, weeks)),
      travel: childrenOf(at, 'travel').map((way) => {
        const to = attribute(way, 'room');
        if (!known.has(to)) wrong(way, `there is no room ${to}`);
        return { to, minutes: whole(way, 'value', 0, SLOTS) * MINUTES };
      }),
    };
  });
}

type Room = ReturnType<typeof roomsOf>[number];

/** Ways in one row for both directions; where the two differ, the longer one. */
function travelOf(rooms: readonly Room[]): readonly Texts[] {
  const ways = new Map<string, { from: string; to: string; minutes: number }>();
  for (const { id, travel } of rooms)
    for (const { to, minutes } of travel) {
      if (to === id) continue;
      const key = JSON.stringify([id, to].toSorted());
      const before = ways.get(key);
      if (before === undefined) ways.set(key, { from: id, to, minutes });
      else before.minutes = Math.max(before.minutes, minutes);
    }
  return [...ways.values()].map(({ from, to, minutes }) => ({ from, to, minutes: String(minutes) }));
}

/** What is not read of rooms and students, and what is read otherwise than it stands there. */
function notesOf(root: Element, rooms: readonly Room[], weight: number): readonly string[] {
  const students = childrenOf(childOf(root, 'students'), 'student').length;
  const classes = childrenOf(root, 'courses').flatMap((all) => descendants(all, 'class'));
  const children = classes.filter(({ attributes }) => attributes.has('parent')).length;
  const ways = rooms.flatMap(({ travel, id }) => travel.filter(({ to }) => to !== id)).length;
  return [
    ...(ways > travelOf(rooms).length
      ? ['Ways that are given in both directions are read once, with the longer time.']
      : []),
    ...(students === 0
      ? []
      : [
          `${plural(students, 'student')} who ${students === 1 ? 'chooses courses is' : 'choose courses are'} not read: nobody is given a class, and clashes of students (weight ${weight}) cost nothing`,
        ]),
    ...(students === 0 && children === 0
      ? []
      : [
          `The limits of classes, and the parent that ${plural(children, 'class', 'classes')} ${children === 1 ? 'has' : 'have'}, are for students only: they are not read`,
        ]),
  ];
}

const descendants = (at: Element, name: string): readonly Element[] =>
  at.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);

/**
 * University course timetabling of the competition ITC-2019, without its students: classes with the times and rooms that
 * each may have, weeks of the term, the way between rooms, and distributions of two classes each.
 */
export const itc2019: ImportFormat = {
  name: 'itc2019',
  title: 'university course timetabling of the competition ITC-2019 (.xml), without its students',
  read,
};
