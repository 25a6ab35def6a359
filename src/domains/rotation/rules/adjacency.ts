import type { LimitRow } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import type { RotationAxis, World } from '../world/world.ts';
import { type Airings, airingsOf } from './rows/airings.ts';
import { limitsBeside } from './rows/history.ts';

/**
 * The order inside a break. Positions are no columns of the model: its limits say what nearly always suffices, and
 * what cannot be ordered after all comes back as a cut (`../model/order/`).
 */
export const adjacency = rule<typeof noParameters, World, RotationAxis>({
  name: 'adjacency',
  title: 'Order in a break',
  section: 'always',
  meaning:
    'In a break competitors (spots that share any category, of different parents) never stand side by side; a spot booked first or last stands there, so that there is one of each at the most.',
  formula: 'n spots of competitors need n - 1 others between them; spots with position first (last) in b <= 1',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const airings = airingsOf({ world, all });
    const more = (label: string) => `one more spot of ${label} side by side`;
    return [
      ...limitsBeside(airings, {
        rule: 'position',
        rows: places(airings),
        columns,
        more: (label) => `one more spot ${label}`,
      }),
      // Breaks hold spots of many categories, so that these hardly ever bind; and they are long.
      ...limitsBeside(airings, { rule: 'adjacency', rows: rivals(airings), columns, more }).map((limits) => ({
        ...limits,
        lazy: true,
      })),
    ];
  },
});

/** One spot that is booked first, and one that is booked last, in each break. */
function places({ world, all, by, spot }: Airings): readonly LimitRow[] {
  return (['first', 'last'] as const).flatMap((position) =>
    [...by((j) => (spot(j).position === position ? all.break[j]! : undefined))]
      .filter(([, columns]) => columns.length > 1)
      .map(([b, columns]) => ({ columns, most: 1, label: inBreak(world, `booked ${position}`, b) })),
  );
}

function rivals(airings: Airings): readonly LimitRow[] {
  return [...airings.by((j) => airings.all.break[j]!)].flatMap(([b, inside]) =>
    rivalSets(airings, inside).map(([category, own]) => {
      const rival = new Set(own);
      const uses = inside.map((j) => (rival.has(j) ? 1 : -1));
      return { columns: inside, uses, most: 1, label: inBreak(airings.world, category, b) };
    }),
  );
}

function inBreak({ breaks }: World, what: string, b: number): string {
  const { id, local, date } = breaks[b]!;
  return `${what} in ${id}, ${local} on ${date}`;
}

/**
 * The categories whose spots are all competitors of each other in a break, and their candidates there: their number less
 * that of the others in the break is 1 at the most. A category with a distance never has two in a break; spots of
 * one parent without separation may stand side by side, and so may those of a bundle.
 */
function rivalSets(
  { world: { scope }, spot }: Airings,
  inside: readonly number[],
): readonly (readonly [category: string, own: readonly number[]])[] {
  const categories = [...new Set(inside.flatMap((j) => spot(j).categories))].sort();
  return categories.flatMap((category) => {
    const own = inside.filter((j) => spot(j).categories.includes(category));
    const parents = new Set(own.map((j) => spot(j).parent));
    const { robust, competitive } = scope.rules;
    const distant = robust && (competitive[category] ?? 0) > 0 && !scope.relax.includes('competitive');
    if (distant || parents.size < 2 || own.some((j) => spot(j).separation === 0 || spot(j).bundle !== null)) return [];
    return [[category, own] as const];
  });
}
