import { groupsBy, rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import { Refusal } from '../../../problems/problem.ts';
import { meetingText, periodOf } from '../../../tables/cells/week.ts';
import type { LockRow } from '../tables.ts';
import type { CourseAxis, Placements, World } from '../world/world.ts';

/** A locked course meets exactly where it is locked. */
export const locks = rule<typeof noParameters, World, CourseAxis>({
  name: 'locks',
  title: 'Locks',
  section: 'always',
  meaning: 'A course with locks meets at these times. Meetings that it has beside them are as free as any.',
  formula: 'for each lock: meetings of the course at it = 1',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const byCourse = groupsBy(all.count, (j) => all.course[j]!);
    const rows = [...world.locks].flatMap(([course, own]) => {
      const candidates = byCourse.get(course) ?? [];
      const several = world.courses[course]!.needs > 1;
      return (several ? own.map((lock) => [lock]) : [own]).map((together) => ({
        columns: holdingAll({ world, all, candidates, together, course }),
        least: 1,
        label: lockText(world, together),
      }));
    });
    return rowLimits({ rule: 'locks', rows, columns, more: (label) => `lift the lock of ${label}` });
  },
});

interface Lock {
  readonly world: World;
  readonly all: Placements;
  readonly candidates: readonly number[];
  readonly together: readonly LockRow[];
  readonly course: number;
}

/** The candidates that have all of these meetings. A lock that none has is refused: it could never hold. */
function holdingAll({ world, all, candidates, together, course }: Lock): readonly number[] {
  const found = candidates.filter((j) =>
    together.every(({ day, start, periods }) =>
      world.patterns[all.pattern[j]!]!.meetings.some(
        (length) => length.day === day && length.periods === periods && periodOf(world.week, start) === all.start[j]!,
      ),
    ),
  );
  if (found.length > 0) return found;
  const { id, patterns } = world.courses[course]!;
  const own = patterns.map((pattern) => world.patterns[pattern]!.text).join(', ');
  const message = `the lock of ${lockText(world, together)} fits none of the patterns of ${id}: ${own}`;
  throw new Refusal([
    { path: ['locks'], message, maybe: 'Maybe add the pattern, or lock all meetings of one pattern at one start.' },
  ]);
}

/** "ENG2003, Tue 13:30-15:00 and Thu 13:30-15:00" */
function lockText({ week }: World, together: readonly LockRow[]): string {
  const inOrder = together.toSorted((a, b) => week.days.indexOf(a.day) - week.days.indexOf(b.day));
  const times = inOrder.map(({ day, start, periods }) => {
    const from = periodOf(week, start) ?? 0;
    return meetingText(week, { day, from, to: from + periods });
  });
  return `${together[0]!.course}, ${times.join(' and ')}`;
}
