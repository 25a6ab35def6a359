import { gini } from '../../../audit/measures.ts';
import { sumOf } from '../../../audit/numbers.ts';
import { byKey } from '../../../audit/rows.ts';
import { cellsOf } from '../../../audit/table.ts';
import type { Run } from '../../../runs/run.ts';
import { amount, count } from '../../../text/format.ts';
import { costOf, pursesOf } from './budgets.ts';
import type { Loan } from './facts.ts';
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
export const isPriced = ({ facts }: Ledger): boolean => {
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
