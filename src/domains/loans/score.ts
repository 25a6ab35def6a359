import { z } from 'zod';
import type { RuleText } from '../../pipeline/domain.ts';
import { addMonths } from '../../tables/dates.ts';
import type { Candidates } from './candidates.ts';
import { closeness } from './distance.ts';
import type { Known } from './known.ts';
import { weights } from './scenario.ts';

const RANK_WEIGHT: Readonly<Record<string, number>> = { 'A+': 1000, A: 700, B: 400, C: 100 };

/** Weights have three decimals and closeness too: everything is counted in thousandths. */
const THOUSAND = 1000;
const thousandths = (value: number): number => Math.round(value * THOUSAND);

/**
 * The score of each candidate in points:
 * trunc(w_rank * rank weight + w_geo * closeness + w_pub * publication rate + w_hist * published + w_preferred_day * preferred).
 *
 * Counted as one fraction of whole numbers and truncated once, so that no binary fraction can tip a point.
 */
export function scoresOf(known: Known, candidates: Candidates): Float64Array {
  const { world } = known;
  const { weights } = known.settings;
  const published = publications(known);
  const near = closeness(known);
  const preferred = world.partners.map((row) => world.days.map((day) => row.preferred_day_of_week === day.weekday));
  const ofApproval = world.approvals.map(({ partner, make, rank }) => {
    const record = published(world.partners[partner]!.person_id, make);
    const tier = RANK_WEIGHT[(rank ?? '').trim().toUpperCase()] ?? 50;
    return {
      loans: record.loans,
      whole: thousandths(weights.rank) * tier + (record.published > 0 ? thousandths(weights.hist) : 0),
      rate: thousandths(weights.pub) * record.published,
    };
  });
  return Float64Array.from(candidates.approval, (approval, j) => {
    const { loans, whole, rate } = ofApproval[approval]!;
    const partner = candidates.partner[j]!;
    const liked = preferred[partner]![candidates.day[j]!] ? thousandths(weights.preferred_day) : 0;
    const points =
      (whole + liked) * THOUSAND * loans + thousandths(weights.geo) * near[partner]! * loans + rate * THOUSAND;
    return Math.trunc(points / (THOUSAND * THOUSAND * loans));
  });
}

interface Publications {
  /** Loans of the partner and make in the 24 months; 1 where there are none, so that it can divide. */
  readonly loans: number;
  readonly published: number;
}

/** Loans and publications by (partner, make) whose end, else start, lies in [week - 24 months, week]. */
function publications({ settings, tables }: Known): (person: string, make: string) => Publications {
  const from = addMonths(settings.week, -24);
  const records = new Map<string, { loans: number; published: number }>();
  for (const row of tables.loan_history.rows) {
    const date = row.end_date ?? row.start_date;
    if (date === null || date < from || date > settings.week) continue;
    const key = JSON.stringify([row.person_id, row.make]);
    const record = records.get(key) ?? { loans: 0, published: 0 };
    record.loans++;
    if (row.clips_received === true) record.published++;
    records.set(key, record);
  }
  return (person, make) => records.get(JSON.stringify([person, make])) ?? { loans: 1, published: 0 };
}

const term = (name: keyof typeof weights, title: string, meaning: string, formula: string): RuleText => ({
  name,
  title,
  meaning,
  formula,
  section: 'weights',
  parameters: z.strictObject({ [name]: weights[name] }),
});

/** The score terms, as the documentation explains them. */
export const terms: readonly RuleText[] = [
  term(
    'rank',
    'Rank',
    'How highly the partner is ranked for the make.',
    'w_rank * (A+ 1000, A 700, B 400, C 100, others 50)',
  ),
  term(
    'geo',
    'Geography',
    'Whether the partner is of the office, or how near it is.',
    'w_geo * closeness, see the rule locality',
  ),
  term(
    'pub',
    'Publication rate',
    'How often the partner’s loans of the make led to a publication in the last 24 months; loans without a record count as none.',
    'w_pub * published / loans',
  ),
  term(
    'hist',
    'Published before',
    'Whether the partner published about the make at all in the last 24 months.',
    'w_hist * (published > 0)',
  ),
  term(
    'preferred_day',
    'Preferred weekday',
    'Whether the loan starts on the weekday that the partner prefers.',
    'w_preferred_day * (weekday = preferred)',
  ),
];
