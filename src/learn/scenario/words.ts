import { amount, percent, plural } from '../../text/format.ts';
import { FEWEST_TRIALS, type Slot } from '../learn.ts';
import { learntText, type Noun, slotText } from '../words.ts';
import type { ChannelLearnt } from './channels.ts';
import type { WeightsProposal } from './weights.ts';

/** What was learnt of a channel, for a person. */
export interface ChannelText {
  readonly headline: string;
  readonly detail: string;
  /** By what slots are best: "Best by the built-in table, of hours that were tried:". */
  readonly lead: string;
  /** The best slots, each a row: slot, chance with its interval, outcomes. None where nothing was learnt. */
  readonly best: readonly (readonly string[])[];
}

const BEST = 5;

/**
 * What was learnt of a channel, in sentences, with its best five slots of those that were tried.
 *
 * @example
 * const learnt = learn([], { worth: () => 0.5 });
 * const channel = { name: 'ig', platform: 'instagram', zone: 'UTC', outcomes: 12, learnt };
 * channelText(channel, ['post', 'posts']).headline // 'ig: 12 posts, fewer than are needed to learn from; the built-in table stands'
 */
export function channelText({ name, outcomes, learnt }: ChannelLearnt, noun: Noun): ChannelText {
  const [one, several] = noun;
  if (learnt.verdict === 'few') {
    const judged = `${plural(learnt.samples, one, several)} can be judged, those after the first ten; ${FEWEST_TRIALS} are needed.`;
    const all = plural(outcomes, one, several);
    const headline = `${name}: ${all}, fewer than are needed to learn from; the built-in table stands`;
    return { headline, detail: outcomes === 0 ? '' : judged, lead: '', best: [] };
  }
  const { headline, detail } = learntText(learnt, noun);
  const text = `${name}: ${headline.charAt(0).toLowerCase()}${headline.slice(1)}`;
  const lead = `Best ${learnt.verdict === 'effect' ? 'by these outcomes' : 'by the built-in table'}, of the hours that were tried:`;
  return { headline: text, detail, lead, best: bestOf(learnt.slots).map((slot) => slotCells(slot, noun)) };
}

const bestOf = (slots: readonly Slot[]): readonly Slot[] =>
  slots
    .filter(({ samples }) => samples > 0)
    .toSorted((a, b) => b.mean - a.mean)
    .slice(0, BEST);

const slotCells = (slot: Slot, [one, several]: Noun): readonly string[] => [
  slotText(slot),
  `${percent(slot.mean)} (${percent(slot.low)} to ${percent(slot.high)})`,
  plural(slot.samples, one, several),
];

/** What outcomes say of weights, for a person. */
export interface WeightsText {
  readonly headline: string;
  readonly detail: string;
  /** Term, present weight, suggested weight with its interval, what follows: the first row is the head. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * What outcomes say of weights, in sentences and as a table.
 *
 * @example
 * const learnt = learnWeights([], { weights: { rank: 1 } });
 * const about = { kind: 'errands', title: 'Errands', noun: ['errand', 'errands'] as const, success: 'well' };
 * weightsText({ ...about, learnt, notes: [], overrides: [] }).headline // '0 errands with an outcome: too few to learn from'
 */
export function weightsText({ learnt, noun: [one, several], success }: WeightsProposal): WeightsText {
  const { samples, verdict, terms, test } = learnt;
  const all = plural(samples, one, several);
  const rows = [
    ['term', 'now', 'suggested', '', ''],
    ...terms.map(({ term, now, suggested: { value, low, high }, change }) => [
      ...[term, figureOf(now), figureOf(value), `${figureOf(low)} to ${figureOf(high)}`],
      CHANGES[change],
    ]),
  ];
  if (verdict === 'few' || test === null)
    return {
      headline: `${all} with an outcome: too few to learn from`,
      detail: `From 50 on, it is tested whether other weights foretell what later ${several} did.`,
      rows: [],
    };
  const gain = test.onPresent;
  const tested = `Tested in order of time on ${plural(test.tested, one, several)} that the weights had not seen; a success: ${success}. The Brier score of the suggested weights is ${gainText(gain.value)} better than that of the present ones (${gainText(gain.low)} to ${gainText(gain.high)}).`;
  if (verdict === 'none')
    return {
      headline: `No change of weights can be supported by ${all}`,
      detail: `${tested} The weights stand.`,
      rows,
    };
  const changed = terms.filter(({ change }) => change !== 'none').map(({ term }) => term);
  return {
    headline: `${all} support other weights: ${changed.join(', ')}`,
    detail: `${tested} It is a proposal, and association only: nothing is changed by it.`,
    rows,
  };
}

const CHANGES = { raise: 'raise it', lower: 'lower it', none: 'no change can be supported' } as const;

/** A weight with as many digits as matter beside its size. */
const figureOf = (value: number): string => amount(value, Number.isInteger(value) || Math.abs(value) >= 10 ? 0 : 3);
const gainText = (value: number): string => amount(value, 4);
