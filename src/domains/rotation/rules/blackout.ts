import { z } from 'zod';
import type { Break } from '../breaks.ts';
import type { Known } from '../known.ts';
import type { BlackoutRow } from '../tables.ts';
import { broadcastSeconds, epochOf } from '../time.ts';
import { breakText, shortTime } from '../words.ts';
import type { Rule } from './rule.ts';

/** Times that are closed to an advertiser, a category, or all. */
export const blackout: Rule = {
  name: 'blackouts',
  title: 'Blackouts',
  section: 'always',
  meaning:
    'Breaks that reach into a blackout are closed to those it names: an advertiser or parent, a category, both together, or (where it names neither) everybody. Local times hold on every date.',
  formula: 'no spot that the blackout names in a break with start(b) < to and end(b) > from',
  parameters: z.strictObject({}),
  filters: (known) => {
    const closed = known.tables.blackouts.rows.map((row) => ({ row, covers: coverOf(known, row) }));
    if (closed.length === 0) return [];
    return [
      {
        step: 'blackouts',
        text: 'a blackout covers the break',
        removes: (s, b) => closed.some(({ row, covers }) => covers[b]! && names(known, row, s)),
        why: (s, b) => {
          const { row } = closed.find((each) => each.covers[b]! && names(known, each.row, s))!;
          const whom = [row.advertiser, row.category].filter((each) => each !== null).join(', ') || 'everybody';
          return `${breakText(known.world, b)} reaches into the blackout of ${whom}, ${shortTime(row.from)} to ${shortTime(row.to)}`;
        },
      },
    ];
  },
};

function names({ world }: Known, { advertiser, category }: BlackoutRow, s: number): boolean {
  const spot = world.spots[s]!;
  const meant = advertiser === null || advertiser === spot.advertiser || advertiser === spot.parent;
  return meant && (category === null || spot.categories.includes(category));
}

/** For each break whether the blackout reaches into it. */
function coverOf({ world }: Known, { from, to }: BlackoutRow): readonly boolean[] {
  const { dayStart } = world.clock;
  if (from.includes('T') && to.includes('T')) {
    const [begin, end] = [epochOf(from), epochOf(to)];
    return world.breaks.map((each) => each.start < end && each.end > begin);
  }
  const begin = broadcastSeconds(from, dayStart);
  const last = broadcastSeconds(to, dayStart);
  const end = last <= begin ? last + 86_400 : last;
  return world.breaks.map(({ time, seconds }: Break) => time < end && time + seconds > begin);
}
