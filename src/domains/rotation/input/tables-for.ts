import type { TableSpec } from '../../../tables/table.ts';
import type { RotationSettings } from '../scenario.ts';
import {
  type BreakRow,
  blackouts,
  breaks,
  type PreemptionRow,
  rotationTables,
  type SpotRow,
  spots,
} from '../tables.ts';
import { clockOf } from '../world/world.ts';
import { breakFault, overlapFaults } from './break-fault.ts';
import { bundleFaults, bundlePartFault } from './bundle-fault.ts';
import { withDayStart } from './day-start.ts';
import { fillFault } from './fill-fault.ts';
import { preemptions } from './given.ts';
import { blackoutFault, preemptionFault } from './span-fault.ts';

/** Whether clocks ever show the local time of a break, and what a local time means, depends on the market. */
export function tablesFor(settings: RotationSettings): readonly TableSpec[] {
  const clock = clockOf(settings);
  const checked: TableSpec<BreakRow> = {
    ...breaks,
    row: (row) => breakFault(settings, clock, row),
    among: (rows) => overlapFaults(settings, clock, rows),
  };
  const ending: TableSpec<PreemptionRow> = { ...preemptions, row: (row) => preemptionFault(settings, clock, row) };
  const booked: TableSpec<SpotRow> = {
    ...spots,
    row: (row) => bundlePartFault(row) ?? fillFault(row),
    among: bundleFaults,
  };
  const all = {
    ...rotationTables,
    breaks: checked,
    spots: booked,
    blackouts: { ...blackouts, row: blackoutFault },
    preemptions: ending,
  };
  const specs = Object.values(all) as unknown as readonly TableSpec[];
  return specs.map((spec) => withDayStart(spec, clock.dayStart));
}
