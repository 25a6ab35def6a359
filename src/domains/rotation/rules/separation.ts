import { z } from 'zod';
import type { RotationSettings } from '../scenario.ts';
import type { Spot } from '../spots.ts';
import { groupsOf, limitsOf, type Row } from './rows.ts';
import type { RuleOf } from './rule.ts';
import { breaksIn, runsOf, spanOf } from './windows.ts';

const parameters = z.strictObject({
  separation: z
    .int()
    .min(0)
    .max(86_400)
    .default(900)
    .describe('between two spots of an advertiser, where spot and order give none')
    .meta({ unit: 'seconds' }),
});

/** A cap of 1 in the rolling window is a separation as long as the window: as such it is one tight row. */
const reachOf = ({ separation: own, cap }: Spot, { rules }: RotationSettings): number =>
  cap === 1 ? Math.max(own, rules.rolling_seconds) : own;

/** Distance between the spots of one advertiser, or of one parent. */
export const separation: RuleOf<typeof parameters> = {
  name: 'separation',
  title: 'Separation',
  section: 'rules',
  meaning:
    'Two spots of an advertiser, or of advertisers with one parent, keep the larger of their two separations, from the end of the earlier break to the start of the later. Inside one break there is no distance.',
  formula:
    'start(b2) - end(b1) >= max(separation(s1), separation(s2)); so at most one of each run of breaks nearer than that',
  parameters,
  limits: (known, candidates, columns) => {
    const { world, settings } = known;
    const separationOf = (j: number) => reachOf(world.spots[candidates.spot[j]!]!, settings);
    const byParent = groupsOf(candidates, (j) => world.spots[candidates.spot[j]!]!.parent);
    const rows = [...byParent].flatMap(([parent, own]) => cliques(parent, own));
    return { limits: limitsOf('separation', rows, columns, known, candidates, (label) => `a second spot of ${label}`) };

    /**
     * Spots of separation d or more exclude each other in every run of width d; and each of them excludes, in that run,
     * one run of every smaller width of the others: so every pair that collides stands in one row.
     */
    function cliques(parent: string, own: readonly number[]): readonly Row[] {
      const widths = [...new Set(own.map(separationOf))].filter((width) => width > 0).sort((a, b) => b - a);
      return widths
        .flatMap((width) =>
          runsOf(world.breaks, breaksIn(own, candidates.break), width).flatMap((run) => {
            const inside = own.filter((j) => run.includes(candidates.break[j]!));
            const wide = inside.filter((j) => separationOf(j) >= width);
            if (wide.length === 0) return [];
            const label = `${parent} ${spanOf(world.breaks, run)}`;
            const narrow = inside.filter((j) => separationOf(j) < width);
            return narrower(narrow).map((more) => ({ columns: [...wide, ...more], most: 1, label }));
          }),
        )
        .filter(({ columns: some }) => new Set(some.map((j) => candidates.spot[j]!)).size > 1);
    }

    /** Sets of the narrower ones that exclude each other; where there is none, the empty set. */
    function narrower(narrow: readonly number[]): readonly (readonly number[])[] {
      const sets = [...new Set(narrow.map(separationOf))].flatMap((width) => {
        const own = narrow.filter((j) => separationOf(j) >= width);
        if (width === 0) return bySpot(own);
        return runsOf(world.breaks, breaksIn(own, candidates.break), width).map((run) =>
          own.filter((j) => run.includes(candidates.break[j]!)),
        );
      });
      return sets.length > 0 ? sets : [[]];
    }

    function bySpot(own: readonly number[]): readonly (readonly number[])[] {
      return [...new Set(own.map((j) => candidates.spot[j]!))].map((s) => own.filter((j) => candidates.spot[j] === s));
    }
  },
};
