import type { Schedule } from '../../domain.ts';
import { dollars, numberOf, recordsOf, textOf } from '../../report/page.ts';
import type { Run } from '../../runs/run.ts';
import type { Fields } from '../../scenario/scenario.ts';
import { filtersOf } from './build.ts';
import { inTheWay } from './in-the-way.ts';
import type { RotationSettings } from './scenario.ts';
import type { RotationTables } from './tables.ts';
import { breakText } from './words.ts';
import { worldOf } from './world.ts';

/** How many spots that are left out are named. */
const MOST = 5;

/** What else there is to say: how full a break is and whom it leaves out, and why spots of an advertiser are left out. */
export function about(settings: RotationSettings, tables: RotationTables, fields: Fields, run: Run): readonly string[] {
  const known = { settings, tables, world: worldOf(settings, tables) };
  const { spots, breaks } = known.world;
  const b = breaks.findIndex(({ id }) => id === fields.break);
  const left = recordsOf(run.tables.unplaced);
  const described = (row: Row) => `${textOf(row, 'spot')} (${textOf(row, 'tier')}, ${dollars(numberOf(row, 'value'))})`;
  if (b < 0)
    return left
      .filter(
        (row) =>
          (fields.spot !== undefined || fields.advertiser !== undefined) &&
          (fields.spot ?? row.spot) === row.spot &&
          (fields.advertiser ?? row.advertiser) === row.advertiser,
      )
      .slice(0, MOST)
      .map((row) => `${described(row)} is left out: ${textOf(row, 'text')}`);
  if (fields.spot !== undefined) return [];
  const schedule: Schedule = recordsOf(run.tables.log).map((row) => ({ spot: row.spot ?? '', break: row.break ?? '' }));
  const filters = filtersOf(known);
  const open = left.filter((row) => {
    const s = spots.findIndex(({ id }) => id === row.spot);
    return s >= 0 && !filters.some(({ removes }) => removes(s, b));
  });
  const inside = schedule.filter((row) => row.break === fields.break);
  const used = inside.reduce((sum, row) => sum + settings.rules.guard + secondsOf(spots, row), 0);
  const { id, seconds, most } = breaks[b]!;
  return [
    `${breakText(known.world, b)}: ${inside.length} of ${most} spots, ${used} of ${seconds} s${open.length === 0 ? '; of the spots that are left out none could air in it' : ''}`,
    ...open.slice(0, MOST).map((row) => {
      const reasons = inTheWay(settings, tables, schedule, { spot: row.spot ?? '', break: id });
      return `${described(row)} is left out of it: ${reasons.join('; ') || 'a place in it would cost more elsewhere'}`;
    }),
  ];
}

type Row = ReturnType<typeof recordsOf>[number];

const secondsOf = (spots: ReturnType<typeof worldOf>['spots'], row: Schedule[number]): number =>
  spots.find(({ id }) => id === row.spot)?.seconds ?? 0;
