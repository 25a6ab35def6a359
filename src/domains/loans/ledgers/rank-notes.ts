import { nearest } from '../../../problems/nearest.ts';
import { plural } from '../../../text/format.ts';
import type { World } from '../world.ts';
import { KNOWN_RANKS, meansNoLoans, rankOf, rankRulesOf } from './ranks.ts';

/**
 * What looks like a slip in the ranks of approvals and rules, and where ranks of one make wait differently. A make of the
 * rules that no other table knows is told where tables are held against each other.
 */
export const rankNotes = (world: World): readonly string[] => [
  ...unknownRanks(
    'approved_makes',
    world.approvals.map(({ rank }) => rank),
    'scores as Pending does and has the cap of C',
  ),
  ...unknownRanks(
    'rules',
    world.tables.rules.rows.map(({ rank }) => rank),
    'holds for no one',
  ),
  ...mixedCooldowns(world),
];

const UNRANKED = 'UNRANKED';

function unknownRanks(table: string, written: readonly (string | null)[], effect: string): readonly string[] {
  const known = new Set([...KNOWN_RANKS.map(rankOf), UNRANKED, '']);
  const rows = new Map<string, number>();
  for (const rank of written)
    if (rank !== null && !known.has(rankOf(rank)) && !meansNoLoans(rank)) rows.set(rank, (rows.get(rank) ?? 0) + 1);
  return [...rows].sort().map(([rank, count]) => {
    const close = KNOWN_RANKS.find((own) => rankOf(own) === nearest(rankOf(rank), KNOWN_RANKS.map(rankOf)));
    const maybe = close ? `; maybe ${close} is meant` : '';
    return `${table} has the rank "${rank}" in ${plural(count, 'row')}, which nobody knows: it ${effect}${maybe}`;
  });
}

/** Makes whose rows of the rules table give different days of cooldown. */
function mixedCooldowns({ approvals, tables }: World): readonly string[] {
  const rules = rankRulesOf(tables.rules.rows);
  return [...new Set(approvals.map(({ make }) => make))].sort().flatMap((make) => {
    const rows = rules.ofMake(make);
    if (new Set(rows.map((row) => row.cooldown_period)).size < 2) return [];
    const days = rows.map(({ rank, cooldown_period: own }) => `${rank ?? 'all ranks'} ${own ?? 'the usual days'}`);
    const silent = approvals
      .filter((own) => own.make === make && rules.ofRank(make, own.rank ?? 'C') === undefined)
      .map(({ rank }) => rank ?? 'C');
    const others = [...new Set(silent)].sort();
    const rest = others.length === 0 ? '' : `; ${others.join(', ')}, which it does not name, as ${rows[0]!.rank}`;
    return [
      `rules gives the ranks of ${make} different days of cooldown (${days.join(', ')}): each rank waits its own${rest}`,
    ];
  });
}
