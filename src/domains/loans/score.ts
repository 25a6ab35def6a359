import { z } from 'zod';
import type { RuleText } from '../../domain.ts';
import { addMonths } from '../../tables/dates.ts';
import type { Candidates } from './candidates.ts';
import { closeness } from './distance.ts';
import type { Known } from './known.ts';
import { type LoansSettings, weights } from './scenario.ts';

const RANK_WEIGHT: Readonly<Record<string, number>> = { 'A+': 1000, A: 700, B: 400, C: 100 };

/** What the score of a candidate depends on. */
export interface Features {
  /** By rank: A+ 1000, A 700, B 400, C 100, any other 50. A whole number. */
  readonly rankWeight: number;
  /** Closeness in whole thousandths: 1000 at the office. */
  readonly geo: number;
  /** The publication rate as a fraction of whole numbers; `loans` is at least 1. */
  readonly published: number;
  readonly loans: number;
  /** Whether there was any publication. */
  readonly history: boolean;
  /** Whether the start day is the weekday that the partner prefers. */
  readonly preferred: boolean;
}

/** Weights have three decimals and closeness too: everything is counted in thousandths. */
const thousandths = (value: number): bigint => BigInt(Math.round(value * 1000));

/**
 * The score of a candidate in whole points:
 * trunc(w_rank * rank weight + w_geo * closeness + w_pub * publication rate + w_hist * published + w_preferred_day * preferred).
 *
 * Counted as one fraction of whole numbers and truncated once, so that no binary fraction can tip a point.
 *
 * @example
 * const features = { rankWeight: 1000, geo: 1000, published: 1, loans: 3, history: true, preferred: false };
 * pointsOf(features, { rank: 1, geo: 100, pub: 150, hist: 50, preferred_day: 0 }) // 1200
 */
export function pointsOf(features: Features, weights: LoansSettings['weights']): number {
  const { rankWeight, geo, published, loans, history, preferred } = features;
  const whole =
    thousandths(weights.rank) * BigInt(rankWeight) +
    (history ? thousandths(weights.hist) : 0n) +
    (preferred ? thousandths(weights.preferred_day) : 0n);
  const even = whole * 1000n + thousandths(weights.geo) * BigInt(geo);
  const millionths = even * BigInt(loans) + thousandths(weights.pub) * BigInt(published) * 1000n;
  return Number(millionths / (1_000_000n * BigInt(loans)));
}

/** The score of each candidate in points. It depends on the approval and, for the preferred weekday, on the day. */
export function scoresOf(known: Known, candidates: Candidates): Float64Array {
  const { world } = known;
  const { weights } = known.settings;
  const features = featuresOf(known);
  const preferred = world.partners.map((row) => world.days.map((day) => row.preferred_day_of_week === day.weekday));
  const points = world.approvals.map((_, approval) => ({
    plain: pointsOf({ ...features(approval), preferred: false }, weights),
    liked: pointsOf({ ...features(approval), preferred: true }, weights),
  }));
  const scores = new Float64Array(candidates.count);
  for (let j = 0; j < candidates.count; j++) {
    const { plain, liked } = points[candidates.approval[j]!]!;
    scores[j] = preferred[candidates.partner[j]!]![candidates.day[j]!] ? liked : plain;
  }
  return scores;
}

/** Features of each approval, but for the day. */
function featuresOf(known: Known): (approval: number) => Omit<Features, 'preferred'> {
  const { world } = known;
  const publications = publicationsOf(known);
  const near = closeness(known);
  return (approval) => {
    const { partner, make, rank } = world.approvals[approval]!;
    const { loans, published } = publications(world.partners[partner]!.person_id, make);
    const rankWeight = RANK_WEIGHT[(rank ?? '').trim().toUpperCase()] ?? 50;
    return { rankWeight, geo: near[partner]!, published, loans, history: published > 0 };
  };
}

/** What the score of one candidate is made of, in points; its score is their sum, cut to a whole number. */
export function scoreTermsOf(known: Known, candidates: Candidates, candidate: number) {
  const { rankWeight, geo, published, loans, history } = featuresOf(known)(candidates.approval[candidate]!);
  const { rank, geo: near, pub, hist, preferred_day } = known.settings.weights;
  const { preferred_day_of_week: liked } = known.world.partners[candidates.partner[candidate]!]!;
  const preferred = liked === known.world.days[candidates.day[candidate]!]!.weekday;
  const parts = {
    rank: rank * rankWeight,
    geo: (near * geo) / 1000,
    pub: (pub * published) / loans,
    hist: history ? hist : 0,
    preferred_day: preferred ? preferred_day : 0,
  };
  return Object.entries(parts).flatMap(([name, points]) =>
    points === 0 ? [] : [{ name, points: Math.round(points * 1e6) / 1e6 }],
  );
}

interface Publications {
  /** Loans of the partner and make in the 24 months; 1 where there are none, so that it can divide. */
  readonly loans: number;
  readonly published: number;
}

/** Loans and publications by (partner, make) whose end, else start, lies in [week - 24 months, week]. */
function publicationsOf({ settings, tables }: Known): (person: string, make: string) => Publications {
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
