import type { Block, Limits } from '../../../kernel/model.ts';
import { type LimitRow, rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import type { CourseAxis, World } from '../world/world.ts';
import { instructorsIn, rowsByDay, totalOfDay, totalOfWeek } from './rows/slots.ts';
import { usedDay } from './rows/used.ts';
import { windowOf } from './rows/window.ts';

/** Instructors teach no more than they may. */
export const teaching = rule<typeof noParameters, World, CourseAxis>({
  name: 'teaching',
  title: 'What instructors teach',
  section: 'always',
  meaning:
    'An instructor teaches on no more days, no more periods a week and a day, and has no more free periods between meetings of a day, than the table instructors says. Where weeks differ, each kind of week counts alone.',
  formula: 'days(i) <= days, periods(i) <= periods, periods(i, d) <= day_periods, gaps(i, d) <= gaps',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const limited = new Map(world.tables.instructors.rows.map((row) => [row.instructor, row]));
    if (limited.size === 0) return [];
    const holders = instructorsIn(world, all);
    const ofWhom = (who: number) => limited.get(world.instructors[holders.of[who]!]!);
    const rows = { week: [] as LimitRow[], inner: [] as LimitRow[] };
    const blocks: Block[] = [];
    const used = holders.names.map((): number[] => []);
    let next = columns;
    const byDay = rowsByDay(world, holders, (who, first, label): readonly LimitRow[] => {
      const own = ofWhom(who);
      const day = totalOfDay(world, holders, who, first);
      if (own === undefined || day.columns.length === 0) return [];
      if (own.days !== null) {
        const helper = next++;
        const its = usedDay(world, all, { holders, who, first, helper, label });
        used[who]!.push(helper);
        rows.inner.push(...its.rows);
        blocks.push(its.block);
      }
      const gaps: LimitRow[] = [];
      if (own.gaps !== null) {
        const window = windowOf(world, all, { holders, who, first, most: 0, columns: next, label });
        blocks.push(window.block);
        next += window.helpers;
        rows.inner.push(...window.rows);
        // From end to end, less what is taught.
        const uses = [...window.beyond.map(() => 1), ...day.uses.map((use) => -use)];
        gaps.push({
          columns: [...window.beyond, ...day.columns],
          uses,
          most: own.gaps,
          label: `free periods of ${label}: at most ${own.gaps}`,
        });
      }
      return own.day_periods === null
        ? gaps
        : [...gaps, { ...day, most: own.day_periods, label: `periods of ${label}: at most ${own.day_periods}` }];
    });
    holders.names.forEach((name, who) => {
      const own = ofWhom(who);
      if (own?.days != null && used[who]!.length > 0)
        rows.week.push({ columns: used[who]!, most: own.days, label: `days of ${name}: at most ${own.days}` });
      if (own?.periods != null)
        rows.week.push({
          ...totalOfWeek(world, holders, who),
          most: own.periods,
          label: `periods of ${name}: at most ${own.periods}`,
        });
    });
    const more = (label: string) => `one more for ${label}`;
    const limits = (name: string, all: readonly LimitRow[]): readonly Limits[] =>
      rowLimits({ rule: name, rows: all, columns: next, more });
    return {
      helpers: next - columns,
      blocks,
      limits: [...limits('teaching', [...byDay, ...rows.week]), ...limits('taught', rows.inner)],
    };
  },
});
