import { addDays, dayName, epochDay, isoDate, longDate } from '../../tables/dates.ts';
import { availabilityOf } from './availability.ts';
import { capsOf } from './caps.ts';
import { commitmentsOf } from './commitments.ts';
import { cooldownsOf } from './cooldowns.ts';
import type { Known } from './known.ts';
import { moneyOf } from './money.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables, VehicleRow } from './tables.ts';
import { worldOf } from './world.ts';

/** Why one car, partner and day are no candidate: the filter as the funnel names it, and the reason with its date. */
export interface Reason {
  readonly step: string;
  readonly text: string;
}

/** All that filters look at. */
export function knownFor(settings: LoansSettings, tables: LoansTables): Known {
  const world = worldOf(settings, tables);
  return {
    settings,
    tables,
    world,
    availability: availabilityOf(settings, tables, world),
    cooldowns: cooldownsOf(settings, tables, world),
    caps: capsOf(settings, tables, world),
    money: moneyOf(settings, tables, world),
    commitments: commitmentsOf(settings, tables, world),
  };
}

/** Every reason why this car, partner and day are no candidate, in the order of the funnel; none where they are one. */
export const reasonsOf = (known: Known, vehicle: number, partner: number, day: number): readonly Reason[] =>
  CHECKS.flatMap(([step, check]) => reasonFor(step, check(known, vehicle, partner, day)));

/** The first of them: what the funnel counts. */
export function firstReason(known: Known, vehicle: number, partner: number, day: number): Reason | undefined {
  for (const [step, check] of CHECKS) {
    const text = check(known, vehicle, partner, day);
    if (text !== undefined) return { step, text };
  }
  return undefined;
}

const reasonFor = (step: string, text: string | undefined): readonly Reason[] =>
  text === undefined ? [] : [{ step, text }];

type Check = (known: Known, vehicle: number, partner: number, day: number) => string | undefined;

const CHECKS: readonly (readonly [step: string, check: Check])[] = [
  ['closed_day', (known, _, __, day) => closed(known, day)],
  ['availability', (known, vehicle, _, day) => busy(known, vehicle, day)],
  ['approval', unapproved],
  ['weekday', (known, _, partner, day) => weekdayReason(known, partner, day)],
  ['rank', unranked],
  ['cooldown', cooling],
  ['repeat', repeated],
  ['zero_cap', zeroCap],
];

function closed({ world, settings, tables }: Known, day: number): string | undefined {
  const { date, slots } = world.days[day]!;
  if (slots > 0) return undefined;
  const rule = settings.rules.capacity;
  const row = tables.ops_capacity_calendar.rows.find((each) => each.office === settings.office && each.date === date);
  const note = rule === false ? undefined : (rule.override[date]?.note ?? row?.notes ?? undefined);
  return `${longDate(date)} has no slots${note ? ` (${note})` : ''}`;
}

function busy({ settings, tables, world, availability }: Known, vehicle: number, day: number): string | undefined {
  const rule = settings.rules.availability;
  if (rule === false || availability.free[vehicle * world.days.length + day] === 1) return undefined;
  const car = world.vehicles[vehicle]!;
  const { date } = world.days[day]!;
  const last = addDays(date, rule.min_days - 1);
  const out = service(car, date, last, rule.turn_in);
  if (out !== undefined) return out;
  const activity = tables.current_activity.rows.find(
    ({ vin, start_date, end_date }) =>
      vin === car.vin && start_date !== null && end_date !== null && start_date <= last && end_date >= date,
  );
  if (activity) {
    const what = activity.activity_type ?? 'an activity';
    return `${car.vin} has ${what} from ${activity.start_date} to ${activity.end_date}, and a loan from ${date} needs it until ${last}`;
  }
  const horizon = addDays(settings.week, rule.horizon_days - 1);
  return `a loan from ${date} lasts until ${last}, and availability is known until ${horizon} only`;
}

function service(car: VehicleRow, first: string, last: string, turnIn: 'filter' | 'ignore'): string | undefined {
  const { vin, in_service_date: from, expected_turn_in_date: until } = car;
  if (from !== null && from > first) return `${vin} is not in service before ${from}`;
  if (turnIn === 'filter' && until !== null && until < last)
    return `${vin} is due back on ${until}, and a loan from ${first} needs it until ${last}`;
  return undefined;
}

const approvalOf = ({ world }: Known, vehicle: number, partner: number): number | undefined =>
  world.byMake.get(world.vehicles[vehicle]!.make)?.find((each) => world.approvals[each]!.partner === partner);

function unapproved(known: Known, vehicle: number, partner: number): string | undefined {
  if (approvalOf(known, vehicle, partner) !== undefined) return undefined;
  return `${known.world.partners[partner]!.name} is not approved for ${known.world.vehicles[vehicle]!.make}`;
}

function unranked(known: Known, vehicle: number, partner: number): string | undefined {
  const rule = known.settings.rules.ranks;
  const approval = approvalOf(known, vehicle, partner);
  if (rule === false || approval === undefined) return undefined;
  const { make, rank } = known.world.approvals[approval]!;
  if (new Set<string>(rule.allow).has(rank ?? '')) return undefined;
  return `${known.world.partners[partner]!.name} ranks ${rank ?? 'nothing'} for ${make}; rules.ranks allows ${rule.allow.join(', ')} only`;
}

function zeroCap(known: Known, vehicle: number, partner: number): string | undefined {
  const rule = known.settings.rules.tier_caps;
  const approval = approvalOf(known, vehicle, partner);
  if (rule === false || rule.mode === 'off' || rule.allow_zero_caps || approval === undefined) return undefined;
  const { make, rank } = known.world.approvals[approval]!;
  return known.caps.forbidden[approval] === 1
    ? `the table rules gives rank ${rank ?? 'C'} a cap of 0 for ${make}`
    : undefined;
}

function weekdayReason({ world }: Known, partner: number, day: number): string | undefined {
  const { name, allowed_start_dows: allowed } = world.partners[partner]!;
  const { date, weekday } = world.days[day]!;
  if (allowed === null || allowed.includes(weekday)) return undefined;
  return `${name} takes cars on ${allowed.join(', ')} only, not on a ${dayName(date)}`;
}

function cooling(
  { settings, world, cooldowns }: Known,
  vehicle: number,
  partner: number,
  day: number,
): string | undefined {
  if (settings.rules.cooldown === false) return undefined;
  const wait = cooldowns.until(partner, vehicle);
  if (wait === undefined || world.days[day]!.epoch >= wait.epoch) return undefined;
  const { make, model } = world.vehicles[vehicle]!;
  const what = wait.basis === 'model' ? `${make} ${model}` : make;
  return `${world.partners[partner]!.name} waits until ${isoDate(wait.epoch)} before the next ${what} (cooldown)`;
}

function repeated({ settings, world, commitments }: Known, vehicle: number, partner: number): string | undefined {
  const rule = settings.rules.no_repeat;
  if (rule === false || !commitments.hadCar(partner, vehicle)) return undefined;
  return `${world.partners[partner]!.name} has ${world.vehicles[vehicle]!.vin} now, or had it within ${rule.days} days`;
}

/** Whether a day of the calendar is a start day of the scenario, in words where it is not. */
export function dayReason({ settings, world }: Known, date: string): string | undefined {
  if (world.days.some((day) => day.date === date)) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return `"${date}" is not a day such as ${settings.week}`;
  const offset = epochDay(date) - epochDay(settings.week);
  if (offset < 0 || offset > 6) return `${date} is outside the week ${settings.week} to ${addDays(settings.week, 6)}`;
  return `${longDate(date)} is none of the start days ${settings.start_days.join(', ')}`;
}
