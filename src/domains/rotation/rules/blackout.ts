import { noParameters, rule } from '../../../policy/rule.ts';
import type { BlackoutRow } from '../tables.ts';
import type { Break } from '../world/breaks.ts';
import { broadcastSeconds, epochOf } from '../world/time.ts';
import { breakText, shortTime } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

/** A blackout, and for each break whether it reaches into it. */
interface Closed {
  readonly row: BlackoutRow;
  readonly covers: readonly boolean[];
}

/** Times that are closed to an advertiser, a category, or all. */
export const blackout = rule<typeof noParameters, World, RotationAxis, readonly Closed[]>({
  name: 'blackouts',
  title: 'Blackouts',
  section: 'always',
  meaning:
    'Breaks that reach into a blackout are closed to those it names: an advertiser or parent, a category, both together, or (where it names neither) everybody. Local times hold on every date.',
  formula: 'no spot that the blackout names in a break with start(b) < to and end(b) > from',
  parameters: noParameters,
  ledger: ({ world }) => world.tables.blackouts.rows.map((row) => ({ row, covers: coverOf(world, row) })),
  filters: ({ world, ledger }) => {
    if (ledger.length === 0) return [];
    const closing = (spot: number, b: number) =>
      ledger.find(({ row, covers }) => covers[b]! && closes(world, row, spot));
    return [
      {
        step: 'blackouts',
        text: 'a blackout covers the break',
        removes: (at) => closing(at.spot, at.break) !== undefined,
        why: (at) => {
          const { row } = closing(at.spot, at.break)!;
          const whom = [row.advertiser, row.category].filter((each) => each !== null).join(', ') || 'everybody';
          return `${breakText(world, at.break)} reaches into the blackout of ${whom}, ${shortTime(row.from)} to ${shortTime(row.to)}`;
        },
      },
    ];
  },
});

/** Whether a blackout is meant for a spot. */
export function closes({ spots }: World, { advertiser, category }: BlackoutRow, s: number): boolean {
  const spot = spots[s]!;
  const meant = advertiser === null || advertiser === spot.advertiser || advertiser === spot.parent;
  return meant && (category === null || spot.categories.includes(category));
}

/** For each break, whether it reaches into a blackout. */
export function coverOf({ breaks, clock: { dayStart } }: World, { from, to }: BlackoutRow): readonly boolean[] {
  if (from.includes('T') && to.includes('T')) {
    const [begin, end] = [epochOf(from), epochOf(to)];
    return breaks.map((each) => each.start < end && each.end > begin);
  }
  const begin = broadcastSeconds(from, dayStart);
  const last = broadcastSeconds(to, dayStart);
  const end = last <= begin ? last + 86_400 : last;
  // A blackout over the hour at which dates begin closes the end of one date and the begin of the next.
  const spans = [0, 86_400].map((back) => [begin - back, end - back] as const);
  return breaks.map(({ time, seconds }: Break) => spans.some(([from, to]) => time < to && time + seconds > from));
}
