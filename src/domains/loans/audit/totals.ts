import type { Violation } from '../../../audit/audit.ts';
import { countOf } from '../../../audit/numbers.ts';
import { over } from '../../../audit/points.ts';
import { groupBy, repeatsOf } from '../../../audit/rows.ts';
import { moneyText } from '../../../audit/words.ts';
import { dayName } from '../../../tables/dates.ts';
import { ALL_OFFICES, type Bucket, purseText } from './budgets.ts';
import type { Cap } from './caps.ts';
import { availableOn, type Day } from './days.ts';
import { type Facts, who } from './facts.ts';
import type { Ledger } from './ledger.ts';

/** Every rule that loans can break together. */
export function totalViolations({ facts, days, caps, buckets }: Ledger): readonly Violation[] {
  return [
    ...duplicates(facts),
    ...vehiclesTwice(facts),
    ...days.flatMap((day) => dayViolations(facts, day)),
    ...capViolations(facts, caps),
    ...budgetViolations(facts, buckets),
    ...partnerViolations(facts),
  ];
}

function duplicates({ loans }: Facts): readonly Violation[] {
  return repeatsOf(loans, ({ vin, person, day }) => JSON.stringify([vin, person, day])).map(([, rows]) => {
    const { vin, person, day } = rows[0]!;
    const text = `${vin} to ${person} on ${day} stands ${rows.length} times in the schedule`;
    return { rule: 'duplicate', entity: vin, text };
  });
}

function vehiclesTwice({ loans }: Facts): readonly Violation[] {
  return repeatsOf(loans, (loan) => loan.vin).map(([vin, own]) => {
    const starts = own.map(({ day, person }) => `${day} to ${person}`).join(', ');
    return { rule: 'vehicle_once', entity: vin, text: `${vin} starts ${own.length} loans in the week: ${starts}` };
  });
}

/** A closed day that is used breaks two things: its number of slots, and the closure. */
function dayViolations({ offices }: Facts, day: Day): readonly Violation[] {
  const available = availableOn(day);
  if (available === null || day.starts <= available) return [];
  const fault = (text: string) => ({
    rule: 'capacity',
    entity: day.date,
    text: `${dayName(day.date)} ${day.date}${offices.length > 1 ? ` in ${day.office}` : ''}: ${text}`,
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
    .map(({ planned, remaining, over: excess, ...purse }) => ({
      rule: 'budgets',
      entity: purse.fleet ?? ALL_OFFICES,
      text: `${purseText(facts, purse)}: ${moneyText(planned)} planned, ${moneyText(remaining ?? 0)} left, ${moneyText(excess)} over`,
    }));
}

/** Loans that a partner has already on the day, or in the week, take their share of its limit first. */
function partnerViolations(facts: Facts): readonly Violation[] {
  const rule = facts.settings.rules.partner_limits;
  if (rule === false) return [];
  const [monday, sunday] = [facts.week[0]!, facts.week[6]!];
  return [...groupBy(facts.loans, (loan) => loan.person)].flatMap(([person, own]) => {
    const days = [...groupBy(own, (loan) => loan.day)];
    const spells: readonly Spell[] = [
      ...days.map(([day, starts]) => ({ limit: rule.per_day, starts: starts.length, from: day, to: day })),
      { limit: rule.per_week, starts: own.length, from: monday, to: sunday },
    ];
    return spells.flatMap((spell) => limitFault(facts, person, spell));
  });
}

/** Starts against a limit in the days `from` to `to`; 0 means no limit. */
interface Spell {
  readonly limit: number;
  readonly starts: number;
  readonly from: string;
  readonly to: string;
}

function limitFault(facts: Facts, person: string, { limit, starts, from, to }: Spell): readonly Violation[] {
  const existing = countOf(facts.activityOf(person), ({ start_date: start, end_date: end }) => {
    return start !== null && end !== null && start <= end && start <= to && end >= from;
  });
  if (limit === 0 || starts <= over(limit, existing)) return [];
  const when = from === to ? `on ${from}` : `from ${from} to ${to}`;
  const text = `${who(facts, person)} starts ${starts} ${when} and has ${existing} already: the limit is ${limit}`;
  return [{ rule: 'partner_limits', entity: person, text }];
}
