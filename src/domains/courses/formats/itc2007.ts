import { type Problem, Refusal } from '../../../problems/problem.ts';
import { clockOf, type Week } from '../../../tables/cells/week.ts';
import { WEEKDAYS } from '../../../tables/dates.ts';
import type { Imported, ImportFormat, ScheduleRows } from '../../../tables/imports/format.ts';
import { plural } from '../../../text/format.ts';

/** A line of words, and where it stands. */
interface Line {
  readonly words: readonly string[];
  readonly at: number;
}

/** The headings of the file, each with how many words a line under it has; curricula have at least so many. */
const SECTIONS = {
  COURSES: { words: 5, count: 'Courses', of: 'course teacher lectures min_days students' },
  ROOMS: { words: 2, count: 'Rooms', of: 'room seats' },
  CURRICULA: { words: 2, count: 'Curricula', of: 'curriculum courses course …' },
  UNAVAILABILITY_CONSTRAINTS: { words: 3, count: 'Constraints', of: 'course day period' },
} as const;
type Section = keyof typeof SECTIONS;

const HEADERS = ['Name', 'Courses', 'Rooms', 'Days', 'Periods_per_day', 'Curricula', 'Constraints'] as const;

/** The file as its header and the lines of its sections. */
function sectionsOf(text: string, file: string) {
  const problems: Problem[] = [];
  const wrong = (at: number, message: string) => problems.push({ message, place: { file, line: at } });
  const header = new Map<string, string>();
  const lines = new Map<Section, Line[]>();
  let open: Section | undefined;
  let ended = false;
  text.split(/\r\n|\r|\n/).forEach((source, index) => {
    const at = index + 1;
    const words = source.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0 || ended) {
      if (words.length > 0) wrong(at, 'nothing can stand after END.');
      return;
    }
    const heading = Object.keys(SECTIONS).find(
      (each): each is Section => words.length === 1 && words[0] === `${each}:`,
    );
    if (heading !== undefined) {
      if (lines.has(heading)) wrong(at, `${heading} begins twice`);
      open = heading;
      lines.set(heading, lines.get(heading) ?? []);
    } else if (words[0] === 'END.' && words.length === 1) ended = true;
    else if (open === undefined) {
      const [, name, value] = /^(\w+):\s*(.+?)\s*$/.exec(source) ?? [];
      if (name === undefined || !HEADERS.some((each) => each === name))
        wrong(at, `expected one of ${HEADERS.join(', ')}, each with a colon`);
      else if (header.has(name)) wrong(at, `${name} stands here twice`);
      else header.set(name, value!);
    } else {
      const { words: wanted, of } = SECTIONS[open];
      const fits = open === 'CURRICULA' ? words.length >= wanted : words.length === wanted;
      if (fits) lines.get(open)!.push({ words, at });
      else wrong(at, `a line of ${open} is: ${of}`);
    }
  });
  for (const section of Object.keys(SECTIONS) as Section[])
    if (!lines.has(section)) problems.push({ message: `there is no ${section}: in the file`, place: { file } });
  for (const name of HEADERS.filter((each) => !header.has(each)))
    problems.push({ message: `there is no ${name}: in the file`, place: { file } });
  for (const [section, { count }] of Object.entries(SECTIONS)) {
    const [said, found] = [header.get(count), lines.get(section as Section)?.length];
    if (said !== undefined && found !== undefined && said !== String(found))
      problems.push({ message: `${count}: ${said}, and ${section} has ${plural(found, 'line')}`, place: { file } });
  }
  if (!ended && problems.length === 0) problems.push({ message: 'the file ends before END.', place: { file } });
  if (problems.length > 0) throw new Refusal(problems);
  return { header, lines: (section: Section) => lines.get(section)! };
}

const MAX_DAYS = WEEKDAYS.length;

function read(text: string, file: string): Imported {
  const { header, lines } = sectionsOf(text, file);
  const problems: Problem[] = [];
  const wrong = (at: number | undefined, message: string) =>
    problems.push({ message, place: { file, ...(at !== undefined && { line: at }) } });
  const whole = (word: string, what: string, at?: number): number => {
    if (/^\d{1,6}$/.test(word)) return Number(word);
    wrong(at, `${what} is a whole number, and not "${word}"`);
    return 0;
  };
  const days = whole(header.get('Days')!, 'Days');
  const periods = whole(header.get('Periods_per_day')!, 'Periods_per_day');
  if (days < 1 || days > MAX_DAYS) wrong(undefined, `Days: ${days}, and a week has 1 to ${MAX_DAYS}`);
  if (periods < 1 || periods > 24) wrong(undefined, `Periods_per_day: ${periods}, and a day has 1 to 24`);
  const courses = lines('COURSES').map(({ words: [course, teacher, lectures, minDays, students], at }) => ({
    ...{ course: course!, at, lectures: whole(lectures!, 'the number of lectures', at) },
    row: {
      ...{ course: course!, periods: lectures!, meetings: lectures!, same_day: String(periods) },
      min_days: String(Math.max(1, whole(minDays!, 'the number of days', at))),
      ...{ instructors: teacher!, students: String(whole(students!, 'the number of students', at)) },
    },
  }));
  for (const { course, lectures, at } of courses) if (lectures < 1) wrong(at, `${course} has no lecture`);
  const known = new Set<string>();
  for (const { course, at } of courses) {
    if (known.has(course)) wrong(at, `${course} is there twice`);
    known.add(course);
  }
  const curricula = lines('CURRICULA').flatMap(({ words: [curriculum, count, ...own], at }) => {
    if (own.length !== whole(count!, 'the number of courses', at))
      wrong(at, `${curriculum} names ${plural(own.length, 'course')}, and says ${count}`);
    for (const course of own.filter((each) => !known.has(each))) wrong(at, `there is no course ${course}`);
    return own.map((course) => ({ curriculum: curriculum!, course }));
  });
  const unavailable = lines('UNAVAILABILITY_CONSTRAINTS').map(({ words: [course, day, period], at }) => {
    if (!known.has(course!)) wrong(at, `there is no course ${course}`);
    const [d, p] = [whole(day!, 'the day', at), whole(period!, 'the period', at)];
    if (d >= days) wrong(at, `day ${d} is none of the ${plural(days, 'day')}, which begin with 0`);
    if (p >= periods) wrong(at, `period ${p} is none of the ${plural(periods, 'period')} of a day, which begin with 0`);
    return { course: course!, day: WEEKDAYS[d] ?? '', periods: `${p}-${p}` };
  });
  const rooms = lines('ROOMS').map(({ words: [room, seats], at }) => ({
    room: room!,
    seats: String(whole(seats!, 'the number of seats', at)),
  }));
  if (problems.length > 0) throw new Refusal(problems);
  return {
    title: `${header.get('Name')}, of the competition ITC-2007`,
    tables: { courses: courses.map(({ row }) => row), curricula, unavailable, rooms },
    keys: {
      week: { days: WEEKDAYS.slice(0, days), periods, first: '08:00', minutes: 60 },
      rules: { seats: { penalty: 1 }, min_days: { penalty: 5 }, isolated: { cost: 2 }, room_stability: { cost: 1 } },
      solver: { seconds: 300 },
    },
    notes: [],
  };
}

/**
 * Curriculum-based course timetabling, the third track of the competition ITC-2007, in the formulation UD2: its four
 * hard rules, and its four penalties (1 for each student without a seat, 5 for each day too few, 2 for each lecture of a
 * curriculum that stands alone, 1 for each room beyond the first). Periods are hours from 08:00 on, which the format
 * does not know.
 */
export const itc2007: ImportFormat = {
  name: 'itc2007',
  title: 'curriculum-based course timetabling of the competition ITC-2007 (.ctt)',
  read,
};

/**
 * A solution of the competition: a line for each lecture, `course room day period`. A lecture that stands twice at one
 * time counts once, as the validator of the competition has it.
 *
 * @throws Refusal with the lines that are none.
 */
export function solutionOf(
  text: string,
  file: string,
  { settings: { week } }: { readonly settings: { readonly week: Week } },
): ScheduleRows {
  const { days, periods } = week;
  const starts = Array.from({ length: periods }, (_, period) => clockOf(week, period));
  const problems: Problem[] = [];
  const rows: Readonly<Record<string, string>>[] = [];
  const lines: number[] = [];
  const notes: string[] = [];
  const seen = new Map<string, number>();
  text.split(/\r\n|\r|\n/).forEach((source, index) => {
    const at = index + 1;
    const words = source.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) return;
    const [course, room, day, period] = words;
    const isPlace = words.length === 4 && [day, period].every((word) => /^\d{1,3}$/.test(word!));
    const [on, start] = [days[Number(day)], starts[Number(period)]];
    if (!isPlace || on === undefined || start === undefined) {
      const reason = isPlace ? `day ${day}, period ${period} is none of the week` : 'expected: course room day period';
      problems.push({ message: reason, place: { file, line: at, source, column: 1, length: source.length } });
      return;
    }
    const key = `${course} ${day} ${period}`;
    const before = seen.get(key);
    if (before !== undefined) {
      notes.push(
        `line ${at} of ${file} says again that ${course} meets on day ${day} in period ${period} (line ${before}): it is passed over`,
      );
      return;
    }
    seen.set(key, at);
    rows.push({ course: course!, pattern: `${on}:1`, start, room: room! });
    lines.push(at);
  });
  if (problems.length > 0) throw new Refusal(problems);
  return { rows, lines, notes };
}
