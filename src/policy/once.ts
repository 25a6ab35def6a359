import { columnsOf, type RowShape } from './row.ts';
import { perValue } from './rows.ts';
import { noParameters, type Rule, rule } from './rule.ts';

/**
 * The rule that nothing is scheduled twice: of the candidates of each value of a key, one at the most. Only a key of one
 * field can have it so.
 */
export function onceOf<W, A extends string>(shape: RowShape<A>, names: (world: W) => readonly string[]): Rule<W, A> {
  const key = Object.keys(shape.key)[0] as A;
  const noun = columnsOf(shape).find(([name]) => name === key)![1].noun;
  return rule<typeof noParameters, W, A>({
    name: 'once',
    title: 'Once',
    section: 'always',
    meaning: `Each ${noun} is scheduled once at the most.`,
    formula: `rows of each ${noun} <= 1`,
    parameters: noParameters,
    limits: ({ world, all }) => [
      {
        ...perValue({ rule: 'once', group: all[key], names: names(world), most: 1, noun }),
        fixed: true,
        more: (value) => `another ${noun} like ${names(world)[value]}`,
      },
    ],
  });
}
