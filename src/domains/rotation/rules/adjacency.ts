import { z } from 'zod';
import type { Candidates } from '../candidates.ts';
import type { Known } from '../known.ts';
import { groupsOf, limitsOf, type Row } from './rows.ts';
import type { Rule } from './rule.ts';

/**
 * The order inside a break. Positions are no columns of the model: its limits say what nearly always suffices, and
 * what cannot be ordered after all comes back as a cut (`../order.ts`).
 */
export const adjacency: Rule = {
  name: 'adjacency',
  title: 'Order in a break',
  section: 'always',
  meaning:
    'In a break competitors (spots that share any category, of different parents) never stand side by side; a spot booked first or last stands there, so that there is one of each at the most.',
  formula: 'n spots of competitors need n - 1 others between them; spots with position first (last) in b <= 1',
  parameters: z.strictObject({}),
  limits: (known, candidates, columns) => {
    const { world } = known;
    const at = (group: string, b: number) => {
      const { id, local, date } = world.breaks[b]!;
      return `${group} in ${id}, ${local} on ${date}`;
    };
    const places = (['first', 'last'] as const).flatMap((position) =>
      [
        ...groupsOf(candidates, (j) =>
          spotOf(known, candidates, j).position === position ? candidates.break[j]! : undefined,
        ),
      ]
        .filter(([, own]) => own.length > 1)
        .map(([b, own]): Row => ({ columns: own, most: 1, label: at(`booked ${position}`, b) })),
    );
    const rivals = [...groupsOf(candidates, (j) => candidates.break[j]!)].flatMap(([b, inside]) =>
      rivalSets(known, candidates, inside).map(([category, own]): Row => {
        const rival = new Set(own);
        return { columns: inside, uses: inside.map((j) => (rival.has(j) ? 1 : -1)), most: 1, label: at(category, b) };
      }),
    );
    const more = (label: string) => `one more spot of ${label} side by side`;
    return {
      limits: [
        ...limitsOf('position', places, columns, known, candidates, (label) => `one more spot ${label}`),
        // Breaks hold spots of many categories, so that these hardly ever bind; and they are long.
        ...limitsOf('adjacency', rivals, columns, known, candidates, more).map((limits) => ({ ...limits, lazy: true })),
      ],
    };
  },
};

const spotOf = ({ world }: Known, candidates: Candidates, j: number) => world.spots[candidates.spot[j]!]!;

/**
 * The categories whose spots are all competitors of each other in a break, and their candidates there: their number less
 * that of the others in the break is 1 at the most. A category with a distance never has two in a break; spots of
 * one parent without separation may stand side by side.
 */
function rivalSets(
  known: Known,
  candidates: Candidates,
  inside: readonly number[],
): readonly (readonly [category: string, own: readonly number[]])[] {
  const spot = (j: number) => spotOf(known, candidates, j);
  const categories = [...new Set(inside.flatMap((j) => spot(j).categories))].sort();
  return categories.flatMap((category) => {
    const own = inside.filter((j) => spot(j).categories.includes(category));
    const parents = new Set(own.map((j) => spot(j).parent));
    const { rules, relax } = known.settings;
    const distant = (rules.competitive[category] ?? 0) > 0 && !relax.includes('competitive');
    if (distant || parents.size < 2 || own.some((j) => spot(j).separation === 0)) return [];
    return [[category, own] as const];
  });
}
