import { WEEKDAYS, type Weekday } from '../dates.ts';
import { listed, cellProblems as say } from '../problems.ts';
import { bad, type CellSchema, cell, filled } from './cell.ts';
import { written } from './decimal.ts';

const YES: readonly string[] = ['true', 't', 'yes', 'y', 'on'];
const NO: readonly string[] = ['false', 'f', 'no', 'n', 'off'];

/** What a word says, in any letter case; 1 and 0 as well. Undefined: neither yes nor no. */
function yesOrNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  if (NO.includes(word)) return false;
  const number = numberOf(word);
  return number === 1 ? true : number === 0 ? false : undefined;
}

function numberOf(text: string): number | undefined {
  const one = written(text);
  return one?.point === undefined ? undefined : Number(one.point);
}

/**
 * Whether something is so, where a source may not know: yes, true and any number but 0 are true; no, false and 0 are
 * false; anything else, and nothing, is null.
 */
export const tristate: CellSchema<boolean | null> = cell(
  'yes, true or 1; no, false or 0; anything else is unknown',
  (text) => {
    const number = numberOf(text);
    return yesOrNo(text) ?? (number === undefined ? null : number !== 0);
  },
);

/** yes or no, in the words that `tristate` knows; anything else is refused. */
export const flag: CellSchema<boolean> = filled(
  'true, yes or 1; false, no or 0',
  (text) => yesOrNo(text) ?? bad(say.flag()),
);

const FULL_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
};

function weekdayOf(word: string): Weekday | undefined {
  const lower = word.toLowerCase().replace(/\.$/, '');
  const usual = ['tues', 'weds', 'thur', 'thurs'].includes(lower) ? lower.slice(0, 3) : lower;
  return WEEKDAYS.find((day) => usual === day || usual === FULL_NAMES[day]);
}

/** A weekday by its English name, whole or its first three letters. */
export const weekdayCell: CellSchema<Weekday> = filled(
  'weekday, such as Monday or Mon',
  (value) => weekdayOf(value) ?? bad(say.weekday()),
);

/** Weekdays with commas between, read in the order of the week, each once: "Wed,Mon" is mon, wed. Empty: null. */
export const weekdayList: CellSchema<readonly Weekday[] | null> = cell(
  'weekdays with commas between, such as Mon,Wed',
  (value) => {
    const days = new Set<Weekday>();
    for (const word of value.split(/[,;/|\s]/)) {
      if (word === '') continue;
      const day = weekdayOf(word);
      if (day === undefined) return bad(say.weekday());
      days.add(day);
    }
    return days.size === 0 ? null : WEEKDAYS.filter((day) => days.has(day));
  },
);

/** A word without what its spellings differ in: letter case, and blanks or hyphens for underscores. */
const wordForm = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '_');

/** The one of a few words that a text names, in any letter case, as it is written in the list. */
export function oneOf<const C extends string>(choices: readonly C[], text: string): C | undefined {
  return choices.find((one) => wordForm(one) === wordForm(text));
}

/** One of a few words, in any letter case; read as written here. */
export function choice<const C extends string>(...choices: readonly C[]): CellSchema<C> {
  return filled(listed(choices), (value) => oneOf(choices, value) ?? bad(say.choice(choices)));
}

const RANKS = ['A+', 'A', 'B', 'C', 'Pending'] as const;

/**
 * The rank of a partner, in any letter case and with or without a blank: `a +` is A+. A rank that nobody knows stays as
 * it is written.
 */
export const rank: CellSchema<string> = filled(
  `${listed(RANKS)}, in any letter case`,
  (value) => oneOf(RANKS, value.replace(/ (?=\+$)/, '')) ?? value,
);
