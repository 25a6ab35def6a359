import type { Violation } from '../../../audit/audit.ts';
import { dayName } from '../../../tables/dates.ts';
import type { Bucket } from './budgets.ts';
import { type Cap, over } from './caps.ts';
import { availableOn, type Day } from './days.ts';
import { type Facts, groupBy, who } from './facts.ts';

/** What the schedule adds up to, by day, by partner and make, and by fleet. */
export interface Sums {
  readonly days: readonly Day[];
  readonly caps: readonly Cap[];
  readonly buckets: readonly Bucket[];
}

/** Every rule that loans can break together. */
export function totalViolations(facts: Facts, sums: Sums): readonly Violation[] {
  return [
    ...duplicates(facts),
    ...vehiclesTwice(facts),
    ...sums.days.flatMap(dayViolations),
    ...capViolations(facts, sums.caps),
    ...budgetViolations(facts, sums.buckets),
    ...partnerViolations(facts),
  ];
}

function duplicates({ loans }: Facts): readonly Violation[] {
  const same = groupBy(loans, ({ vin, person, day }) => JSON.stringify([vin, person, day]));
  return [...same.values()].flatMap((rows) => {
    const { vin, person, day } = rows[0]!;
    if (rows.length === 1) return [];
    return [
      {
        rule: 'duplicate',
        entity: vin,
        text: `${vin} to ${person} on ${day} stands ${rows.length} times in the schedule`,
      },
    ];
  });
}

function vehiclesTwice({ loans }: Facts): readonly Violation[] {
  return [...groupBy(loans, (loan) => loan.vin)].flatMap(([vin, own]) => {
    if (own.length === 1) return [];
    const starts = own.map(({ day, person }) => `${day} to ${person}`).join(', ');
    return [{ rule: 'vehicle_once', entity: vin, text: `${vin} starts ${own.length} loans in the week: ${starts}` }];
  });
}

/** A closed day that is used breaks two things: its number of slots, and the closure. */
function dayViolations(day: Day): readonly Violation[] {
  const available = availableOn(day);
  if (available === null || day.starts <= available) return [];
  const fault = (text: string) => ({
    rule: 'capacity',
    entity: day.date,
    text: `${dayName(day.date)} ${day.date}: ${text}`,
  });
  const starts = `${day.starts} ${day.starts === 1 ? 'start' : 'starts'}`;
  const booked = day.existing > 0 ? ` (${day.slots} less ${day.existing} booked)` : '';
  const tooMany = fault(`${starts}, ${available} ${available === 1 ? 'slot' : 'slots'}${booked}`);
  return day.slots === 0 ? [tooMany, fault(`closed (${day.note ?? 'Blackout'}), ${starts}`)] : [tooMany];
}

function capViolations(facts: Facts, caps: readonly Cap[]): readonly Violation[] {
  const rule = facts.settings.rules.tier_caps;
  if (rule === false || rule.mode !== 'hard') return [];
  return caps
    .filter((cap) => cap.delta > 0)
    .map(({ person, make, rank, cap, used, assigned }) => ({
      rule: 'tier_caps',
      entity: person,
      text: `${who(facts, person)} has ${used} loans of ${make} and gets ${assigned}: ${over(used + assigned, cap)} over the cap of ${cap} for rank ${rank}`,
    }));
}

function budgetViolations(facts: Facts, buckets: readonly Bucket[]): readonly Violation[] {
  const rule = facts.settings.rules.budgets;
  if (rule === false || rule.mode !== 'hard') return [];
  return buckets
    .filter((bucket) => bucket.over > 0)
    .map(({ fleet, quarter, year, planned, remaining, over: excess }) => ({
      rule: 'budgets',
      entity: fleet,
      text: `${fleet} ${quarter} ${year}: ${dollars(planned)} planned, ${dollars(remaining ?? 0)} left, ${dollars(excess)} over`,
    }));
}

/** Loans that a partner has already on the day, or in the week, take their share of its limit first. */
function partnerViolations(facts: Facts): readonly Violation[] {
  const rule = facts.settings.rules.partner_limits;
  if (rule === false) return [];
  return [...groupBy(facts.loans, (loan) => loan.person)].flatMap(([person, own]) => {
    const days = [...groupBy(own, (loan) => loan.day)];
    return [
      ...days.flatMap(([day, starts]) => limitFault(facts, person, rule.per_day, starts.length, day, day)),
      ...limitFault(facts, person, rule.per_week, own.length, facts.week[0]!, facts.week[6]!),
    ];
  });
}

/** Starts against a limit in the days `from` to `to`; 0 means no limit. */
function limitFault(
  facts: Facts,
  person: string,
  limit: number,
  starts: number,
  from: string,
  to: string,
): readonly Violation[] {
  const existing = facts.activityOf(person).filter(({ start_date: start, end_date: end }) => {
    return start !== null && end !== null && start <= end && start <= to && end >= from;
  }).length;
  if (limit === 0 || starts <= Math.max(0, limit - existing)) return [];
  const when = from === to ? `on ${from}` : `from ${from} to ${to}`;
  const text = `${who(facts, person)} starts ${starts} ${when} and has ${existing} already: the limit is ${limit}`;
  return [{ rule: 'partner_limits', entity: person, text }];
}

function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}
