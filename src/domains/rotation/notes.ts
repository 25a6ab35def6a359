import type { Asking } from '../../policy/kind.ts';
import { nearest } from '../../problems/nearest.ts';
import type { RotationSettings } from './scenario.ts';
import type { RotationAxis, World } from './world/world.ts';

type AskingRotation = Asking<RotationSettings, World, RotationAxis>;

/** So many spots without their order are named. */
const NAMED = 5;

/** What a reader should know of the tables, and that is no error. */
export const notesOf = (asking: AskingRotation): readonly string[] => [
  ...goneSpots(asking.world),
  ...strangeOrders(asking.world),
  ...strangeCategories(asking.world),
  ...lostBreaks(asking.world),
  ...voidLocks(asking.world),
  ...asideLocks(asking.world),
  ...otherDates(asking.world),
  ...hopeless(asking),
];

function goneSpots({ tables, spots }: World): readonly string[] {
  const known = new Set(spots.map(({ id }) => id));
  const gone = tables.published.rows.filter(({ spot }) => !known.has(spot)).length;
  return gone === 0 ? [] : [`${gone} published ${gone === 1 ? 'spot is' : 'spots are'} no longer among the spots`];
}

function strangeOrders({ tables }: World): readonly string[] {
  const orders = new Set(tables.orders.rows.map(({ id }) => id));
  const strangers = tables.spots.rows.filter(({ order }) => order !== null && !orders.has(order));
  if (strangers.length === 0) return [];
  const texts = strangers.map(({ id, order }) => `${id} names the order "${order}", which is not there`);
  return [texts.slice(0, NAMED).join('; ')];
}

/** Categories with a distance that no spot has: as likely a slip as a category of another evening. */
function strangeCategories({ scope, spots }: World): readonly string[] {
  const known = new Set(spots.flatMap(({ categories }) => categories));
  return Object.keys(scope.rules.competitive)
    .filter((category) => !known.has(category))
    .map((category) => {
      const close = nearest(category, [...known].sort());
      const maybe = close === undefined ? '' : `; maybe ${close} is meant`;
      return `rules.competitive names ${category}, a category of no spot${maybe}`;
    });
}

const lostBreaks = ({ lost }: World): readonly string[] =>
  lost.length === 0 ? [] : [`lost to a preemption: ${lost.join(', ')}`];

/** Locks that a live event made void, each a finding of the audit. */
const voidLocks = ({ voidLocks: locks }: World): readonly string[] =>
  locks.map(
    (lock) => `${lock.spot} is locked to ${lock.break}, and a live event has the air then: the lock does not hold`,
  );

const asideLocks = ({ asideLocks: locks }: World): readonly string[] =>
  locks.map(
    (lock) =>
      `${lock.spot} is locked to ${lock.break}, and the row of one of them was set aside: the lock does not hold`,
  );

/** Breaks that the tables have, and the scenario's dates have not. */
function otherDates({ tables, breaks, lost, scope }: World): readonly string[] {
  const known = new Set([...breaks.map(({ id }) => id), ...lost]);
  const others = tables.breaks.rows.filter(({ id }) => !known.has(id));
  if (others.length === 0) return [];
  const when = scope.days === 1 ? scope.date : `the ${scope.days} dates from ${scope.date}`;
  const [first] = others;
  return [
    `${others.length} of ${tables.breaks.rows.length} breaks ${others.length === 1 ? 'is not on' : 'are not on'} ${when}: no spot is planned there, such as in ${first!.id}`,
  ];
}

/** Guaranteed spots that no break can take, and what removed how many. */
function hopeless({ world, all, filters }: AskingRotation): readonly string[] {
  const able = new Set(all.spot);
  const none = world.spots.flatMap((spot, s) => (spot.tier === 0 && !able.has(s) ? [s] : []));
  return none.map((s) => {
    const first = world.breaks.map((_, b) => filters.findIndex(({ removes }) => removes({ spot: s, break: b })));
    const why = filters.flatMap(({ text }, f) => {
      const removed = first.filter((own) => own === f).length;
      return removed > 0 ? [`${text} (${removed})`] : [];
    });
    return `no break can take the guaranteed spot ${world.spots[s]!.id}: ${why.join('; ') || 'there are no breaks'}`;
  });
}
