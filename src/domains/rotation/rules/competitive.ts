import { z } from 'zod';
import { type Candidates, isRelaxed } from '../candidates.ts';
import type { Known } from '../known.ts';
import { exclusive } from './caps.ts';
import { groupsOf, historyOf, limitsOf, type Row } from './rows.ts';
import type { RuleOf } from './rule.ts';
import { breaksIn, runsOf, spanOf } from './windows.ts';

const parameters = z.strictObject({
  competitive: z
    .record(z.string(), z.int().min(0).max(86_400))
    .default({})
    .describe('by category: the distance between spots of different parents; 0 or absent: only never side by side')
    .meta({ unit: 'seconds' }),
});

/** Distance between competitors. */
export const competitive: RuleOf<typeof parameters> = {
  name: 'competitive',
  title: 'Competitive separation',
  section: 'rules',
  meaning:
    'Spots that share a category and belong to different parents keep the category’s distance, from the end of the earlier break to the start of the later; so never stand in one break. Competitors of a category without a distance may share a break, but never side by side.',
  formula: 'at most one parent of a category in each run of breaks nearer than competitive[category] seconds',
  parameters,
  limits: (known, candidates, columns) => {
    const at: Growing = { rows: [], links: [], helpers: 0, columns };
    for (const [category, seconds] of Object.entries(known.settings.rules.competitive).sort(byKey))
      if (seconds > 0) keepApart(known, candidates, category, seconds, at);
    const all = columns + at.helpers;
    const limits = (rule: string, rows: readonly Row[], more: (label: string) => string) =>
      limitsOf(rule, rows, all, known, candidates, more);
    const alone = (label: string) => `one spot of ${label} that competitors need not keep away from`;
    return {
      limits: [
        ...limits('competitive', at.rows, (label) => `a second advertiser of ${label}`),
        // They only say who is present: what they hold down, the limit above holds too.
        ...limits('competitive_presence', at.links, alone).map((each) => ({ ...each, fixed: true as const })),
      ],
      helpers: at.helpers,
    };
  },
};

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** Rows, and helper columns that say whether a parent is present in a run. */
interface Growing {
  readonly rows: Row[];
  readonly links: Row[];
  helpers: number;
  readonly columns: number;
}

/**
 * One parent in each run. A parent whose spots exclude each other in the run anyway stands in its row with its own
 * candidates; another with a helper column, which any of its candidates in the run raises to 1.
 */
function keepApart(known: Known, candidates: Candidates, category: string, seconds: number, at: Growing): void {
  const { world } = known;
  const history = historyOf(known, candidates);
  const spotOf = (j: number) => world.spots[candidates.spot[j]!]!;
  const own = groupsOf(candidates, (j) =>
    spotOf(j).categories.includes(category) && !isRelaxed(known, candidates, j, 'competitive') ? category : undefined,
  ).get(category);
  if (!own) return;
  for (const run of runsOf(world.breaks, breaksIn(own, candidates.break), seconds)) {
    const inside = own.filter((j) => run.includes(candidates.break[j]!));
    const parents = [...byParent(inside, (j) => spotOf(j).parent)];
    if (parents.length < 2) continue;
    const label = `${category} ${spanOf(world.breaks, run)}`;
    const aired = parents.filter(([, members]) => members.some((j) => history.has(j))).map(([parent]) => parent);
    if (aired.length > 0) {
      // Who has aired there keeps every other parent out.
      const late = inside.filter((j) => !history.has(j) && aired.some((parent) => parent !== spotOf(j).parent));
      if (late.length > 0) at.rows.push({ columns: late, most: 0, label });
      continue;
    }
    const columns: number[] = [];
    for (const [parent, members] of parents) {
      const cliques = exclusive(known, candidates, members);
      if (cliques.length === 1) {
        columns.push(...members);
        continue;
      }
      const helper = at.columns + at.helpers++;
      columns.push(helper);
      for (const clique of cliques)
        at.links.push({
          columns: [...clique, helper],
          uses: [...clique.map(() => 1), -1],
          most: 0,
          label: `${parent}, ${label}`,
        });
    }
    at.rows.push({ columns, most: 1, label });
  }
}

function byParent(columns: readonly number[], parentOf: (j: number) => string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const j of columns) groups.set(parentOf(j), [...(groups.get(parentOf(j)) ?? []), j]);
  return groups;
}
