import { styleOf } from '../audit/metric/words.ts';
import type { Page } from '../report/page.ts';
import type { Run } from '../runs/run.ts';
import { figureText } from '../text/figure.ts';
import { count, lowered, plural } from '../text/format.ts';

/** What one row of a schedule is called, and what the seed decides where schedules are equally good. */
export type TieWords = Pick<Page, 'noun' | 'choice' | 'metrics'>;

/**
 * What is fixed and what the seed decides, in plain words; where nobody asked, how to ask. Nothing where the schedule is
 * not proven to be the best, since then there is no set of best schedules.
 *
 * @example
 * determinedText({ status: 'optimal' }, {})
 * // { text: 'not asked: other schedules may be as good as this one. What they have in common is found with', option: '--ties' }
 */
export function determinedText(run: Determining, words: TieWords): Page['determined'] {
  const { status, decided = [], ranges, backbone, weeks, given } = run;
  if (status !== 'optimal' || weeks !== undefined || given !== undefined) return undefined;
  const by = decided.length === 0 ? '' : `ties are decided by ${decidedText(decided, words)}; `;
  if (ranges === undefined || backbone === undefined) {
    const others =
      by === ''
        ? 'not asked: other schedules may be as good as this one. What they have in common is found with'
        : `${by}what the seed decides after that is found with`;
    return { text: others, option: '--ties' };
  }
  return { text: `${by}${figuresText(ranges)}; ${rowsText(backbone, words)}.` };
}

type Determining = Pick<Run, 'status' | 'decided' | 'ranges' | 'backbone' | 'weeks' | 'given'>;

/** "days waited (4,512, the most that is possible), then pairs over their cap (0, the least that is possible)". */
function decidedText(decided: NonNullable<Run['decided']>, { metrics = {} }: TieWords): string {
  const texts = decided.map(({ metric, want, value, proven }) => {
    const { label = metric.replaceAll('_', ' '), unit } = metrics[metric] ?? {};
    const best = proven ? `, the ${want} that is possible` : ', not proven';
    return `${lowered(label)} (${figureText(value, styleOf(unit))}${best})`;
  });
  return texts.join(', then ');
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
