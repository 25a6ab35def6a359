import type { MetricTexts } from '../../audit/audit.ts';
import { gini, hhi, largest, mean, topShare } from '../../audit/measures.ts';
import { metricsOver } from '../../audit/metric/metric.ts';
import { textsOf } from '../../audit/metric/words.ts';
import { countOf, rounded, shareOf, sumOf } from '../../audit/numbers.ts';
import type { Run } from '../../runs/run.ts';
import { amount, count, dollars, plural } from '../../text/format.ts';
import { below, giniBand } from './audit/bands.ts';
import { newlyOver } from './audit/caps.ts';
import { openSlots } from './audit/days.ts';
import type { Loan } from './audit/facts.ts';
import type { Ledger } from './audit/ledger.ts';
import {
  available,
  byLimitedPurse,
  byPair,
  byPartner,
  costInWeek,
  inDollars,
  isPriced,
  leastText,
  preferred,
  startsInWeek,
  underCaps,
  waitOfPartner,
} from './audit/measures.ts';
import { objectiveTexts } from './audit/objective.ts';
import { overspentText, unlimitedText } from './audit/overspent.ts';
import { weeksTexts } from './audit/weeks/texts.ts';

const metric = metricsOver<Ledger, Loan, Run>();

/**
 * The metrics of a schedule of loans. Shares are fractions and money is in dollars. The headline of fairness is
 * `gini_eligible`, in which every eligible partner counts, also those without a loan: over the partners served alone, a
 * schedule that serves fewer of them can look fairer. `gini`, `hhi` and the top shares are over the partners served.
 */
export const loanMetrics = {
  assignments: metric.count({
    label: 'Loans',
    meaning: 'How many loans the schedule has.',
    better: 'more',
    unit: 'loans',
    headline: true,
    terminal: 'assignments',
    tile: { note: (_, { metrics: { avg_assignments: loans } }) => `mean ${amount(loans ?? 0, 2)} a partner served` },
  }),
  partners_assigned: metric.spread({
    by: byPartner,
    of: (counts) => counts.length,
    label: 'Partners reached',
    meaning: 'How many different partners get at least one loan.',
    better: 'more',
    unit: 'partners',
    headline: true,
    frontier: true,
    terminal: { label: 'partners', of: 'partners_eligible' },
    tile: { note: (_, run) => `of ${count(run.metrics.partners_eligible ?? 0)} eligible` },
  }),
  partners_eligible: metric.value({
    of: ({ facts }) => new Set(facts.eligible.map((row) => row.person_id)).size,
    label: 'Partners eligible',
    meaning: 'How many partners of the offices are approved for a make. Those without a loan count, too.',
    better: 'neutral',
    unit: 'partners',
  }),
  partners_with_multiple: metric.spread({
    by: byPartner,
    of: (counts) => countOf(counts, (loans) => loans > 1),
    label: 'Partners with several loans',
    meaning: 'How many partners get two loans or more.',
    better: 'less',
    unit: 'partners',
  }),
  max_concentration: metric.spread({
    by: byPartner,
    of: largest,
    label: 'Most loans to one partner',
    meaning: 'The number of loans of the partner who gets the most.',
    better: 'less',
    unit: 'loans',
    headline: true,
  }),
  avg_assignments: metric.spread({
    by: byPartner,
    of: mean,
    digits: 6,
    label: 'Loans a partner served',
    meaning: 'Loans divided by the partners who get one.',
    better: 'less',
    unit: 'loans',
  }),
  gini: metric.spread({
    by: byPartner,
    of: gini,
    digits: 6,
    label: 'Gini, partners served',
    meaning:
      'How unequal the loans are among the partners who get one: 0 means that all get the same number, and near 1 means that one gets nearly all. It can fall when fewer partners are served, so read it beside gini_eligible.',
    better: 'less',
    band: giniBand,
  }),
  gini_eligible: metric.spread({
    by: byPartner,
    of: (counts, { shares }) => gini([...counts, ...new Array<number>(shares.length - counts.length).fill(0)]),
    digits: 6,
    label: 'Gini, all eligible',
    meaning:
      'How unequal the loans are among all eligible partners; those without a loan count with 0. This is the headline measure of fairness: it improves when one more partner is served.',
    better: 'less',
    headline: true,
    terminal: 'gini, all',
    tile: {
      note: (_, { metrics: { gini: served, partners_assigned: partners, ...all } }) =>
        (partners ?? 0) === 0
          ? ''
          : `${leastText(all)}; ${amount(served ?? 0, 3)} over the ${count(partners ?? 0)} served`,
    },
  }),
  hhi: metric.spread({
    by: byPartner,
    of: hhi,
    digits: 6,
    label: 'Concentration (HHI)',
    meaning:
      'The Herfindahl-Hirschman index: the sum of the squared shares of the partners who get a loan. It is 1 when one partner has all loans, and 1 divided by their number when all have the same.',
    better: 'less',
    band: below(0.1, '0.10'),
  }),
  top_1_share: metric.spread({
    by: byPartner,
    of: (counts) => topShare(counts, 1),
    digits: 6,
    label: 'Share of the first partner',
    meaning: 'The part of all loans that goes to the partner who gets the most.',
    better: 'less',
    unit: 'share',
    band: below(0.15, '15%'),
  }),
  top_5_share: metric.spread({
    by: byPartner,
    of: (counts) => topShare(counts, 5),
    digits: 6,
    label: 'Share of the first five',
    meaning: 'The part of all loans that goes to the five partners who get the most.',
    better: 'less',
    unit: 'share',
    headline: true,
    band: below(0.4, '40%'),
    tile: { label: 'Top five partners', note: 'of all loans' },
  }),
  cap_overages: metric.groups({
    by: byPair,
    adds: (cap, loans) => (newlyOver(cap, loans) > 0 ? 1 : 0),
    as: underCaps,
    label: 'Pairs newly over their cap',
    meaning:
      'How many pairs of a partner and a make go over their yearly cap because of this schedule. A pair that was over before counts when it goes further over.',
    better: 'less',
    unit: 'pairs',
    headline: true,
    terminal: 'over cap',
    tile: {
      label: 'New cap overages',
      note: (pairs, { metrics: { cap_overage_loans: loans } }) =>
        pairs === 0
          ? 'no pair goes over its cap'
          : `${pairs === 1 ? 'pair' : 'pairs'} of partner and make, ${plural(loans ?? 0, 'loan')} over`,
      tone: (pairs) => (pairs === 0 ? 'good' : 'fair'),
    },
  }),
  cap_overage_loans: metric.groups({
    by: byPair,
    adds: newlyOver,
    as: underCaps,
    label: 'Loans over a cap',
    meaning: 'How many loans of the schedule lie over a yearly cap. Loans that were over before do not count.',
    better: 'less',
    unit: 'loans',
  }),
  budget_planned: metric.sum({
    of: costInWeek,
    as: inDollars,
    label: 'Money planned',
    meaning:
      'What the loans of the schedule cost, by the costs in the scenario. It has no value where the rule budgets is off.',
    better: 'neutral',
    unit: 'dollars',
    terminal: 'planned',
    tile: {
      label: 'Budget planned',
      note: (_, run) =>
        [`of ${dollars(available(run))} available`, unlimitedText(run), overspentText(run)]
          .filter((text) => text !== '')
          .join('; '),
      tone: (_, { metrics: { budget_over: excess } }) => ((excess ?? 0) > 0 ? 'fair' : 'good'),
    },
  }),
  budget_over: metric.groups({
    by: byLimitedPurse,
    use: costInWeek,
    adds: ({ remaining }, cents) => Math.max(0, cents - (remaining ?? 0)),
    as: (cents, ledger) => (isPriced(ledger) ? cents / 100 : null),
    label: 'Over budget',
    meaning:
      'By how much the planned money is more than what a budget has left, added up over all budgets. It has no value where the rule budgets is off.',
    better: 'less',
    unit: 'dollars',
    headline: true,
    terminal: 'over budget',
  }),
  company_budget_over: metric.value({
    of: ({ facts, buckets }) =>
      isPriced({ facts }) ? sumOf(buckets, ({ office, over }) => (office === null ? over : 0)) / 100 : null,
    only: ({ facts }) => facts.tables.company_budgets.rows.length > 0,
    label: 'Over the budget of the company',
    meaning: 'Dollars planned beyond what company_budgets have left, added up; there where that table has rows.',
    better: 'less',
    unit: 'dollars',
  }),
  capacity_slots: metric.value({
    of: ({ days }) => openSlots(days),
    label: 'Slots',
    meaning:
      'How many loans the offices can start in the week: the slots of the calendar, less what is taken by loans that exist already.',
    better: 'neutral',
    unit: 'slots',
  }),
  capacity_used: metric.sum({
    of: startsInWeek,
    as: (starts, { facts }) => (facts.settings.rules.capacity === false ? null : starts),
    label: 'Slots used',
    meaning: 'How many loans of the schedule start on a day of the week, each in one slot.',
    better: 'more',
    unit: 'slots',
  }),
  utilization: metric.sum({
    of: startsInWeek,
    as: (starts, { days }) => shareOf(starts, openSlots(days), 4),
    label: 'Slots in use',
    meaning: 'Slots used divided by slots.',
    better: 'more',
    unit: 'share',
    terminal: 'capacity',
    tile: {
      label: 'Capacity used',
      note: (_, { metrics: { capacity_used: used, capacity_slots: slots } }) =>
        `${count(used ?? 0)} of ${count(slots ?? 0)} slots`,
    },
  }),
  geo_match_share: metric.value({
    of: ({ facts, worths }) =>
      facts.loans.length === 0 || facts.settings.rules.locality === false
        ? null
        : shareOf(
            countOf(worths, ({ geo }) => geo > 0),
            facts.loans.length,
            6,
          ),
    label: 'Loans near the office',
    meaning:
      'The part of the loans in which the partner is near the office of the car, as the rule locality measures it. It has no value where that rule is off.',
    better: 'more',
    unit: 'share',
  }),
  days_waited: metric.groups({
    by: waitOfPartner,
    adds: ({ days }, loans) => (loans > 0 ? days : 0),
    only: preferred('longest_waiting', 'days_waited'),
    label: 'Days waited',
    meaning:
      'How many days the partners served have waited until the Monday, since the last loan that they had; added up, each partner once. A partner without any loan has waited since the first loan in the tables. It is there where ties are decided by it.',
    better: 'more',
    unit: 'days',
  }),
  loans_before: metric.groups({
    by: waitOfPartner,
    adds: ({ loans: before }, loans) => before * loans + (loans * (loans - 1)) / 2,
    only: preferred('fewest_loans_this_year', 'loans_before'),
    label: 'Earlier loans this year',
    meaning:
      'For each loan, how many loans its partner has had before it in the calendar year of the Monday; added up. It is there where ties are decided by it.',
    better: 'less',
    unit: 'loans',
  }),
  avg_pub_rate: metric.value({
    of: ({ worths }) => (worths.length === 0 ? null : rounded(mean(worths.map(({ pubRate }) => pubRate)), 3)),
    label: 'Publication rate',
    meaning:
      'The mean, over the loans, of how often the partner published something after a loan of the make in the 24 months before the week.',
    better: 'more',
    unit: 'share',
  }),
};

/** By which names scenarios may prefer a metric where ties are decided. */
export const preferences = { longest_waiting: 'days_waited', fewest_loans_this_year: 'loans_before' } as const;

/** How to read every metric of loans, and which way policy wants each to go. */
export const metrics: MetricTexts = { ...objectiveTexts, ...textsOf(loanMetrics), ...weeksTexts };
