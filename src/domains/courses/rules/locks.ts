import { groupsBy, rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import { Refusal } from '../../../problems/problem.ts';
import type { Settings } from '../../../scenario/scenario.ts';
import { meetingText, periodOf } from '../../../tables/cells/week.ts';
import type { LockRow } from '../tables.ts';
import { whyNowhere } from '../world/nowhere.ts';
import type { CourseAxis, Placements, World } from '../world/world.ts';

/** A locked course meets exactly where it is locked. */
export const locks = rule<typeof noParameters, World, CourseAxis>({
  name: 'locks',
  title: 'Locks',
  section: 'always',
  meaning: 'A course with locks meets at these times. Meetings that it has beside them are as free as any.',
  formula: 'for each lock: meetings of the course at it = 1',
  parameters: noParameters,
  limits: ({ world, all, columns, settings }) => {
    const byCourse = groupsBy(all.count, (j) => all.course[j]!);
    const rows = [...world.locks].flatMap(([course, own]) => {
      const candidates = byCourse.get(course) ?? [];
      const several = world.courses[course]!.needs > 1;
      const why = candidates.length === 0 ? `, for which there is no placement: ${whyNowhere(world, course)}` : '';
      return (several ? own.map((lock) => [lock]) : [own]).map((together) => ({
        columns: holdingAll({ world, all, candidates, together, course, settings }),
        least: 1,
        label: `${lockText(world, together)}${why}`,
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
  readonly settings: Settings;
}

/** The candidates that have all of these meetings. A lock that none has is refused: it could never hold. */
function holdingAll({ world, all, candidates, together, course, settings }: Lock): readonly number[] {
  const { id, patterns } = world.courses[course]!;
  const periodsOn = (pattern: number, day: string) =>
    world.patterns[pattern]!.meetings.find((meeting) => meeting.day === day)?.periods;
  const hasAll = (pattern: number) => together.every(({ day, periods }) => periodsOn(pattern, day) === periods);
  const found = candidates.filter(
    (j) => hasAll(all.pattern[j]!) && together.every(({ start }) => periodOf(world.week, start) === all.start[j]),
  );
  // That a course has no placement at all is said by its own limit, and no fault of its locks.
  if (found.length > 0 || candidates.length === 0) return found;
  const own = patterns.map((pattern) => world.patterns[pattern]!.text).join(', ');
  const oneStart = new Set(together.map(({ start }) => periodOf(world.week, start))).size === 1;
  const [why, maybe] =
    oneStart && patterns.some(hasAll)
      ? [`is at a time that ${id} may not have`, 'Maybe add the time to allowed_times, or move the lock.']
      : [`fits none of the patterns of ${id}: ${own}`, LOCK_WAYS];
  const file = world.tables.locks.file;
  const where = 'locks' in settings && settings.locks !== undefined ? { path: ['locks'] } : { place: { file } };
  throw new Refusal([{ ...where, message: `the lock of ${lockText(world, together)} ${why}`, maybe }]);
}

const LOCK_WAYS = 'Maybe add the pattern, or lock all meetings of one pattern at one start.';

/** "ENG2003, Tue 13:30-15:00 and Thu 13:30-15:00" */
function lockText({ week }: World, together: readonly LockRow[]): string {
  const inOrder = together.toSorted((a, b) => week.days.indexOf(a.day) - week.days.indexOf(b.day));
  const times = inOrder.map(({ day, start, periods }) => {
    const from = periodOf(week, start) ?? 0;
    return meetingText(week, { day, from, to: from + periods });
  });
  return `${together[0]!.course}, ${times.join(' and ')}`;
}
