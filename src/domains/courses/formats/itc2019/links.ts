import { childOf, childrenOf, pairsOf, type Reading, type Texts, type Unread } from '../reading.ts';
import { MINUTES, SLOTS } from './times.ts';

/** Distributions that say how two classes stand to each other, and the relation of a link that means the same. */
const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['SameStart', 'same_start'],
  ['SameTime', 'same_time'],
  ['DifferentTime', 'other_time'],
  ['SameDays', 'same_days'],
  ['DifferentDays', 'other_days'],
  ['SameWeeks', 'same_weeks'],
  ['DifferentWeeks', 'other_weeks'],
  ['Overlap', 'overlap'],
  ['NotOverlap', 'apart'],
  ['SameRoom', 'same_room'],
  ['DifferentRoom', 'other_room'],
  ['SameAttendees', 'together'],
  ['Precedence', 'after'],
  ['MinGap', 'min_gap'],
  ['WorkDay', 'work_day'],
]);

/** More than any file has that could be solved. */
const MOST_LINKS = 1_000_000;

/** A link before it is a row. */
interface Link {
  readonly first: string;
  readonly second: string;
  readonly relation: string;
  minutes: number | undefined;
  /** Points; undefined where it must hold. */
  penalty: number | undefined;
}

/**
 * Distributions as links, one for each pair of their classes, in their order. Of two links that say the same of one
 * pair, one stays: that which must hold, or one with the points of both.
 */
export function distributions(
  reading: Reading,
  known: ReadonlySet<string>,
  weight: number,
  unread: Unread,
): readonly Texts[] {
  const { root, attribute, whole, wrong } = reading;
  const links = new Map<string, Link>();
  for (const at of childrenOf(childOf(root, 'distributions'), 'distribution')) {
    const [, type = '', , number] = /^([A-Za-z]+)(\(([\d,\s]*)\))?$/.exec(attribute(at, 'type')) ?? [];
    const isRequired = at.attributes.get('required') === 'true';
    const penalty = isRequired ? undefined : whole(at, 'penalty', 0, 1_000_000) * weight;
    const classes = childrenOf(at, 'class').map((one) => {
      const id = attribute(one, 'id');
      if (!known.has(id)) wrong(one, `there is no class ${id}`);
      return id;
    });
    const relation = RELATIONS.get(type);
    if (relation === undefined) {
      unread.add(`The distribution ${at.attributes.get('type')?.replace(/\(.*/, '')}`, penalty);
      continue;
    }
    const isMeasured = relation === 'min_gap' || relation === 'work_day';
    if (isMeasured !== (number !== undefined) || (isMeasured && !/^\d{1,3}$/.test(number!))) {
      wrong(at, `${type} needs ${isMeasured ? `a number of slots, such as ${type}(12)` : 'no number'}`);
      continue;
    }
    const slots = isMeasured ? Math.min(SLOTS, Number(number)) : undefined;
    if (new Set(classes).size < classes.length) wrong(at, `one of the classes of ${type} stands in it twice`);
    if (links.size + (classes.length * (classes.length - 1)) / 2 > MOST_LINKS) {
      wrong(at, `the distributions make more than ${MOST_LINKS / 1_000_000} million links of two classes each`);
      break;
    }
    pairsOf(classes).forEach(([first, second]) => {
      const minutes = slots === undefined ? undefined : slots * MINUTES;
      // The table has one row for two courses and a relation, and no relation but `after` has a direction.
      const [one, other] = relation === 'after' || first < second ? [first, second] : [second, first];
      const key = JSON.stringify([one, other, relation]);
      const before = links.get(key);
      if (before === undefined) links.set(key, { first: one, second: other, relation, minutes, penalty });
      else if (penalty === undefined && before.penalty === undefined) before.minutes = stricter(before, minutes);
      else if (before.minutes !== minutes) unread.add(`A second ${type} of the same two classes`, penalty);
      else
        before.penalty = penalty === undefined || before.penalty === undefined ? undefined : before.penalty + penalty;
    });
  }
  return [...links.values()].map(({ penalty, minutes, ...link }) => ({
    ...link,
    ...(minutes !== undefined && { minutes: String(minutes) }),
    ...(penalty !== undefined && { penalty: String(penalty) }),
  }));
}

/** The number of minutes of a link that must hold twice, so that both hold. */
const stricter = ({ relation, minutes: before }: Link, minutes: number | undefined): number | undefined =>
  before === undefined || minutes === undefined
    ? before
    : relation === 'work_day'
      ? Math.min(before, minutes)
      : Math.max(before, minutes);
