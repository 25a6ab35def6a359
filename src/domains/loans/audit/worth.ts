import { countOf, sumOf } from '../../../audit/numbers.ts';
import { MICRO } from '../../../audit/points.ts';
import { addMonths, weekday } from '../../../tables/dates.ts';
import { countDate, type Facts, type Loan } from './facts.ts';
import { plainRank } from './ranks.ts';

const TERMS = ['rank', 'geo', 'pub', 'hist', 'preferred_day'] as const;
export type TermName = (typeof TERMS)[number] | 'preference';

/** The terms of the score, in their order. That of preferences is one where it has a weight. */
export const termsOf = ({ settings }: Facts): readonly TermName[] =>
  settings.weights.preference === 0 ? TERMS : [...TERMS, 'preference'];

/** What an assignment is worth. */
export interface Worth {
  /** Whole points. */
  readonly score: number;
  /** Each term in millionths of a point (the publication term rounded to them; the score is not). */
  readonly terms: Readonly<Record<TermName, number>>;
  /** Closeness from 0 to 1, and published loans over all loans of 24 months. */
  readonly geo: number;
  readonly pubRate: number;
}

const RANK_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['A+', 1000],
  ['A', 700],
  ['B', 400],
  ['C', 100],
]);
const OTHER_RANK = 50;
const EARTH_RADIUS_MILES = 3959;

/**
 * The score of a loan: rank·weight + geo + publication rate + published before + preferred weekday
 * + preferences, each times its weight. The sum is taken in exact fractions and cut to a whole number once, at the end.
 */
export function worthOf(facts: Facts, loan: Loan): Worth {
  const { weights } = facts.settings;
  const { published, all, known } = publications(facts, loan);
  const geo = geoOf(facts, loan);
  const preferred = facts.week.includes(loan.day) && loan.partner?.preferred_day_of_week === weekday(loan.day);
  const even = {
    rank: thousandths(weights.rank) * rankWeight(loan.approval?.rank ?? null) * 1000,
    geo: thousandths(weights.geo) * geo,
    hist: thousandths(weights.hist) * (published > 0 ? 1000 : 0),
    preferred_day: thousandths(weights.preferred_day) * (preferred ? 1000 : 0),
    preference: weights.preference === 0 ? 0 : thousandths(weights.preference) * wish(facts, loan),
  };
  const pub = thousandths(weights.pub) * 1000;
  const [share, of] = known ? [published, all] : [0, 1];
  const flat = even.rank + even.geo + even.hist + even.preferred_day + even.preference;
  const sum = BigInt(flat) * BigInt(of) + BigInt(pub * share);
  return {
    score: Number(sum / BigInt(MICRO * of)),
    terms: { ...even, pub: Math.round((pub * share) / of) },
    geo: geo / 1000,
    pubRate: share / of,
  };
}

function rankWeight(rank: string | null): number {
  return RANK_WEIGHTS.get(plainRank(rank)) ?? OTHER_RANK;
}

/** Loans of the partner and make in the 24 months up to the week's Monday, both ends included. */
function publications(facts: Facts, { person, vehicle }: Loan) {
  const from = addMonths(facts.settings.week, -24);
  const loans = facts.historyOf(person).filter((row) => {
    const date = countDate(row);
    return row.make === vehicle?.make && date !== null && date >= from && date <= facts.settings.week;
  });
  return {
    published: countOf(loans, (row) => row.clips_received === true),
    all: loans.length,
    known: loans.some((row) => row.clips_received !== null),
  };
}

/** The weights of what the partner would like and this car is, in whole thousandths. */
function wish({ tables }: Facts, { person, vehicle }: Loan): number {
  if (vehicle === undefined) return 0;
  const { make, model } = vehicle;
  const kind = tables.model_taxonomy.rows.find((row) => row.make === make && row.model === model);
  const fits = (wanted: string | null, own: string | null | undefined) => wanted === null || wanted === own;
  const rows = tables.partner_preferences.rows.filter(
    (row) =>
      row.person_id === person &&
      fits(row.make, make) &&
      fits(row.model, model) &&
      fits(row.body, kind?.body) &&
      fits(row.fuel, kind?.fuel),
  );
  return sumOf(rows, (row) => thousandths(row.weight));
}

/** Closeness in whole thousandths. */
function geoOf(facts: Facts, { vehicle, partner }: Loan): number {
  const { locality } = facts.settings.rules;
  if (locality === false || vehicle === undefined || partner === undefined) return 0;
  const sameOffice = vehicle.office === partner.office ? 1000 : 0;
  if (locality.by === 'office') return sameOffice;
  const office = facts.tables.offices.rows.find((row) => row.name === vehicle.office);
  const miles = office && milesBetween(office, partner);
  return miles === undefined ? sameOffice : Math.round(Math.max(0, 1 - miles / locality.range_miles) * 1000);
}

interface Somewhere {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Great-circle distance by the haversine formula; undefined where a coordinate is missing. */
export function milesBetween(a: Somewhere, b: Somewhere): number | undefined {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return undefined;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Weights have three decimals at the most. */
function thousandths(weight: number): number {
  return Math.round(weight * 1000);
}
