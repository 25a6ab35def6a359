import { chapter, numberOf, numbersOf, type Subject, type TableRecord, textOf } from '../../../report/chapter.ts';
import { count, plural } from '../../../text/format.ts';
import { offText, ruleOf } from './settings.ts';

const MOST_BARS = 12;

/** Pairs of partner and make that stand at or over the yearly cap of their rank. */
export const caps = chapter({
  id: 'caps',
  title: 'Yearly caps',
  table: 'caps',
  off: offText('tier_caps', 'The caps are off in this scenario.'),
  lead: leadOf,
  about: ['person_id', 'make'],
  blocks: [
    {
      chart: 'caps',
      caption: ({ run, rows }) => {
        const dearest = exceeded(rows).length > MOST_BARS ? ': the twelve dearest pairs' : '';
        return `Loans of ${ruleOf(run, 'tier_caps')?.window_months} months before (grey) and of this week (blue, orange above the cap)${dearest}`;
      },
      rows: (rows) => exceeded(rows).slice(0, MOST_BARS),
      datum: bar,
      facts: ['rank', 'used_before loans', 'assigned loans', 'used_after loans', 'cap loans', 'penalty points'],
    },
    {
      caption: 'Caps of the pairs with a loan this week',
      rows: (rows) => rows.filter(hasLoan).toSorted(byPenalty),
      columns: [
        'partner',
        'make',
        'rank',
        'used_before',
        'assigned',
        'used_after',
        // An empty cap is a fact (A+ partners have none), not a gap in the data.
        { name: 'cap', value: (row) => row.cap ?? 'no cap' },
        'delta_overage',
        'penalty',
      ],
      limit: 12,
    },
    {
      // Pairs that get nothing this week are not what this schedule did: a count of them is enough.
      text: ({ rows }) => {
        const others = rows.filter((row) => !hasLoan(row)).length;
        if (others === 0) return '';
        return `${plural(others, 'further pair')} already at or over the cap ${others === 1 ? 'gets' : 'get'} no loan this week; caps.csv lists them.`;
      },
    },
  ],
});

const hasLoan = (row: TableRecord): boolean => numberOf(row, 'assigned') > 0;

const exceeded = (rows: readonly TableRecord[]): readonly TableRecord[] =>
  rows.filter((row) => hasLoan(row) && numberOf(row, 'overage_after') > 0);

/** The dearest first, then those with the fewest loans left under the cap, then those without a cap. */
const byPenalty = (a: TableRecord, b: TableRecord): number =>
  numberOf(b, 'penalty') - numberOf(a, 'penalty') || left(a) - left(b);

const left = (row: TableRecord): number =>
  typeof row.cap === 'number' ? numberOf(row, 'remaining_after') : Number.MAX_SAFE_INTEGER;

function bar(row: TableRecord) {
  const { used_before: before, used_after: after, cap: limit } = numbersOf(row, 'used_before', 'used_after', 'cap');
  return {
    label: `${textOf(row, 'partner')}, ${textOf(row, 'make')}`,
    before,
    after,
    limit,
    said: `${count(after)} of ${count(limit)}`,
    end: Math.max(after, limit),
  };
}

function leadOf({ run }: Subject): string {
  const { mode, penalty = 0 } = ruleOf(run, 'tier_caps') ?? {};
  if (mode === 'hard') return 'The caps are hard: no loan may take a partner over the cap of a make.';
  const { cap_overages: pairs, cap_overage_loans: loans } = run.metrics;
  if (!pairs) return `No partner goes over the cap of a make. Each loan over would have cost ${count(penalty)} points.`;
  return `${plural(pairs, 'pair')} of partner and make ${pairs === 1 ? 'goes' : 'go'} over the cap, by ${plural(loans ?? 0, 'loan')}. At ${count(penalty)} points each that costs ${count(run.objective.cap_penalty ?? 0)}.`;
}
