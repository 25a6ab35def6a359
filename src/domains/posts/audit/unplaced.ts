import type { PostFacts } from './beside.ts';
import { isGreedy } from './greedy.ts';
import { knownOf } from './known.ts';
import type { Publication } from './look.ts';
import { chancesOf, neighboursOf, obstaclesTo } from './obstacles.ts';

/** A post that is left out, why, and the best that it could have had. */
export interface Unplaced {
  readonly post: string;
  readonly channel: string;
  readonly priority: string;
  /** The rule that closes most of its instants. */
  readonly rule: string;
  /** How many instants its own times allow, and how many of them each rule closes. */
  readonly why: string;
  /** Its best instant of those that rules about itself leave open. */
  readonly best: Publication | undefined;
  /** Who holds that instant. */
  readonly holders: readonly string[];
}

/** Posts that are left out, by name. */
export function unplacedPosts(facts: PostFacts): readonly Unplaced[] {
  const placed = new Set(facts.rows.map(({ id }) => id));
  const missing = [...knownOf(facts).wanted.values()]
    .filter(({ id }) => !placed.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const near = neighboursOf(facts);
  return missing.map((wanted) => {
    const {
      id: post,
      row: { channel, priority },
    } = wanted;
    if (isGreedy(facts))
      return { post, channel, priority, rule: 'greedy', why: 'it finds no whole hour', best: undefined, holders: [] };
    const chances = chancesOf(facts, wanted).map((row) => ({ row, obstacles: obstaclesTo(near, row) }));
    const counts = new Map<string, number>();
    for (const { obstacles } of chances)
      for (const rule of new Set(obstacles.map((one) => one.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const most = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const free = chances.filter(({ obstacles }) => obstacles.length === 0).length;
    const isHeld = ({ obstacles }: (typeof chances)[number]) => obstacles.every(({ rule }) => !ALONE.has(rule));
    const best = chances.find(isHeld);
    return {
      post: wanted.id,
      channel: wanted.channel.row.channel,
      priority: wanted.row.priority,
      rule: chances.length === 0 ? 'possible' : free > 0 ? 'none' : (most[0]?.[0] ?? 'none'),
      why:
        chances.length === 0
          ? 'its channel has no time between its earliest time and its deadline'
          : [
              ...most.map(([rule, count]) => `${rule} ${count} of ${chances.length}`),
              ...(free > 0 ? [`${free} free`] : []),
            ].join('; '),
      best: best?.row,
      holders: [...new Set(best?.obstacles.flatMap(({ by }) => (by === undefined ? [] : [by])) ?? [])],
    };
  });
}

/** Rules that close an instant whatever else is published. */
const ALONE = new Set(['possible', 'blackouts', 'quiet_hours', 'type_hours', 'holidays', 'score_floor']);

/** So many other instants are listed of each post. */
const NEXT = 3;

/** For each publication its next best instants, at which nothing is in its way if all others stay. */
export function alternativesOf(facts: PostFacts) {
  const near = neighboursOf(facts);
  const wanted = knownOf(facts).wanted;
  return (isGreedy(facts) ? [] : facts.rows).flatMap((row) => {
    const found: Publication[] = [];
    if (row.row.at !== null) return [];
    for (const chance of chancesOf(facts, wanted.get(row.id)!)) {
      if (found.length === NEXT) break;
      if (chance.at !== row.at && obstaclesTo(near, chance).length === 0) found.push(chance);
    }
    return found.map((chance, k) => ({ row, chance, rank: k + 1 }));
  });
}
