import { z } from 'zod';
import { groupsBy, type LimitRow } from '../../../../policy/rows.ts';
import { rule } from '../../../../policy/rule.ts';
import { refuseSlips } from '../../../../policy/slips.ts';
import type { RotationAxis, World } from '../../world/world.ts';
import { type Airings, airingsOf, nearText } from '../rows/airings.ts';
import { exclusive } from '../rows/caps.ts';
import { limitsBeside } from '../rows/history.ts';
import { breaksIn, endToStart, runsOf, sharedBreaks, spanOf } from '../rows/windows.ts';

const parameters = z
  .record(z.string(), z.int().min(0).max(86_400))
  .default({})
  .describe('by category: the distance between spots of different parents; 0 or absent: only never side by side')
  .meta({ unit: 'seconds' });

/** Distance between competitors. */
export const competitive = rule<typeof parameters, World, RotationAxis>({
  name: 'competitive',
  title: 'Competitive separation',
  section: 'rules',
  meaning:
    'Spots that share a category and belong to different parents keep the category’s distance, from the end of the earlier spot to the start of the later. Competitors of a category without a distance may share a break, but never stand side by side.',
  formula:
    'start(s2) - end(s1) >= competitive[category] for every two spots of the category of different parents, s1 first',
  parameters,
  limits: ({ own, world, all, columns }) => {
    refuseSlips({
      path: ['rules', 'competitive'],
      noun: 'category',
      written: Object.keys(own),
      known: categoriesOf(world),
    });
    const airings = airingsOf({ world, all });
    const apart: Apart = { rows: [], about: [], links: [], helpers: 0, columns };
    for (const [category, seconds] of Object.entries(own).sort(byKey))
      if (seconds > 0) keepApart(airings, { category, seconds }, apart);
    const extended = columns + apart.helpers;
    const limits = limitsBeside(airings, {
      rule: 'competitive',
      rows: apart.rows,
      columns: extended,
      more: (label) => `a second advertiser of ${label}`,
    });
    const presence = limitsBeside(airings, {
      rule: 'competitive_presence',
      rows: apart.links,
      columns: extended,
      more: (label) => `one spot of ${label} that competitors need not keep away from`,
    });
    return {
      limits: [
        ...limits.map((each) => ({
          ...each,
          why: (group: number, candidate: number, [holder]: Int32Array) => {
            const { category, seconds, aired } = apart.about[group]!;
            const other = holder ?? aired;
            const where = other === undefined ? each.label(group) : nearText(airings, other, candidate);
            return `${where}; competitors in ${category} keep ${seconds} s`;
          },
        })),
        // They only say who is present: what they hold down, the limit above holds too.
        ...presence.map((each) => ({ ...each, fixed: true as const })),
      ],
      helpers: apart.helpers,
    };
  },
});

/** Every category that a table names. */
const categoriesOf = ({ tables: { spots, orders, creatives, blackouts } }: World): readonly string[] => [
  ...[...spots.rows, ...orders.rows, ...creatives.rows].flatMap(({ categories }) => categories),
  ...blackouts.rows.flatMap(({ category }) => category ?? []),
];

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** A category, and how far its competitors keep apart. */
interface Distance {
  readonly category: string;
  readonly seconds: number;
}

/** Rows, what each is about, and helper columns that say whether a parent is present in a run. */
interface Apart {
  readonly rows: LimitRow[];
  /** For each row its distance, and an airing that has happened and keeps the others out. */
  readonly about: (Distance & { readonly aired?: number | undefined })[];
  readonly links: LimitRow[];
  helpers: number;
  readonly columns: number;
}

/**
 * One parent in each run, and in a long break as many as its seconds hold. A parent whose spots exclude each other in the run anyway stands in its row with its own
 * candidates; another with a helper column, which any of its candidates in the run raises to 1.
 */
function keepApart(airings: Airings, { category, seconds }: Distance, apart: Apart): void {
  const { world, all, spot, happened } = airings;
  const own = Array.from({ length: all.count }, (_, j) => j).filter(
    (j) => spot(j).categories.includes(category) && !airings.relaxed(j, 'competitive'),
  );
  const parentOf = (j: number) => spot(j).parent;
  for (const run of runsOf(world.breaks, breaksIn(own, all.break), seconds, endToStart(airings, own))) {
    const inside = own.filter((j) => run.includes(all.break[j]!));
    const present = new Set(inside);
    const parents = [...groupsBy(all.count, (j) => (present.has(j) ? parentOf(j) : undefined))];
    if (parents.length < 2) continue;
    const label = `${category} ${spanOf(world.breaks, run)}`;
    const aired = parents.flatMap(([parent, members]) => (members.some(happened) ? [parent] : []));
    if (aired.length > 0) {
      // Who has aired there keeps every other parent out.
      const late = inside.filter((j) => !happened(j) && aired.some((parent) => parent !== parentOf(j)));
      if (late.length === 0) continue;
      apart.rows.push({ columns: late, most: 0, label });
      apart.about.push({ category, seconds, aired: inside.find(happened) });
      continue;
    }
    const columns = parents.flatMap(([parent, members]) => {
      const cliques = exclusive(airings, members);
      return cliques.length === 1 ? members : [presenceOf(cliques, `${parent}, ${label}`, apart)];
    });
    apart.rows.push({ columns, most: 1, label });
    apart.about.push({ category, seconds });
  }
  for (const [b, most] of sharedBreaks(airings, own, seconds)) {
    const inside = own.filter((j) => all.break[j] === b);
    const parents = [...groupsBy(inside.length, (k) => parentOf(inside[k]!))];
    if (parents.length <= most || inside.some(happened)) continue;
    const label = `${category} ${spanOf(world.breaks, [b])}`;
    const columns = parents.flatMap(([parent, numbers]) => {
      const cliques = exclusive(
        airings,
        numbers.map((k) => inside[k]!),
      );
      return cliques.length === 1 ? cliques[0]! : [presenceOf(cliques, `${parent}, ${label}`, apart)];
    });
    apart.rows.push({ columns, most, label });
    apart.about.push({ category, seconds });
  }
}

/** A new helper column, which any of these candidates raises to 1. */
function presenceOf(cliques: readonly (readonly number[])[], label: string, apart: Apart): number {
  const helper = apart.columns + apart.helpers++;
  for (const clique of cliques)
    apart.links.push({ columns: [...clique, helper], uses: [...clique.map(() => 1), -1], most: 0, label });
  return helper;
}
