import { stringify } from 'yaml';
import type { Audit } from '../../../src/audit/audit.ts';
import type { Instance, Schedule } from '../../../src/domain.ts';
import { courses } from '../../../src/domains/courses/index.ts';
import type { CourseSettings } from '../../../src/domains/courses/scenario.ts';
import type { CourseTables } from '../../../src/domains/courses/tables.ts';
import type { Solution } from '../../../src/kernel/model.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { Refusal } from '../../../src/problems/problem.ts';
import { schemaOf } from '../../../src/scenario/shape/general.ts';
import { validateAll } from '../../../src/tables/load.ts';

/** The keys of a scenario of courses, as YAML has them. */
export type Keys = Readonly<Record<string, unknown>>;

/** A week that is open: its settings and tables, and the question made of them. */
export interface Opened {
  readonly settings: CourseSettings;
  readonly tables: CourseTables;
  readonly instance: Instance;
}

/** Opens a week from the keys of its scenario. A row that is set aside is a fault of the test. */
export function open(keys: Keys): Opened {
  const parsed = schemaOf(courses).safeParse({ kind: 'courses', ...keys });
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  const settings = parsed.data as unknown as CourseSettings;
  const problems = courses.check!(settings);
  if (problems.length > 0) throw new Refusal(problems);
  const raw = courses.inline!({
    ...{ kind: 'courses', name: 'week', file: 'week.yaml', settings, expect: {}, overrides: [] },
    text: stringify(keys),
    place: () => ({ file: 'week.yaml', line: 1 }),
  });
  const { tables, quarantined } = validateAll(courses.tables, raw);
  if (quarantined.length > 0) throw new Error(JSON.stringify(quarantined));
  return { settings, tables: tables as unknown as CourseTables, instance: courses.open(settings, tables) };
}

/** What the auditor says of a schedule. */
export const judge = ({ settings, tables }: Opened, schedule: Schedule): Audit =>
  courses.audit(settings, tables as never, schedule);

/** The best timetable of a week, and what the auditor says of it. */
export interface Solved extends Opened {
  readonly solution: Solution;
  readonly schedule: Schedule;
  readonly audit: Audit;
  /** Each placement in short: "A tue:3+thu:3 10:30". */
  readonly placements: readonly string[];
}

/** Solves a week. */
export async function solved(keys: Keys): Promise<Solved> {
  const opened = open(keys);
  const solution = await solve(opened.instance.model, { seed: 42, seconds: 60 });
  const schedule = opened.instance.schedule(solution.chosen);
  const placements = schedule.map(({ course, pattern, start }) => `${course} ${pattern} ${start}`);
  return { ...opened, solution, schedule, audit: judge(opened, schedule), placements };
}

/** A placement as a row of a schedule: "A tue:3+thu:3 10:30". */
export const placement = (text: string) => {
  const [course = '', pattern = '', start = ''] = text.split(' ');
  return { course, pattern, start };
};
