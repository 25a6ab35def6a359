import { sumOf } from '../../../audit/numbers.ts';
import { groupBy } from '../../../audit/rows.ts';
import type { Meeting, Week } from '../../../tables/cells/week.ts';
import { WEEKDAYS } from '../../../tables/dates.ts';
import type { LinkRow } from '../tables.ts';
import type { CourseFacts, Faults } from './facts.ts';
import type { Placement } from './look.ts';
import { wayMinutes } from './people.ts';
import { weeksOf } from './terms.ts';

/** Two placements of linked courses that do not stand to each other as they should. */
interface Broken {
  readonly link: LinkRow;
  readonly rows: readonly [first: Placement, second: Placement];
}

function brokenLinks(facts: CourseFacts): readonly Broken[] {
  const placed = groupBy(facts.rows, ({ course }) => course.course);
  return facts.tables.links.rows.flatMap((link) =>
    (placed.get(link.first) ?? []).flatMap((first) =>
      (placed.get(link.second) ?? []).flatMap((second): readonly Broken[] =>
        stands(facts, link, first, second) ? [] : [{ link, rows: [first, second] }],
      ),
    ),
  );
}

/** Links that are broken, where they may not be. */
export const looseLinks = (facts: CourseFacts): Faults =>
  brokenLinks(facts)
    .filter(({ link }) => link.penalty === null)
    .map(({ link: { first, second, relation, minutes }, rows }) => ({
      entity: first,
      text: `${first} (${rows[0].text}) and ${second} (${rows[1].text}) are not ${relation}${minutes === null ? '' : ` ${minutes}`}`,
      rows,
    }));

/** What broken links cost. */
export const linksPenalty = (facts: CourseFacts): number => sumOf(brokenLinks(facts), ({ link }) => link.penalty ?? 0);

/** The hours of the day that a placement takes, whatever its day: from the first minute to the last. */
const hours = ({ meetings }: Placement) => ({
  from: Math.min(...meetings.map(({ from }) => from)),
  to: Math.max(...meetings.map(({ to }) => to)),
});

const days = ({ meetings }: Placement) => new Set(meetings.map(({ day }) => day));
const isPartOf = <V>(a: ReadonlySet<V>, b: ReadonlySet<V>) => [...a].every((each) => b.has(each));
const isApart = <V>(a: ReadonlySet<V>, b: ReadonlySet<V>) => ![...a].some((each) => b.has(each));

/** Pairs of meetings of one day of one week. */
function together(facts: CourseFacts, first: Placement, second: Placement) {
  if (!weeksOf(facts).some((week) => first.heldIn(week) && second.heldIn(week))) return [];
  return first.meetings.flatMap((one) =>
    second.meetings.filter(({ day }) => day === one.day).map((other): readonly [Meeting, Meeting] => [one, other]),
  );
}

/** Whether two placements stand to each other as a link says: the relations of ITC-2019, and `in_a_row`. */
function stands(facts: CourseFacts, { relation, minutes }: LinkRow, first: Placement, second: Placement): boolean {
  const { week } = facts.settings;
  const [a, b] = [hours(first), hours(second)];
  const pairs = together(facts, first, second);
  const weeks = (row: Placement) => new Set(weeksOf(facts).filter((number) => row.heldIn(number)));
  const pause = ([one, other]: readonly [Meeting, Meeting]) =>
    (one.from < other.from || (one.from === other.from && one.to <= other.to)
      ? other.from - one.to
      : one.from - other.to) * week.minutes;
  const isBeside = pairs.every(([one, other]) => one.to <= other.from || other.to <= one.from);
  const tests: Readonly<Record<LinkRow['relation'], () => boolean>> = {
    same_start: () => a.from === b.from,
    same_time: () => (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to),
    other_time: () => a.to <= b.from || b.to <= a.from,
    same_days: () => isPartOf(days(first), days(second)) || isPartOf(days(second), days(first)),
    other_days: () => isApart(days(first), days(second)),
    same_weeks: () => isPartOf(weeks(first), weeks(second)) || isPartOf(weeks(second), weeks(first)),
    other_weeks: () => isApart(weeks(first), weeks(second)),
    overlap: () => !isBeside,
    apart: () => isBeside,
    after: () => firstMinute(facts, first).end <= firstMinute(facts, second).begin,
    in_a_row: () =>
      pairs.length === first.meetings.length &&
      pairs.length === second.meetings.length &&
      pairs.every(([one, other]) => one.to === other.from),
    min_gap: () => pairs.every((pair) => pause(pair) >= minutes!),
    work_day: () =>
      pairs.every(
        ([one, other]) => (Math.max(one.to, other.to) - Math.min(one.from, other.from)) * week.minutes <= minutes!,
      ),
    same_room: () => first.room === second.room,
    other_room: () => first.room !== second.room,
    together: () => isBeside && pairs.every((pair) => pause(pair) >= wayMinutes(facts.tables, first, second)),
  };
  return tests[relation]();
}

/** When the first meeting of a placement in a term begins and ends, in periods since the term began. */
function firstMinute(facts: CourseFacts, row: Placement) {
  const { week } = facts.settings;
  const number = weeksOf(facts).find((each) => row.heldIn(each)) ?? 1;
  const first = row.meetings.toSorted((a, b) => place(week, a) - place(week, b))[0]!;
  const begin = number * 7 * week.periods + place(week, first);
  return { begin, end: begin + first.to - first.from };
}

/** In periods since Monday: days follow each other as in a calendar, however the scenario orders them. */
const place = (week: Week, { day, from }: Meeting): number => WEEKDAYS.indexOf(day) * week.periods + from;
