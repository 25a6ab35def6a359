import type { TableSpec } from '../../../tables/table.ts';
import type { RotationSettings } from '../scenario.ts';
import { type BreakRow, breaks, rotationTables } from '../tables.ts';
import { clockOf } from '../world/world.ts';
import { breakFault } from './break-fault.ts';
import { withDayStart } from './day-start.ts';

/** Whether clocks ever show the local time of a break depends on the market. */
export function tablesFor(settings: RotationSettings): readonly TableSpec[] {
  const clock = clockOf(settings);
  const checked: TableSpec<BreakRow> = { ...breaks, row: (row) => breakFault(settings, clock, row) };
  const all = { ...rotationTables, breaks: checked };
  const specs = Object.values(all) as unknown as readonly TableSpec[];
  return specs.map((spec) => withDayStart(spec, clock.dayStart));
}
