import type { Limits } from '../../../kernel/model.ts';
import { groupsBy, type LimitRow } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import type { LinkRow } from '../tables.ts';
import { type CourseAxis, kindsIn, type Placements, type World } from '../world/world.ts';
import { pricedLimits } from './rows/priced.ts';
import { type Held, holds, seesRooms } from './rows/relations.ts';

/** Courses that belong together stand to each other as they should. */
export const links = rule<typeof noParameters, World, CourseAxis>({
  name: 'links',
  title: 'Courses that belong together',
  section: 'always',
  meaning:
    'Two linked courses stand to each other as the table links says; where it gives a penalty, each pair of their placements for which that is not so costs as many points.',
  formula:
    'for each link and each placement of the first: it, and placements of the second that do not fit, are not both',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const byCourse = groupsBy(all.count, (j) => all.course[j]!);
    const of = (id: string) => byCourse.get(world.courseAt(id)) ?? [];
    const byPenalty = groupsBy(world.links.length, (at) => world.links[at]!.penalty ?? false);
    return [...byPenalty].flatMap(([price, some]): readonly Limits[] => {
      const rows = some.flatMap((at) => {
        const link = world.links[at]!;
        return rowsOf(world, all, link, [of(link.first), of(link.second)]);
      });
      const more = (label: string) => `one exception for ${label}`;
      return pricedLimits({ rule: 'links', rows, columns, price, more });
    });
  },
});

type Both = readonly [first: readonly number[], second: readonly number[]];

/** For all placements of the first course that exclude the same ones of the second, one row. */
function rowsOf(world: World, all: Placements, link: LinkRow, [first, second]: Both): readonly LimitRow[] {
  const held = (j: number): Held => ({
    meetings: world.patterns[all.pattern[j]!]!.meetings,
    start: all.start[j]!,
    place: world.places[all.room[j]!]!,
    kinds: kindsIn(world, all, j),
  });
  // Placements at one time are alike to most relations.
  const sameFor = (j: number) => {
    const time = all.pattern[j]! * world.week.periods + all.start[j]!;
    return seesRooms(link.relation) ? time * world.places.length + all.room[j]! : time;
  };
  const alike = (own: readonly number[]) =>
    [...groupsBy(own.length, (k) => sameFor(own[k]!)).values()].map((some) => some.map((k) => own[k]!));
  const others = alike(second).map((candidates) => ({ candidates, held: held(candidates[0]!) }));
  const excluded = alike(first).map((candidates) => {
    const own = held(candidates[0]!);
    const not = others.flatMap((other, at) => (holds(world, link, own, other.held) ? [] : [at]));
    return { candidates, not };
  });
  const needs = (id: string) => world.courses[world.courseAt(id)]!.needs;
  // Of a course with one placement, all placements that exclude the same can share a row.
  const single = needs(link.first) === 1;
  const together = groupsBy(excluded.length, (at) => (single ? excluded[at]!.not.join() : String(at)));
  const label = `${link.first} and ${link.second}: ${link.relation}`;
  return [...together.values()].flatMap((some): readonly LimitRow[] => {
    const { not } = excluded[some[0]!]!;
    if (not.length === 0) return [];
    const own = some.flatMap((at) => excluded[at]!.candidates);
    const theirs = not.flatMap((at) => others[at]!.candidates);
    const most = needs(link.second);
    return [{ columns: [...own, ...theirs], uses: [...own.map(() => most), ...theirs.map(() => 1)], most, label }];
  });
}
