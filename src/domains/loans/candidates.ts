import { hashOf, joinHashes } from '../../kernel/ties.ts';
import type { FunnelStep } from '../../runs/run.ts';
import type { Availability } from './availability.ts';
import type { Known } from './known.ts';
import type { Filter } from './rules/rule.ts';
import type { World } from './world.ts';

/** This car to that partner from this day: one candidate a row, sorted by (day, vin, person_id). */
export interface Candidates {
  readonly count: number;
  /** Indices into the world's lists. */
  readonly day: Int32Array;
  readonly vehicle: Int32Array;
  readonly partner: Int32Array;
  readonly approval: Int32Array;
}

/** Candidates, and how they came to be so many. */
export interface Funnelled {
  readonly candidates: Candidates;
  readonly funnel: readonly FunnelStep[];
}

/** All candidates that the tables allow: an open day, a free car, an approved make, a weekday the partner accepts. */
export function feasible(world: World, availability: Availability): Funnelled {
  const pairs = world.vehicles.length * world.partners.length;
  const lost = { closed: 0, busy: 0, approval: 0, weekday: 0 };
  const columns = { day: [] as number[], vehicle: [] as number[], partner: [] as number[], approval: [] as number[] };
  const accepts = world.partners.map((row) =>
    world.days.map((day) => row.allowed_start_dows === null || row.allowed_start_dows.includes(day.weekday)),
  );
  world.days.forEach((day, d) => {
    if (day.slots <= 0) {
      lost.closed += pairs;
      return;
    }
    world.vehicles.forEach((vehicle, v) => {
      if (availability.free[v * world.days.length + d] === 0) {
        lost.busy += world.partners.length;
        return;
      }
      const approvals = world.byMake.get(vehicle.make) ?? [];
      lost.approval += world.partners.length - approvals.length;
      for (const approval of approvals) {
        const { partner } = world.approvals[approval]!;
        if (!accepts[partner]![d]) {
          lost.weekday++;
          continue;
        }
        columns.day.push(d);
        columns.vehicle.push(v);
        columns.partner.push(partner);
        columns.approval.push(approval);
      }
    });
  });
  const candidates = {
    count: columns.day.length,
    day: Int32Array.from(columns.day),
    vehicle: Int32Array.from(columns.vehicle),
    partner: Int32Array.from(columns.partner),
    approval: Int32Array.from(columns.approval),
  };
  return { candidates, funnel: feasibleFunnel(pairs * world.days.length, lost) };
}

function feasibleFunnel(
  all: number,
  lost: { closed: number; busy: number; approval: number; weekday: number },
): readonly FunnelStep[] {
  const steps = [
    { step: 'pairs', removed: 0, text: 'every car of the office to every partner of the office on every start day' },
    { step: 'closed_day', removed: lost.closed, text: 'the day has no slots' },
    { step: 'availability', removed: lost.busy, text: 'the car is not free for the whole loan' },
    { step: 'approval', removed: lost.approval, text: 'the partner is not approved for the make' },
    { step: 'weekday', removed: lost.weekday, text: 'the partner does not take cars on that weekday' },
  ];
  let left = all;
  return steps.map((step) => {
    left -= step.removed;
    return { ...step, left };
  });
}

/** Removes what the rules' filters remove, one after the other, and adds a line to the funnel for each. */
export function filtered(before: Funnelled, filters: readonly Filter[]): Funnelled {
  return filters.reduce((known, filter) => {
    const { candidates, funnel } = known;
    const kept = keptBy(candidates, filter);
    const step = { step: filter.step, removed: candidates.count - kept.length, left: kept.length, text: filter.text };
    return { candidates: keep(candidates, kept), funnel: [...funnel, step] };
  }, before);
}

function keptBy(candidates: Candidates, filter: Filter): Int32Array {
  const kept = new Int32Array(candidates.count);
  let count = 0;
  for (let index = 0; index < candidates.count; index++) if (!filter.removes(candidates, index)) kept[count++] = index;
  return kept.subarray(0, count);
}

// Plain loops here: by Int32Array.from, a fifth of the time of a whole run went into copying these columns.
function keep(candidates: Candidates, kept: Int32Array): Candidates {
  if (kept.length === candidates.count) return candidates;
  const of = (column: Int32Array) => {
    const own = new Int32Array(kept.length);
    for (let at = 0; at < kept.length; at++) own[at] = column[kept[at]!]!;
    return own;
  };
  return {
    count: kept.length,
    day: of(candidates.day),
    vehicle: of(candidates.vehicle),
    partner: of(candidates.partner),
    approval: of(candidates.approval),
  };
}

/** A hash of each candidate's (start_day, vin, person_id) and the seed. */
export function tiesOf({ world, settings }: Known, candidates: Candidates): Uint32Array {
  const { seed } = settings.solver;
  const days = world.days.map((day) => hashOf(day.date, seed));
  const vehicles = world.vehicles.map((row) => hashOf(row.vin, seed));
  const partners = world.partners.map((row) => hashOf(row.person_id, seed));
  const ties = new Uint32Array(candidates.count);
  for (let j = 0; j < candidates.count; j++) {
    const car = joinHashes(days[candidates.day[j]!]!, vehicles[candidates.vehicle[j]!]!);
    ties[j] = joinHashes(car, partners[candidates.partner[j]!]!);
  }
  return ties;
}
