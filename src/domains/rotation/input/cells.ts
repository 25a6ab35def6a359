import { bad, type CellSchema, cell, filled } from '../../../tables/cells/cell.ts';
import { orElse, wholeBetween, flag as yesOrNo } from '../../../tables/cells/cells.ts';
import { wordsIn, wordsOf as wordsOfAny } from '../../../tables/cells/editor.ts';
import { listedWords, oneOf } from '../../../tables/cells/words.ts';
import { listed } from '../../../tables/problems.ts';

export {
  clockCell,
  endCell,
  instantCell,
  momentCell,
  offsetCell,
  secondsBetween,
} from '../../../tables/cells/times.ts';

/** A whole number of a range, ends included. */
export const wholeFrom = wholeBetween;

/** A whole number from 1 to a day's seconds. */
export const positive: CellSchema<number> = wholeBetween(1, 86_400);

/** Words of a fixed few, in any letter case. */
export function choices<const W extends string>(known: readonly W[]): CellSchema<readonly W[]> {
  return cell(
    `${listed(known)}; several with commas or semicolons between`,
    (text) => {
      const words = listedWords(text).map((word) => oneOf(known, word));
      const own = words.filter((word) => word !== undefined);
      return own.length === words.length ? [...new Set(own)] : bad(`not one of ${known.join(', ')}`);
    },
    { editor: wordsOfAny(wordsIn(known)) },
  );
}

/** One of a few words, or its number in their order, from 1. */
export function ranked<const W extends string>(known: readonly W[]): CellSchema<W> {
  const words = known.map((word, at) => `${word} or ${at + 1}`).join(', ');
  const numbered = (text: string) => (/^[1-9]$/.test(text) ? known[Number(text) - 1] : undefined);
  return filled(words, (text) => oneOf(known, text) ?? numbered(text) ?? bad(`not one of ${words}`), {
    editor: wordsIn(
      known,
      known.map((_, at) => at + 1),
    ),
  });
}

/** true or false; empty reads as false. */
export const flag: CellSchema<boolean> = orElse(yesOrNo, false);

/** true or false; empty reads as null. */
export const maybeFlag: CellSchema<boolean | null> = orElse(yesOrNo, null);
