import { childOf, childrenOf, type Reading, textOf } from '../reading.ts';
import type { Element } from '../xml.ts';
import type { Event, Instance, Slot } from './instance.ts';

/** A constraint of an archive, and what it speaks of. */
export interface Constraint {
  readonly at: Element;
  /** "PreferTimes" */
  readonly type: string;
  /** Points for each unit of its deviation; undefined where it must hold. */
  readonly weight: number | undefined;
  readonly isLinear: boolean;
  /** The events that it speaks of: each alone, and those of its groups. */
  readonly events: readonly Event[];
  /** The groups of events, each as one. */
  readonly groups: readonly (readonly Event[])[];
  readonly resources: readonly string[];
}

/** The constraints of an instance. A weight of 0 that is charged for says nothing: it is left out. */
export function constraintsOf(reading: Reading, root: Element, instance: Instance): readonly Constraint[] {
  const { number, wrong } = reading;
  return (childOf(root, 'Constraints')?.children ?? []).flatMap((at): readonly Constraint[] => {
    const isRequired = textOf(at, 'Required').toLowerCase() === 'true';
    const weight = number(at, textOf(at, 'Weight') || '1', `the weight of ${at.name}`, 0, 1_000_000);
    const appliesTo = childOf(at, 'AppliesTo');
    const referred = <V>(list: string, name: string, all: ReadonlyMap<string, V>): readonly V[] =>
      childrenOf(childOf(appliesTo, list), name).flatMap((one): readonly V[] => {
        const id = one.attributes.get('Reference') ?? '';
        const found = all.get(id);
        // A group that nobody is in is no fault.
        if (found === undefined && !name.endsWith('Group')) wrong(one, `there is no ${name.toLowerCase()} ${id}`);
        return found === undefined ? [] : [found];
      });
    const groups = referred('EventGroups', 'EventGroup', instance.eventGroups);
    const own = new Map([...instance.roles.keys()].map((id) => [id, id]));
    const resources = [
      ...referred('Resources', 'Resource', own),
      ...referred('ResourceGroups', 'ResourceGroup', instance.resourceGroups).flat(),
    ];
    if (!isRequired && weight === 0) return [];
    return [
      {
        ...{ at, type: at.name.replace(/Constraint$/, ''), weight: isRequired ? undefined : weight },
        isLinear: (textOf(at, 'CostFunction') || 'Linear') === 'Linear',
        events: [...new Set([...referred('Events', 'Event', instance.events), ...groups.flat()])],
        ...{ groups, resources: [...new Set(resources)] },
      },
    ];
  });
}

/** The times that a constraint names, one by one or as groups. */
export function timesIn(reading: Reading, at: Element, { times, timeGroups }: Instance): readonly Slot[] {
  const single = childrenOf(childOf(at, 'Times'), 'Time').flatMap((one): readonly Slot[] => {
    const slot = times.get(one.attributes.get('Reference') ?? '');
    if (slot === undefined) reading.wrong(one, `there is no time ${one.attributes.get('Reference')}`);
    return slot === undefined ? [] : [slot];
  });
  const groups = childrenOf(childOf(at, 'TimeGroups'), 'TimeGroup');
  return [...single, ...groups.flatMap((one) => timeGroups.get(one.attributes.get('Reference') ?? '') ?? [])];
}

/** A group of times with what is said of it. */
export interface TimeGroup {
  readonly at: Element;
  readonly slots: readonly Slot[];
  /** The day whose times it has, all of them and no others; undefined where it is none. */
  readonly day: number | undefined;
}

/** The groups of times that a constraint names, each as one. */
export function timeGroupsIn(at: Element, { timeGroups, days }: Instance): readonly TimeGroup[] {
  return childrenOf(childOf(at, 'TimeGroups'), 'TimeGroup').map((one) => {
    const slots = timeGroups.get(one.attributes.get('Reference') ?? '') ?? [];
    const day = slots[0]?.day;
    const isDay = day !== undefined && slots.length === days[day] && slots.every((slot) => slot.day === day);
    return { at: one, slots, day: isDay ? day : undefined };
  });
}

/** Whether groups are the days of the week, each once. */
export const areDays = (groups: readonly TimeGroup[], { days }: Instance): boolean =>
  groups.length === days.length &&
  new Set(groups.map(({ day }) => day).filter((day) => day !== undefined)).size === days.length;
