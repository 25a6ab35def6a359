import { cellProblems as say } from '../problems.ts';
import { type Answer, bad, type CellSchema, filled, isNothingWord } from './cell.ts';
import { ANYTHING, NAME } from './editor.ts';

const LONGEST_TEXT = 10_000;

const short = (value: string, read: (text: string) => Answer<string>): Answer<string> =>
  value.length > LONGEST_TEXT ? bad(say.tooLong(LONGEST_TEXT)) : read(value);

/** Any text that is not empty. */
export const text: CellSchema<string> = filled('text', (value) => short(value, (all) => all), { editor: ANYTHING });

/**
 * What a spreadsheet or a program makes of an id that looks like a number: 1.23E+15, 1e+21. The digits that are lost
 * cannot be guessed. `1E5` by itself may be an id: none of them writes a number so.
 */
const SHORTENED = /^[+-]?\d(?:[.,]\d+E[+-]?\d{1,3}|E[+-]\d{2,3})$/i;

/** What a formula of a spreadsheet leaves where it fails: a look-up that found nothing, a reference that is gone. */
const FAILED = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|#+)$/i;

const whole = (value: string, read: (text: string) => string): Answer<string> =>
  short(value, (all) => {
    if (SHORTENED.test(all)) return bad(say.shortened());
    if (FAILED.test(all)) return bad(say.failedFormula());
    return isNothingWord(all) || /^(?:NaN|nan|NaT)$/.test(all) ? bad(say.nothingWord()) : read(all);
  });

/** The name of a thing, letter by letter. */
export const name: CellSchema<string> = filled('text', (value) => whole(value, (all) => all), { editor: NAME });

/** The name of a thing in which letter case means nothing, such as a VIN: read as upper case. */
export const upperText: CellSchema<string> = filled(
  'text, in any letter case',
  (value) => whole(value, (all) => all.replace(/^(\d+)\.0+$/, '$1').toUpperCase()),
  { editor: NAME },
);

/**
 * An id that some sources write as text, some as an integer, and some as a float: `17`, `17.0` and ` 17 ` are one.
 * Anything else stays as it is.
 */
export const identifier: CellSchema<string> = filled(
  'id, a text or a number, such as 12079',
  (value) => whole(value, (all) => all.replace(/^(\d+)\.0+$/, '$1')),
  { editor: NAME },
);
