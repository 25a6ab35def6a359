import type { Cell, CellType } from '../tables/result.ts';
import { shortDate } from './dates.ts';

/** A value that is absent. */
export const NOTHING = '–';

/**
 * A number with thousands separators and a true minus sign, rounded half away from zero. No locale: the same text
 * on every machine.
 *
 * @example
 * amount(-12345.678, 1) // '−12,345.7'
 */
export function amount(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return NOTHING;
  const text = roundedText(Math.abs(value), digits);
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && /[1-9]/.test(text) ? '−' : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

// toFixed rounds the binary value (1.005 -> 1.00); the shortest decimal of a double is what a person sees, so round that.
function roundedText(value: number, digits: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  return Number.isSafeInteger(shifted) ? Number(`${shifted}e-${digits}`).toFixed(digits) : value.toFixed(digits);
}

/**
 * A number with as many decimals as it needs, two at the most.
 *
 * @example
 * count(71234) // '71,234'
 */
export function count(value: number): string {
  const hundredths = Math.round(value * 100);
  return amount(value, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2);
}

/**
 * A number with its sign always shown.
 *
 * @example
 * signed(250) // '+250'
 */
export function signed(value: number): string {
  return value > 0 ? `+${count(value)}` : count(value);
}

/**
 * A count and its noun.
 *
 * @example
 * plural(1, 'loan') // '1 loan'
 */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/**
 * A fraction as a percentage with one decimal where it needs one.
 *
 * @example
 * percent(0.1234) // '12.3%'
 */
export function percent(fraction: number): string {
  const tenths = Math.round(fraction * 1000);
  return `${amount(tenths / 10, tenths % 10 === 0 ? 0 : 1)}%`;
}

/**
 * An integer number of cents as whole dollars.
 *
 * @example
 * dollars(123456) // '$1,235'
 */
export function dollars(cents: number): string {
  const text = amount(cents / 100);
  return text.startsWith('−') ? `−$${text.slice(1)}` : `$${text}`;
}

/**
 * A cell of a result table as a person reads it. Text that stands where a number or date should is shown as it is.
 *
 * @example
 * cellText(123400, 'money') // '$1,234'
 */
export function cellText(cell: Cell, type: CellType): string {
  if (cell === null || cell === '') return NOTHING;
  if (typeof cell === 'string') return type === 'date' && /^\d{4}-\d\d-\d\d$/.test(cell) ? dateText(cell) : cell;
  if (type === 'money') return dollars(cell);
  if (type === 'percent') return percent(cell);
  return type === 'integer' || type === 'number' ? count(cell) : String(cell);
}

function dateText(date: string): string {
  try {
    return shortDate(date);
  } catch {
    return date;
  }
}

/**
 * A phrase as a sentence: a capital at its start and a full stop at its end.
 *
 * @example
 * sentence('one more slot would be worth 412 points') // 'One more slot would be worth 412 points.'
 */
export function sentence(text: string): string {
  const stop = text === '' || /[.!?:]$/.test(text) ? '' : '.';
  return capital(text) + stop;
}

/**
 * A text with a capital at its start.
 *
 * @example
 * capital('partners') // 'Partners'
 */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A label within a sentence. "Gini" keeps its capital: it is a name.
 *
 * @example
 * lowered('Partners reached') // 'partners reached'
 */
export const lowered = (label: string): string =>
  /^(?:Gini|[A-Z]{2})/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
