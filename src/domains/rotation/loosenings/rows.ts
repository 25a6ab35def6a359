import type { Table } from '../../../tables/table.ts';
import { closes, coverOf } from '../rules/blackout.ts';
import { momentOf } from '../world/events.ts';
import { breakText, shortTime } from '../world/words.ts';
import { type Loose, placesIn, type Standing } from './places.ts';

/** One blackout, lifted. */
export const blackoutsLifted = ({ settings, tables, world }: Standing): readonly Loose[] =>
  tables.blackouts.rows.map((row) => {
    const whom = [row.advertiser, row.category].filter((each) => each !== null).join(', ') || 'everybody';
    const cover = coverOf(world, row);
    return {
      rule: 'blackouts',
      label: whom,
      change: `the blackout of ${whom} from ${shortTime(row.from)} to ${shortTime(row.to)} lifted`,
      settings,
      tables: { ...tables, blackouts: without(tables.blackouts, row) },
      places: placesIn(world, (_spot, _at, s, b) => cover[b]! && closes(world, row, s)),
    };
  });

/** One lock, lifted: the spot may air elsewhere. */
export const locksLifted = ({ settings, tables, world }: Standing): readonly Loose[] =>
  tables.locks.rows.flatMap((row): readonly Loose[] => {
    const s = world.spots.findIndex(({ id }) => id === row.spot);
    const own = world.fixed.get(s);
    if (own?.why !== 'lock') return [];
    return [
      {
        rule: 'locks',
        label: row.spot,
        change: `the lock of ${row.spot} to ${breakText(world, own.break)} lifted`,
        settings,
        tables: { ...tables, locks: without(tables.locks, row) },
        places: world.breaks.filter((at, b) => !at.frozen && b !== own.break).length,
      },
    ];
  });

/** One locked break, opened. One that a preemption would then displace stays as it is: it would be another question. */
export function breaksOpened({ settings, tables, world }: Standing): readonly Loose[] {
  const { clock, scope, spots, fixed } = world;
  const lost = tables.preemptions.rows.map((row) =>
    [row.from, row.live_end].map((text) => momentOf(scope, clock, text)),
  );
  return world.breaks.flatMap((at, b): readonly Loose[] => {
    const displaced = lost.some(([from, end]) => at.start >= from! && at.start < end!);
    if (!at.frozen || at.aired || displaced) return [];
    const rows = tables.breaks.rows.map((row) => (row.id === at.id ? { ...row, locked: false } : row));
    const inside = [...fixed.values()].filter((each) => each.why === 'history' && each.break === b).length;
    const others = world.breaks.filter(({ frozen }) => !frozen).length;
    return [
      {
        rule: 'locks',
        label: at.id,
        change: `the locked break ${breakText(world, b)} opened`,
        settings,
        tables: { ...tables, breaks: { ...tables.breaks, rows } },
        places: spots.length - fixed.size + inside * others,
      },
    ];
  });
}

/** A table without one of its rows. */
const without = <R extends object>(table: Table<R>, row: R): Table<R> => ({
  ...table,
  rows: table.rows.filter((each) => each !== row),
});
