import { cellProblems as say } from '../problems.ts';
import { type Answer, type Bad, bad, type CellSchema, filled, isBad } from './cell.ts';
import { type Convention, conventionOf, type Written, written } from './decimal.ts';
import { numberIn } from './editor.ts';

const UNKNOWN: Convention = { point: false, comma: false };

/** A reader of numbers: how its texts are taken apart, and what plain decimals become. */
interface NumberReader {
  /** What it reads, in words. */
  readonly format: string;
  readonly take: (text: string) => Written | undefined;
  readonly value: (decimals: string, negative: boolean) => number | Bad;
  /** Why a text is no number at all; where its number can be told, that is what to write. */
  readonly otherwise: (meant?: string) => string;
  /** What an editor can tell: the ends of its range, and whether it is whole. */
  readonly least?: number;
  readonly most?: number;
  readonly whole?: true;
  /** Three decimals are usual, as those of a latitude are; of money and of whole numbers they are not. */
  readonly fine?: true;
}

/** A cell of numbers that learns from its column whether `1.234` has a decimal point. */
function numberCell(reader: NumberReader, convention = UNKNOWN): CellSchema<number> {
  return filled(reader.format, (text) => numberOf(reader, convention, text), {
    editor: numberIn(reader.least, reader.most, reader.whole),
    inColumn: (texts) => numberCell(reader, conventionOf(texts, reader.take)),
  });
}

/** A dash alone: of money it is the zero of accountants, of a count it may be 0 or nothing. */
const DASH = /^[-\u2010-\u2015\u2212]$/;

function numberOf(reader: NumberReader, convention: Convention, text: string): Answer<number> {
  const one = reader.take(text);
  if (one === undefined)
    return bad(
      DASH.test(text) && reader.otherwise === say.integer ? say.dash() : reader.otherwise(likely(reader, text)),
    );
  const { point, comma, negative } = one;
  if (point === undefined || comma === undefined || point === comma) {
    return reader.value((point ?? comma)!, negative);
  }
  const read = meant(text, convention, reader.fine === true);
  if (read === undefined) return bad(say.eitherNumber(point, comma));
  const value = reader.value(read === 'point' ? point : comma, negative);
  return isBad(value) || read === 'point' ? value : { value, assumed: say.decimalComma() };
}

/** What only says what is counted. Of "20,000 km" or "34.05 S" the number alone would be another one. */
const COUNTED = /^(.*\d) ?(?:\u00b0|days?|loans?|slots?|points?|pts)\.?$/i;

/** The number of a text with a word behind it, as plain decimals: of "30 days" it is 30. */
function likely(reader: NumberReader, text: string): string | undefined {
  const [, number] = COUNTED.exec(text) ?? [];
  const one = number === undefined || reader.take !== written ? undefined : written(number);
  if (one === undefined || (one.point !== one.comma && one.point !== undefined && one.comma !== undefined))
    return undefined;
  const value = reader.value((one.point ?? one.comma)!, one.negative);
  return isBad(value) ? undefined : String(value);
}

/**
 * Of a text that has two meanings, the one that its column tells. Where it tells nothing, the usual one: `1,234` of a
 * count or of money is 1234, `1.234` of a latitude has three decimals.
 */
function meant(text: string, { point, comma }: Convention, fine: boolean): 'point' | 'comma' | undefined {
  if (point && comma) return undefined;
  const grouped = text.includes(',');
  if (fine) return grouped === comma ? (comma ? 'comma' : 'point') : undefined;
  if (grouped) return comma ? undefined : 'point';
  return comma ? 'comma' : undefined;
}

const LARGE = 1e15;

const neighbours = (number: number, negative: boolean): string =>
  negative ? `${-(number + 1)} or ${-number + 0}` : `${number} or ${number + 1}`;

function wholeNumber(decimals: string, negative: boolean): number | Bad {
  const [digits, rest = ''] = decimals.split('.');
  const number = Number(digits);
  // Between two whole numbers, nobody but its writer knows which is meant.
  if (/[1-9]/.test(rest)) return bad(say.integer(number < LARGE ? neighbours(number, negative) : undefined));
  if (digits === '') return bad(say.integer());
  // `+ 0` turns -0 into 0.
  return Number.isSafeInteger(number) ? (negative ? -number : number) + 0 : bad(say.tooLarge());
}

/** A whole number; thousands may be grouped ("2,151"), and a float's `.0` is allowed. */
export const integer: CellSchema<number> = numberCell({
  format: 'whole number, such as 2151 or 2,151',
  take: written,
  value: wholeNumber,
  otherwise: say.integer,
  whole: true,
});

const notNegative =
  (read: NumberReader['value']): NumberReader['value'] =>
  (decimals, negative) =>
    negative && /[1-9]/.test(decimals) ? bad(say.negative()) : read(decimals, negative);

/** A whole number of at least 0. */
export const nonNegativeInteger: CellSchema<number> = numberCell({
  format: 'whole number of at least 0, such as 2151 or 2,151',
  take: written,
  value: notNegative(wholeNumber),
  ...{ least: 0, whole: true },
  otherwise: say.integer,
});

/** A whole number of a range, ends included. */
export const wholeBetween = (least: number, most: number): CellSchema<number> =>
  numberCell({
    format: `whole number from ${least} to ${most}`,
    take: written,
    value: within(wholeNumber, least, most),
    ...{ least, most, whole: true },
    otherwise: say.integer,
  });

function decimalNumber(decimals: string, negative: boolean): number | Bad {
  const parsed = Number(decimals);
  return Number.isFinite(parsed) ? (negative ? -parsed : parsed) + 0 : bad(say.tooLarge());
}

function within(read: NumberReader['value'], least: number, most: number): NumberReader['value'] {
  return (decimals, negative) => {
    const value = read(decimals, negative);
    if (typeof value !== 'number') return value;
    return value >= least && value <= most ? value : bad(say.outside(least, most));
  };
}

/** A decimal number, without exponent. */
export const number: CellSchema<number> = numberCell({
  format: 'decimal number, such as 34.0522',
  take: written,
  value: decimalNumber,
  otherwise: say.number,
  fine: true,
});

/** A decimal number of a range, ends included: a latitude is `between(-90, 90)`. */
export const between = (least: number, most: number): CellSchema<number> =>
  numberCell({
    format: `decimal number from ${least} to ${most}`,
    take: written,
    value: within(decimalNumber, least, most),
    ...{ least, most },
    otherwise: say.number,
    fine: true,
  });

/** A share from 0 to 100, with or without its sign: "85 %" is 85. */
export const percent: CellSchema<number> = numberCell({
  format: 'percent from 0 to 100, such as 85 or 85%',
  take: (text) => written(text.replace(/ ?%$/, '')),
  value: within(decimalNumber, 0, 100),
  ...{ least: 0, most: 100 },
  otherwise: say.number,
  fine: true,
});

/** A calendar year of four digits; of two, one of this century, which is told. */
export const calendarYear: CellSchema<number> = filled('year, such as 2025', (text) => {
  const [, short, long] = /^(?:['\u2019]?(\d{2})|((?:19|20|21)\d{2}|(?:1,9|2,[01])\d{2}))(?:\.0+)?$/.exec(text) ?? [];
  if (short !== undefined) return { value: 2000 + Number(short), assumed: say.shortCentury() };
  return long === undefined ? bad(say.year()) : Number(long.replace(',', ''));
});

const CURRENCY = '(?:USD|US\\$|\\$)';
const BEFORE = new RegExp(`^([(+-]? ?)${CURRENCY} ?`, 'i');
const BEHIND = new RegExp(` ?${CURRENCY}([)-]?)$`, 'i');

/** An amount without its currency; a dash alone is the zero of accountants. */
function amount(text: string): Written | undefined {
  const dashes = text.replace(/[\u2010-\u2015\u2212]/g, '-');
  const entry = /^(.*\d\)?) ?(CR|DR)\.?$/i.exec(dashes);
  // Books write a credit as "40.00 CR", and a debit as "40.00 DR".
  if (entry !== null) {
    const own = amount(entry[1]!);
    return own && !own.negative ? { ...own, negative: /cr/i.test(entry[2]!) } : undefined;
  }
  const bare = (BEFORE.test(dashes) ? dashes.replace(BEFORE, '$1') : dashes.replace(BEHIND, '$1')).trim();
  return bare === '-' ? { negative: false, point: '0', comma: '0' } : written(bare);
}

function cents(decimals: string, negative: boolean): number | Bad {
  const [dollars = '', rest = ''] = decimals.split('.');
  // Decimals beyond the cent must be zeros: nothing is rounded on the way in.
  if (/[1-9]/.test(rest.slice(2))) return bad(say.money());
  const value = Number(dollars) * 100 + Number(rest.slice(0, 2).padEnd(2, '0'));
  return Number.isSafeInteger(value) ? (negative ? -value : value) + 0 : bad(say.tooLarge());
}

/** Dollars of at least 0, read as cents: "$1,234.50" is 123450. */
export const money: CellSchema<number> = numberCell({
  format: 'dollars of at least 0, such as 1234.50 or $1,234.50',
  take: amount,
  value: notNegative(cents),
  least: 0,
  otherwise: say.money,
});

/** Dollars, read as cents; a credit is negative: "(250.00)", "-250.00" and "250.00-" are -25000. */
export const signedMoney: CellSchema<number> = numberCell({
  format: 'dollars, such as 1234.50 or $1,234.50; a credit is (250.00) or -250.00',
  take: amount,
  value: cents,
  otherwise: say.money,
});
