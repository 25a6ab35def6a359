import { compare, groupBy } from '../../../../audit/rows.ts';
import type { Fault } from '../../../../audit/violations.ts';
import { weekday } from '../../../../tables/dates.ts';
import { type Facts, type Loan, who } from '../facts.ts';

/** An hour for each loan that can have one, as "09:00"; undefined where the rule is off. */
export type HourOf = (loan: Loan) => string | null;

/**
 * Gives each loan an hour, one loan after the other. Where all hours of a loan are full, others make room by moving to
 * another of theirs, however long the chain is: a loan that gets no hour then could have none beside those before it.
 */
export function hourOf(facts: Facts): HourOf | undefined {
  if (facts.settings.rules.hours === false) return undefined;
  const found = new Map<Loan, number>();
  // What stands in a given schedule need not be a day of the week, or a day at all: then it has no hour.
  const known = facts.loans.filter(({ vehicle, day }) => vehicle !== undefined && facts.week.includes(day));
  for (const loans of groupBy(known, (loan) => `${loan.vehicle!.office} ${loan.day}`).values()) {
    const { per_hour } = driversOf(facts, loans[0]!);
    const at = (hour: number) => loans.filter((other) => found.get(other) === hour);
    const place = (loan: Loan, tried: Set<number>): boolean => {
      const own = hoursFor(facts, loan);
      const hour =
        own.find((each) => at(each).length < per_hour) ??
        own.find((each) => {
          if (tried.has(each)) return false;
          tried.add(each);
          return at(each).some((other) => place(other, tried));
        });
      if (hour !== undefined) found.set(loan, hour);
      return hour !== undefined;
    };
    for (const loan of [...loans].sort((a, b) => compare(a.vin, b.vin) || compare(a.person, b.person)))
      place(loan, new Set());
  }
  return (loan) => {
    const hour = found.get(loan);
    return hour === undefined ? null : `${String(hour).padStart(2, '0')}:00`;
  };
}

/** What is wrong with loans that can have no hour. */
export function hourFaults(facts: Facts): (loan: Loan) => Fault | undefined {
  const hours = hourOf(facts);
  return (loan) => {
    if (hours === undefined || loan.vehicle === undefined || hours(loan) !== null) return undefined;
    // That such a loan starts on no day of the week is a violation already.
    if (!facts.week.includes(loan.day)) return undefined;
    const own = hoursFor(facts, loan);
    const text = `${loan.vin} to ${who(facts, loan.person)} on ${loan.day} has no hour: ${own.length === 0 ? 'the partner takes cars at no hour at which drivers work' : `every handover from ${own[0]}:00 to ${own.at(-1)! + 1}:00 is taken`}`;
    return { entity: loan.vin, text };
  };
}

function driversOf({ settings }: Facts, { vehicle }: Loan) {
  const rule = settings.rules.hours;
  if (rule === false) return { per_hour: 0, from: 0, to: 0 };
  const own = Object.entries(rule.offices).find(([office]) => office === vehicle?.office)?.[1];
  return { per_hour: own?.per_hour ?? rule.per_hour, from: own?.from ?? rule.from, to: own?.to ?? rule.to };
}

/** The hours, each whole, at which drivers work and the partner takes cars. */
function hoursFor(facts: Facts, loan: Loan): readonly number[] {
  const { from, to } = driversOf(facts, loan);
  const day = weekday(loan.day);
  const row = facts.tables.partner_hours.rows.find((each) => each.person_id === loan.person && each.weekday === day);
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00:00`;
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k).filter(
    (hour) => row === undefined || (row.from <= clock(hour) && clock(hour + 1) <= row.to),
  );
}
