import type { Length } from '../../../../tables/cells/week.ts';
import { WEEKDAYS } from '../../../../tables/dates.ts';
import type { LinkRow } from '../../tables.ts';
import type { Place } from '../../world/places.ts';
import type { World } from '../../world/world.ts';
import { minutesBetween } from './ways.ts';

/** When and where a placement is held. */
export interface Held {
  readonly meetings: readonly Length[];
  /** The first period of every meeting. */
  readonly start: number;
  readonly place: Place;
  /** The kinds of week in which it is held. */
  readonly kinds: readonly number[];
}

/** Whether a relation looks at the rooms. */
export const seesRooms = (relation: LinkRow['relation']): boolean =>
  relation === 'same_room' || relation === 'other_room' || relation === 'together';

const longest = ({ meetings }: Held) => Math.max(...meetings.map(({ periods }) => periods));
const endOf = (held: Held) => held.start + longest(held);
const daysOf = ({ meetings }: Held) => meetings.map(({ day }) => day);
const within = <V>(some: readonly V[], others: readonly V[]) => some.every((each) => others.includes(each));
const meet = <V>(some: readonly V[], others: readonly V[]) => some.some((each) => others.includes(each));

/** Whether two placements stand to each other as a link says. */
export function holds(world: World, { relation, minutes }: LinkRow, a: Held, b: Held): boolean {
  const sameWeek = meet(a.kinds, b.kinds);
  const length = (held: Held, day: Length['day']) => held.meetings.find((each) => each.day === day)?.periods ?? 0;
  const common = sameWeek ? daysOf(a).filter((day) => daysOf(b).includes(day)) : [];
  const free = (day: Length['day']) =>
    Math.max(b.start - a.start - length(a, day), a.start - b.start - length(b, day)) * world.week.minutes;
  const overlap = common.some((day) => free(day) < 0);
  switch (relation) {
    case 'same_start':
      return a.start === b.start;
    case 'same_time':
      return (a.start <= b.start && endOf(b) <= endOf(a)) || (b.start <= a.start && endOf(a) <= endOf(b));
    case 'other_time':
      return endOf(a) <= b.start || endOf(b) <= a.start;
    case 'same_days':
      return within(daysOf(a), daysOf(b)) || within(daysOf(b), daysOf(a));
    case 'other_days':
      return !meet(daysOf(a), daysOf(b));
    case 'same_weeks':
      return within(a.kinds, b.kinds) || within(b.kinds, a.kinds);
    case 'other_weeks':
      return !sameWeek;
    case 'overlap':
      return overlap;
    case 'apart':
      return !overlap;
    case 'after':
      return before(world, a, b);
    case 'in_a_row':
      return (
        sameWeek &&
        within(daysOf(a), daysOf(b)) &&
        within(daysOf(b), daysOf(a)) &&
        daysOf(a).every((day) => b.start === a.start + length(a, day))
      );
    case 'min_gap':
      return common.every((day) => free(day) >= minutes!);
    case 'work_day':
      return common.every((day) => {
        const end = Math.max(a.start + length(a, day), b.start + length(b, day));
        return (end - Math.min(a.start, b.start)) * world.week.minutes <= minutes!;
      });
    case 'same_room':
      return a.place.name === b.place.name;
    case 'other_room':
      return a.place.name !== b.place.name;
    case 'together':
      return common.every((day) => free(day) >= minutesBetween(world, a.place.building, b.place.building));
  }
}

/** Whether the first meeting of all of one placement has ended before the first one of another begins. */
function before({ kinds }: World, a: Held, b: Held): boolean {
  const first = (held: Held) => {
    const weeks = held.kinds.map((kind) => kinds.all[kind]!.weeks[0]!);
    // Days follow each other as in a calendar, in whatever order the scenario names them.
    const day = Math.min(...daysOf(held).map((each) => WEEKDAYS.indexOf(each)));
    return {
      week: Math.min(...weeks),
      day,
      periods: held.meetings.find((each) => each.day === WEEKDAYS[day])!.periods,
    };
  };
  const [one, other] = [first(a), first(b)];
  if (one.week !== other.week) return one.week < other.week;
  if (one.day !== other.day) return one.day < other.day;
  return a.start + one.periods <= b.start;
}
