import type { Asking } from '../../policy/kind.ts';
import { numberOf, recordsOf, type TableRecord, textOf } from '../../report/records.ts';
import type { Run } from '../../runs/run.ts';
import type { Fields } from '../../scenario/scenario.ts';
import { dollars } from '../../text/format.ts';
import type { RotationSettings } from './scenario.ts';
import { isFill } from './world/spots.ts';
import { breakText } from './world/words.ts';
import type { RotationAxis, World } from './world/world.ts';

type AskingRotation = Asking<RotationSettings, World, RotationAxis>;

/** How many spots that are left out are named. */
const MOST = 5;

/** What else there is to say: how full a break is and whom it leaves out, and why spots of an advertiser are left out. */
export function about(asking: AskingRotation, fields: Fields, run: Run): readonly string[] {
  const b = asking.world.breaks.findIndex(({ id }) => id === fields.break);
  if (fields.spot !== undefined) {
    const fill = fillText(asking.world, String(fields.spot), run);
    if (fill !== undefined) return [fill];
  }
  if (b < 0) return leftOut(fields, run);
  return fields.spot === undefined ? aboutBreak(asking, b, run) : [];
}

const described = (row: TableRecord): string =>
  `${textOf(row, 'spot')} (${textOf(row, 'tier')}, ${dollars(numberOf(row, 'value'))})`;

/** Where a spot of the tier fill airs: it is chosen last, and no candidate of the model. */
function fillText(world: World, id: string, run: Run): string | undefined {
  if (!world.spots.some((spot) => spot.id === id && isFill(spot))) return undefined;
  const row = recordsOf(run.tables.log).find(({ spot }) => spot === id);
  if (row === undefined) return `${id} is fill, and no break that stays empty takes it`;
  const b = world.breaks.findIndex((slot) => slot.id === row.break);
  return `${id} is fill, chosen last: it airs in ${breakText(world, b)}`;
}

function leftOut({ spot, advertiser }: Fields, run: Run): readonly string[] {
  if (spot === undefined && advertiser === undefined) return [];
  return recordsOf(run.tables.unplaced)
    .filter((row) => (spot ?? row.spot) === row.spot && (advertiser ?? row.advertiser) === row.advertiser)
    .slice(0, MOST)
    .map((row) => `${described(row)} is left out: ${textOf(row, 'text')}`);
}

function aboutBreak(
  { settings, world, candidateOf, inTheWay }: AskingRotation,
  b: number,
  run: Run,
): readonly string[] {
  const { id, seconds, most } = world.breaks[b]!;
  const log = recordsOf(run.tables.log).map(({ spot, break: slot }) => ({ spot: spot ?? null, break: slot ?? null }));
  const chosen = Int32Array.from(log.flatMap((row) => candidateOf(row) ?? [])).sort();
  const inside = log.filter((row) => row.break === id);
  const lengths = new Map<unknown, number>(world.spots.map((spot) => [spot.id, spot.seconds]));
  const used = inside.reduce((sum, { spot }) => sum + settings.rules.guard + (lengths.get(spot) ?? 0), 0);
  const open = recordsOf(run.tables.unplaced).flatMap((row) => {
    const candidate = candidateOf({ spot: row.spot ?? null, break: id });
    return candidate === undefined ? [] : [{ row, candidate }];
  });
  const none = open.length === 0 ? '; of the spots that are left out none could air in it' : '';
  return [
    `${breakText(world, b)}: ${inside.length} of ${most} spots, ${used} of ${seconds} s${none}`,
    ...open.slice(0, MOST).map(({ row, candidate }) => {
      const reasons = inTheWay(chosen, candidate);
      return `${described(row)} is left out of it: ${reasons.join('; ') || 'a place in it would cost more elsewhere'}`;
    }),
  ];
}
