import { WEEKDAYS, type Weekday } from '../dates.ts';
import { listed, cellProblems as say } from '../problems.ts';
import { bad, type CellSchema, cell, filled, isNothingWord } from './cell.ts';
import { written } from './decimal.ts';
import { ANYTHING, wordsIn, wordsOf, yesOrNoIn } from './editor.ts';

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
  { editor: ANYTHING },
);

/** yes or no, in the words that `tristate` knows; anything else is refused. */
export const flag: CellSchema<boolean> = filled(
  'true, yes or 1; false, no or 0',
  (text) => yesOrNo(text) ?? bad(say.flag()),
  { editor: yesOrNoIn([...YES, ...NO]) },
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
  const usual = ['tues', 'weds', 'thur', 'thurs'].includes(lower) ? lower.slice(0, 3) : lower.replace(/days$/, 'day');
  return WEEKDAYS.find((day) => usual === day || usual === FULL_NAMES[day]);
}

/** A weekday by its English name, whole or its first three letters. */
export const weekdayCell: CellSchema<Weekday> = filled(
  'weekday, such as Monday or Mon',
  (value) => weekdayOf(value) ?? bad(say.weekday()),
  { editor: { anyOf: [{ enum: [...WEEKDAYS] }, { type: 'string', pattern: '^[A-Za-z]+\\.?$' }] } },
);

/**
 * Weekdays with commas between, or a range, read in the order of the week, each once: "Wed,Mon" is mon, wed. Empty: null.
 */
export const weekdayList: CellSchema<readonly Weekday[] | null> = cell(
  'weekdays, such as Mon,Wed or Mon-Fri',
  (value) => {
    const days = new Set<Weekday>();
    const text = withoutBrackets(value).replace(/ ?([-\u2010-\u2015]) ?/g, '$1');
    for (const word of text.split(/[,;/|&+\s]|\band\b/i)) {
      if (word === '') continue;
      const day = weekdayOf(word);
      const several = day ? [day] : /^weekdays$/i.test(word) ? WORKING : weekdayRange(word);
      if (several === undefined) return bad(say.weekday());
      for (const one of several) days.add(one);
    }
    return days.size === 0 ? null : WEEKDAYS.filter((day) => days.has(day));
  },
  { editor: wordsOf() },
);

const LIST = 'not a list of words (write children;news)';

/** The words of a list, each once. */
export const listedWords = (text: string): readonly string[] =>
  [
    ...new Set(
      withoutBrackets(text)
        .split(/[;,|\n]/)
        .map((word) => word.trim()),
    ),
  ].filter((word) => word !== '');

/** Words with `;`, `,` or `|` between, each once, in the order given. Empty: none. */
export const wordList: CellSchema<readonly string[]> = cell(
  'words with commas or semicolons between',
  (text) => {
    if (isNothingWord(text)) return [];
    const words = listedWords(text);
    return words.some((word) => /[{}[\]"]/.test(word)) ? bad(LIST) : words;
  },
  { editor: wordsOf() },
);

/**
 * A list without the brackets and quotes by which databases and programs write it: `{Mon,Wed}`, `["Mon","Wed"]`.
 *
 * @example
 * withoutBrackets('{"beer",wine}') // 'beer,wine'
 */
export function withoutBrackets(text: string): string {
  const inner = /^(?:\{(.*)\}|\[(.*)\])$/s.exec(text);
  if (inner === null) return text;
  return (inner[1] ?? inner[2] ?? '').replace(/(^|[,;])\s*(["'])(.*?)\2\s*(?=[,;]|$)/g, '$1$3');
}

const WORKING: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** The days of "Mon-Fri", in their order; undefined where a part is no weekday, or the last is before the first. */
function weekdayRange(word: string): readonly Weekday[] | undefined {
  const [first, last, more] = word.split(/[-\u2010-\u2015]/).map((part) => WEEKDAYS.indexOf(weekdayOf(part)!));
  if (first === undefined || last === undefined || more !== undefined || first < 0 || last < first) return undefined;
  return WEEKDAYS.slice(first, last + 1);
}

/** A word without what its spellings differ in: letter case, and blanks or hyphens for underscores. */
const wordForm = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '_');

/** The one of a few words that a text names, in any letter case, as it is written in the list. */
export function oneOf<const C extends string>(choices: readonly C[], text: string): C | undefined {
  return choices.find((one) => wordForm(one) === wordForm(text));
}

/** One of a few words, in any letter case; read as written here. */
export function choice<const C extends string>(...choices: readonly C[]): CellSchema<C> {
  return filled(listed(choices), (value) => oneOf(choices, value) ?? bad(say.choice(choices)), {
    editor: wordsIn(choices),
  });
}

const RANKS = ['A+', 'A', 'B', 'C', 'Pending'] as const;

/** A calendar quarter, "Q3": also written 3, "Q 3" or "3Q". */
export const quarterCell: CellSchema<'Q1' | 'Q2' | 'Q3' | 'Q4'> = filled('Q1, Q2, Q3 or Q4', (value) => {
  const number = /^(?:Q(?:uarter|tr)?\.?[ -]?)?0?([1-4])(?:\.0+)?$|^([1-4])(?:st|nd|rd|th)? ?Q(?:uarter|tr)?\.?$/i.exec(
    value,
  );
  const digit = number?.[1] ?? number?.[2];
  return digit === undefined ? bad(say.choice(['Q1', 'Q2', 'Q3', 'Q4'])) : (`Q${digit}` as 'Q1');
});

/** Words that say that there is to be nothing: as a rank they would be lent at a low score. */
const REFUSING =
  /^(?:no|none|not? approved|never|false|n\/?a|x|blocked|banned|denied|declined|rejected|[-\u2010-\u2015])$/i;

/**
 * The rank of a partner, in any letter case and with or without a blank: `a +` is A+. A rank that nobody knows stays as
 * it is written.
 */
export const rank: CellSchema<string> = filled(`${listed(RANKS)}, in any letter case`, (value) =>
  REFUSING.test(value) ? bad(say.noRank()) : (oneOf(RANKS, value.normalize('NFKC').replace(/ (?=\+$)/, '')) ?? value),
);
