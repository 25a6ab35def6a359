import { epochDay } from '../../tables/dates.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables, VehicleRow } from './tables.ts';
import type { World } from './world.ts';

/** Whether each car is free for a whole loan from each start day. */
export interface Availability {
  /** `free[vehicle * days + day]`: 1 when it can start. */
  readonly free: Uint8Array;
  /** How many (car, start day) pairs can start. */
  readonly count: number;
}

/** The availability grid: in service, not yet due back, and without activity, for every day of the loan. */
export function availabilityOf(settings: LoansSettings, tables: LoansTables, world: World): Availability {
  const free = new Uint8Array(world.vehicles.length * world.days.length).fill(1);
  const rule = settings.rules.availability;
  if (rule !== false) {
    const busy = busyDays(settings, tables, rule.horizon_days);
    const monday = epochDay(settings.week);
    world.vehicles.forEach((vehicle, v) => {
      const days = busy.get(vehicle.vin);
      const serves = service(vehicle, rule.turn_in);
      world.days.forEach((day, d) => {
        for (let epoch = day.epoch; epoch < day.epoch + rule.min_days; epoch++) {
          const offset = epoch - monday;
          if (offset >= rule.horizon_days || !serves(epoch) || days?.[offset] === 1) {
            free[v * world.days.length + d] = 0;
            return;
          }
        }
      });
    });
  }
  return { free, count: free.reduce((sum, value) => sum + value, 0) };
}

/** Days of the horizon on which each car has an activity, both ends included: a car back on Monday is busy on Monday. */
function busyDays(settings: LoansSettings, tables: LoansTables, horizon: number): ReadonlyMap<string, Uint8Array> {
  const monday = epochDay(settings.week);
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

function service(vehicle: VehicleRow, turnIn: 'filter' | 'ignore'): (epoch: number) => boolean {
  const first = vehicle.in_service_date === null ? -Infinity : epochDay(vehicle.in_service_date);
  const due = vehicle.expected_turn_in_date;
  const last = turnIn === 'ignore' || due === null ? Infinity : epochDay(due);
  return (epoch) => epoch >= first && epoch <= last;
}
