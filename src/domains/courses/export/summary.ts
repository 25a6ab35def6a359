import { recordsOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { lengthsOf, periodOf, type Week } from '../../../tables/cells/week.ts';
import type { CourseSettings } from '../scenario.ts';

/**
 * A run as one document in the words of an earlier scheduler: the best timetable and its alternatives, each by curriculum
 * and course, days from 0 on and periods from 0 on. Beside them stands what that scheduler did not say: the status, the
 * net score, the bound and the notes.
 */
export function summaryOf(run: Run): Readonly<Record<string, unknown>> {
  const { week } = run.scenario.settings as unknown as CourseSettings;
  const best = recordsOf(run.tables.timetable);
  const others = recordsOf(run.tables.alternatives).map((_, at) => alternative(run, best, String(at + 1)));
  const found = best.length === 0 ? [] : [best, ...others];
  return {
    n_solutions: found.length,
    solutions: found.map((rows, id) => ({ solution_id: String(id), curricula: curriculaOf(run, rows, week) })),
    status: run.status,
    net_score: run.objective.net_score ?? null,
    bound: run.objective.bound ?? null,
    warnings: run.notes,
  };
}

/** The rows of an alternative: those of the best timetable, less what goes, and what comes. */
function alternative(run: Run, best: readonly TableRecord[], number: string): readonly TableRecord[] {
  const changes = recordsOf(run.tables.alternative_rows).filter((row) => textOf(row, 'alternative') === number);
  const nameOf = (row: TableRecord) => JSON.stringify(['course', 'pattern', 'start'].map((name) => textOf(row, name)));
  const of = (change: string) => changes.filter((row) => textOf(row, 'change') === change);
  const gone = new Set(of('goes').map(nameOf));
  return [...best.filter((row) => !gone.has(nameOf(row))), ...of('comes')];
}

function curriculaOf(run: Run, rows: readonly TableRecord[], week: Week) {
  const listings = recordsOf(run.tables.listings);
  return [...new Set(listings.map((row) => textOf(row, 'curriculum')))].map((curriculum_id) => ({
    curriculum_id,
    courses: listings
      .filter((row) => textOf(row, 'curriculum') === curriculum_id)
      .map((row) => textOf(row, 'course'))
      .map((course_id) => ({
        course_id,
        schedule: rows.filter((row) => textOf(row, 'course') === course_id).flatMap((row) => lecturesOf(row, week)),
      })),
  }));
}

const lecturesOf = (row: TableRecord, week: Week) =>
  (lengthsOf(textOf(row, 'pattern')) ?? []).map(({ day, periods }) => ({
    day: week.days.indexOf(day),
    start: periodOf(week, textOf(row, 'start')),
    duration: periods,
  }));
