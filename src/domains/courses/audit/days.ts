import { minuteOf } from '../../../tables/cells/week.ts';
import type { Weekday } from '../../../tables/dates.ts';
import type { CourseFacts } from './facts.ts';
import type { Placement } from './look.ts';
import { kindsOfWeek } from './terms.ts';

/** A day of a curriculum, looked at period by period. */
export interface CurriculumDay {
  readonly curriculum: string;
  /** The first week of a kind, from 1 on; 0 where all its weeks are alike. */
  readonly week: number;
  readonly day: Weekday;
  /** Periods that are taken. */
  readonly periods: number;
  /** From the first to the last that is taken, gaps included. */
  readonly span: number;
  /** The lengths of its unbroken runs. */
  readonly runs: readonly number[];
  /** How often three meetings follow each other without a gap. */
  readonly threes: number;
  /** Meetings that no other one of the curriculum is right before or after. */
  readonly isolated: number;
  /** Whether there is time to eat, where the scenario asks for it. */
  readonly lunch: boolean;
}

/** Each price, metric and table of one audit asks for the days: they are looked at once. */
const known = new WeakMap<CourseFacts, readonly CurriculumDay[]>();

/** Every day of every curriculum. */
export function curriculumDays(facts: CourseFacts): readonly CurriculumDay[] {
  const before = known.get(facts);
  if (before) return before;
  const found = daysOf(facts);
  known.set(facts, found);
  return found;
}

function daysOf(facts: CourseFacts): readonly CurriculumDay[] {
  const { settings, tables, rows } = facts;
  const curricula = [...new Set(tables.curricula.rows.map(({ curriculum }) => curriculum))];
  return curricula.flatMap((curriculum) => {
    const own = rows.filter((row) => row.curricula.includes(curriculum));
    const listed = tables.curricula.rows.filter((row) => row.curriculum === curriculum).map(({ course }) => course);
    const kinds = kindsOfWeek(facts, listed);
    return kinds.flatMap((week) => {
      const held = own.filter((row) => row.heldIn(week));
      const name = kinds.length === 1 ? 0 : week;
      return settings.week.days.map((day) => ({ curriculum, week: name, day, ...dayOf(facts, held, day) }));
    });
  });
}

function dayOf({ settings }: CourseFacts, rows: readonly Placement[], day: Weekday) {
  const { week, rules } = settings;
  const meetings = rows.flatMap((row) => row.meetings.filter((each) => each.day === day));
  const taken = new Array<boolean>(week.periods).fill(false);
  for (const { from, to } of meetings) taken.fill(true, from, to);
  const first = taken.indexOf(true);
  const threes = meetings.flatMap(({ from, to }) =>
    meetings.some((other) => other.to === from) && meetings.some((other) => other.from === to) ? [`${from} ${to}`] : [],
  );
  return {
    periods: taken.filter((each) => each).length,
    span: first < 0 ? 0 : taken.lastIndexOf(true) + 1 - first,
    runs: runsIn(taken),
    threes: new Set(threes).size,
    isolated: meetings.filter(({ from, to }) => !meetings.some((other) => other.to === from || other.from === to))
      .length,
    lunch: rules.lunch === false || hasBreak(taken, settings),
  };
}

function runsIn(taken: readonly boolean[]): readonly number[] {
  const runs: number[] = [];
  taken.forEach((each, period) => {
    if (!each) return;
    if (period > 0 && taken[period - 1]) runs[runs.length - 1]!++;
    else runs.push(1);
  });
  return runs;
}

/** Whether a break of the length that is asked for is free of every period, within its hours. */
function hasBreak(taken: readonly boolean[], { week, rules }: CourseFacts['settings']): boolean {
  if (rules.lunch === false) return true;
  const { minutes } = rules.lunch;
  const [from, to] = [minuteOf(week, rules.lunch.from), minuteOf(week, rules.lunch.to)];
  const length = Math.ceil(minutes / week.minutes);
  // Breaks begin with a period of the day: one that has no room in it is no break.
  let possible = false;
  for (let begin = 0; begin + length <= taken.length; begin++) {
    if (begin * week.minutes < from || (begin + length) * week.minutes > to) continue;
    possible = true;
    if (!taken.slice(begin, begin + length).includes(true)) return true;
  }
  return !possible;
}

/** What each day is charged for, by the names that the objective gives it. */
export const dayCharges: Readonly<Record<string, (facts: CourseFacts, day: CurriculumDay) => number>> = {
  day_total_penalty: ({ settings: { rules } }, { periods }) => {
    if (rules.day_total === false) return 0;
    const { min, max, under, over, empty_ok } = rules.day_total;
    const short = periods === 0 && empty_ok ? 0 : Math.max(0, min - periods);
    return under * short + over * Math.max(0, periods - max);
  },
  span_penalty: ({ settings: { rules } }, { span }) =>
    rules.span === false ? 0 : rules.span.cost * Math.max(0, span - rules.span.max),
  run_penalty: ({ settings: { rules } }, { runs }) => {
    if (rules.run === false) return 0;
    const { max, cost } = rules.run;
    return runs.reduce((sum, length) => sum + cost * Math.max(0, length - max), 0);
  },
  three_in_a_row_penalty: ({ settings: { rules } }, { threes }) =>
    rules.three_in_a_row === false ? 0 : rules.three_in_a_row.cost * Math.max(0, threes - rules.three_in_a_row.max),
  isolated_penalty: ({ settings: { rules } }, { isolated }) =>
    rules.isolated === false ? 0 : rules.isolated.cost * isolated,
  lunch_penalty: ({ settings: { rules } }, { lunch }) => (rules.lunch === false || lunch ? 0 : rules.lunch.cost),
};
