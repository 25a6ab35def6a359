/** What a spreadsheet may run as a formula, behind any quotation marks that already disarm it. */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** A text with a `'` before it, where a spreadsheet would run it as a formula. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that `guarded` was given. */
export const unguarded = (text: string): string => text.replace(/^'(?='*[=+\-@\t\r\n])/, '');

/**
 * The text that a cell of a CSV file means: without the guard against formulas, or out of the formula by which
 * spreadsheets are kept from taking an id for a number.
 *
 * @example
 * meantBy('="00101"') // '00101'
 * meantBy("'=1+1") // '=1+1'
 * meantBy('-5') // '-5'
 */
export function meantBy(cell: string): string {
  if (cell.startsWith("'")) return unguarded(cell);
  const own = cell.startsWith('="') ? /^="((?:[^"]|"")*)"$/.exec(cell.trimEnd())?.[1] : undefined;
  return own === undefined ? cell : own.replaceAll('""', '"');
}

/** A number, which no spreadsheet runs: a guard would make a text of it. */
const NUMBER = /^[+-]?[\d.,]+%?$/;

/**
 * A cell that `meantBy` reads as this text, and that no spreadsheet runs as a formula.
 *
 * @example
 * cellOf('=1+1') // "'=1+1"
 * cellOf('-5') // '-5'
 */
export const cellOf = (text: string): string =>
  meantBy(text) === text && (NUMBER.test(text) || !FORMULA.test(text)) ? text : `'${text}`;
