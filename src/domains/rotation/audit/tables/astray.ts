import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import type { Facts, Stand } from '../facts/facts.ts';
import { isMadeGood } from '../facts/owed.ts';
import { isMoved, shiftOf } from '../facts/shift.ts';
import { shiftText } from './log.ts';
import { byWorth, type Unplaced } from './unplaced.ts';

/** Every spot that the alert counts: those left out first, then those moved; each by tier and value. */
export function astrayTable(facts: Facts, unplaced: readonly Unplaced[]): ResultTable {
  const moved = [...facts.placed.values()].filter((stand) => isMoved(facts, stand));
  const rows = [
    ...unplaced.map(({ spot, text }) => ({ spot, what: 'unresolved', text })),
    ...moved
      .toSorted((a, b) => byWorth(a.spot, b.spot))
      .map((stand) => ({ spot: stand.spot, what: 'moved', text: movedText(facts, stand) })),
  ];
  return tableOf(rows, [
    ['spot', 'text', 'Spot', (row) => row.spot.id],
    ['advertiser', 'text', 'Advertiser', (row) => row.spot.advertiser],
    ['tier', 'text', 'Tier', (row) => row.spot.tier],
    ['value', 'money', 'Value', (row) => row.spot.value],
    ['what', 'text', 'What happened', (row) => row.what],
    ['text', 'text', 'In words', (row) => row.text],
  ]);
}

function movedText(facts: Facts, stand: Stand): string {
  const shift = shiftOf(stand.spot, stand.at) ?? 0;
  const where = `in ${stand.at.id}`;
  if (isMadeGood(facts, stand)) return `made good ${where}`;
  return `${shiftText(shift)}, ${where}`;
}
