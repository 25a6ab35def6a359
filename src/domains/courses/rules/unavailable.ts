import { groupsBy, rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import { clockOf, dayName } from '../../../tables/cells/week.ts';
import type { UnavailableRow } from '../tables.ts';
import { type CourseAxis, kindsIn, spansOf, type World } from '../world/world.ts';

/** Nobody is scheduled when somebody cannot be had. A block is a limit of its own, so that a conflict can name it. */
export const unavailable = rule<typeof noParameters, World, CourseAxis>({
  name: 'unavailable',
  title: 'Unavailable times',
  section: 'always',
  meaning: 'A course does not meet while it, its instructor, its room or one of its curricula cannot be had.',
  formula: 'for each row of unavailable: courses of it that meet in its time = 0',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const byCourse = groupsBy(all.count, (j) => all.course[j]!);
    const byPlace = groupsBy(all.count, (j) => all.room[j]!);
    const rows = world.unavailable.map((row) => {
      const blocked = blockedSlots(world, row);
      const kinds = world.kinds.of(row.weeks, undefined);
      const own =
        row.room === null
          ? world.courses.flatMap((_, c) => (concerns(world, row, c) ? (byCourse.get(c) ?? []) : []))
          : (byPlace.get(world.places.findIndex(({ name }) => name === row.room)) ?? []);
      return {
        columns: own.filter(
          (j) =>
            kindsIn(world, all, j).some((kind) => kinds.includes(kind)) &&
            world.slots(all.pattern[j]!, all.start[j]!).some((slot) => blocked.has(slot)),
        ),
        most: 0,
        label: blockText(world, row),
      };
    });
    return rowLimits({ rule: 'unavailable', rows, columns, more: (label) => `free the time of ${label}` });
  },
});

function concerns({ courses, curricula, instructors }: World, row: UnavailableRow, c: number): boolean {
  const { id, curricula: own, instructors: teachers } = courses[c]!;
  if (row.course !== null) return row.course === id;
  if (row.curriculum !== null) return own.includes(curricula.indexOf(row.curriculum));
  return teachers.includes(instructors.indexOf(row.instructor!));
}

function blockedSlots({ week }: World, row: UnavailableRow): ReadonlySet<number> {
  const blocked = new Set<number>();
  week.days.forEach((day, d) => {
    if (row.day !== null && row.day !== day) return;
    for (const [from, to] of spansOf(week, row))
      for (let period = from; period < to; period++) blocked.add(d * week.periods + period);
  });
  return blocked;
}

/** "ENG2003, Tue 10:00-11:30" */
function blockText({ week }: World, row: UnavailableRow): string {
  const whose = row.course ?? row.curriculum ?? row.instructor ?? row.room;
  const when = row.day === null ? 'every day' : dayName(row.day);
  const spans = spansOf(week, row);
  const whole = spans.some(([from, to]) => from === 0 && to === week.periods);
  const times = spans.map(([from, to]) => `${clockOf(week, from)}\u2013${clockOf(week, to)}`).join(', ');
  const weeks = row.weeks === null ? '' : `, weeks ${row.weeks}`;
  return `${whose}, ${when}${whole ? '' : ` ${times}`}${weeks}`;
}
