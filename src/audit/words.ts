/**
 * A name that people know with the key that tables have: "Anna Berg (P0042)". The key alone where there is no name.
 *
 * @example
 * [fullName('P0042', 'Anna Berg'), fullName('P0042')] // ['Anna Berg (P0042)', 'P0042']
 */
export function fullName(key: string, name?: string): string {
  return name === undefined ? key : `${name} (${key})`;
}

/**
 * Cents as dollars, to the cent.
 *
 * @example
 * moneyText(123450) // '$1234.50'
 */
export function moneyText(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}

/**
 * A number as a double gives it, thousands grouped.
 *
 * @example
 * [decimal(66351.5), decimal(-1200)] // ['66,351.5', '-1,200']
 */
export function decimal(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
}

/**
 * Digits in groups of three.
 *
 * @example
 * grouped('1234567') // '1,234,567'
 */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
