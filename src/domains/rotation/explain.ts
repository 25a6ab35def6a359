import type { Schedule, Traits } from '../../domain.ts';
import { nearest } from '../../problems/nearest.ts';
import type { Fields } from '../../scenario/scenario.ts';
import { filtersOf } from './build.ts';
import type { Known } from './known.ts';
import type { Filter } from './rules/rule.ts';
import type { RotationSettings } from './scenario.ts';
import { secondsFromWish } from './spots.ts';
import { type RotationTables, TIERS } from './tables.ts';
import { worldOf } from './world.ts';

/** By what else spots in breaks may be asked for. */
export const TRAITS = ['advertiser', 'parent', 'tier', 'block', 'date'] as const;

/** What the tables say of a row of the log. */
export function traitsOf(settings: RotationSettings, tables: RotationTables): ReturnType<Traits['of']> {
  const { spots, breaks } = worldOf(settings, tables);
  const spotAt = new Map(spots.map((spot) => [spot.id, spot]));
  const breakAt = new Map(breaks.map((each) => [each.id, each]));
  return (row: Schedule[number]) => {
    const [spot, at] = [spotAt.get(String(row.spot)), breakAt.get(String(row.break))];
    return { ...(spot && ofSpot(spot)), ...(at && ofBreak(at)) };
  };
}

const ofSpot = ({ advertiser, parent, tier }: Known['world']['spots'][number]): Fields => ({
  ...{ advertiser, parent, tier: TIERS[tier]! },
});

const ofBreak = ({ block, date }: Known['world']['breaks'][number]): Fields => ({ block: block ?? '', date });

/**
 * Why no candidate has these fields: of one spot and one break every filter that removes it, with its figures; of more,
 * how many of the possibilities each filter removed first, with the one nearest to its wish. Nothing where there is a candidate.
 */
export function whyNot(settings: RotationSettings, tables: RotationTables, fields: Fields): readonly string[] {
  const known: Known = { settings, tables, world: worldOf(settings, tables) };
  const strange = strangers(known, fields);
  if (strange.length > 0) return strange;
  const { spots, breaks } = known.world;
  const own = spots.flatMap((spot, s) => (meets({ spot: spot.id, ...ofSpot(spot) }, fields) ? [s] : []));
  const at = breaks.flatMap((each, b) => (meets({ break: each.id, ...ofBreak(each) }, fields) ? [b] : []));
  if (own.length === 0 || at.length === 0)
    return [`there is no ${own.length === 0 ? 'spot' : 'break'} with all of these fields`];
  const filters = filtersOf(known);
  if (own.length * at.length === 1)
    return filters.filter(({ removes }) => removes(own[0]!, at[0]!)).map(({ why }) => why(own[0]!, at[0]!));
  return counted(known, filters, own, at);
}

/** What a filter removed: how many possibilities, and the one of them that is nearest to its wish. */
interface Removed {
  count: number;
  seconds: number;
  text: () => string;
}

/** By the first filter that removes each possibility; nothing where one of them is left. */
function counted(
  { world }: Known,
  filters: readonly Filter[],
  own: readonly number[],
  at: readonly number[],
): readonly string[] {
  const removed = new Map<string, Removed>();
  for (const s of own)
    for (const b of at) {
      const filter = filters.find(({ removes }) => removes(s, b));
      if (!filter) return [];
      const seconds = secondsFromWish(world.spots[s]!, world.breaks[b]!);
      const text = () => filter.why(s, b);
      const before = removed.get(filter.step);
      if (!before) removed.set(filter.step, { count: 1, seconds, text });
      else {
        before.count++;
        if (seconds < before.seconds) Object.assign(before, { seconds, text });
      }
    }
  // What is near to the wish says more than what is far from it, though that be more.
  return [...removed.values()]
    .sort((a, b) => a.seconds - b.seconds || b.count - a.count)
    .map(
      ({ count, text }) =>
        `${count} of ${own.length * at.length} possibilities: ${text()}${count > 1 ? ', and the like' : ''}`,
    );
}

/** Fields of a spot or of a break; those that the other has do not count. */
const meets = (own: Fields, asked: Fields): boolean =>
  Object.entries(asked).every(([name, value]) => own[name] === undefined || own[name] === value);

/** Names that are nothing of these tables and dates. */
function strangers(known: Known, fields: Fields): readonly string[] {
  const { spots, breaks } = known.world;
  const asked = [
    ['spot', spots.map(({ id }) => id), 'spot'],
    ['break', breaks.map(({ id }) => id), 'break'],
    ['advertiser', spots.map(({ advertiser }) => advertiser), 'spot of the advertiser'],
    ['parent', spots.map(({ parent }) => parent), 'spot of the parent'],
    ['tier', spots.map(({ tier }): string => TIERS[tier]!), 'spot of the tier'],
    ['block', breaks.map(({ block }) => block ?? ''), 'break in the block'],
    ['date', breaks.map(({ date }) => date), 'break on the date'],
  ] as const;
  return asked.flatMap(([name, ids, what]) => {
    const value = fields[name];
    if (value === undefined || ids.includes(value)) return [];
    const gone = name === 'break' ? lostText(known, value) : undefined;
    if (gone !== undefined) return [gone];
    const close = nearest(value, [...new Set(ids)]);
    return [`there is no ${what} ${value}${close === undefined ? '' : `; maybe ${close} is meant`}`];
  });
}

/** Where a break is that the tables have, and the log has not. */
function lostText({ world, tables, settings }: Known, id: string): string | undefined {
  if (world.lost.includes(id)) {
    const reasons = tables.preemptions.rows.flatMap(({ reason }) => reason ?? []);
    return `the break ${id} is lost to a preemption${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`;
  }
  const row = tables.breaks.rows.find((each) => each.id === id);
  if (row === undefined) return undefined;
  const days = settings.days === 1 ? settings.date : `the ${settings.days} dates from ${settings.date}`;
  return `the break ${id} is not on ${days}`;
}

/** The indices of a row of the log; undefined where the tables do not know them. */
export function placeOf({ spots, breaks }: Known['world'], row: Schedule[number]) {
  const [s, b] = [spots.findIndex(({ id }) => id === row.spot), breaks.findIndex(({ id }) => id === row.break)];
  return s < 0 || b < 0 ? undefined : { s, b };
}
