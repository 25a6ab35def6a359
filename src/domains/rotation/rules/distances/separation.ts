import { z } from 'zod';
import type { LimitRow } from '../../../../policy/rows.ts';
import { rule } from '../../../../policy/rule.ts';
import type { RotationAxis, World } from '../../world/world.ts';
import { type Airings, airingsOf, nearText } from '../rows/airings.ts';
import { limitsBeside } from '../rows/history.ts';
import { oneOfEach } from '../rows/one-of-each.ts';
import { breaksIn, endToStart, runsOf, sharedBreaks, spanOf } from '../rows/windows.ts';

const parameters = z
  .int()
  .min(0)
  .max(86_400)
  .default(900)
  .describe('between two spots of an advertiser, where spot and order give none')
  .meta({ unit: 'seconds' });

/** Distance between the spots of one advertiser, or of one parent. Spots know their own (`../world/spots.ts`). */
export const separation = rule<typeof parameters, World, RotationAxis>({
  name: 'separation',
  title: 'Separation',
  section: 'rules',
  meaning:
    'Two spots of an advertiser, or of advertisers with one parent, keep the larger of their two separations, from the end of the earlier spot to the start of the later.',
  formula: 'start(s2) - end(s1) >= max(separation(s1), separation(s2)) for every two spots of the parent, s1 first',
  parameters,
  limits: ({ world, all, columns }) => {
    const airings = airingsOf({ world, all });
    const rows = [...airings.by((j) => airings.spot(j).parent)].flatMap(([parent, members]) =>
      cliques(airings, parent, oneOfEach(airings, members)),
    );
    const more = (label: string) => `a second spot of ${label}`;
    return limitsBeside(airings, { rule: 'separation', rows, columns, more }).map((limits) => ({
      ...limits,
      why: (_, candidate, holders) => whyApart(airings, candidate, holders[0]!),
    }));
  },
});

/** A cap of 1 in the rolling window is a separation as long as the window: as such it is one tight row. */
function reachOf({ world: { scope }, spot }: Airings, j: number, longest: number): number {
  const { separation: own, cap } = spot(j);
  const { robust, rolling_seconds: window } = scope.rules;
  // The window is from start to start: what is left of it after the spot that comes first.
  return cap === 1 ? Math.max(own, robust ? window : window - longest) : own;
}

const longestOf = ({ lengthOf }: Airings, members: readonly number[]): number =>
  Math.max(...members.map((j) => lengthOf(j)));

function whyApart(airings: Airings, candidate: number, holder: number): string {
  const own = Math.max(airings.spot(candidate).separation, airings.spot(holder).separation);
  const longest = longestOf(airings, [candidate, holder]);
  const need = Math.max(reachOf(airings, candidate, longest), reachOf(airings, holder, longest));
  const { parent } = airings.spot(candidate);
  const why = need > own ? `a cap allows ${parent} 1 in ${need} s` : `spots of ${parent} keep ${need} s`;
  return `${nearText(airings, holder, candidate)}; ${why}`;
}

/**
 * Spots of separation d or more exclude each other in every run of width d; and each of them excludes, in that run,
 * one run of every smaller width of the others: so every pair that collides stands in one row.
 */
function cliques(airings: Airings, parent: string, members: readonly number[]): readonly LimitRow[] {
  const { world, all } = airings;
  const longest = longestOf(airings, members);
  const reach = (j: number) => reachOf(airings, j, longest);
  const span = endToStart(airings, members);
  const widths = [...new Set(members.map(reach))].filter((width) => width > 0).sort((a, b) => b - a);
  const rows: readonly LimitRow[] = widths.flatMap((width) =>
    runsOf(world.breaks, breaksIn(members, all.break), width, span).flatMap((run) => {
      const inside = members.filter((j) => run.includes(all.break[j]!));
      const wide = inside.filter((j) => reach(j) >= width);
      if (wide.length === 0) return [];
      const label = `${parent} ${spanOf(world.breaks, run)}`;
      const narrow = inside.filter((j) => reach(j) < width);
      return narrower(airings, narrow, longest).map((more) => ({ columns: [...wide, ...more], most: 1, label }));
    }),
  );
  return [...rows, ...crowded(airings, parent, members)].filter(
    ({ columns: some, most }) => new Set(some.map((j) => all.spot[j]!)).size > most!,
  );
}

/** How many of a parent's spots a long break can hold. */
function crowded(airings: Airings, parent: string, members: readonly number[]): readonly LimitRow[] {
  const { all, world } = airings;
  const least = Math.min(...members.map((j) => airings.spot(j).separation));
  return sharedBreaks(airings, members, least).map(([b, most]) => ({
    columns: members.filter((j) => all.break[j] === b),
    most,
    label: `${parent} ${spanOf(world.breaks, [b])}`,
  }));
}

/** Sets of the narrower ones that exclude each other; where there is none, the empty set. */
function narrower(airings: Airings, narrow: readonly number[], longest: number): readonly (readonly number[])[] {
  const { world, all } = airings;
  const reach = (j: number) => reachOf(airings, j, longest);
  const sets = [...new Set(narrow.map(reach))].flatMap((width) => {
    const own = narrow.filter((j) => reach(j) >= width);
    if (width === 0) return [...new Set(own.map((j) => all.spot[j]!))].map((s) => own.filter((j) => all.spot[j] === s));
    return runsOf(world.breaks, breaksIn(own, all.break), width, endToStart(airings, own)).map((run) =>
      own.filter((j) => run.includes(all.break[j]!)),
    );
  });
  return sets.length > 0 ? sets : [[]];
}
