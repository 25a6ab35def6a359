import type { ScoreTerm } from '../../../../policy/kind.ts';
import type { RotationSettings } from '../../scenario.ts';
import { windowOf } from '../../world/owed.ts';
import { daysBetween } from '../../world/time.ts';
import type { RotationAxis, World } from '../../world/world.ts';
import { makeGoodPoints } from './points.ts';

/** What is owed is made good in the best of its windows, and early. */
export const makeGood: ScoreTerm<RotationSettings, World, RotationAxis> = {
  name: 'make_good',
  title: 'Make-good',
  section: 'weights',
  meaning:
    'A spot that is owed costs points for each window of `make_good` that is better than the one it airs in, and one point for each day that it waits. Where it is made good its wish costs nothing.',
  formula: 'w_make_good * (place of the window in make_good(s) - 1) + days since it was owed',
  parameters: makeGoodPoints,
  of: ({ settings, world, all }) => {
    return (j) => {
      const [s, b] = [all.spot[j]!, all.break[j]!];
      const owed = world.owed.get(s);
      const at = world.breaks[b]!;
      const window = windowOf(owed, at);
      if (owed === undefined || window === undefined || world.history[s] === 1) return undefined;
      if (world.published.get(s) === b) return undefined;
      const points = settings.weights.make_good * owed.windows.indexOf(window) + daysBetween(owed.day, at.date);
      return { points: 0 - points, text: `made good: ${window.replaceAll('_', ' ')}` };
    };
  },
};
