import type { Schedule } from '../domain.ts';
import { type Answer, answer } from '../pipeline/run.ts';
import type { Watch } from '../pipeline/stage.ts';
import { Refusal } from '../problems/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import type { Question, Weekly } from './look-ahead.ts';
import { asksIn } from './pins.ts';
import { hasSchedule } from './planned.ts';

/** Weeks that are planned one after the other. */
export interface Planning {
  readonly scenario: Scenario;
  readonly domain: Weekly;
  /** The tables as the first week has them. */
  readonly data: Data;
  readonly watch: Watch;
  /** How many of them are planned; all where nothing is said. */
  readonly count?: number;
}

/** One week of several: its question as a scenario of its own, and the answer. */
export interface PlannedWeek {
  /** From 1. */
  readonly week: number;
  /** The date it begins with. */
  readonly from: string;
  readonly answered: Answer;
  /** Its question, as a scenario of a single week. */
  readonly scenario: Scenario;
  readonly chosen: Schedule;
  /** The question of the week after it. */
  readonly next: () => Question;
}

/**
 * Plans weeks one after the other, each upon what the ones before it decided. It ends with the first week that has no
 * schedule.
 *
 * @throws Refusal where a week cannot be asked, naming it.
 */
export async function* plan({ scenario, domain, data, watch, count }: Planning): AsyncGenerator<PlannedWeek> {
  const { weeks = 1 } = scenario.settings;
  let question: Question = { settings: scenario.settings, tables: data.tables };
  for (let week = 1; week <= (count ?? weeks); week++) {
    const { settings, tables } = question;
    const own = scenarioIn(scenario, week, { settings, tables });
    const given = { ...data, tables, quarantined: [] };
    const answered = await inWeek(week, scenario, () =>
      answer(own, domain, { watch: within(watch, week, weeks), data: given }),
    );
    const { run, instance, solution } = answered;
    const chosen = instance.schedule(solution.chosen);
    watch.end(nameOf(week), chosen.length);
    const next = () => domain.next(settings, tables, chosen);
    yield { week, from: domain.horizon.week(settings), answered, scenario: alone(own), chosen, next };
    if (!hasSchedule(run)) return;
    if (week < (count ?? weeks)) question = next();
  }
}

/** The scenario of one week, with what is asked of its rows alone. */
export const scenarioIn = (scenario: Scenario, week: number, { settings }: Question): Scenario => ({
  ...scenario,
  settings: { ...settings, ...asksIn(scenario.settings, week).asks },
});

/** A week by itself has no weeks after it. */
export const alone = (scenario: Scenario): Scenario => ({
  ...scenario,
  settings: { ...scenario.settings, weeks: undefined },
});

/**
 * Does something for one week. What is refused names the week, and an entry of `pins` or `forbid` by its place in the
 * scenario, which lists those of all weeks.
 */
export async function inWeek<T>(week: number, { settings }: Scenario, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || settings.weeks === undefined) throw error;
    const { places } = asksIn(settings, week);
    throw new Refusal(
      error.problems.map((problem) => {
        const [key, at, ...rest] = problem.path ?? [];
        const place = (key === 'pins' || key === 'forbid') && typeof at === 'number' ? places[key][at] : undefined;
        return {
          ...problem,
          message: `week ${week} of ${settings.weeks}: ${problem.message}`,
          ...(place !== undefined && { path: [key!, place, ...rest] }),
        };
      }),
    );
  }
}

const nameOf = (week: number): string => `week ${week}`;

/** A week is one stage of the whole; its own stages are told of, and not timed one by one. */
function within(watch: Watch, week: number, weeks: number): Watch {
  return {
    begin: (_, doing) => watch.begin(nameOf(week), `week ${week} of ${weeks}: ${doing}`),
    end: () => {},
  };
}
