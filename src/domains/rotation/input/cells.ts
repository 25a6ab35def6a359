import { z } from 'zod';
import type { CellSchema } from '../../../tables/cells/cells.ts';
import { listed } from '../../../tables/problems.ts';
import { epochOf, utcOf } from '../world/time.ts';

/** A schema from what it reads, in words, and a plain function: a value, or the reason why there is none. */
function cell<V>(format: string, parse: (text: string) => { readonly value: V } | string): CellSchema<V> {
  const schema = z.string().transform((text, context) => {
    const answer = parse(text);
    if (typeof answer !== 'string') return answer.value;
    context.issues.push({ code: 'custom', message: answer, input: text });
    return z.NEVER;
  });
  return Object.assign(schema, { format });
}

const FLAG = 'true, yes or 1; false, no or 0';
const INSTANT = 'instant with its zone, such as 2025-03-10T20:14:00-04:00';
const EMPTY = 'is empty, but a value is needed';

/** A whole number of a range, ends included. */
export function wholeFrom(least: number, most: number): CellSchema<number> {
  return cell(`whole number from ${least} to ${most}`, (text) => {
    if (text === '') return EMPTY;
    const value = /^[+-]?\d+(\.0*)?$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(value)) return 'not a whole number';
    return value >= least && value <= most ? { value: value + 0 } : `not between ${least} and ${most}`;
  });
}

/** A whole number from 1 to a day's seconds. */
export const positive: CellSchema<number> = wholeFrom(1, 86_400);

/** Words with `;` or `,` between, each once, in the order given. Empty: none. */
export const wordList: CellSchema<readonly string[]> = cell('words with commas or semicolons between', (text) => ({
  value: [...new Set(text.split(/[;,]/).map((word) => word.trim()))].filter((word) => word !== ''),
}));

/** Words of a fixed few. */
export function choices<const W extends string>(known: readonly W[]): CellSchema<readonly W[]> {
  return cell(`${listed(known)}; several with commas or semicolons between`, (text) => {
    const given = wordList.parse(text);
    const strange = given.find((word) => !known.some((each) => each === word));
    return strange === undefined ? { value: given as readonly W[] } : `not one of ${known.join(', ')}`;
  });
}

const YES = ['true', 'yes', '1'];
const NO = ['false', 'no', '0'];

function yesOrNo(text: string): { readonly value: boolean } | string {
  const word = text.toLowerCase();
  if (YES.includes(word)) return { value: true };
  return NO.includes(word) ? { value: false } : 'not true or false';
}

/** true or false; empty reads as false. */
export const flag: CellSchema<boolean> = cell(FLAG, (text) => (text === '' ? { value: false } : yesOrNo(text)));

/** true or false; empty reads as null. */
export const maybeFlag: CellSchema<boolean | null> = cell(FLAG, (text) =>
  text === '' ? { value: null } : yesOrNo(text),
);

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const CLOCK_NEEDED = 'not a local time (write 20:14 or 20:14:30)';

function clockOf(text: string): { readonly value: string } | string {
  const [, hours, minutes, seconds = '00'] = CLOCK.exec(text) ?? [];
  return hours === undefined ? CLOCK_NEEDED : { value: `${hours.padStart(2, '0')}:${minutes}:${seconds}` };
}

const STAMP = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

function instantOf(text: string): { readonly value: string } | string {
  const [stamp, , , zone] = STAMP.exec(text) ?? [];
  if (stamp === undefined) return 'not an instant (write 2025-03-10T20:14:00-04:00)';
  if (zone === undefined) return 'no zone: an instant needs Z or an offset (write 2025-03-10T20:14:00-04:00)';
  try {
    return { value: utcOf(epochOf(text.toUpperCase().replace(' ', 'T'))) };
  } catch {
    return 'no such instant in the calendar';
  }
}

/** A local time of day, read as 'HH:MM:SS'. */
export const clockCell: CellSchema<string> = cell('local time, HH:MM or HH:MM:SS', (text) =>
  text === '' ? EMPTY : clockOf(text),
);

/** An instant with its zone, read as ISO text in UTC; fractions of a second are dropped. */
export const instantCell: CellSchema<string> = cell(INSTANT, (text) => (text === '' ? EMPTY : instantOf(text)));

/** A local time ('HH:MM:SS') or an instant (ISO in UTC, with a T). */
export const momentCell: CellSchema<string> = cell(`local time, HH:MM or HH:MM:SS; or ${INSTANT}`, (text) => {
  if (text === '') return EMPTY;
  return /^\d{4}-/.test(text) ? instantOf(text) : clockOf(text);
});

/** An offset from UTC, '-04:00'. */
export const offsetCell: CellSchema<string> = cell('offset from UTC, such as -04:00', (text) =>
  /^[+-]([01]\d|2[0-3]):[0-5]\d$/.test(text) ? { value: text } : 'not an offset from UTC (write -04:00)',
);
