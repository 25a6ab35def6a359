import { amount, percent, plural } from '../text/format.ts';
import type { Learnt, Slot, UsedMethod } from './learn.ts';
import type { Estimate } from './maths/bootstrap.ts';
import type { Method } from './methods.ts';

/** What was learnt from: "post", "posts". */
export type Noun = readonly [one: string, several: string];

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A weekday as a head of a column: 0 is "Mon". */
export const dayText = (weekday: number): string => DAYS[weekday] ?? '';

/** An hour as clocks show it: 9 is "9:00". */
export const hourText = (hour: number): string => `${hour}:00`;

/** A slot of the week: "Tue 9:00". */
export const slotText = ({ weekday, hour }: Pick<Slot, 'weekday' | 'hour'>): string =>
  `${dayText(weekday)} ${hourText(hour)}`;

/** What people call a method. */
export const METHOD_TEXT: Readonly<Record<Method, string>> = {
  mean: 'Overall mean',
  hour: 'Mean of the hour',
  table: 'Built-in table',
  shrinkage: 'Shrinkage',
  forest: 'Random forest',
};

/** What a method does, in a sentence. */
export const METHOD_MEANING: Readonly<Record<UsedMethod, string>> = {
  table: 'the built-in table, as strong as the outcomes support it',
  shrinkage:
    'shrinkage: a slot counts by its own outcomes as far as it has them, then by its band of the day and its weekday, then by the built-in table',
  forest: 'a random forest, which foretold later outcomes better than shrinkage',
};

/** A share with its interval: "3.2% (1.1% to 5.4%)". */
export const shareText = ({ value, low, high }: Estimate): string =>
  `${percent(value)} (${percent(low)} to ${percent(high)})`;

/** A ratio with its interval: "1.21 (1.02 to 1.40)". */
export const ratioText = ({ value, low, high }: Estimate): string =>
  `${amount(value, 2)} (${amount(low, 2)} to ${amount(high, 2)})`;

/**
 * What was learnt, in a sentence and what follows from it.
 *
 * @example
 * const learnt = learn([], { worth: (_, hour) => (hour === 9 ? 1 : 0) });
 * learntText(learnt, ['post', 'posts']).headline // '0 posts: too few to learn from, the built-in table stands'
 */
export function learntText(
  learnt: Learnt,
  [one, several]: Noun,
): { readonly headline: string; readonly detail: string } {
  const { samples, verdict, test } = learnt;
  const all = plural(samples, one, several);
  if (verdict === 'few')
    return {
      headline: `${all}: too few to learn from, the built-in table stands`,
      detail: `From 50 on, it is tested whether hour and weekday foretell what later ${several} do. Until then every slot is what the built-in table says of it, and the intervals are wide.`,
    };
  const used = test?.scores.find(({ method }) => method === (verdict === 'effect' ? learnt.method : 'shrinkage'));
  const share = used === undefined ? '' : shareText(used.explained);
  if (verdict === 'none')
    return {
      headline: `No effect of hour and weekday can be shown in ${all}`,
      detail: `Foretold in order of time, the hour explains ${share} of the variance: the interval holds 0. That does not say that there is none: so many ${several} show an effect only where it explains ${percent(test?.least ?? 1)} or more. The built-in table stands.`,
    };
  return {
    headline: `Hour and weekday matter: they explain ${share} of what later ${several} did`,
    detail: `Tested in order of time on ${plural(test?.tested ?? 0, one, several)} that the method had not seen. The rest is what else makes a ${one} go well. In use: ${METHOD_MEANING[learnt.method]}.`,
  };
}

/** What must be said beside every figure of learning. */
export const careText = ([one, several]: Noun): readonly string[] => [
  `This is association, not cause. The ${several} of one hour may differ from those of another in what they are, who made them and for whom: a slot may look good because good ${several} were put there.`,
  `A ${one} that goes elsewhere need not do as well as those that were there before. Only slots drawn by chance would tell: that is what exploration is for.`,
  'Intervals of a slot hold the true chance in 80 of 100 slots, not in each. Of 168 slots some look good by chance; shrinkage takes most of that back, not all.',
  'What held in the months that were learnt from may not hold in the next ones.',
];
