import type { Problem } from '../../problems/problem.ts';
import type { TableSpec } from '../../tables/table.ts';
import { breakFault } from './break-fault.ts';
import type { RotationSettings } from './scenario.ts';
import { type BreakRow, breaks, rotationTables } from './tables.ts';
import { clockOf } from './world.ts';

/** Tables in the scenario and tables elsewhere: one of the two would be ignored. */
export function check(settings: RotationSettings): readonly Problem[] {
  if ('inline' in settings.data) return [];
  return rotationTables
    .filter(({ name }) => settings[name as keyof RotationSettings] !== undefined)
    .map(({ name }) => ({
      path: [name],
      message: `${name} stand here, but \`data\` names another source, in which they would have to stand`,
      maybe: 'Maybe leave `data` out: then the tables are those of the scenario.',
    }));
}

/** Whether clocks ever show the local time of a break depends on the market. */
export function tablesFor(settings: RotationSettings): readonly TableSpec[] {
  const clock = clockOf(settings);
  const checked: TableSpec<BreakRow> = { ...breaks, row: (row) => breakFault(settings, clock, row) };
  return rotationTables.map((spec) => (spec.name === 'breaks' ? (checked as unknown as TableSpec) : spec));
}
