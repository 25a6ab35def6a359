import type { BreakpointOptions, Run, Scenario, Session } from '../index.ts';
import { breakpointsOf, type NotebookBreakpoints, type Range } from './breakpoints.ts';
import { legibly } from './display/legible.ts';
import { explanationOf, type NotebookExplanation } from './explain.ts';
import { type NotebookPrices, pricesOf } from './prices.ts';
import { type NotebookRun, shownRun } from './run.ts';

/**
 * One week of a scenario of many, and the questions that can be asked about it. The weeks before it are planned first,
 * and what they decide holds.
 *
 * @example
 * const second = week.with({ weeks: 2 }).week(2);
 * second.week // 2
 */
export interface NotebookWeek {
  /** From 1. */
  readonly week: number;
  /**
   * The run of this week alone. It is optimal where its own schedule is proven, upon the weeks before it.
   *
   * @example
   * const { status, metrics } = await week.with({ weeks: 2 }).week(2).run();
   * [status, metrics.assignments] // ['optimal', 2]
   */
  run(): Promise<NotebookRun>;
  /**
   * Why rows with these fields are in the schedule of the week or not, and what it would cost to change that.
   *
   * @example
   * const why = await week.with({ weeks: 2 }).week(2).explain({ vin: 'VIN001' });
   * why.inSchedule // 1
   */
  explain(fields: Readonly<Record<string, string | number>>, most?: number): Promise<NotebookExplanation>;
  /**
   * What one more unit of each of the dearest limits of the week would bring, the weeks before it as they are.
   *
   * @example
   * const { prices } = await week.with({ weeks: 2 }).week(2).prices(1);
   * prices.length // 1
   */
  prices(most?: number): Promise<NotebookPrices>;
  /**
   * All values of one penalty or weight, in this week alone, at which the best schedule of the week changes.
   *
   * @example
   * const second = week.with({ weeks: 2 }).week(2);
   * const found = await second.breakpoints('rules.fairness.penalty', { from: 0, to: 1000, step: 100 });
   * found.week // 2
   */
  breakpoints(path: string, range: Range): Promise<NotebookBreakpoints>;
}

/** What a week of a scenario is made from. */
export interface WeekAsked {
  readonly scenario: Scenario;
  readonly week: number;
  readonly options: Pick<BreakpointOptions, 'variant' | 'with' | 'kinds'>;
  /** The week's session: opened when it is first asked for, and then kept. */
  readonly session: () => Promise<Session>;
}

/** One week for a notebook. */
export function weekOf({ scenario, week, options, session }: WeekAsked): NotebookWeek {
  const own = async (): Promise<Run> => (await session()).run;
  return {
    week,
    run: () => legibly(async () => shownRun(await own(), options.kinds)),
    explain: (fields, most) => legibly(async () => explanationOf(await session(), fields, most)),
    prices: (most) => legibly(async () => pricesOf(await session(), most)),
    breakpoints: (path, range) => legibly(() => breakpointsOf(scenario, { ...options, week }, path, range)),
  };
}
