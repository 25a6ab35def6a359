import type { Limits, Model } from '../src/kernel/model.ts';
import { joinHashes } from '../src/kernel/ties.ts';

/** A made week of loans: what the benchmark solves. */
export interface Size {
  readonly vehicles: number;
  readonly partners: number;
  readonly makes: number;
  readonly approvalsPerPartner: number;
  readonly slots: number;
}

/** A seeded generator of whole numbers below n (mulberry32). */
export function numbers(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** A week with one loan a car, slots a day, tier caps, stepped fairness and budgets that bind. */
export function madeWeek(size: Size, seed: number): Model {
  const below = numbers(seed);
  const makeOfVehicle = Int32Array.from({ length: size.vehicles }, () => below(size.makes));
  const approvals: { partner: number; make: number; worth: number; left: number }[] = [];
  const byMake: number[][] = Array.from({ length: size.makes }, () => []);
  const ranks = [1000, 1000, 700, 700, 700, 700, 400, 400, 400, 100];
  for (let partner = 0; partner < size.partners; partner++) {
    const makes = new Set(Array.from({ length: size.approvalsPerPartner }, () => below(size.makes)));
    for (const make of makes) {
      byMake[make]!.push(approvals.length);
      const published = below(4) === 0 ? below(100) : 0;
      const worth = ranks[below(10)]! + 100 + Math.trunc(1.5 * published) + (published > 0 ? 50 : 0);
      approvals.push({ partner, make, worth, left: below(5) === 0 ? below(2) : 10 });
    }
  }
  const columns = { vehicle: [] as number[], day: [] as number[], approval: [] as number[] };
  for (let day = 0; day < 5; day++)
    for (let vehicle = 0; vehicle < size.vehicles; vehicle++)
      for (const approval of byMake[makeOfVehicle[vehicle]!]!) {
        columns.vehicle.push(vehicle);
        columns.day.push(day);
        columns.approval.push(approval);
      }
  const n = columns.vehicle.length;
  const approval = Int32Array.from(columns.approval);
  const filled = (count: number, value: (k: number) => number) =>
    Float64Array.from({ length: count }, (_, k) => value(k));
  const group = (of: (j: number) => number) => Int32Array.from({ length: n }, (_, j) => of(j));
  const partnerOf = group((j) => approvals[approval[j]!]!.partner);
  const fleetOf = group((j) => approvals[approval[j]!]!.make);
  const label = (name: string) => (g: number) => `${name} ${g}`;
  const named = (rule: string) => ({ rule, label: label(rule), more: label(rule) });
  const limits: readonly Limits[] = [
    {
      ...named('vehicle'),
      groups: size.vehicles,
      members: { group: Int32Array.from(columns.vehicle) },
      most: filled(size.vehicles, () => 1),
    },
    {
      ...named('capacity'),
      groups: 5,
      members: { group: Int32Array.from(columns.day) },
      most: filled(5, () => size.slots),
    },
    {
      ...named('caps'),
      groups: approvals.length,
      members: { group: approval },
      over: [{ at: filled(approvals.length, (k) => approvals[k]!.left), price: 800 }],
    },
    {
      ...named('fairness'),
      groups: size.partners,
      members: { group: partnerOf },
      over: [
        { at: filled(size.partners, () => 1), price: 200 },
        { at: filled(size.partners, () => 2), price: 400 },
      ],
    },
    {
      ...named('budgets'),
      groups: size.makes,
      members: { group: fleetOf, use: new Float64Array(n).fill(1000) },
      over: [
        {
          at: filled(size.makes, () => 1000 * below(Math.ceil((7 * size.slots) / size.makes)) + below(1000)),
          price: 3,
        },
      ],
    },
  ];
  return {
    unit: 1,
    candidates: n,
    score: filled(n, (j) => approvals[approval[j]!]!.worth),
    tie: Uint32Array.from({ length: n }, (_, j) =>
      joinHashes(joinHashes(columns.vehicle[j]!, columns.day[j]!), approval[j]!),
    ),
    limits,
  };
}
