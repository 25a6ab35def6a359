import { z } from 'zod';
import type { Known, ScoreTerm } from '../../policy/kind.ts';
import { approvalsOf } from './ledgers/approvals.ts';
import { closeness } from './ledgers/distance.ts';
import { rankOf } from './ledgers/ranks.ts';
import { wishesOf } from './ledgers/wishes.ts';
import { type LoansSettings, weights } from './scenario.ts';
import type { LoanAxis, World } from './world.ts';

const RANK_WEIGHT: Readonly<Record<string, number>> = { 'A+': 1000, A: 700, B: 400, C: 100 };
const OTHER_RANK_WEIGHT = 50;

/** What a rank weighs, as approved_makes has it. A whole number. */
export const rankWeightOf = (rank: string | null): number => RANK_WEIGHT[rankOf(rank)] ?? OTHER_RANK_WEIGHT;

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
  /** How much the partner would like the vehicle, in whole thousandths. */
  readonly wish: number;
}

type Weights = LoansSettings['weights'];
type KnownLoans = Known<LoansSettings, World, LoanAxis>;

/** Weights have three decimals and closeness too: everything is counted in thousandths. */
const thousandths = (value: number): bigint => BigInt(Math.round(value * 1000));

/**
 * The score of a candidate in whole points:
 * trunc(w_rank * rank weight + w_geo * closeness + w_pub * publication rate + w_hist * published + w_preferred_day * preferred
 * + w_preference * wish).
 *
 * Counted as one fraction of whole numbers and truncated once, so that no binary fraction can tip a point.
 *
 * @example
 * const features = { rankWeight: 1000, geo: 1000, published: 1, loans: 3, history: true, preferred: false, wish: 0 };
 * pointsOf(features, { rank: 1, geo: 100, pub: 150, hist: 50, preferred_day: 0, preference: 0 }) // 1200
 */
export function pointsOf(features: Features, weights: Weights): number {
  const { rankWeight, geo, published, loans, history, preferred, wish } = features;
  const whole =
    thousandths(weights.rank) * BigInt(rankWeight) +
    (history ? thousandths(weights.hist) : 0n) +
    (preferred ? thousandths(weights.preferred_day) : 0n);
  const even = whole * 1000n + thousandths(weights.geo) * BigInt(geo) + thousandths(weights.preference) * BigInt(wish);
  const millionths = even * BigInt(loans) + thousandths(weights.pub) * BigInt(published) * 1000n;
  return Number(millionths / (1_000_000n * BigInt(loans)));
}

/** Features of each approval with each office, but for the day. */
function featuresOf({ settings, world }: Pick<KnownLoans, 'settings' | 'world'>) {
  const near = closeness(settings.rules.locality, world);
  return world.approvals.flatMap(({ partner, rank }, approval) => {
    const { loans, published } = world.publications[approval]!;
    const rankWeight = rankWeightOf(rank);
    return world.offices.map((_, office): Omit<Features, 'preferred' | 'wish'> => {
      return { rankWeight, geo: near(partner, office), published, loans, history: published > 0 };
    });
  });
}

/** Which of those features a candidate has. */
function featureOf({ world, all }: KnownLoans): (candidate: number) => number {
  const approvals = approvalsOf(world, all);
  return (j) => approvals[j]! * world.offices.length + world.officeOf[all.vin[j]!]!;
}

/** Whether a candidate starts on the weekday that its partner prefers. */
function preference({ world, all }: KnownLoans): (candidate: number) => boolean {
  const preferred = world.partners.map((row) => world.days.map((day) => row.preferred_day_of_week === day.weekday));
  return (j) => preferred[all.person_id[j]!]![all.start_day[j]!]!;
}

/** How much its partner would like the car of a candidate, in whole thousandths. */
function wishing({ settings, world, all }: KnownLoans): (candidate: number) => number {
  if (settings.weights.preference === 0) return () => 0;
  const wishes = wishesOf(world);
  return (j) => wishes(all.person_id[j]!, all.vin[j]!);
}

/**
 * The score of each candidate in points. It depends on the approval, for the preferred weekday on the day, and for
 * preferences on the car: as many scores as there are of these are counted.
 */
export function scoresOf(known: KnownLoans): Float64Array {
  const { weights } = known.settings;
  const isPreferred = preference(known);
  const wishOf = wishing(known);
  const features = featuresOf(known);
  const feature = featureOf(known);
  const points = new Map<number, number>();
  const scores = new Float64Array(known.all.count);
  for (let j = 0; j < scores.length; j++) {
    const [at, preferred, wish] = [feature(j), isPreferred(j), wishOf(j)];
    const key = (wish * features.length + at) * 2 + (preferred ? 1 : 0);
    const score = points.get(key) ?? pointsOf({ ...features[at]!, preferred, wish }, weights);
    points.set(key, score);
    scores[j] = score;
  }
  return scores;
}

type LoansTerm = ScoreTerm<LoansSettings, World, LoanAxis>;

/** A term that is a weight times what it measures; the score is the sum of all, cut to a whole number. */
function term(
  text: Pick<LoansTerm, 'title' | 'meaning' | 'formula'> & { readonly name: keyof Weights },
  measure: (features: Features) => number,
): LoansTerm {
  const { name } = text;
  return {
    ...text,
    section: 'weights',
    parameters: z.strictObject({ [name]: weights[name] }),
    of: (known) => {
      const features = featuresOf(known);
      const feature = featureOf(known);
      const isPreferred = preference(known);
      const wishOf = wishing(known);
      const weight = known.settings.weights[name];
      return (j) => weight * measure({ ...features[feature(j)]!, preferred: isPreferred(j), wish: wishOf(j) });
    },
  };
}

/** The score terms, as the documentation and explanations tell them. */
export const terms: readonly LoansTerm[] = [
  term(
    {
      name: 'rank',
      title: 'Rank',
      meaning: 'How highly the partner is ranked for the make.',
      formula: 'w_rank * (A+ 1000, A 700, B 400, C 100, others 50)',
    },
    ({ rankWeight }) => rankWeight,
  ),
  term(
    {
      name: 'geo',
      title: 'Geography',
      meaning: 'Whether the partner is of the office, or how near it is.',
      formula: 'w_geo * closeness, see the rule locality',
    },
    ({ geo }) => geo / 1000,
  ),
  term(
    {
      name: 'pub',
      title: 'Publication rate',
      meaning:
        'How often the partner’s loans of the make led to a publication in the last 24 months; loans without a record count as none.',
      formula: 'w_pub * published / loans',
    },
    ({ published, loans }) => published / loans,
  ),
  term(
    {
      name: 'hist',
      title: 'Published before',
      meaning: 'Whether the partner published about the make at all in the last 24 months.',
      formula: 'w_hist * (published > 0)',
    },
    ({ history }) => (history ? 1 : 0),
  ),
  term(
    {
      name: 'preferred_day',
      title: 'Preferred weekday',
      meaning: 'Whether the loan starts on the weekday that the partner prefers.',
      formula: 'w_preferred_day * (weekday = preferred)',
    },
    ({ preferred }) => (preferred ? 1 : 0),
  ),
  term(
    {
      name: 'preference',
      title: 'Preferences of partners',
      meaning:
        'How much the partner would like the vehicle: the weights of its rows in partner_preferences that speak of the make, model, body and fuel of the vehicle, added up.',
      formula: 'w_preference * sum of the weights of the rows that the vehicle meets',
    },
    ({ wish }) => wish / 1000,
  ),
];
