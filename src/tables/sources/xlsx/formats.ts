import { addDays } from '../../dates.ts';
import { attribute, tokensOf } from './xml.ts';

/** How a number of a cell is meant: as itself, as a day, as a time, or filled up with zeros to so many digits. */
export type Format = 'number' | 'date' | { readonly digits: number };

/** The formats that every workbook has by number. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Those of Chinese, Japanese and Korean programs; between them stand amounts of money, and a number with an exponent. */
const EASTERN_DATES = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The formats of a workbook, by the number that cells name. */
export function formatsOf(styles: string): readonly Format[] {
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  let within = '';
  for (const token of tokensOf(styles)) {
    if (!('open' in token)) {
      if ('close' in token && token.close === within) within = '';
    } else if (token.open === 'cellXfs' || token.open === 'cellStyleXfs') within = token.empty ? '' : token.open;
    else if (token.open === 'numFmt')
      codes.set(Number(attribute(token.attributes, 'numFmtId')), attribute(token.attributes, 'formatCode') ?? '');
    else if (token.open === 'xf' && within === 'cellXfs')
      formats.push(formatOf(Number(attribute(token.attributes, 'numFmtId') ?? 0), codes));
  }
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): Format {
  const code = codes.get(id);
  if (code === undefined) return BUILT_IN_DATES.has(id) || EASTERN_DATES(id) ? 'date' : 'number';
  const digits = /^0{2,}$/.exec(code)?.[0].length;
  if (digits !== undefined) return { digits };
  // What is quoted, escaped or in brackets (colours, conditions, currencies) is no part of a date.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.split(';')[0]!.replace(/general/gi, '')) ? 'date' : 'number';
}

/** Days are counted from here, and in workbooks of old Macintoshes from the beginning of 1904. */
const [ZERO, ZERO_1904] = ['1899-12-30', '1904-01-01'];
const DAY = 86_400;
/** Workbooks have a 29 February 1900, which never was: days before it are one later than they are counted. */
const NO_SUCH_DAY = 60;

/** A number of a cell as its format means it. */
export function numberText(raw: string, format: Format, from1904: boolean): string {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return raw;
  if (format === 'date' && value >= 0 && value < 2_958_466) return dateText(value, from1904);
  // So many digits are an id. No spreadsheet keeps them, so another program wrote them, and it meant each.
  const text = /^-?\d{16,}$/.test(raw) ? raw : plainNumber(value);
  return typeof format === 'object' && /^\d+$/.test(text) ? text.padStart(format.digits, '0') : text;
}

function dateText(value: number, from1904: boolean): string {
  const seconds = Math.round(value * DAY);
  const days = Math.floor(seconds / DAY);
  const rest = seconds - days * DAY;
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const time = `${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)}`;
  if (value < 1) return time;
  const date = from1904
    ? addDays(ZERO_1904, days)
    : days === NO_SUCH_DAY
      ? '1900-02-29'
      : addDays(ZERO, days < NO_SUCH_DAY ? days + 1 : days);
  return rest === 0 ? date : `${date} ${time}`;
}

/** A number in the fifteen digits that spreadsheets keep, without an exponent where it is whole. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/0+$/, '') : text;
}

/** The number by which a workbook knows a day; undefined for days before 1900, which it cannot know. */
export function serialOf(epochDay: number): number | undefined {
  const days = epochDay + 25_569;
  if (days > NO_SUCH_DAY) return days;
  return days > 1 ? days - 1 : undefined;
}
