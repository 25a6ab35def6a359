import { domains } from '../../domains/index.ts';
import type { LearningSubject } from '../../learning.ts';
import { Refusal } from '../../problems/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type OwnKinds, opened, unsaid } from './open.ts';

/** The channels of a scenario, and what they are called. */
export interface Subjects {
  readonly kind: string;
  readonly title: string;
  readonly noun: readonly [one: string, several: string];
  /** The table that the scenario reads what was learnt from. */
  readonly table: string;
  readonly channels: readonly LearningSubject[];
}

/**
 * The channels of a scenario, whose hours can be learnt.
 *
 * @throws Refusal where its kind says of nothing what hours are worth.
 * @example
 * const loans = readScenario('scenarios/loans/la-week.yaml');
 * await subjectsOf(loans) // throws 'the kind loans has no hours to learn'
 */
export async function subjectsOf(scenario: Scenario, own: OwnKinds = {}): Promise<Subjects> {
  const { domain, tables } = await opened(scenario, own);
  const { learning, kind, noun } = domain;
  if (learning === undefined) throw unsaid(scenario, 'has no hours to learn', 'Maybe ask for its weights: --weights.');
  return {
    ...{ kind, noun, title: scenario.settings.title, table: learning.table },
    channels: learning.subjects(scenario.settings, tables),
  };
}

/**
 * Channels without a scenario: each by its platform, from the kind that knows it.
 *
 * @throws Refusal for a platform that no kind knows.
 * @example
 * subjectsOn([{ name: 'mine', platform: 'x', zone: 'UTC' }]).channels[0].worth(2, 9) // 1
 * subjectsOn([{ name: 'mine', platform: 'y', zone: 'UTC' }]) // throws 'no table says what hours are worth on "y"'
 */
export function subjectsOn(
  channels: readonly Pick<LearningSubject, 'name' | 'platform' | 'zone'>[],
  { kinds = [] }: OwnKinds = {},
): Subjects {
  const able = [...kinds, ...domains].filter(({ learning }) => learning !== undefined);
  const knowing = (platform: string) =>
    able.find(({ learning }) => learning!.worthOn(platform) !== undefined) ?? unknown(platform);
  const found = channels.map((channel) => {
    const domain = knowing(channel.platform);
    return { domain, channel: { ...channel, worth: domain.learning!.worthOn(channel.platform)! } };
  });
  const { kind, noun, title, learning } = found[0]?.domain ?? able[0]!;
  return { kind, noun, title, table: learning!.table, channels: found.map(({ channel }) => channel) };
}

function unknown(platform: string): never {
  const message = `no table says what hours are worth on "${platform}"`;
  const maybe =
    'Maybe one of: youtube, tiktok, instagram, twitter or x, linkedin, facebook; or name a scenario with the channel.';
  throw new Refusal([{ message, maybe }]);
}
