import { courses } from '../../../../src/domains/courses/index.ts';
import type { CourseSettings } from '../../../../src/domains/courses/scenario.ts';
import type { CourseTables } from '../../../../src/domains/courses/tables.ts';
import { solve } from '../../../../src/kernel/solve.ts';
import { Refusal } from '../../../../src/problems/problem.ts';
import { schemaOf } from '../../../../src/scenario/shape/general.ts';
import type { Imported, ImportFormat } from '../../../../src/tables/imports/format.ts';
import { validateAll } from '../../../../src/tables/load.ts';
import type { RawTable } from '../../../../src/tables/table.ts';
import type { Opened } from '../weeks.ts';

/** Rows of texts as a source of data gives them. */
function rawOf([name, rows]: readonly [string, Imported['tables'][string]]): RawTable {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { name, file: `${name}.csv`, header, rows: rows.map((row) => header.map((column) => row[column] ?? '')) };
}

/** Opens what was read, as a scenario with these tables would be. A row that is set aside is a fault of the reader. */
export function opened({ tables: found, keys }: Imported): Opened {
  const parsed = schemaOf(courses).safeParse({ kind: 'courses', ...keys });
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  const settings = parsed.data as unknown as CourseSettings;
  const problems = courses.check!(settings);
  if (problems.length > 0) throw new Refusal(problems);
  const raw = Object.entries(found).flatMap((table) => (table[1].length === 0 ? [] : [rawOf(table)]));
  const { tables, quarantined } = validateAll(courses.tablesFor!(settings), raw);
  if (quarantined.length > 0) throw new Error(JSON.stringify(quarantined));
  return { settings, tables: tables as unknown as CourseTables, instance: courses.open(settings, tables) };
}

/** The best timetable of what was read: "1 mon:12+wed:12 08:30 R1" and what it nets. */
export async function best(found: Imported) {
  const one = opened(found);
  const solution = await solve(one.instance.model, { seed: 42, seconds: 60 });
  const schedule = one.instance.schedule(solution.chosen);
  const audit = courses.audit(one.settings, one.tables as never, schedule);
  return { ...one, schedule, audit, placements: schedule.map((row) => Object.values(row).join(' ').trim()) };
}

/** Line and message of each fault of a text. */
export function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ place, message }) => `${place?.line}: ${message}`);
  }
  return [];
}

/** What a format reads of a text. */
export const imported = (format: ImportFormat, text: string): Imported => format.read(text, 'week.xml');
