import type { Imported, ImportFormat } from '../../../tables/imports/format.ts';
import { plural } from '../../../text/format.ts';
import { layoutNotes, layoutOf } from './layout.ts';
import { childOf, childrenOf, namesOf, type Reading, readingOf, type Texts, unreadOf } from './reading.ts';
import { type Constraint, constraintsOf } from './xhstt/constraints.ts';
import { type Instance, instanceOf } from './xhstt/instance.ts';
import { allowedRooms, roomOf } from './xhstt/rooms.ts';
import { limitsOf, spreadOf } from './xhstt/rules.ts';
import { scheduleOf, solutionOf } from './xhstt/solution.ts';
import { type Part, partsOf } from './xhstt/splits.ts';
import { allowedTimes, unavailable } from './xhstt/times.ts';
import type { Element } from './xml.ts';

/** Constraints that are read elsewhere or say what a timetable of courses always has. */
const KNOWN: readonly string[] = [
  ...['AssignTime', 'AssignResource', 'AvoidClashes', 'SplitEvents', 'DistributeSplitEvents', 'PreferTimes'],
  ...['AvoidUnavailableTimes', 'PreferResources', 'SpreadEvents', 'LinkEvents', 'OrderEvents'],
  ...['LimitIdleTimes', 'ClusterBusyTimes', 'LimitBusyTimes'],
];

function read(text: string, file: string): Imported {
  const reading = readingOf(text, file, 'HighSchoolTimetableArchive');
  const instances = childrenOf(childOf(reading.root, 'Instances'), 'Instance');
  const [root] = instances;
  if (root === undefined) reading.wrong(reading.root, 'there is no <Instance> in the archive');
  reading.finish();
  return readInstance(reading, root!, instances);
}

function readInstance(reading: Reading, root: Element, instances: readonly Element[]): Imported {
  const instance = instanceOf(reading, root);
  reading.finish();
  const constraints = constraintsOf(reading, root, instance);
  const solution = solutionOf(reading, instance);
  reading.finish();
  const unread = unreadOf();
  const lengths = new Map<string, number[]>();
  for (const { event, length } of solution.meetings) lengths.set(event.id, [...(lengths.get(event.id) ?? []), length]);
  const { parts, free } = partsOf(reading, instance, constraints, lengths, unread);
  const names = namesOf();
  const layout = layoutOf(instance.days.length, Math.max(...instance.days));
  const spread = spreadOf(reading, instance, constraints, parts, unread);
  const people = new Set(parts.flatMap(({ event }) => event.needs.flatMap(({ id }) => id ?? [])));
  const limits = limitsOf(reading, instance, constraints, people, unread);
  const allowed = allowedTimes(reading, instance, constraints, parts, layout, unread);
  const rooms = allowedRooms(reading, instance, constraints, parts, unread);
  reading.finish();
  for (const { type, weight } of constraints) if (!KNOWN.includes(type)) unread.add(type, weight);
  const schedule = scheduleOf(solution.meetings, parts, layout);
  return {
    title: `${instance.name}, an instance of XHSTT`,
    tables: {
      courses: parts.map((part): Texts => {
        const { course, event, length, count } = part;
        const taught = event.needs.flatMap(({ id, as }) => (as === 'instructor' && id !== undefined ? [id] : []));
        return {
          ...{ course, periods: String(length * count), meetings: String(count) },
          same_day: String(spread.sameDay.get(part) ?? count),
          min_days: String(spread.minDays.get(part) ?? 1),
          instructors: taught.map(names.of).join(';'),
          roomless: roomOf(event) === undefined ? 'yes' : '',
        };
      }),
      curricula: parts.flatMap(({ course, event }) =>
        [...new Set(event.needs.flatMap(({ id, as }) => (as === 'curriculum' && id !== undefined ? [id] : [])))].map(
          (curriculum) => ({ curriculum, course }),
        ),
      ),
      unavailable: unavailable(reading, instance, constraints, parts, layout, names.of),
      locks: parts.flatMap(({ course, event: { time }, length }): readonly Texts[] =>
        time === undefined
          ? []
          : [{ course, day: layout.dayOf(time), start: layout.startOf(time), periods: String(length) }],
      ),
      rooms: [...instance.roles].flatMap(([id, role]) => (role === 'room' ? [{ room: id, seats: '0' }] : [])),
      instructors: [...limits].map(
        ([id, own]): Texts => ({
          instructor: names.of(id),
          ...Object.fromEntries(Object.entries(own).map(([column, most]) => [column, String(most)])),
        }),
      ),
      allowed_times: allowed,
      allowed_rooms: rooms,
      links: [...spread.links.values()],
    },
    keys: {
      week: layout.week,
      ...(spread.penalty !== undefined && { rules: { min_days: { penalty: spread.penalty } } }),
      solver: { seconds: 300 },
    },
    notes: [
      ...unread.notes(),
      ...hardNotes(instance, constraints, parts, free),
      ...layoutNotes(layout, instance.dayNames),
      ...names.notes(),
      ...archiveNotes(instance, instances, solution.count),
      ...schedule.notes,
    ],
    ...(schedule.rows.length > 0 && { schedule: schedule.rows }),
  };
}

/** What is read as if it had to hold, though the file only charges for it or says nothing. */
function hardNotes(
  { roles, otherTypes, days }: Instance,
  constraints: readonly Constraint[],
  parts: readonly Part[],
  free: number,
): readonly string[] {
  const of = (wanted: string) => constraints.filter(({ type }) => type === wanted);
  const soft = (wanted: string) => of(wanted).filter(({ weight }) => weight !== undefined).length;
  const charged = ['AssignTime', 'AssignResource', 'AvoidClashes'].filter((type) => soft(type) > 0);
  const timed = new Set(of('AssignTime').flatMap(({ events }) => events));
  const untimed = new Set(parts.map(({ event }) => event).filter((event) => !timed.has(event) && !event.time)).size;
  const guarded = new Set(of('AvoidClashes').flatMap(({ resources }) => resources));
  const busy = new Set(parts.flatMap(({ event }) => event.needs.flatMap(({ id }) => id ?? [])));
  const open = [...busy].filter((id) => roles.has(id) && !guarded.has(id)).length;
  const long = parts.filter(({ length }) => length > 1).length;
  return [
    ...charged.map((type) => `${type} is charged for ${plural(soft(type), 'time')} in the file: here it must hold`),
    ...(untimed === 0
      ? []
      : [`${plural(untimed, 'event')} may be left without a time in the file: here every event has one`]),
    ...(open === 0 ? [] : [`${plural(open, 'resource')} may have two events at once in the file: here none may`]),
    ...(long === 0 || days.length === 1
      ? []
      : ['A meeting never goes on from one day to the next, which the file may allow']),
    ...(free === 0
      ? []
      : [
          `The constraints leave ${plural(free, 'event')} several ways to be split into meetings: one is chosen, that of the solution in the file where it has one`,
        ]),
    ...otherTypes.map((type) => `Resources of a type are read by its name: ${type}`),
  ];
}

/** What else the archive holds. */
function archiveNotes({ id }: Instance, instances: readonly Element[], solutions: number): readonly string[] {
  const others = instances.slice(1).map((at) => at.attributes.get('Id') ?? '');
  return [
    ...(others.length === 0
      ? []
      : [
          `The archive has ${plural(instances.length, 'instance')}: ${id} is read, and not ${others.join(', ')}; to read another, put it first`,
        ]),
    ...(solutions > 1 ? [`The archive has ${solutions} solutions of it: the first one is the schedule`] : []),
  ];
}

/**
 * Weeks of schools in the XML of the high school timetabling project: one instance of an archive, its events split into
 * meetings, and the first solution that the archive holds of it.
 */
export const xhstt: ImportFormat = {
  name: 'xhstt',
  title: 'weeks of schools of the high school timetabling project (XHSTT archives)',
  read,
};
