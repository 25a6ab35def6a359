import type { Axes } from './candidates.ts';
import { columnsOf, type RowShape } from './row.ts';
import { perValue } from './rows.ts';
import { noParameters, type Rule, rule } from './rule.ts';

/** What the rule follows from: the columns of a row, and the values of its axes. */
interface Keyed<W, A extends string> {
  readonly row: RowShape<A>;
  readonly axes: (world: W) => Axes<A>;
}

/**
 * The rule that nothing is scheduled twice: of the candidates of each value of a key, one at the most. Only a key of one
 * field can have it so.
 */
export function onceOf<W, A extends string>({ row, axes }: Keyed<W, A>): Rule<W, A> {
  const key = Object.keys(row.key)[0] as A;
  const noun = columnsOf(row).find(([name]) => name === key)![1].noun;
  return rule<typeof noParameters, W, A>({
    name: 'once',
    title: 'Once',
    section: 'always',
    meaning: `Each ${noun} is scheduled once at the most.`,
    formula: `rows of each ${noun} <= 1`,
    parameters: noParameters,
    limits: ({ world, all }) => {
      const names = axes(world)[key];
      const limits = perValue({ rule: 'once', group: all[key], names, most: 1, noun });
      return [{ ...limits, fixed: true, more: (value) => `another ${noun} like ${names[value]}` }];
    },
  });
}
