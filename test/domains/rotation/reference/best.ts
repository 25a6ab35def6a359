import { expect } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { TIERS } from '../../../../src/domains/rotation/tables.ts';
import { best, type Keys } from '../cases.ts';
import type { Slot } from './air.ts';
import { type Evening, eveningOf } from './evening.ts';
import type { Spot } from './given.ts';
import { keepsAll, type Log, mayLineUp, mayStand, worthOf } from './judge.ts';

type Places = readonly (readonly [Spot, Slot])[];

/** The worth of the best log, by trying every one in every order; undefined: there is none. */
export function bestWorth(evening: Evening): readonly number[] | undefined {
  const plans = plansOf(evening)
    .map((places) => ({ places, worth: worthOf(evening, places) }))
    .sort((a, b) => compare(b.worth, a.worth));
  return plans.find(({ places }) => hasOrder(evening, places))?.worth;
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const k = a.findIndex((value, i) => value !== b[i]);
  return k < 0 ? 0 : a[k]! - b[k]!;
};

function plansOf(evening: Evening): readonly Places[] {
  const { spots, slots, happened, locks } = evening;
  return spots.reduce<readonly Places[]>(
    (plans, spot) => {
      const open = slots.filter((slot) => mayStand(evening, spot, slot)).map((slot) => [spot, slot] as const);
      const must = happened.has(spot.id) || locks.has(spot.id);
      return plans.flatMap((plan) => [...(must ? [] : [plan]), ...open.map((place) => [...plan, place])]);
    },
    [[]],
  );
}

/** Whether the breaks have orders in which every rule holds. */
function hasOrder(evening: Evening, places: Places): boolean {
  const lines = evening.slots.map((slot) => {
    const own = places.flatMap(([spot, at]) => (at === slot ? [spot] : []));
    return ordersOf(own).filter((line) => mayLineUp(evening, slot, line));
  });
  const extend = (k: number, log: ReadonlyMap<string, readonly string[]>): boolean => {
    const slot = evening.slots[k];
    if (slot === undefined) return keepsAll(evening, log);
    return lines[k]!.some((line) => extend(k + 1, new Map([...log, [slot.id, line.map(({ id }) => id)]])));
  };
  return lines.every((line) => line.length > 0) && extend(0, new Map());
}

function ordersOf(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  if (spots.length === 0) return [[]];
  return spots.flatMap((first) => ordersOf(spots.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

/** What a log is worth, and whether it may air. */
function judge(evening: Evening, log: Log): { readonly worth: readonly number[]; readonly legal: boolean } {
  const slots = new Map(evening.slots.map((slot) => [slot.id, slot]));
  const spots = new Map(evening.spots.map((spot) => [spot.id, spot]));
  const lines = [...log].map(([slot, ids]) => [slots.get(slot)!, ids.map((id) => spots.get(id)!)] as const);
  const places = lines.flatMap(([slot, line]) => line.map((spot) => [spot, slot] as const));
  const there = new Set(places.map(([{ id }]) => id));
  const legal =
    there.size === places.length &&
    [...evening.happened.keys(), ...evening.locks.keys()].every((id) => there.has(id)) &&
    places.every(([spot, slot]) => mayStand(evening, spot, slot)) &&
    lines.every(([slot, line]) => mayLineUp(evening, slot, line)) &&
    keepsAll(evening, log);
  return { worth: worthOf(evening, places), legal };
}

/** Breaks that hold what was published in them in another order, though the published one could air as well. */
function shuffled(evening: Evening, log: Log): readonly string[] {
  return [...log].flatMap(([slot, line]) => {
    const order = evening.orders.get(slot)?.filter((id) => evening.published.get(id) === slot) ?? [];
    const same = order.length === line.length && order.every((id) => line.includes(id));
    if (!same || order.every((id, k) => id === line[k])) return [];
    return judge(evening, new Map([...log, [slot, order]])).legal ? [slot] : [];
  });
}

/** The names of the aims, in their order. */
const AIMS = TIERS.flatMap((tier) => [`${tier}, approved and expiring`, `${tier}, owed and expiring`, tier]);

/** The engine's log is the best of all that there are, and its auditor and this reference find nothing wrong with it. */
export async function expectBest(keys: Keys, name: string): Promise<void> {
  const evening = eveningOf(keys);
  const right = bestWorth(evening);
  const { settings, tables, instance, solution, status } = await best(keys);
  if (right === undefined) return expect({ name, status }).toEqual({ name, status: 'infeasible' });
  const schedule = instance.schedule(solution.chosen);
  const log = new Map<string, string[]>();
  for (const row of [...schedule].sort((a, b) => Number(a.position) - Number(b.position)))
    log.set(String(row.break), [...(log.get(String(row.break)) ?? []), String(row.spot)]);
  const audit = auditRotation(settings, tables, schedule);
  const reached = AIMS.map((aim) => solution.priorities?.find((one) => one.name === aim)?.value ?? 0);
  expect({
    name,
    status,
    ...judge(evening, log),
    reached: [...reached, solution.net],
    violations: audit.violations.map(({ text }) => text),
    net: audit.objective.net_score,
    shuffled: shuffled(evening, log),
  }).toEqual({
    name,
    status: 'optimal',
    worth: right,
    legal: true,
    reached: right,
    violations: [],
    net: right.at(-1),
    shuffled: [],
  });
}
