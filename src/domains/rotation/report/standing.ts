import { numberOf, type Page, recordsOf, sumOf, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { dollars, plural } from '../../../text/format.ts';
import { gapTexts } from '../../../text/gap.ts';

/**
 * What the verdict says: the value of each tier in the order in which they are served. The net score comes after all of
 * them and is what the placement costs, so that it is below zero and alone says little.
 */
export function standingOf(run: Run): NonNullable<Page['standing']> {
  const tiers = recordsOf(run.tables.tiers).filter((row) => numberOf(row, 'spots') > 0);
  const values = tiers.map((row) => `${textOf(row, 'tier')} ${dollars(numberOf(row, 'value_placed'))}`).join(', ');
  const cost = `the log costs ${costOf(run)}`;
  if (run.status === 'optimal')
    return {
      headline: values === '' ? 'Proven: there is nothing to place' : `Proven tier by tier: ${values}`,
      detail: `No tier can have more without taking from one before it. With these values kept, ${cost}${isFree(run) ? '' : ', and none costs less'}.`,
    };
  return {
    headline: values === '' ? 'Best found, not proven' : `Best found, not proven: ${values}`,
    detail: `The search stopped at its limit of effort. How much more is possible, tier by tier: ${gapTexts(run).join(', ')}. As it is, ${cost}.`,
  };
}

const CHARGES = [
  ['shift_penalty', 'minutes from wishes'],
  ['evenness_penalty', 'crowded hours'],
  ['make_good_penalty', 'make-goods in later windows'],
  ['changes_penalty', 'changes of the published log'],
  ['rotation_penalty', 'films out of rotation'],
] as const;

const isFree = ({ objective }: Run): boolean => (objective.total_penalties ?? 0) === 0;

/** "326 penalty points (minutes from wishes)". */
function costOf(run: Run): string {
  const { objective } = run;
  const paid = CHARGES.flatMap(([name, text]) => ((objective[name] ?? 0) === 0 ? [] : [text]));
  const reasons = paid.length === 0 ? '' : ` (${paid.join(', ')})`;
  return (isFree(run) ? 'no penalty points' : plural(objective.total_penalties!, 'penalty point')) + reasons;
}

/** The number beside the verdict. */
export function figureOf(run: Run): NonNullable<Page['figure']> {
  const booked = sumOf(recordsOf(run.tables.tiers), 'value_total');
  return {
    label: 'Value placed',
    value: dollars((run.metrics.value ?? 0) * 100),
    unit: `of ${dollars(booked)} booked`,
  };
}
