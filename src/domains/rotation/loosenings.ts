import type { Loosening } from '../../domain.ts';
import { exclusionsLifted, longerFlights, widerHours } from './loosenings/orders.ts';
import type { Standing } from './loosenings/places.ts';
import { blackoutsLifted, breaksOpened, locksLifted } from './loosenings/rows.ts';
import { exactTimes, longerPrime, widerShift } from './loosenings/times.ts';
import type { RotationSettings } from './scenario.ts';
import type { RotationTables } from './tables.ts';
import { scopeOf } from './world/scope.ts';
import { worldOf } from './world/world.ts';

/**
 * What leaves no candidates behind and can give way, one thing at a time. What opens no place is left out; what may open
 * most of them stands first, since not all may be asked.
 */
export function loosenings(
  settings: RotationSettings,
  tables: RotationTables,
): readonly Loosening<RotationSettings, RotationTables>[] {
  const standing: Standing = { settings, tables, world: worldOf({ settings: scopeOf(settings), tables }) };
  const all = [
    longerPrime,
    widerShift,
    blackoutsLifted,
    breaksOpened,
    locksLifted,
    exactTimes,
    longerFlights,
    widerHours,
    exclusionsLifted,
  ].flatMap((of) => of(standing));
  return all
    .filter(({ places }) => places > 0)
    .sort((a, b) => b.places - a.places || (a.change < b.change ? -1 : 1))
    .map(({ places: _, ...one }) => one);
}
