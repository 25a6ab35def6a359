import { countOf, rounded, shareOf, sumOf } from '../../../audit/numbers.ts';
import { MICRO } from '../../../audit/points.ts';
import { type Field, tableOf } from '../../../audit/table.ts';
import { dayName } from '../../../tables/dates.ts';
import type { ResultTable } from '../../../tables/result.ts';
import { ALL_OFFICES, costOf } from './budgets.ts';
import { availableOn } from './days.ts';
import type { Facts } from './facts.ts';
import { hourOf } from './faults/hours.ts';
import { fleetOf } from './fleet.ts';
import type { Ledger } from './ledger.ts';
import { plainRank } from './ranks.ts';
import { type TermName, termsOf } from './worth.ts';

const TERM_LABELS: Readonly<Record<TermName, string>> = {
  rank: 'Rank',
  geo: 'Geography',
  pub: 'Publication rate',
  hist: 'Published before',
  preferred_day: 'Preferred weekday',
  preference: 'Preferences of partners',
};

/** The schedule with what each assignment is worth and costs, by (start day, VIN, partner). */
export function assignmentsTable({ facts, worths }: Ledger): ResultTable {
  const hours = hourOf(facts);
  const rows = facts.loans.map((loan, index) => ({
    ...{ ...loan, worth: worths[index]!, cost: costOf(facts, loan), hour: hours?.(loan) ?? null },
  }));
  return tableOf(rows, [
    ['vin', 'text', 'Vehicle', (row) => row.vin],
    ['person_id', 'text', 'Partner id', (row) => row.person],
    ['partner', 'text', 'Partner', (row) => row.partner?.name ?? null],
    ['start_day', 'date', 'Start', (row) => row.day],
    ...(hours === undefined
      ? []
      : [['hour', 'text', 'Hour', (row) => row.hour] satisfies Field<(typeof rows)[number]>]),
    ['office', 'text', 'Office', (row) => row.vehicle?.office ?? null],
    ['make', 'text', 'Make', (row) => row.vehicle?.make ?? null],
    ['model', 'text', 'Model', (row) => row.vehicle?.model ?? null],
    ['rank', 'text', 'Rank', (row) => row.approval?.rank ?? null],
    ['score', 'integer', 'Score', (row) => row.worth.score],
    ...termsOf(facts).map(
      (term): Field<(typeof rows)[number]> => [
        `score_${term}`,
        'number',
        `Score: ${TERM_LABELS[term].toLowerCase()}`,
        (row) => row.worth.terms[term] / MICRO,
      ],
    ),
    ['estimated_cost', 'money', 'Estimated cost', (row) => row.cost],
    ['fleet', 'text', 'Fleet', (row) => fleetOf(row.vehicle?.make ?? null)],
  ]);
}

/** Seven days of each office: slots, starts and what is left. */
export function capacityTable({ facts, days }: Ledger): ResultTable {
  return tableOf(days, [
    ...(facts.offices.length > 1
      ? [['office', 'text', 'Office', (day) => day.office] satisfies Field<(typeof days)[number]>]
      : []),
    ['date', 'date', 'Date', (day) => day.date],
    ['day', 'text', 'Day', (day) => dayName(day.date)],
    ['class', 'text', 'Kind of day', (day) => day.class],
    ['capacity', 'integer', 'Slots', (day) => day.slots],
    ['existing', 'integer', 'Booked already', (day) => day.existing],
    ['used', 'integer', 'Starts', (day) => day.starts],
    ['remaining', 'integer', 'Slots left', (day) => leftOf(availableOn(day), day.starts)],
    ['utilization', 'percent', 'Used', (day) => shareOf(day.starts, availableOn(day), 4)],
    ['notes', 'text', 'Notes', (day) => day.note],
  ]);
}

function leftOf(available: number | null, used: number): number | null {
  return available === null ? null : available - used;
}

/** Pairs of partner and make that got a loan, or have no more room under their cap. */
export function capsTable({ facts, caps }: Ledger): ResultTable {
  const shown = caps.filter((cap) => cap.assigned > 0 || (cap.cap !== null && cap.used >= cap.cap));
  return tableOf(shown, [
    ['person_id', 'text', 'Partner id', (cap) => cap.person],
    ['partner', 'text', 'Partner', (cap) => facts.partner(cap.person)?.name ?? null],
    ['make', 'text', 'Make', (cap) => cap.make],
    ['rank', 'text', 'Rank', (cap) => cap.rank],
    ['used_before', 'integer', 'Loans before', (cap) => cap.used],
    ['cap', 'integer', 'Cap', (cap) => cap.cap],
    ['assigned', 'integer', 'This week', (cap) => cap.assigned],
    ['used_after', 'integer', 'Loans after', (cap) => cap.after],
    ['remaining_after', 'integer', 'Left after', (cap) => (cap.cap === null ? null : Math.max(0, cap.cap - cap.after))],
    ['overage_before', 'integer', 'Over before', (cap) => cap.before],
    ['overage_after', 'integer', 'Over after', (cap) => cap.before + cap.delta],
    ['delta_overage', 'integer', 'Newly over', (cap) => cap.delta],
    ['penalty', 'number', 'Penalty (points)', (cap) => cap.penalty / MICRO],
  ]);
}

/** Every eligible partner, with or without a loan. */
export function partnersTable({ facts, shares }: Ledger): ResultTable {
  const loans = facts.loans.length;
  return tableOf(shares, [
    ['person_id', 'text', 'Partner id', (share) => share.person],
    ['partner', 'text', 'Partner', (share) => facts.partner(share.person)?.name ?? null],
    ['assigned', 'integer', 'Loans', (share) => share.assigned],
    ['excess', 'integer', 'Beyond target', (share) => share.excess],
    ['penalty', 'number', 'Penalty (points)', (share) => share.penalty / MICRO],
    ['share', 'percent', 'Share of loans', (share) => shareOf(share.assigned, loans, 6)],
    ['a_plus', 'integer', 'Makes ranked A+', (share) => aPlus(facts, share.person)],
    ['makes', 'integer', 'Makes approved', (share) => facts.approvalsOf(share.person).length],
  ]);
}

function aPlus(facts: Facts, person: string): number {
  return countOf(facts.approvalsOf(person), (row) => plainRank(row.rank) === 'A+');
}

/** Money of each fleet in the week's quarters. */
export function budgetsTable({ buckets }: Ledger): ResultTable {
  return tableOf(buckets, [
    ['office', 'text', 'Office', (bucket) => bucket.office ?? ALL_OFFICES],
    ['fleet', 'text', 'Fleet', (bucket) => bucket.fleet ?? 'all fleets'],
    ['year', 'integer', 'Year', (bucket) => bucket.year],
    ['quarter', 'text', 'Quarter', (bucket) => bucket.quarter],
    ['budget_amount', 'money', 'Budget', (bucket) => bucket.amount],
    ['amount_used', 'money', 'Spent before', (bucket) => bucket.spent],
    ['remaining_before', 'money', 'Left before', (bucket) => bucket.remaining],
    ['planned', 'money', 'Planned', (bucket) => bucket.planned],
    ['remaining_after', 'money', 'Left after', (bucket) => leftOf(bucket.remaining, bucket.planned)],
    ['over_budget', 'money', 'Over budget', (bucket) => bucket.over],
    ['penalty', 'number', 'Penalty (points)', (bucket) => bucket.penalty / MICRO],
    ['status', 'text', 'Status', (bucket) => bucket.status],
  ]);
}

/** The raw score by term; `rounding` is what the cut to whole points took away. */
export function scoresTable({ facts, worths }: Ledger): ResultTable {
  const terms = termsOf(facts).map((term) => ({
    term: term as string,
    micro: sumOf(worths, (worth) => worth.terms[term]),
  }));
  const raw = sumOf(worths, (worth) => worth.score) * MICRO;
  const rounding = raw - sumOf(terms, ({ micro }) => micro);
  return tableOf(
    [...terms, { term: 'rounding', micro: rounding }],
    [
      ['term', 'text', 'Term', (row) => row.term],
      ['points', 'number', 'Points', (row) => row.micro / MICRO],
      ['share', 'percent', 'Share of raw score', (row) => (raw === 0 ? null : rounded(row.micro / raw, 6))],
    ],
  );
}
