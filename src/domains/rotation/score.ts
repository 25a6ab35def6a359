import type { Term } from '../../domain.ts';
import type { Candidates } from './candidates.ts';
import type { Known } from './known.ts';
import { minutesFromWish } from './spots.ts';
import { breakText, wishText } from './words.ts';

/** Points of each candidate: what its shift and its change cost, below zero. */
export function scoresOf(known: Known, candidates: Candidates): Float64Array {
  return Float64Array.from(candidates.spot, (s, j) => {
    const b = candidates.break[j]!;
    return 0 - shiftCost(known, s, b) - changeCost(known, s, b);
  });
}

/** The same of one candidate, term by term, in words. */
export function termsOf(known: Known, candidates: Candidates, j: number): readonly Term[] {
  const { world } = known;
  const [s, b] = [candidates.spot[j]!, candidates.break[j]!];
  const minutes = minutesFromWish(world.spots[s]!, world.breaks[b]!);
  const wish = wishText(world, s);
  const before = world.published.get(s);
  const published = before === undefined || before < 0 ? 'a break that is lost' : breakText(world, before);
  return [
    ...(wish === ''
      ? []
      : [
          {
            name: 'shift',
            points: 0 - shiftCost(known, s, b),
            text: minutes === 0 ? `at its wish, ${wish}` : `${minutes} min from its wish, ${wish}`,
          },
        ]),
    ...(before === undefined || before === b
      ? []
      : [{ name: 'changes', points: 0 - changeCost(known, s, b), text: `published in ${published}` }]),
  ];
}

const shiftCost = ({ settings, world }: Known, s: number, b: number): number =>
  settings.weights.shift * minutesFromWish(world.spots[s]!, world.breaks[b]!);

const changeCost = ({ settings, world }: Known, s: number, b: number): number =>
  world.published.has(s) && world.published.get(s) !== b ? settings.weights.changes : 0;
