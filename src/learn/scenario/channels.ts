import type { LearningSubject } from '../../learning.ts';
import { type Learnt, learn } from '../learn.ts';
import { type Outcome, trialsOf } from '../outcomes.ts';

/**
 * What was learnt of one channel.
 *
 * @example
 * const channel = { name: 'ig', platform: 'instagram', zone: 'UTC', worth: () => 0.5 };
 * const [{ outcomes, learnt }] = learnChannels([{ channel, outcomes: [] }]);
 * [outcomes, learnt.verdict] // [0, 'few']
 */
export interface ChannelLearnt extends Pick<LearningSubject, 'name' | 'platform' | 'zone'> {
  /** All outcomes; the first ten are only looked back at. */
  readonly outcomes: number;
  readonly learnt: Learnt;
}

/**
 * Learns what hours and weekdays are worth, channel by channel. A success is an outcome above the running median of its
 * own channel.
 *
 * @throws Refusal where an outcome is out of range.
 * @example
 * const channel = { name: 'ig', platform: 'instagram', zone: 'UTC', worth: () => 0.5 };
 * learnChannels([{ channel, outcomes: [] }])[0].learnt.method // 'table'
 */
export function learnChannels(
  channels: readonly { readonly channel: LearningSubject; readonly outcomes: readonly Outcome[] }[],
  { seed = 1 }: { readonly seed?: number } = {},
): readonly ChannelLearnt[] {
  return channels.map(({ channel: { name, platform, zone, worth }, outcomes }) => ({
    ...{ name, platform, zone, outcomes: outcomes.length },
    learnt: learn(trialsOf(outcomes.map((outcome) => ({ ...outcome, group: name }))), { worth, seed }),
  }));
}
