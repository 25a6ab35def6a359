import { describe, expect, it } from 'vitest';
import { availability } from '../../../../src/domains/loans/rules/availability.ts';
import type { ActivityRow, VehicleRow } from '../../../../src/domains/loans/tables.ts';
import { smallWorld } from '../small-world.ts';

/** The days of September on which one car can start a loan. */
function free(
  car: Partial<VehicleRow>,
  activity: readonly Partial<ActivityRow>[],
  rule: object | false = {},
): readonly number[] {
  const given = { vehicles: [car], partners: [{}], approved: [{}], activity };
  const { settings, world } = smallWorld(given, { rules: { availability: rule } });
  const filters = availability.bind(settings.rules.availability, world)?.filters ?? [];
  return world.days.flatMap((day, d) => {
    const at = { start_day: d, vin: 0, person_id: 0 };
    const removed = filters.filter(({ removes }) => removes(at));
    for (const { why } of removed) expect(why(at)).toMatch(/^V1 |^a loan from /);
    return removed.length === 0 ? [Number(day.date.slice(-2))] : [];
  });
}

const ALL = [22, 23, 24, 25, 26];
const busy = (from: number | null, to: number | null): Partial<ActivityRow> => ({
  start_date: from === null ? null : `2025-09-${from}`,
  end_date: to === null ? null : `2025-09-${to}`,
});

describe('availability', () => {
  it('needs seven days from the start without activity', () => {
    expect(free({}, [busy(29, 30)])).toEqual([22]);
    expect(free({}, [busy(28, 28)])).toEqual([]);
  });

  it('counts the last day of an activity as busy', () => {
    expect(free({}, [busy(20, 22)])).toEqual([23, 24, 25, 26]);
    expect(free({}, [busy(20, 21)])).toEqual(ALL);
  });

  it('counts every kind of activity, and that of another car not', () => {
    expect(free({}, [{ ...busy(22, 22), activity_type: 'Hold for Turn In' }])).toEqual([23, 24, 25, 26]);
    expect(free({}, [{ ...busy(22, 22), vin: 'V2' }])).toEqual(ALL);
  });

  it('passes over an activity without both dates, or one that ends before it starts', () => {
    expect(free({}, [busy(22, null), busy(null, 26), busy(26, 22)])).toEqual(ALL);
  });

  it('adds activities up', () => {
    expect(free({}, [busy(22, 22), busy(24, 24)])).toEqual([25, 26]);
  });

  it('takes as many days as the scenario says', () => {
    expect(free({}, [busy(25, 25)], { min_days: 1 })).toEqual([22, 23, 24, 26]);
    expect(free({}, [busy(29, 30)], { min_days: 8 })).toEqual([]);
  });

  it('knows nothing beyond the horizon', () => {
    expect(free({}, [], { min_days: 7, horizon_days: 8 })).toEqual([22, 23]);
    expect(free({}, [], { min_days: 7, horizon_days: 6 })).toEqual([]);
  });

  it('lets a car start on its first day of service, not before', () => {
    expect(free({ in_service_date: '2025-09-24' }, [])).toEqual([24, 25, 26]);
  });

  it('lets a car be out on the day it is due back, not after', () => {
    expect(free({ expected_turn_in_date: '2025-09-30' }, [])).toEqual([22, 23, 24]);
  });

  it('turn_in: ignore lends a car that is due back', () => {
    expect(free({ expected_turn_in_date: '2025-09-01' }, [], { turn_in: 'ignore' })).toEqual(ALL);
  });

  it('switched off, every car is free', () => {
    expect(free({ in_service_date: '2030-01-01' }, [busy(1, 30)], false)).toEqual(ALL);
  });
});
