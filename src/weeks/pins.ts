import type { Fields, Settings } from '../scenario/scenario.ts';

/** What a scenario of many weeks asks of the rows of one of them. */
export interface WeekAsks {
  readonly asks: Pick<Settings, 'pins' | 'forbid'>;
  /** Where each entry stands in the scenario, which lists those of all weeks. */
  readonly places: { readonly pins: readonly number[]; readonly forbid: readonly number[] };
}

/**
 * The pins and forbidden rows of one week. A pin names its week. A forbidden row without a week is forbidden in each.
 *
 * @example
 * const settings = { weeks: 2, pins: [{ week: '2', vin: 'V1' }], forbid: [{ vin: 'V2' }, { week: '1', vin: 'V3' }] };
 * asksIn(settings, 2).asks // { pins: [{ vin: 'V1' }], forbid: [{ vin: 'V2' }] }
 * asksIn(settings, 1).asks // { pins: undefined, forbid: [{ vin: 'V2' }, { vin: 'V3' }] }
 */
export function asksIn({ weeks, pins, forbid }: Pick<Settings, 'weeks' | 'pins' | 'forbid'>, week: number): WeekAsks {
  if (weeks === undefined) return { asks: { pins, forbid }, places: { pins: [], forbid: [] } };
  const own = { pins: ofWeek(pins, week), forbid: ofWeek(forbid, week) };
  const fields = (entries: typeof own.pins) =>
    entries.length === 0 ? undefined : entries.map(({ fields: each }) => each);
  const places = (entries: typeof own.pins) => entries.map(({ at }) => at);
  return {
    asks: { pins: fields(own.pins), forbid: fields(own.forbid) },
    places: { pins: places(own.pins), forbid: places(own.forbid) },
  };
}

function ofWeek(entries: readonly Fields[] = [], week: number) {
  return entries.flatMap(({ week: wanted, ...fields }, at) =>
    wanted === undefined || Number(wanted) === week ? [{ fields, at }] : [],
  );
}
