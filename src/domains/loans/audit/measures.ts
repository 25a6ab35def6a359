import { gini } from '../../../audit/measures.ts';
import { countOf, sumOf } from '../../../audit/numbers.ts';
import { byKey } from '../../../audit/rows.ts';
import { cellsOf } from '../../../audit/table.ts';
import type { Run } from '../../../runs/run.ts';
import { epochDay } from '../../../tables/dates.ts';
import { amount, count } from '../../../text/format.ts';
import { costOf, pursesOf } from './budgets.ts';
import { countDate, type Facts, type Loan } from './facts.ts';
import type { Ledger } from './ledger.ts';

/** The partner of a loan. */
export const byPartner = ({ person }: Loan): string => person;

/** The pair of partner and make whose cap a loan counts against. */
export const byPair = ({ caps }: Ledger) => {
  const pairOf = (person: string, make: string | undefined) => JSON.stringify([person, make]);
  const pairs = byKey(caps, (cap) => pairOf(cap.person, cap.make));
  return ({ person, vehicle }: Loan) => pairs.get(pairOf(person, vehicle?.make));
};

/** The money that a loan takes, where there is a limit to it. */
export const byLimitedPurse = ({ facts }: Ledger) => {
  const { purse } = pursesOf(facts);
  return (loan: Loan) => {
    const own = purse(loan);
    return own === undefined || own.remaining === null ? undefined : own;
  };
};

/** What a loan of the week costs, in cents. */
export const costInWeek = ({ facts }: Ledger) => {
  const days = new Set(facts.week);
  return (loan: Loan) => (days.has(loan.day) ? (costOf(facts, loan) ?? 0) : 0);
};

/** Cents as dollars; null where the rule is off, since nothing has a price then. */
export const inDollars = (cents: number, { facts }: Ledger): number | null =>
  facts.settings.rules.budgets === false ? null : cents / 100;

/** Whether the rule `budgets` limits money. With the mode `off` it still says what loans cost. */
export const isPriced = ({ facts }: Pick<Ledger, 'facts'>): boolean => {
  const { budgets } = facts.settings.rules;
  return budgets !== false && budgets.mode !== 'off';
};

/** A number that the caps give: null where that rule is off, since no pair has a cap then. */
export const underCaps = (sum: number, { facts }: Ledger): number | null => {
  const { tier_caps: rule } = facts.settings.rules;
  return rule === false || rule.mode === 'off' ? null : sum;
};

/** One for a loan that starts on a day of the week. */
export const startsInWeek = ({ facts }: Ledger) => {
  const days = new Set(facts.week);
  return ({ day }: Loan) => (days.has(day) ? 1 : 0);
};

/** What all budgets have left before the schedule, in cents. */
export const available = ({ tables }: Run): number =>
  sumOf(cellsOf(tables.budgets, 'remaining_before'), (cents) => Math.max(0, Number(cents)));

/** The least that Gini over all eligible can be: so many loans for so many partners, spread as evenly as they can be. */
export function leastText({ assignments: loans, partners_eligible: eligible }: Run['metrics']): string {
  if (!loans || !eligible) return '';
  const even = Math.floor(loans / eligible);
  const more = loans % eligible;
  const counts = Array.from({ length: eligible }, (_, at) => (at < more ? even + 1 : even));
  return `${amount(gini(counts), 3)} at the least with ${count(loans)} loans`;
}

/** What a partner has had before the week. */
export interface Wait {
  /** Days from the end of the partner's last loan to the Monday; 0 where the partner still has a car. */
  readonly days: number;
  /** Loans of the Monday's calendar year that began before it. */
  readonly loans: number;
}

/** Whether ties are decided by one of these names. */
export const preferred =
  (...names: readonly string[]) =>
  ({ facts }: Ledger): boolean =>
    (facts.settings.ties?.prefer ?? []).some((name) => names.includes(name));

/** The partner of a loan, by what the partner has had before. */
export const waitOfPartner = ({ facts }: Ledger): ((loan: Loan) => Wait) => {
  const known = new Map<string, Wait>();
  const first = firstLoan(facts);
  return ({ person }) => {
    const wait = known.get(person) ?? { days: daysOf(facts, person, first), loans: loansOf(facts, person) };
    known.set(person, wait);
    return wait;
  };
};

/** The first day that the tables know of any loan; the Monday where they know none. */
function firstLoan({ tables, settings }: Facts): string {
  const starts = tables.loan_history.rows.flatMap((row) => row.start_date ?? countDate(row) ?? []);
  return starts.reduce((least, day) => (day < least ? day : least), settings.week);
}

function daysOf(facts: Facts, person: string, first: string): number {
  const { week } = facts.settings;
  const ends = [
    ...facts.historyOf(person).map(countDate),
    ...facts
      .activityOf(person)
      .filter(({ start_date: from }) => from !== null && from < week)
      .map((row) => row.end_date),
    ...plannedOf(facts, person).map((row) => row.end_date),
  ].filter((day) => day !== null);
  const last = ends.reduce((most, day) => (day > most ? day : most), first);
  return Math.max(0, epochDay(week) - epochDay(last));
}

function loansOf(facts: Facts, person: string): number {
  const { week } = facts.settings;
  const inYear = (day: string | null) => day !== null && day.slice(0, 4) === week.slice(0, 4) && day < week;
  const history = facts.historyOf(person);
  const had = new Set(history.map((row) => JSON.stringify([row.vin, row.start_date])));
  const out = facts.activityOf(person).filter((row) => !had.has(JSON.stringify([row.vin, row.start_date])));
  return (
    countOf(history, (row) => inYear(row.start_date ?? countDate(row))) +
    countOf(out, (row) => inYear(row.start_date)) +
    plannedOf(facts, person).length
  );
}

/** Loans of the weeks before in a run of many that are still out. */
const plannedOf = ({ tables }: Facts, person: string) =>
  (tables.planned?.rows ?? []).filter((row) => row.person_id === person);
