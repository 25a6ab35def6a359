import type { LimitRow } from '../../../policy/rows.ts';
import { groupsBy, rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import { breakText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

/** Spots that belong together. */
export const bundles = rule<typeof noParameters, World, RotationAxis>({
  name: 'bundles',
  title: 'Bookends and piggybacks',
  section: 'always',
  meaning:
    'The spots of a bundle air in one break, or none of them airs: those of a bookend first and last in it, those of a piggyback one directly after the other in the order of their parts. They keep no distance from each other, and all distances from others; caps count each of them. A bundle one of whose spots has aired or is settled holds no longer: the others air by themselves.',
  formula: 'x(s1, b) = x(s2, b) for every break b and every two spots of a bundle',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const places = groupsBy(all.count, (j) => `${all.spot[j]} ${all.break[j]}`);
    const at = (s: number, b: number) => places.get(`${s} ${b}`) ?? [];
    const about: { readonly mate: number; readonly b: number; readonly name: string; readonly barred: boolean }[] = [];
    const rows = world.bundles.flatMap(({ id, pairing, spots }) =>
      world.breaks.flatMap((slot, b) =>
        // Each needs the next, and the last one the first: so all air in the break, or none.
        spots.flatMap((s, k): readonly LimitRow[] => {
          const mate = spots[(k + 1) % spots.length]!;
          const [own, others] = [at(s, b), at(mate, b)];
          if (own.length === 0) return [];
          const name = `the ${pairing} ${id}`;
          about.push({ mate, b, name, barred: others.length === 0 });
          return [
            {
              columns: [...own, ...others],
              uses: [...own.map(() => 1), ...others.map(() => -1)],
              most: 0,
              label: `${name} in ${slot.id}, ${slot.local} on ${slot.date}`,
            },
          ];
        }),
      ),
    );
    const more = (label: string) => `a spot of ${label} without the next`;
    return rowLimits({ rule: 'bundles', rows, columns, more }).map((limits) => ({
      ...limits,
      fixed: true,
      why: (group) => {
        const { mate, b, name, barred } = about[group]!;
        const text = `${world.spots[mate]!.id} ${barred ? 'cannot air' : 'does not air'} in ${breakText(world, b)}`;
        return `${text}, and the spots of ${name} air together`;
      },
    }));
  },
});
