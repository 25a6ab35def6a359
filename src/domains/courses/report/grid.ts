import { chartBlock, type Datum, numberOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { dayName } from '../../../tables/cells/week.ts';
import { heldIn } from '../../../tables/cells/week-mask.ts';
import { plural } from '../../../text/format.ts';
import type { CourseSettings } from '../scenario.ts';

/** A week to draw: whose it is, its meetings, and what else is said of it. */
export interface Grid {
  readonly chart: 'courses-week' | 'courses-small';
  readonly name: string;
  readonly rows: readonly TableRecord[];
  /** What a meeting is that clashes with none. */
  readonly taken: (row: TableRecord) => string;
  readonly run: Run;
  /** All meetings of the run, by which the hours of all grids are the same. */
  readonly all: readonly TableRecord[];
  /** The rows of the table `days` with what each day is charged. */
  readonly charged?: readonly TableRecord[];
}

/** A week as a grid: its days side by side, from morning to night; what overlaps stands beside each other in red. */
export function weekGrid({ chart, name, rows, taken, run, all, charged = [] }: Grid) {
  const times = all.flatMap((row) => [minutes(row, 'from'), minutes(row, 'to')]);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const lanes = lanesOf(rows);
  const clashes = clashesIn(rows);
  const points = rows.map((row) => {
    const [from, to] = [minutes(row, 'from'), minutes(row, 'to')];
    const partners = rows.filter((other) => isClash(row, other)).map((other) => textOf(other, 'course'));
    const kind = partners.length > 0 ? 'clash' : taken(row);
    const [day, course] = [textOf(row, 'day'), textOf(row, 'course')];
    const fact = (label: string, text: string) => (text === '' ? [] : [[label, text] as const]);
    return {
      datum: { day, from, to, middle: (from + to) / 2, course, taken: kind, ...lanes.get(row)! },
      mark: {
        title: course,
        facts: [
          ['When', textOf(row, 'text')] as const,
          ...fact('Weeks', textOf(row, 'weeks')),
          ...fact('Room', textOf(row, 'room')),
          ...fact('Instructors', textOf(row, 'instructors')),
          ...fact('Curricula', textOf(row, 'curricula')),
          ...fact('At once with', partners.join(', ')),
        ],
      },
    };
  });
  const days = daysOf(run).map((day): Datum => {
    const penalty = charged
      .filter((row) => textOf(row, 'day') === day)
      .reduce((sum, row) => sum + numberOf(row, 'penalty'), 0);
    return { day, from: first, to: last, penalty };
  });
  const told = clashes === 0 ? '' : `, ${plural(clashes, 'clash', 'clashes')}`;
  return chartBlock({ chart, caption: `${name}${told}`, points, sets: { days } });
}

/** How many pairs of some meetings overlap. */
export const clashesIn = (rows: readonly TableRecord[]): number =>
  rows.flatMap((row, at) => rows.slice(at + 1).filter((other) => isClash(row, other))).length;

/** The days of the week of a run, as meetings name them. */
export const daysOf = ({ scenario }: Run): readonly string[] =>
  (scenario.settings as unknown as CourseSettings).week.days.map(dayName);

/** Minutes after midnight of a time such as 13:30. */
export function minutes(row: TableRecord, column: string): number {
  const [hours = 0, rest = 0] = textOf(row, column).split(':').map(Number);
  return hours * 60 + rest;
}

/** Hours for people: "4.5 hours". */
export const hourText = (hours: number): string =>
  Number.isInteger(hours) ? plural(hours, 'hour') : `${hours.toFixed(1)} hours`;

/** Hours of some meetings together. */
export const hoursOf = (rows: readonly TableRecord[]): number =>
  rows.reduce((sum, row) => sum + minutes(row, 'to') - minutes(row, 'from'), 0) / 60;

/** The names of a list in a cell. */
export const namesIn = (row: TableRecord, column: string): readonly string[] =>
  textOf(row, column)
    .split(', ')
    .filter((name) => name !== '');

const isBeside = (one: TableRecord, other: TableRecord): boolean =>
  one !== other &&
  one.day === other.day &&
  minutes(one, 'from') < minutes(other, 'to') &&
  minutes(other, 'from') < minutes(one, 'to');

/** Weeks beyond which every mask of a term has shown what it is. */
const MOST_WEEKS = 60;

/** Two meetings that overlap in at least one week. What is held in odd and in even weeks shares a slot in peace. */
function isClash(one: TableRecord, other: TableRecord): boolean {
  if (!isBeside(one, other)) return false;
  const masks = [...namesIn(one, 'weeks'), ...namesIn(other, 'weeks')];
  for (let week = 1; week <= MOST_WEEKS; week++) if (masks.every((mask) => heldIn(mask, week))) return true;
  return false;
}

/** Where a meeting stands among those that overlap, directly or by way of others. */
interface Lane {
  readonly lane: number;
  readonly lanes: number;
}

function lanesOf(rows: readonly TableRecord[]): ReadonlyMap<TableRecord, Lane> {
  const found = new Map<TableRecord, Lane>();
  const open = new Set(rows.toSorted((a, b) => minutes(a, 'from') - minutes(b, 'from')));
  for (const row of open) {
    const chain = [row];
    for (const each of chain)
      for (const other of open) if (isBeside(each, other) && !chain.includes(other)) chain.push(other);
    const lanes: TableRecord[][] = [];
    for (const each of chain.toSorted((a, b) => minutes(a, 'from') - minutes(b, 'from'))) {
      const free = lanes.find((lane) => !lane.some((other) => isBeside(each, other)));
      if (free) free.push(each);
      else lanes.push([each]);
    }
    lanes.forEach((lane, at) => {
      for (const each of lane) found.set(each, { lane: at, lanes: lanes.length });
    });
    for (const each of chain) open.delete(each);
  }
  return found;
}
