/**
 * How numbers of a column are written, as far as cells tell that can only be read in one way: with decimal points, with
 * decimal commas, or with both.
 */
export interface Convention {
  readonly point: boolean;
  readonly comma: boolean;
}

/** A number as a person wrote it, and what its text may mean: with decimal points, with decimal commas. */
export interface Written {
  readonly negative: boolean;
  /** Plain decimals, `1234.50`; undefined: it cannot be read so. */
  readonly point: string | undefined;
  readonly comma: string | undefined;
}

const MINUS = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;
const POINT = /^(?:\d+\.?\d*|\.\d+|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?)$/;
const COMMA = /^(?:\d+|\d*,\d+|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?)$/;
const SPACED = /^[1-9]\d{0,2}(?:([ '\u2019])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;

/**
 * Takes a number apart: a sign before or behind it, or brackets around it, make it negative.
 *
 * @example
 * written('(1,234.50)') // { negative: true, point: '1234.50', comma: undefined }
 * written('1.234') // { negative: false, point: '1.234', comma: '1234' }
 */
export function written(text: string): Written | undefined {
  const [, brackets, before, number = '', behind] =
    /^(\()?([+-])? ?([\d.,' \u2019]*?) ?(-)?\)?$/.exec(text.replace(MINUS, '-')) ?? [];
  if ((brackets !== undefined) !== text.endsWith(')')) return undefined;
  if ([brackets, before, behind].filter((sign) => sign !== undefined).length > 1) return undefined;
  const negative = brackets !== undefined || before === '-' || behind !== undefined;
  const spaced = SPACED.test(number);
  const plain = spaced ? number.replace(/[ '\u2019]/g, '') : number;
  // Where a space or an apostrophe groups the thousands, the other sign is the decimal one.
  const point = POINT.test(plain) && !(spaced && plain.includes(',')) ? plain.replaceAll(',', '') : undefined;
  const comma =
    COMMA.test(plain) && !(spaced && plain.includes('.')) ? plain.replaceAll('.', '').replace(',', '.') : undefined;
  return point === undefined && comma === undefined ? undefined : { negative, point, comma };
}

/** What the texts of a column tell of how its numbers are written. */
export function conventionOf(texts: Iterable<string>, read: (text: string) => Written | undefined): Convention {
  let [point, comma] = [false, false];
  for (const text of texts) {
    const one = read(text);
    if (one === undefined) continue;
    if (one.comma === undefined) point = true;
    else if (one.point === undefined) comma = true;
  }
  return { point, comma };
}
