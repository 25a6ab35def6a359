import { epochDay, isoDate } from '../../../tables/dates.ts';
import type { RawTable } from '../../../tables/table.ts';
import { MAIN_OFFICE, SAMPLE_WEEK } from './catalog.ts';
import type { Vehicle } from './fleet.ts';
import type { Partner } from './partners.ts';
import { type Random, random } from './random.ts';
import { rawTable } from './raw.ts';

/** Something that occupies a vehicle; first and last day are offsets from the sample week's Monday. */
interface Activity {
  readonly vehicle: Vehicle;
  readonly first: number;
  readonly last: number;
}

const ROWS = 1_321;
/** The grid of availability ends on the second Sunday. */
const HORIZON = 14;
const LOANS = ['Loan', 'Loan', 'Loan', 'loan', 'Loan - LSM', 'LOAN'];
const OTHERS = ['Service', 'Hold', 'Hold for Turn In', 'Special', 'Event', 'storage'];

/** The table `current_activity`. */
export function activityTable(seed: number, fleet: readonly Vehicle[], partners: readonly Partner[]): RawTable {
  const draw = random(seed, 'activity');
  const activities = fleet.flatMap((vehicle) => (vehicle.occupation === 'activity' ? occupying(draw, vehicle) : []));
  while (activities.length < ROWS) activities.push(apart(around(draw, draw.pick(fleet)), activities));
  const sorted = activities.sort((a, b) => a.first - b.first);
  const rows = sorted.map((activity, index) => rowOf(draw, activity, index, partners));
  return rawTable('current_activity', HEADER, rows);
}

/**
 * Keeps a vehicle from being free for seven days in a row. Over both the first Sunday and the Monday after it, fewer
 * than seven days of the horizon remain on either side; some begin within the week, and some follow another loan.
 */
function occupying(draw: Random, vehicle: Vehicle): readonly Activity[] {
  const long = { vehicle, first: draw.int(-9, 4), last: draw.int(7, 11) };
  if (long.first < 3) return [long];
  return [{ vehicle, first: draw.int(-6, -4), last: draw.int(0, 2) }, long];
}

/** An activity that leaves the horizon free in Los Angeles; elsewhere, any. */
function around(draw: Random, vehicle: Vehicle): Activity {
  const days = draw.int(2, 9);
  if (vehicle.office !== MAIN_OFFICE) {
    const first = draw.int(-40, 45);
    return { vehicle, first, last: first + days };
  }
  const first = draw.chance(0.5) ? draw.int(-45, -1 - days) : draw.int(HORIZON, 50);
  return { vehicle, first, last: first + days };
}

/** The nearest days, on the same side of the horizon, on which nothing else occupies the vehicle. */
function apart(activity: Activity, others: readonly Activity[]): Activity {
  const own = others.filter(({ vehicle }) => vehicle === activity.vehicle);
  const isPast = activity.last < 0;
  for (let days = 0; ; days++) {
    const [first, last] = isPast
      ? [activity.first - days, activity.last - days]
      : [activity.first + days, activity.last + days];
    if (own.every((other) => last < other.first || other.last < first)) return { ...activity, first, last };
  }
}

const HEADER = [
  ...(['activity_id', 'vehicle_vin', 'person_id', 'activity_type', 'start_date', 'end_date'] as const),
  ...(['to_field', 'partner_address', 'region'] as const),
];

function rowOf(draw: Random, activity: Activity, index: number, partners: readonly Partner[]) {
  const { vehicle, first, last } = activity;
  const monday = epochDay(SAMPLE_WEEK);
  const partner = draw.chance(0.72) ? borrower(draw, vehicle, partners) : undefined;
  return {
    activity_id: String(900_001 + index),
    vehicle_vin: vehicle.vin,
    // A column of ids with gaps leaves many systems as floats.
    person_id: partner === undefined ? '' : `${partner.id}.0`,
    activity_type: draw.pick(partner === undefined ? OTHERS : LOANS),
    start_date: isoDate(monday + first),
    end_date: isoDate(monday + last),
    to_field: partner === undefined ? 'Office' : partner.name,
    partner_address: partner?.address ?? '',
    region: vehicle.office,
  };
}

function borrower(draw: Random, vehicle: Vehicle, partners: readonly Partner[]): Partner {
  let partner = draw.pick(partners);
  while (partner.office.name !== vehicle.office) partner = draw.pick(partners);
  return partner;
}
