import type { ScoreTerm } from '../../../policy/kind.ts';
import { changePoints, shiftPoints } from '../rules/weights/points.ts';
import type { RotationSettings } from '../scenario.ts';
import { isMakeGood } from '../world/owed.ts';
import { isFill, minutesFromWish } from '../world/spots.ts';
import { breakText, wishText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

type RotationTerm = ScoreTerm<RotationSettings, World, RotationAxis>;

/** Minutes from the wish. */
const shift: RotationTerm = {
  name: 'shift',
  title: 'Shift from the wish',
  section: 'weights',
  meaning: 'How far a spot starts from its wish; a minute begun counts as a whole one.',
  formula: 'w_shift * ceil(|start(b) - wish(s)| / 60)',
  parameters: shiftPoints,
  of: ({ settings, world, all }) => {
    const wishes = world.spots.map((_, s) => wishText(world, s));
    return (j) => {
      const s = all.spot[j]!;
      if (wishes[s] === '' || isMakeGood(world.owed.get(s), world.breaks[all.break[j]!]!)) return undefined;
      const minutes = minutesFromWish(world.spots[s]!, world.breaks[all.break[j]!]!);
      const text = minutes === 0 ? `at its wish, ${wishes[s]}` : `${minutes} min from its wish, ${wishes[s]}`;
      return { points: 0 - settings.weights.shift * minutes, text };
    };
  },
};

/** Changes against the published log. */
const changes: RotationTerm = {
  name: 'changes',
  title: 'Changes',
  section: 'weights',
  meaning: 'Every spot of the published log that airs in another break than was published costs points.',
  formula: 'w_changes * (b differs from the published break of s)',
  parameters: changePoints,
  of:
    ({ settings, world, all }) =>
    (j) => {
      const before = world.published.get(all.spot[j]!);
      if (before === undefined || before === all.break[j] || isFill(world.spots[all.spot[j]!]!)) return undefined;
      const published = before < 0 ? 'a break that is lost' : breakText(world, before);
      return { points: 0 - settings.weights.changes, text: `published in ${published}` };
    },
};

/** What an airing costs by itself; what it costs beside others the rules charge. */
export const terms: readonly RotationTerm[] = [shift, changes];
