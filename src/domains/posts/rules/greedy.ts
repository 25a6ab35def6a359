import { noParameters, type Rule, rulesOver } from '../../../policy/rule.ts';
import { spokenText } from '../world/clock.ts';
import type { PostAxis, World } from '../world/world.ts';

const rule = rulesOver<World, PostAxis>();

/** What an earlier scheduler does, where the scenario asks for that. */
export const greedy = rule({
  name: 'greedy',
  title: 'The earlier scheduler',
  section: 'always',
  meaning:
    'With `mode: greedy_compat` each post has the hour that an earlier scheduler gives it: one post after the other, the more important ones first, each at the hour of least penalty. No other rule forbids anything then.',
  formula: 't(p) = the hour of least penalty beside the posts before p, where mode = greedy_compat',
  parameters: noParameters,
  filters: ({ world: { greedy: slots, posts, instants, ...world } }) =>
    slots === undefined
      ? []
      : [
          {
            step: 'greedy',
            text: 'the earlier scheduler has another time for the post',
            removes: ({ post, at }) => slots.get(post) !== instants[at],
            why: ({ post }) => {
              const slot = slots.get(post);
              return slot === undefined
                ? `the earlier scheduler finds no whole hour for ${posts[post]!.id}`
                : `the earlier scheduler puts ${posts[post]!.id} at ${spokenText(world.channelOf(post).clock, slot)}`;
            },
          },
        ],
});

/** A rule that is off where the schedule is the one of the earlier scheduler. */
export const exactOnly = <R extends Rule<World, PostAxis>>(exact: R): R => ({
  ...exact,
  bind: (own: unknown, world: World) => (world.greedy === undefined ? exact.bind(own, world) : undefined),
});
