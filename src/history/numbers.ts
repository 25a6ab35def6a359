/** What divides the whole of a number from its parts. */
export type Decimal = 'dot' | 'comma';

/** Cells by which exports say that there is no number. */
const NOTHING = /^(?:|-|--|–|—|n\/?a|null|none|nan|undefined)$/i;
const NUMBER = /^([+-]?)([\d.,\u00a0\u202f' ]*\d)(e[+-]?\d+)?\s*([kmb])?\s*(%)?$/i;
const UNITS: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 };

/** Whether a cell says that there is no number. */
export const isNothing = (cell: string): boolean => cell === '' || (!/\d/.test(cell) && NOTHING.test(cell.trim()));

/** Which of two ways of writing a number a cell can only have been written in; undefined where it may be either. */
export function decimalOf(cell: string): Decimal | undefined {
  if (!/[.,]/.test(cell)) return undefined;
  const [, , digits = ''] = NUMBER.exec(cell.trim()) ?? [];
  const plain = digits.replaceAll(/[\u00a0\u202f' ]/g, '');
  const [dots, commas] = [plain.split('.').length - 1, plain.split(',').length - 1];
  if (dots > 0 && commas > 0) return plain.lastIndexOf('.') > plain.lastIndexOf(',') ? 'dot' : 'comma';
  if (dots > 1) return 'comma';
  if (commas > 1) return 'dot';
  if (dots === 1 && !isThousands(plain)) return 'dot';
  if (commas === 1 && !isThousands(plain)) return 'comma';
  return undefined;
}

/** `1.234` or `1,234`: a number with parts, or one a thousand times as large. */
export const isThousands = (cell: string): boolean => /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(cell.trim());

/**
 * The number of a cell: `1,234`, `1.234,5`, `12.3%` (0.123), `1.2K` (1200).
 *
 * @returns NaN where it is none; an infinite number where it is too large.
 */
export function numberOf(cell: string, decimal: Decimal): number {
  if (/^\d{1,15}$/.test(cell)) return Number(cell);
  if (/^[+-]?inf(?:inity)?$/i.test(cell.trim())) return Number.POSITIVE_INFINITY;
  const [whole, sign, digits = '', power = '', unit = '', percent] = NUMBER.exec(cell.trim()) ?? [];
  if (whole === undefined) return Number.NaN;
  const [own, other] = decimal === 'dot' ? ['.', ','] : [',', '.'];
  const [left = '', right = '', ...more] = digits.replaceAll(/[\u00a0\u202f' ]/g, '').split(own!);
  const groups = left.split(other!);
  const grouped =
    groups.length === 1 || (/^\d{1,3}$/.test(groups[0]!) && groups.slice(1).every((g) => /^\d{3}$/.test(g)));
  if (more.length > 0 || right.includes(other!) || !grouped) return Number.NaN;
  // The power is written and not multiplied: 12.3 / 100 is not 0.123.
  const shift = (UNITS[unit.toLowerCase()] ?? 0) - (percent === undefined ? 0 : 2) + Number(power.slice(1) || 0);
  return Number(`${sign}${groups.join('') || '0'}.${right || '0'}e${shift}`);
}
