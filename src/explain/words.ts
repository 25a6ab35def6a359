import type { Domain } from '../domain.ts';
import type { Session } from '../pipeline/session.ts';
import { capital, count, plural, sentence } from '../text/format.ts';
import type { Changes, Share } from './changes.ts';
import type { Chance, Chosen, Explanation, Scored, Suggestion } from './explain.ts';
import { type AimDifference, differencesText } from './losses.ts';
import { fieldNames, namesOf, type RowNames } from './names.ts';

/** Points with what they are given or charged for. */
export interface PointsLine {
  readonly label: string;
  readonly points: number;
}

/** Why one row is in the schedule or not, in sentences and short lists. */
export interface RowExplanation {
  /** The row with its names. */
  readonly title: string;
  /** What the row scores or brings. */
  readonly worth: string;
  /** What a picture or a table of `points` is called. */
  readonly caption: string;
  /** What its points are made of. Empty where values that come before the points decide. */
  readonly points: readonly PointsLine[];
  /** What its terms say in words, where values that come before the points decide. */
  readonly facts: readonly string[];
  /** What in the schedule stands in its way. */
  readonly inTheWay: readonly string[];
  /** What the best schedule with it, or without it, has less. It ends in a colon where `changes` follow. */
  readonly loss: string;
  /** How that schedule differs. */
  readonly changes: readonly string[];
}

/**
 * An explanation in words: the same for the terminal, for a notebook and for whatever else shows it.
 *
 * @example
 * const { headline, rows } = explanationText(session, await explain(session, { spot: 't1' }));
 * headline // 't1 (Tidemark Light): 1 in the schedule'
 * rows[0].worth // 'It brings $6,000 of priority spots.'
 * rows[0].changes[0] // 'out: a1 (Brackwater Ale) in b2114 (21:14), position 2'
 */
export interface ExplanationText {
  readonly headline: string;
  readonly detail: string;
  readonly inSchedule: boolean;
  readonly rows: readonly RowExplanation[];
  /** Why there is no candidate. */
  readonly reasons: readonly string[];
  /** What else is known. */
  readonly notes: readonly string[];
}

/**
 * Says an explanation in words, with the names of the tables and the titles of the rules.
 *
 * @example
 * const { headline, detail, reasons } = explanationText(session, await explain(session, { spot: 'q1', break: 'b2014' }));
 * headline // 'q1 (Old Quarry Lager) in b2014 (20:14): not in the schedule'
 * detail // 'No candidate has these fields, whatever the score.'
 * reasons[0] // 'b2014 (20:14) reaches into the blackout of beer, 20:00 to 20:30'
 */
export function explanationText(session: Session, found: Explanation): ExplanationText {
  const { asked, inSchedule, chosen, chances, reasons, notes } = found;
  const names = namesOf(session);
  const words: RowWords = { names, titles: titlesOf(session.domain) };
  const state = inSchedule > 0 ? `${count(inSchedule)} in the schedule` : 'not in the schedule';
  return {
    headline: `${fieldNames(asked, names)}: ${state}`,
    detail: detailText(found),
    inSchedule: inSchedule > 0,
    rows: [...chosen.map((row) => chosenText(row, words)), ...chances.map((row) => chanceText(row, words))],
    reasons,
    notes,
  };
}

/**
 * Says a suggestion in words, as explanations are said.
 *
 * @example
 * const { headline } = suggestionText(session, await suggest(session, { spot: 'w2' }, 2));
 * headline // 'w2 (Wagtail): the 2 best other places'
 */
export function suggestionText(session: Session, found: Suggestion): ExplanationText {
  const { asked, now, places, candidates, reasons } = found;
  const names = namesOf(session);
  const words: RowWords = { names, titles: titlesOf(session.domain) };
  const which = places.length === 1 ? 'the best other place' : `the ${count(places.length)} best other places`;
  const here = now.length === 0 ? 'It is not in the schedule.' : `Now: ${now.map(names).join('; ')}.`;
  return {
    headline: `${fieldNames(asked, names)}: ${places.length === 0 ? 'no other place' : which}`,
    detail: `${here} ${plural(candidates, 'other candidate')} ${candidates === 1 ? 'has' : 'have'} these fields.`,
    inSchedule: now.length > 0,
    rows: places.map((row) => chanceText(row, words)),
    reasons,
    notes: [],
  };
}

function detailText({ candidates, inSchedule, chosen, chances }: Explanation): string {
  if (candidates === 0) return 'No candidate has these fields, whatever the score.';
  const all = `${plural(candidates, 'candidate')} ${candidates === 1 ? 'has' : 'have'} these fields.`;
  if (chosen.length > 0 && inSchedule > chosen.length)
    return `${all} The first ${count(chosen.length)} in the schedule are explained.`;
  if (chances.length > 1)
    return `${all} The ${count(chances.length)} best chances follow, the one that costs least first.`;
  return chances.length === 1 && candidates > 1 ? `${all} The best chance follows.` : all;
}

/** What rows and rules are called. */
export interface RowWords {
  readonly names: RowNames;
  readonly titles: (rule: string) => string;
}

/** A rule or term by its title, as reports have it. */
export const titlesOf =
  ({ rules }: Pick<Domain, 'rules'>) =>
  (name: string): string =>
    rules.find((rule) => rule.name === name)?.title ?? name;

/** Why a row is in the schedule. */
export function chosenText(row: Chosen, words: RowWords): RowExplanation {
  const { gives, score, brings, less } = row;
  const net = brings === null || brings === score ? '' : ` and brings ${pointsText(brings)} net`;
  return {
    title: words.names(row.row),
    worth: gives.length > 0 ? `It brings ${givesText(row, 'scores')}.` : `It scores ${pointsText(score)}${net}.`,
    caption: 'Points: its score, less the penalties that go with it',
    ...madeOf(row, row.penalties, words),
    inTheWay: [],
    ...lossOf(withoutText(less), row.instead, words),
  };
}

/** Why a row is not in the schedule. The prices are a bound on what it costs; solving again is exact. */
export function chanceText(row: Chance, words: RowWords): RowExplanation {
  const priced = row.gives.length === 0;
  const loss = withText(row.less);
  return {
    title: words.names(row.row),
    worth: priced ? chanceWorth(row) : `It would bring ${givesText(row, 'score')}.`,
    caption: 'Points: its score, less the prices of what it needs',
    ...madeOf(row, row.charges, words),
    inTheWay: row.inTheWay.map((text) => `in its way: ${text}`),
    ...lossOf(priced ? `solved again, ${loss}` : loss, row.instead, words),
  };
}

function chanceWorth({ score, worth }: Chance): string {
  const needs = round(score - worth);
  if (needs === 0) return `It scores ${pointsText(score)}, and nothing that it needs has a price.`;
  const whole = round(worth);
  const left = whole === 0 ? 'cost nothing' : `${whole < 0 ? 'cost' : 'bring'} ${pointsText(Math.abs(whole))}`;
  return `It scores ${pointsText(score)}; what it needs is worth ${pointsText(needs)} elsewhere. By these prices it would ${left}.`;
}

type Less = readonly AimDifference[] | null;

/** What the best schedule without a row has less than the best of all. */
function withoutText(less: Less): string {
  if (less === null) return 'no schedule does without it';
  if (less.length === 0) return 'another schedule without it is as good';
  return `the best schedule without it has ${lessText(less)}`;
}

/** What the best schedule with a row has less than the best of all, which is without it. */
export function withText(less: Less): string {
  if (less === null) return 'no schedule can hold it';
  if (less.length === 0) return 'a schedule with it is as good: it lost a tie';
  return `the best schedule with it has ${lessText(less)}`;
}

/** What another schedule has less, or more: what decides comes first. */
export const lessText = (less: readonly AimDifference[]): string => differencesText(less, 'less', 'more');

/** The rows by which another schedule differs. */
const changeTexts = ({ dropped, added }: Changes, names: RowNames): readonly string[] => [
  ...dropped.map((row) => `out: ${names(row)}`),
  ...added.map((row) => `in: ${names(row)}`),
];

function lossOf(text: string, instead: Changes | null, { names }: RowWords): Pick<RowExplanation, 'loss' | 'changes'> {
  const changes = instead === null ? [] : changeTexts(instead, names);
  return { loss: changes.length > 0 ? `${capital(text)}:` : sentence(text), changes };
}

function madeOf({ gives, terms }: Scored, paid: readonly Share[], { titles }: RowWords) {
  if (gives.length > 0) return { points: [], facts: terms.flatMap(({ text }) => (text === undefined ? [] : [text])) };
  const points = [
    ...terms.map(({ name, points: own }): PointsLine => ({ label: titles(name), points: own })),
    ...paid.map(({ rule, label, points: own }): PointsLine => ({ label: `${titles(rule)}: ${label}`, points: -own })),
  ];
  return { points, facts: [] };
}

/** What it adds to what comes first, then its own points where it has any. */
function givesText({ gives, score }: Scored, verb: string): string {
  const first = gives.map(({ text }) => text).join(' and ');
  return score === 0 ? first : `${first} and ${verb} ${pointsText(score)}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const pointsText = (value: number): string => plural(round(value), 'point');
