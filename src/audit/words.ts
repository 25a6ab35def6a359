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
