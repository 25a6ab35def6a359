import { addDays, epochDay } from '../../../tables/dates.ts';
import type { VehicleRow } from '../tables.ts';
import type { World } from '../world.ts';

/** The parameters of the rule `availability` that this ledger rests on. */
interface Rule {
  readonly min_days: number;
  readonly horizon_days: number;
  readonly turn_in: 'filter' | 'ignore';
}

/** Whether each car is free for a whole loan from each start day, and what keeps it where it is not. */
export interface Availability {
  readonly isFree: (vehicle: number, day: number) => boolean;
  readonly why: (vehicle: number, day: number) => string;
}

/** The availability grid: in service, not yet due back, and without activity, for every day of the loan. */
export function availabilityOf(rule: Rule, world: World): Availability {
  const count = world.days.length;
  const free = new Uint8Array(world.vehicles.length * count).fill(1);
  const busy = busyDays(world, rule.horizon_days);
  const monday = epochDay(world.scope.week);
  world.vehicles.forEach((vehicle, v) => {
    const days = busy.get(vehicle.vin);
    const serves = service(vehicle, rule.turn_in);
    world.days.forEach((day, d) => {
      for (let epoch = day.epoch; epoch < day.epoch + rule.min_days; epoch++) {
        const offset = epoch - monday;
        if (offset >= rule.horizon_days || !serves(epoch) || days?.[offset] === 1) {
          free[v * count + d] = 0;
          return;
        }
      }
    });
  });
  return {
    isFree: (vehicle, day) => free[vehicle * count + day] === 1,
    why: (vehicle, day) => reason(rule, world, world.vehicles[vehicle]!, world.days[day]!.date),
  };
}

/** Days of the horizon on which each car has an activity, both ends included: a car back on Monday is busy on Monday. */
function busyDays({ scope, tables }: World, horizon: number): ReadonlyMap<string, Uint8Array> {
  const monday = epochDay(scope.week);
  const busy = new Map<string, Uint8Array>();
  for (const { vin, start_date, end_date } of tables.current_activity.rows) {
    if (start_date === null || end_date === null) continue;
    const days = busy.get(vin) ?? new Uint8Array(horizon);
    const from = Math.max(0, epochDay(start_date) - monday);
    const to = Math.min(horizon - 1, epochDay(end_date) - monday);
    for (let offset = from; offset <= to; offset++) days[offset] = 1;
    busy.set(vin, days);
  }
  return busy;
}

function service(vehicle: VehicleRow, turnIn: Rule['turn_in']): (epoch: number) => boolean {
  const first = vehicle.in_service_date === null ? -Infinity : epochDay(vehicle.in_service_date);
  const due = vehicle.expected_turn_in_date;
  const last = turnIn === 'ignore' || due === null ? Infinity : epochDay(due);
  return (epoch) => epoch >= first && epoch <= last;
}

/** What keeps a car from a loan that begins on a date. */
function reason({ min_days, horizon_days, turn_in }: Rule, { scope, tables }: World, car: VehicleRow, first: string) {
  const last = addDays(first, min_days - 1);
  const { vin, in_service_date: from, expected_turn_in_date: until } = car;
  if (from !== null && from > first) return `${vin} is not in service before ${from}`;
  if (turn_in === 'filter' && until !== null && until < last)
    return `${vin} is due back on ${until}, and a loan from ${first} needs it until ${last}`;
  const activity = tables.current_activity.rows.find(
    ({ vin: other, start_date: start, end_date: end }) =>
      other === vin && start !== null && end !== null && start <= last && end >= first,
  );
  if (activity) {
    const what = activity.activity_type ?? 'an activity';
    return `${vin} has ${what} from ${activity.start_date} to ${activity.end_date}, and a loan from ${first} needs it until ${last}`;
  }
  const horizon = addDays(scope.week, horizon_days - 1);
  return `a loan from ${first} lasts until ${last}, and availability is known until ${horizon} only`;
}
