import type { RawTable } from '../../../tables/table.ts';
import type { Break } from './breaks.ts';
import { SAMPLE_DAYS } from './catalog.ts';
import { rawTable } from './raw.ts';
import type { Spot } from './spots.ts';

/** The table `blackouts`: no beer before noon, and an airline silent for a night. */
export function blackoutsTable(): RawTable {
  return rawTable(
    'blackouts',
    ['advertiser', 'category', 'from', 'to'],
    [
      { category: 'beer', from: '06:00', to: '12:00' },
      { advertiser: 'Skylark Air', from: '2025-03-06T18:00:00-05:00', to: '2025-03-07T06:00:00-05:00' },
    ],
  );
}

/** Some orders take no break from 22:30 on, so that no lock may stand there. */
const LATEST = 22 * 60 + 30;

/** The table `locks`: one guaranteed spot a day stays in the break that it wished for. */
export function locksTable(spots: readonly Spot[]): RawTable {
  const rows = SAMPLE_DAYS.slice(2).flatMap((day) => {
    const locked = spots.find(
      ({ order, wish, position }) =>
        order.tier === 'guaranteed' && wish.date === day && wish.minutes < LATEST && position === 'any',
    );
    return locked === undefined ? [] : [{ spot: locked.id, break: locked.wish.id }];
  });
  return rawTable('locks', ['spot', 'break', 'position'], rows);
}

/** The table `published`: what the log of the first two days said before, each wish granted in turn while it fits. */
export function publishedTable(spots: readonly Spot[], locks: RawTable): RawTable {
  const locked = new Set(locks.rows.map(([spot]) => spot));
  const held = new Map<string, Spot[]>();
  for (const spot of spots) {
    const { wish } = spot;
    if (spot.position !== 'any' || locked.has(spot.id)) continue;
    if (SAMPLE_DAYS.indexOf(wish.date) > 1 || !fits(held.get(wish.id) ?? [], spot, wish)) continue;
    held.set(wish.id, [...(held.get(wish.id) ?? []), spot]);
  }
  const rows = [...held].flatMap(([id, own]) =>
    own.map((spot, index) => ({ spot: spot.id, break: id, position: index + 1 })),
  );
  return rawTable('published', ['spot', 'break', 'position'], rows);
}

function fits(held: readonly Spot[], spot: Spot, at: Break): boolean {
  const seconds = held.reduce((sum, { creative }) => sum + creative.seconds, spot.creative.seconds);
  const rival = held.some(({ order }) => order.advertiser.category === spot.order.advertiser.category);
  return seconds <= at.seconds && held.length < at.spots && !rival;
}

/** The table `obligations`: what is still owed from the week before. */
export function obligationsTable(): RawTable {
  return rawTable(
    'obligations',
    ['spot', 'value', 'status', 'created', 'expires'],
    [
      { spot: 'S8841', value: '5400.00', status: 'open', created: '2025-02-26', expires: '2025-04-27' },
      { spot: 'S8907', value: '3150.00', status: 'offered', created: '2025-02-27', expires: '2025-04-28' },
    ],
  );
}
