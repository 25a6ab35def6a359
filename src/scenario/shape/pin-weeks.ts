import type { Problem } from '../../problems/problem.ts';
import type { Fields, Settings } from '../scenario.ts';

/**
 * What is wrong with the weeks that pins and forbidden rows name: a pin without one, a week that is not planned, or any
 * week at all in a scenario of one. A forbidden row without a week is forbidden in each.
 *
 * @example
 * strangeWeeks({ weeks: 2, pins: [{ week: '2', vin: 'V1' }, { vin: 'V2' }] })[0].message
 * // 'pins: a pin holds in one week, and the scenario plans 2'
 */
export function strangeWeeks(settings: Pick<Settings, 'weeks' | 'pins' | 'forbid'>): readonly Problem[] {
  return (['pins', 'forbid'] as const).flatMap((key) =>
    (settings[key] ?? []).flatMap(({ week }: Fields, at) => faultOf({ key, at, week }, settings.weeks)),
  );
}

interface Entry {
  readonly key: 'pins' | 'forbid';
  readonly at: number;
  /** As it is written; undefined where none is. */
  readonly week: string | undefined;
}

function faultOf({ key, at, week }: Entry, weeks: number | undefined): readonly Problem[] {
  const path = [key, at, 'week'];
  if (weeks === undefined && week !== undefined) {
    const message = `${key}: names week ${week}, and the scenario plans one week by itself`;
    return [{ path, message, maybe: 'Maybe take week out; or weeks: says how many weeks to plan.' }];
  }
  if (weeks !== undefined && week === undefined && key === 'pins') {
    const message = `pins: a pin holds in one week, and the scenario plans ${weeks}`;
    return [{ path: [key, at], message, maybe: 'Maybe say in which one, as in week: 1.' }];
  }
  if (weeks === undefined || week === undefined || Number(week) <= weeks) return [];
  return [
    { path, message: `${key}: names week ${week}, and the scenario plans ${weeks}`, maybe: `Maybe week: ${weeks}.` },
  ];
}
