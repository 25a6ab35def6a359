import type { Domain, Tables } from '../domain.ts';
import { type Place, type Problem, Refusal } from '../problems/problem.ts';
import type { Settings } from '../scenario/scenario.ts';
import { strangeWeeks } from '../scenario/shape/pin-weeks.ts';

/** The question of one week. */
export interface Question {
  readonly settings: Settings;
  readonly tables: Tables;
}

/** A kind of problem that can go on from one week to the next. */
export type Weekly = Domain & Required<Pick<Domain, 'next' | 'horizon'>>;

/** Whether a kind of problem can. */
export const isWeekly = (domain: Domain): domain is Weekly => domain.next !== undefined && domain.horizon !== undefined;

/**
 * Walks through all weeks before anything is solved, so that data that end too early are found at once and not after an
 * hour.
 *
 * @throws Refusal where the data do not reach the last week, or the scenario asks for what only one week can have.
 */
export function lookAhead(first: Question, weeks: number, domain: Weekly): void {
  refuseSingle(first.settings);
  let { settings } = first;
  for (let week = 2; week <= weeks; week++) {
    ({ settings } = reached(week, weeks, () => domain.next(settings, first.tables, [])));
  }
}

function reached<T>(week: number, weeks: number, walk: () => T): T {
  try {
    return walk();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.problems.map((problem) => ({
        ...problem,
        path: ['weeks'],
        message: `week ${week} of ${weeks}: ${problem.message}`,
      })),
    );
  }
}

/** A pin without its week, and an earlier run of one week: in the other weeks no candidate would match them. */
function refuseSingle(settings: Settings): void {
  const stay: Problem = {
    path: ['stay_close_to'],
    message: 'stay_close_to: speaks of one week, and the scenario runs many (weeks)',
    maybe: 'Maybe run that week by itself.',
  };
  const problems = [...strangeWeeks(settings), ...(settings.stay_close_to === undefined ? [] : [stay])];
  if (problems.length > 0) throw new Refusal(problems);
}

/**
 * Refuses many weeks where one model is asked for: each week has its own.
 *
 * @param asks What asks for it, as it was typed, with its verb.
 * @param how Where weeks are written; and the way out, where no week of many can be asked.
 * @throws Refusal where the scenario runs many weeks.
 */
export function oneWeek({ weeks }: Settings, asks = 'this asks', { place, maybe }: WayOut = {}): void {
  if (weeks === undefined) return;
  const each =
    weeks === 1 ? 'a run of weeks has a model for each of them' : `each of the ${weeks} weeks has a model of its own`;
  const message = `weeks: ${each}, and ${asks} for one`;
  const usual = `Maybe say which one, from 1 to ${weeks}, as in --week 1; or take weeks out.`;
  throw new Refusal([{ path: ['weeks'], message, maybe: maybe ?? usual, ...(place && { place }) }]);
}

interface WayOut {
  readonly place?: Place;
  readonly maybe?: string;
}
