import type { Layout } from '../layout.ts';
import { spansOf } from '../periods.ts';
import { type Reading, type Texts, textOf, type Unread } from '../reading.ts';
import { type Constraint, timesIn } from './constraints.ts';
import type { Instance, Slot } from './instance.ts';
import type { Part } from './splits.ts';

const keyOf = ({ day, period }: Slot) => `${day} ${period}`;

/**
 * The times that each course may have and what they cost, from PreferTimes and from what people are charged for while
 * they cannot be had. A course of which nothing is said has no rows: it may be held at any time.
 *
 * A deviation counts the periods of meetings at times that are not preferred, so that it is a sum over meetings.
 */
export function allowedTimes(
  reading: Reading,
  instance: Instance,
  constraints: readonly Constraint[],
  parts: readonly Part[],
  { dayOf, startOf }: Layout,
  unread: Unread,
): readonly Texts[] {
  const points = new Map<Part, Map<string, number>>();
  const pointsOf = (part: Part) => points.get(part) ?? points.set(part, new Map()).get(part)!;
  const charge = (part: Part, slot: Slot, more: number) => {
    const own = pointsOf(part);
    own.set(keyOf(slot), (own.get(keyOf(slot)) ?? 0) + more);
  };
  const all = [...instance.times.values()];
  for (const { at, type, weight, isLinear, events, resources } of constraints) {
    if (type !== 'PreferTimes' && type !== 'AvoidUnavailableTimes') continue;
    if (weight !== undefined && !isLinear) {
      unread.add(`${type} with a cost that is not linear`, weight);
      continue;
    }
    const named = timesIn(reading, at, instance);
    const keys = new Set(named.map(keyOf));
    const concerned = new Set(events);
    if (type === 'PreferTimes') {
      const duration = textOf(at, 'Duration');
      const own = parts.filter(
        ({ event, length }) => concerned.has(event) && (duration === '' || String(length) === duration),
      );
      for (const part of own)
        for (const slot of all)
          if (!keys.has(keyOf(slot))) charge(part, slot, weight === undefined ? Infinity : weight * part.length);
    } else if (weight !== undefined) {
      const busy = new Set(resources);
      // A room that is still to be chosen has no times of its own: what its times would cost is told, and not charged.
      if (resources.some((id) => instance.roles.get(id) === 'room'))
        unread.add('AvoidUnavailableTimes of rooms that are not given', weight);
      for (const part of parts) {
        const times = part.event.needs.filter(({ id }) => id !== undefined && busy.has(id)).length * weight;
        for (const slot of times === 0 ? [] : all)
          for (let at = 0; at < part.length; at++)
            if (keys.has(keyOf({ day: slot.day, period: slot.period + at }))) charge(part, slot, times);
      }
    }
  }
  return [...points].flatMap(([part, own]) => {
    const rows = all.flatMap((slot): readonly Texts[] => {
      const cost = own.get(keyOf(slot)) ?? 0;
      if (cost === Infinity || slot.period + part.length > instance.days[slot.day]!) return [];
      const pattern = `${dayOf(slot)}:${part.length}`;
      return [{ course: part.course, pattern, start: startOf(slot), points: String(cost) }];
    });
    if (rows.length === 0) reading.wrong(part.event.at, `the constraints leave event ${part.event.id} no time`);
    return rows;
  });
}

/** When people and rooms cannot be had, and the ends of days that are shorter than others. */
export function unavailable(
  reading: Reading,
  instance: Instance,
  constraints: readonly Constraint[],
  parts: readonly Part[],
  { dayOf }: Layout,
  nameOf: (id: string) => string,
): readonly Texts[] {
  const needed = new Set(parts.flatMap(({ event }) => event.needs.map(({ id }) => id)));
  const blocked = new Map<string, Set<number>>();
  for (const { at, type, weight, resources } of constraints) {
    if (type !== 'AvoidUnavailableTimes' || weight !== undefined) continue;
    for (const { day, period } of timesIn(reading, at, instance))
      for (const id of resources) {
        if (instance.roles.get(id) !== 'room' && !needed.has(id)) continue;
        const key = JSON.stringify([id, day]);
        blocked.set(key, (blocked.get(key) ?? new Set()).add(period));
      }
  }
  const most = Math.max(...instance.days);
  const short = instance.days.flatMap((periods, day) =>
    periods < most ? [{ day, periods: `${periods}-${most - 1}` }] : [],
  );
  return [
    ...[...blocked].map(([key, periods]): Texts => {
      const [id, day] = JSON.parse(key) as [string, number];
      const role = instance.roles.get(id)!;
      return {
        [role]: role === 'instructor' ? nameOf(id) : id,
        day: dayOf({ day, period: 0 }),
        periods: spansOf(periods),
      };
    }),
    ...parts.flatMap(({ course }) =>
      short.map(({ day, periods }) => ({ course, day: dayOf({ day, period: 0 }), periods })),
    ),
  ];
}
