import type { Learnt, Slot } from './learn.ts';
import { betaOf, betaQuantile } from './maths/beta.ts';
import { stream } from './maths/random.ts';
import { slotOf } from './week.ts';

/**
 * An instant that could be chosen, with the weekday (0 is Monday) and the hour that clocks show there and then.
 *
 * @example
 * const learnt = learn([], { worth: (_, hour) => (hour === 9 ? 1 : 0) });
 * predict(learnt, [{ at: 0, weekday: 3, hour: 0 }], { most: 1 }).map(({ at, weekday }) => [at, weekday]) // [[0, 3]]
 */
export interface Instant {
  /** Seconds since 1970 in UTC. */
  readonly at: number;
  readonly weekday: number;
  readonly hour: number;
}

/**
 * An instant with what it is worth.
 *
 * @example
 * const learnt = learn([], { worth: (_, hour) => (hour === 9 ? 1 : 0) });
 * const [best] = predict(learnt, [{ at: 0, weekday: 3, hour: 0 }], { most: 1 });
 * best.score === best.mean // true
 */
export interface Prediction extends Slot {
  readonly at: number;
  /** What it is sorted by: the chance of success, or between it and a draw where there is exploration. */
  readonly score: number;
}

/**
 * How to choose among instants.
 *
 * @example
 * const learnt = learn([], { worth: (_, hour) => (hour === 9 ? 1 : 0) });
 * predict(learnt, [{ at: 0, weekday: 3, hour: 0 }], { most: 0 }) // []
 */
export interface PredictOptions {
  /** How many. */
  readonly most: number;
  /** From 0, the best by what is known, to 1, draws from what could be (Thompson 1933). 0 if absent. */
  readonly explore?: number;
  readonly seed?: number;
}

/**
 * The best instants by what was learnt, the best first, the earlier of equal ones first.
 *
 * @example
 * const learnt = learn([], { worth: (_, hour) => (hour === 9 ? 1 : 0) });
 * const instants = [8, 9, 10].map((hour) => ({ at: hour * 3600, weekday: 3, hour }));
 * predict(learnt, instants, { most: 2 }).map(({ hour, method, samples }) => [hour, method, samples]) // [[9, 'table', 0], [8, 'table', 0]]
 */
export function predict(
  learnt: Learnt,
  instants: readonly Instant[],
  { most, explore = 0, seed = 1 }: PredictOptions,
): readonly Prediction[] {
  const scores = explored(learnt, { explore, seed });
  return instants
    .map((instant): Prediction => {
      const slot = slotOf(instant);
      return { ...learnt.slots[slot]!, at: instant.at, score: scores[slot]! };
    })
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most);
}

/**
 * A score for each slot, in their order. Without exploration it is the chance of success. With it, the score is drawn away
 * from that towards one draw of the slot's distribution: slots of which little is known may come first by it.
 *
 * @example
 * const learnt = learn([], { worth: (_, hour) => (hour === 9 ? 1 : 0) });
 * explored(learnt, { explore: 0 })[9] === learnt.slots[9].mean // true
 */
export function explored(
  { slots }: { readonly slots: readonly Pick<Slot, 'mean' | 'variance'>[] },
  { explore, seed = 1 }: { readonly explore: number; readonly seed?: number },
): readonly number[] {
  if (!(explore > 0)) return slots.map(({ mean }) => mean);
  const share = Math.min(1, explore);
  const unit = stream(seed);
  return slots.map(({ mean, variance }) => {
    const draw = betaQuantile(betaOf(mean, variance), unit());
    return (1 - share) * mean + share * draw;
  });
}
