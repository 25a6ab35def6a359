import { differencesText } from '../explain/losses.ts';
import { codesText, namesOf } from '../explain/names.ts';
import type { Session } from '../pipeline/session.ts';
import type { Cell, ResultTable } from '../tables/result.ts';
import { datesIn } from '../text/dates.ts';
import { capital, count, plural } from '../text/format.ts';
import type { Price } from './price.ts';

/** What is said where no limit has a price. */
export const NO_PRICES = 'No limit binds: one more of any of them would bring nothing.';

/** What is said of a step that brings nothing. */
export const NO_GAIN = 'nothing';

/** How the list came about: "17 limits loosened one at a time, each solved again". */
export const loosenedText = (limits: number): string =>
  `${plural(limits, 'limit')} loosened one at a time, each solved again`;

/** The finding, from the step that stands first: "one more slot on Mon would bring the most, 851 points". */
export const mostText = (change: string, gain: string): string =>
  gain === '' || gain === NO_GAIN ? 'none of them would bring anything' : `${change} would bring the most, ${gain}`;

/** One step in words. */
export interface PriceText {
  /** What was changed: "One more slot on Thursday 25 September". */
  readonly change: string;
  /** What it brings, what comes first at the front: "875 points more". */
  readonly gain: string;
  /** How the schedule changes, with the names of the tables. */
  readonly changes: readonly string[];
}

/** A price list in words. */
export interface PriceListText {
  readonly headline: string;
  readonly detail: string;
  /** The steps that bring something, dearest first. */
  readonly prices: readonly PriceText[];
  /** What was changed in the steps that bring nothing, and what it would lose, if anything. */
  readonly nothing: readonly string[];
}

/**
 * Says a price list in words: the same for the terminal, for a notebook and for whatever else shows it.
 *
 * @example
 * const { headline, detail, prices } = priceText(session, await priceList(session, 1));
 * headline // 'A second advertiser of auto from 20:14 to 20:44 on Mon 10 Mar would bring the most, 116 points more'
 * detail // '1 limit loosened one at a time, each solved again; 1 of them brings something.'
 * prices[0].changes.at(-1) // 'in: h2 (Halden Motors) in b2114 (21:14), position 1, and 1 other row'
 */
export function priceText(session: Session, list: readonly Price[]): PriceListText {
  const names = namesOf(session);
  const [best] = list;
  if (best === undefined) return { headline: NO_PRICES, detail: '', prices: [], nothing: [] };
  const [worth, nothing] = [list.filter(isGain), list.filter((price) => !isGain(price))];
  return {
    headline: capital(mostText(datesIn(best.change), isGain(best) ? gainText(best) : NO_GAIN)),
    detail: `${loosenedText(list.length)}; ${count(worth.length)} of them ${worth.length === 1 ? 'brings' : 'bring'} something.`,
    prices: worth.map((price) => ({
      change: changeText(price),
      gain: gainText(price),
      changes: [...rowTexts('out', price.dropped.map(names)), ...rowTexts('in', price.added.map(names))],
    })),
    nothing: nothing.map((price) => `${changeText(price)}${price.gains.length === 0 ? '' : `: ${gainText(price)}`}`),
  };
}

/** What decides first says whether more is gained: a locked break that is opened may hold less than it did. */
const isGain = ({ gains: [first] }: Price): boolean => first !== undefined && first.by > 0;

const changeText = ({ change }: Price): string => capital(datesIn(change));

const gainText = ({ gains }: Price): string => differencesText(gains, 'more', 'less');

// A rule that gives way as a whole changes dozens of rows: the first says what kind of change it is.
const rowTexts = (way: string, [first, ...others]: readonly string[]): readonly string[] =>
  first === undefined
    ? []
    : [`${way}: ${first}${others.length === 0 ? '' : `, and ${plural(others.length, 'other row')}`}`];

/** The column of what each step brings: in words where more than the score is gained, otherwise points. */
export const gainColumn = ({ columns }: ResultTable): 'gain' | 'gains' =>
  columns.some(({ name }) => name === 'gains') ? 'gains' : 'gain';

/**
 * A price list as a table of a run; where more than the score is gained, with all that is in words.
 *
 * @example
 * const { columns, rows } = priceTable(await priceList(session, 1));
 * rows[0][columns.findIndex(({ name }) => name === 'gain')] // 116
 */
export function priceTable(prices: readonly Price[]): ResultTable {
  const more = prices.some(({ gains }) => gains.some(({ of }) => of !== 'net_score'));
  return {
    columns: [
      { name: 'rule', type: 'text', label: 'Rule' },
      { name: 'group', type: 'text', label: 'Limit on' },
      { name: 'change', type: 'text', label: 'Change' },
      ...(more ? [{ name: 'gains', type: 'text', label: 'What it brings' } as const] : []),
      { name: 'gain', type: 'number', label: 'Points gained' },
      { name: 'shadow', type: 'number', label: 'Shadow price, at the most' },
      { name: 'added', type: 'text', label: 'Added' },
      { name: 'dropped', type: 'text', label: 'Dropped' },
    ],
    rows: prices.map((price): Cell[] => [
      price.rule,
      price.label,
      price.change,
      ...(more ? [gainText(price)] : []),
      price.gain,
      price.shadow ?? null,
      codesText(price.added),
      codesText(price.dropped),
    ]),
  };
}
