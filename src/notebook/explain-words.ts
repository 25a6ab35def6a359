import { type Domain, differencesText, type Explanation, plural, type Session } from '../index.ts';

/** A row of the schedule that is explained. */
export type Chosen = Explanation['chosen'][number];

/** A row that could be in the schedule and is not. */
export type Chance = Explanation['chances'][number];

/**
 * The fields of a row, without their names: its key is in every table.
 *
 * @example
 * rowText({ vin: 'VIN001', person_id: '1' }) // 'VIN001 1'
 */
export const rowText = (row: Readonly<Record<string, unknown>>): string => Object.values(row).join(' ');

/** A row of the schedule with the names that its kind has for it. */
export const namedText = ({ domain, scenario, data }: Session): ((row: Chosen['row']) => string) =>
  domain.rowText?.(scenario.settings, data.tables) ?? rowText;

/** What was asked for, with the names of the fields: a bare number says nothing. */
export const askedText = (asked: Readonly<Record<string, unknown>>): string =>
  Object.entries(asked)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** Why a row is in the schedule. */
export function chosenLead({ gives, score, brings, less }: Chosen): string {
  const net = brings === null || brings === score ? '' : ` and brings ${points(brings)} net`;
  const without =
    less === null
      ? 'No schedule does without it.'
      : less.length === 0
        ? 'Another schedule without it is as good.'
        : `The best schedule without it has ${lessText(less)}:`;
  return `${gives.length > 0 ? `It brings ${given(gives)}.` : `It scores ${points(score)}${net}.`} ${without}`;
}

/** Why a row is not in the schedule. The prices are a bound on what it costs; solving again is exact. */
export function chanceLead({ gives, score, worth, less }: Chance): string {
  const with_ = less === null ? 'No schedule can hold it.' : solvedAgain(less);
  if (gives.length > 0) return `It would bring ${given(gives)}. ${with_}`;
  const needs = points(score - worth);
  return `It scores ${points(score)}; what it needs is worth ${needs} elsewhere. By these prices it would ${bringing(worth)}. ${with_}`;
}

const solvedAgain = (less: Differences): string =>
  less.length === 0
    ? 'Solved again with it, the best schedule is as good: it lost a tie.'
    : `Solved again with it, the best schedule has ${lessText(less)}:`;

/** What the price of everything leaves, or asks for beside the score. */
function bringing(worth: number): string {
  const whole = Math.round(worth * 100) / 100;
  return whole === 0 ? 'cost nothing' : `${whole < 0 ? 'cost' : 'bring'} ${points(Math.abs(whole))}`;
}

type Differences = NonNullable<Chosen['less']>;

const given = (gives: Differences): string => gives.map(({ text }) => text).join(' and ');

/** What another schedule has less, or more: what decides comes first. */
export const lessText = (less: Differences): string => differencesText(less, 'less', 'more');

const points = (value: number): string => plural(Math.round(value * 100) / 100, 'point');

/** A rule or term by its title, as reports have it. */
export const titlesOf =
  ({ rules }: Pick<Domain, 'rules'>) =>
  (name: string): string =>
    rules.find((rule) => rule.name === name)?.title ?? name;
