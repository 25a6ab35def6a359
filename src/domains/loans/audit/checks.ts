import type { Violation } from '../../../audit/audit.ts';
import { compare } from '../../../audit/rows.ts';
import { type Fault, violationsOf } from '../../../audit/violations.ts';
import { addDays, dayName, weekday } from '../../../tables/dates.ts';
import type { Cap } from './caps.ts';
import { countDate, type Facts, type Loan, who } from './facts.ts';
import { hourFaults } from './faults/hours.ts';
import { maintenanceFault } from './faults/maintenance.ts';
import { pauseFault } from './faults/pause.ts';
import { isZero, plainRank, waitingDays } from './ranks.ts';

/** Every rule that one loan can break by itself. */
export function loanViolations(facts: Facts, caps: readonly Cap[]): readonly Violation[] {
  const forbidden = zeroCaps(facts, caps);
  const hourless = hourFaults(facts);
  return facts.loans.flatMap((loan) =>
    violationsOf([
      ['vehicles', vehicleFault(facts, loan)],
      ['media_partners', partnerFault(facts, loan)],
      ['approved_makes', approvalFault(facts, loan)],
      ['ranks', rankFault(facts, loan)],
      ['tier_caps', forbidden(loan)],
      ['no_repeat', repeatFault(facts, loan)],
      ['hours', hourless(loan)],
      ...dayFaults(facts, loan),
    ]),
  );
}

/** What can be checked only on a day of the week. */
function dayFaults(facts: Facts, loan: Loan): readonly (readonly [string, Fault | undefined])[] {
  const fault = startFault(facts, loan);
  if (!facts.week.includes(loan.day)) return [['start_days', fault]];
  return [
    ['start_days', fault],
    ['allowed_start_dows', weekdayFault(facts, loan)],
    ['availability', availabilityFault(facts, loan)],
    ['cooldown', cooldownFault(facts, loan)],
    ['pause', pauseFault(facts, loan)],
    ['maintenance', maintenanceFault(facts, loan)],
  ];
}

function vehicleFault({ offices }: Facts, { vin, vehicle }: Loan): Fault | undefined {
  if (vehicle === undefined) return { entity: vin, text: `vehicle ${vin} is not in the table vehicles` };
  if (offices.includes(vehicle.office)) return undefined;
  return {
    entity: vin,
    text: `vehicle ${vin} belongs to the office ${vehicle.office}, not ${offices.join(' or ')}`,
  };
}

/** A partner gets cars of its own office, or of one that lends to it, too. */
function partnerFault(facts: Facts, { person, partner, vehicle }: Loan): Fault | undefined {
  if (partner === undefined) return { entity: person, text: `partner ${person} is not in the table media_partners` };
  const lenders = facts.lenders(partner);
  const wanted = vehicle && facts.offices.includes(vehicle.office) ? [vehicle.office] : facts.offices;
  if (wanted.some((office) => lenders.includes(office))) return undefined;
  const text = `${who(facts, person)} belongs to the office ${partner.office}, not ${wanted.join(' or ')}`;
  return { entity: person, text };
}

function approvalFault(facts: Facts, { person, vehicle, approval }: Loan): Fault | undefined {
  if (vehicle === undefined) return undefined;
  if (approval !== undefined) {
    const text = `${who(facts, person)} has rank 0 for ${vehicle.make}: no loans (${vehicle.vin})`;
    return isZero(approval.rank) ? { entity: person, text } : undefined;
  }
  return { entity: person, text: `${who(facts, person)} is not approved for ${vehicle.make} (${vehicle.vin})` };
}

function rankFault(facts: Facts, { person, vehicle, approval }: Loan): Fault | undefined {
  const rule = facts.settings.rules.ranks;
  if (rule === false || vehicle === undefined || approval === undefined) return undefined;
  const { allow: allowed } = rule;
  if (allowed.some((rank) => plainRank(rank) === plainRank(approval.rank))) return undefined;
  const text = `${who(facts, person)} ranks ${approval.rank ?? 'nothing'} for ${vehicle.make}, and only ${allowed.join(', ')} are allowed`;
  return { entity: person, text };
}

/** Pairs whose cap in the rules table is 0. */
function zeroCaps(facts: Facts, caps: readonly Cap[]): (loan: Loan) => Fault | undefined {
  const rule = facts.settings.rules.tier_caps;
  if (rule === false || rule.mode === 'off' || rule.allow_zero_caps) return () => undefined;
  const zero = caps.filter((cap) => cap.zeroRule);
  return ({ vin, person, vehicle }) => {
    const cap = zero.find((each) => each.person === person && each.make === vehicle?.make);
    if (cap === undefined) return undefined;
    return {
      entity: person,
      text: `${who(facts, person)} may have no ${cap.make}: rank ${cap.rank} has a cap of 0 (${vin})`,
    };
  };
}

function repeatFault(facts: Facts, { vin, person }: Loan): Fault | undefined {
  const rule = facts.settings.rules.no_repeat;
  if (rule === false) return undefined;
  if (facts.activityOf(person).some((row) => row.vin === vin)) {
    return { entity: person, text: `${who(facts, person)} has ${vin} in current_activity already` };
  }
  const { week } = facts.settings;
  const from = addDays(week, -rule.days);
  const before = facts
    .historyOf(person)
    .find((row) => row.vin === vin && row.start_date !== null && row.start_date >= from && row.start_date <= week);
  if (before === undefined) return undefined;
  const text = `${who(facts, person)} had ${vin} from ${before.start_date}, within ${rule.days} days before ${week}`;
  return { entity: person, text };
}

function startFault({ settings, week }: Facts, { vin, day }: Loan): Fault | undefined {
  if (!week.includes(day)) {
    return { entity: vin, text: `the loan of ${vin} starts on ${day}, outside the week ${week[0]} to ${week[6]}` };
  }
  if (settings.start_days.includes(weekday(day))) return undefined;
  const text = `the loan of ${vin} starts on ${dayName(day)} ${day}, and loans start on ${settings.start_days.join(', ')} only`;
  return { entity: vin, text };
}

function weekdayFault(facts: Facts, { person, partner, day }: Loan): Fault | undefined {
  const allowed = partner?.allowed_start_dows ?? null;
  if (allowed === null || allowed.includes(weekday(day))) return undefined;
  const text = `${who(facts, person)} takes cars on ${allowed.join(', ')} only, not on ${dayName(day)} ${day}`;
  return { entity: person, text };
}

/** The car must be in service and free for `min_days` days from the start, all of them within the horizon. */
function availabilityFault(facts: Facts, { vin, vehicle, day }: Loan): Fault | undefined {
  const rule = facts.settings.rules.availability;
  if (rule === false || vehicle === undefined) return undefined;
  const last = addDays(day, rule.min_days - 1);
  const horizon = addDays(facts.settings.week, rule.horizon_days - 1);
  const needed = `and the loan needs ${day} to ${last}`;
  const { in_service_date: from, expected_turn_in_date: until } = vehicle;
  if (last > horizon) return { entity: vin, text: `availability is known until ${horizon}, ${needed} (${vin})` };
  if (from !== null && day < from) return { entity: vin, text: `${vin} is in service from ${from}, ${needed}` };
  if (rule.turn_in === 'filter' && until !== null && last > until) {
    return { entity: vin, text: `${vin} is turned in after ${until}, ${needed}` };
  }
  const busy = facts.activityOfCar(vin).find(({ start_date: start, end_date: end }) => {
    return start !== null && end !== null && start <= end && start <= last && end >= day;
  });
  if (busy === undefined) return undefined;
  const what = `${busy.activity_type ?? 'activity'} ${busy.activity_id}`;
  return { entity: vin, text: `${vin} is occupied ${busy.start_date} to ${busy.end_date} (${what}), ${needed}` };
}

/** The last loan of the same model decides, else the last one of the make; a start on the day it ends is allowed. */
function cooldownFault(facts: Facts, { person, vehicle, day, approval }: Loan): Fault | undefined {
  const rule = facts.settings.rules.cooldown;
  if (rule === false || vehicle === undefined) return undefined;
  const days = waitingDays(facts, vehicle.make, approval?.rank ?? 'C', rule.days);
  if (days === 0) return undefined;
  const model = lastEnd(facts, person, (row) => row.model?.trim() === vehicle.model.trim());
  const last = model ?? lastEnd(facts, person, (row) => row.make === vehicle.make);
  if (last === undefined) return undefined;
  const until = addDays(last, days);
  if (day >= until) return undefined;
  const what = model === undefined ? vehicle.make : `${vehicle.make} ${vehicle.model}`;
  const text = `${who(facts, person)} had a ${what} until ${last} and waits ${days} days, to ${until}, but ${vehicle.vin} starts on ${day}`;
  return { entity: person, text };
}

function lastEnd(
  facts: Facts,
  person: string,
  same: (row: ReturnType<Facts['historyOf']>[number]) => boolean,
): string | undefined {
  return facts
    .historyOf(person)
    .filter(same)
    .flatMap((row) => countDate(row) ?? [])
    .sort(compare)
    .at(-1);
}
