import { plural } from '../../../../text/format.ts';
import type { Layout } from '../layout.ts';
import { childOf, childrenOf, type Reading, type Texts, textOf } from '../reading.ts';
import type { Element } from '../xml.ts';
import type { Event, Instance, Slot } from './instance.ts';
import { roomOf } from './rooms.ts';
import type { Part } from './splits.ts';

/** A meeting of a solution. */
export interface Solved {
  readonly event: Event;
  readonly length: number;
  readonly time: Slot | undefined;
  readonly room: string;
}

/** The first solution of an instance in an archive, and how many there are. */
export function solutionOf(reading: Reading, instance: Instance) {
  const found = childrenOf(childOf(reading.root, 'SolutionGroups'), 'SolutionGroup')
    .flatMap((group) => childrenOf(group, 'Solution'))
    .filter((one) => one.attributes.get('Reference') === instance.id);
  const events = childrenOf(childOf(found[0], 'Events'), 'Event');
  return { count: found.length, meetings: events.flatMap((at) => meetingOf(reading, at, instance)) };
}

function meetingOf({ number, wrong }: Reading, at: Element, instance: Instance): readonly Solved[] {
  const id = at.attributes.get('Reference') ?? '';
  const event = instance.events.get(id);
  if (event === undefined) {
    wrong(at, `there is no event ${id}`);
    return [];
  }
  const text = textOf(at, 'Duration');
  const length = text === '' ? event.duration : number(at, text, 'the duration', 1, 288);
  const given = childOf(at, 'Time')?.attributes.get('Reference');
  if (given !== undefined && !instance.times.has(given)) wrong(at, `there is no time ${given}`);
  const need = roomOf(event);
  const chosen = childrenOf(childOf(at, 'Resources'), 'Resource')
    .filter((one) => textOf(one, 'Role') === need?.role)
    .map((one) => one.attributes.get('Reference'))[0];
  const time = given === undefined ? event.time : instance.times.get(given);
  return [{ event, length, time, room: need?.id ?? chosen ?? '' }];
}

/** The meetings of a solution as rows of a schedule, and what of it has no row. */
export function scheduleOf(meetings: readonly Solved[], parts: readonly Part[], { dayOf, startOf }: Layout) {
  const courses = new Map(parts.map(({ event, length, course }) => [`${length} ${event.id}`, course]));
  let timeless = 0;
  let other = 0;
  const rows = meetings.flatMap(({ event, length, time, room }): readonly Texts[] => {
    const course = courses.get(`${length} ${event.id}`);
    if (time === undefined) timeless++;
    else if (course === undefined) other++;
    if (time === undefined || course === undefined) return [];
    return [{ course, pattern: `${dayOf(time)}:${length}`, start: startOf(time), room }];
  });
  const notes = [
    ...(timeless === 0 ? [] : [`${plural(timeless, 'meeting')} of the solution without a time: left out`]),
    ...(other === 0
      ? []
      : [
          `${plural(other, 'meeting')} of the solution of a length that the constraints on lengths like less: left out of its schedule`,
        ]),
  ];
  return { rows, notes };
}
