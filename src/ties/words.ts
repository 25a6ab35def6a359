import type { Page } from '../report/page.ts';
import type { Run } from '../runs/run.ts';
import { count, plural } from '../text/format.ts';

/** What one row of a schedule is called, and what the seed decides where schedules are equally good. */
export type TieWords = Pick<Page, 'noun' | 'choice'>;

/**
 * What is fixed and what the seed decides, in plain words; where nobody asked, how to ask. Nothing where the schedule is
 * not proven to be the best, since then there is no set of best schedules.
 *
 * @example
 * determinedText({ status: 'optimal' }, {})
 * // { text: 'not asked: other schedules may be as good as this one. What they have in common is found with', option: '--ties' }
 */
export function determinedText(
  { status, ranges, backbone, weeks, given }: Pick<Run, 'status' | 'ranges' | 'backbone' | 'weeks' | 'given'>,
  words: TieWords,
): Page['determined'] {
  if (status !== 'optimal' || weeks !== undefined || given !== undefined) return undefined;
  if (ranges === undefined || backbone === undefined)
    return {
      text: 'not asked: other schedules may be as good as this one. What they have in common is found with',
      option: '--ties',
    };
  return { text: `${figuresText(ranges)}; ${rowsText(backbone, words)}.` };
}

function figuresText(ranges: NonNullable<Run['ranges']>): string {
  const all = Object.values(ranges);
  const open = all.filter(({ least, most }) => least !== most).length;
  if (open === 0) return 'all figures are the same in every best schedule';
  const fixed = all.length - open;
  return `${count(fixed)} of ${plural(all.length, 'figure')} ${fixed === 1 ? 'is' : 'are'} the same in every best schedule, ${count(open)} can differ`;
}

function rowsText(
  { always, chosen, exact }: NonNullable<Run['backbone']>,
  { noun = ['row', 'rows'], choice = 'what stands where' }: TieWords,
): string {
  const rows = plural(chosen, ...noun);
  if (!exact) return `how many of ${rows} are in all of them was not found within the limit of effort`;
  if (chosen === 0) return 'the schedule is empty in all of them';
  if (always === chosen) return `so ${chosen === 1 ? 'is' : 'are'} all ${rows}: nothing is left to the seed`;
  return `${choice} is open in ${count(chosen - always)} of ${rows}: the seed decides`;
}
