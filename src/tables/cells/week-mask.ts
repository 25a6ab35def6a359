/**
 * Whether something is held in a week of the term, weeks numbered from 1 on. A mask is `odd`, `even`, or first and last
 * weeks, both included: `1-6;8`. Nothing means every week.
 *
 * @example
 * [heldIn('odd', 3), heldIn('1-6;8', 7), heldIn(null, 7)] // [true, false, true]
 */
export function heldIn(mask: string | null | undefined, week: number): boolean {
  if (mask === null || mask === undefined || mask === '') return true;
  if (mask === 'odd' || mask === 'even') return (week % 2 === 1) === (mask === 'odd');
  return mask.split(';').some((span) => {
    const [first, last = first] = span.split('-').map(Number);
    return first! <= week && week <= last!;
  });
}

/**
 * The last week that masks tell from the others: beyond it, and one more for the rest, all weeks are alike. Two where
 * only odd and even ones are told apart.
 *
 * @example
 * [lastWeekOf(['odd']), lastWeekOf(['1-6;8', null])] // [2, 8]
 */
export function lastWeekOf(masks: Iterable<string | null | undefined>): number {
  let last = 1;
  for (const mask of masks) {
    if (mask === null || mask === undefined) continue;
    const named = mask === 'odd' || mask === 'even' ? [2] : mask.split(/[;-]/).map(Number);
    last = Math.max(last, ...named);
  }
  return last;
}
