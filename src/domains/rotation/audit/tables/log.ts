import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { timeText, utcOf } from '../facts/clock.ts';
import type { Facts, Placing, Stand } from '../facts/facts.ts';
import { isMadeGood, routeOf } from '../facts/owed.ts';
import { isMoved, shiftOf } from '../facts/shift.ts';
import { usedOf } from '../rules/capacity.ts';
import { isFixed } from '../rules/fixed.ts';
import { airedText } from './reconciliation.ts';

export type State = 'placed' | 'moved' | 'make_good' | 'locked' | 'aired';

/**
 * How a placed spot stands: on air already, locked, made good, moved from its wish by more than
 * its tolerance, or placed.
 */
function stateOf(facts: Facts, placing: Placing): State {
  if (placing.at.aired) return 'aired';
  if (isFixed(facts, placing)) return 'locked';
  if (isMadeGood(facts, placing)) return 'make_good';
  return isMoved(facts, placing) ? 'moved' : 'placed';
}

const WINDOWS: Readonly<Record<string, string>> = {
  same_day_prime: 'prime time of the same day',
  next_day_prime: 'prime time of a later day',
  remnant: 'a remnant break',
};

/** The log in the order of time, each spot at its own second. */
export function logTable(facts: Facts): ResultTable {
  const rows = facts.placings.map((placing) => ({
    ...placing,
    ...facts.clock.momentOf(placing.start),
    state: stateOf(facts, placing),
    shift: shiftOf(placing.spot, placing.at),
  }));
  return tableOf(rows, [
    ['break', 'text', 'Break', (row) => row.at.id],
    ['date', 'date', 'Date', (row) => row.date],
    ['local', 'text', 'On air', (row) => timeText(row.clock)],
    ['utc', 'text', 'UTC', (row) => utcOf(row.start)],
    ['position', 'integer', 'Position', (row) => row.position],
    ['spot', 'text', 'Spot', (row) => row.spot.id],
    ['advertiser', 'text', 'Advertiser', (row) => row.spot.advertiser],
    ['creative', 'text', 'Creative', (row) => row.spot.creative],
    ['seconds', 'integer', 'Seconds', (row) => row.spot.seconds],
    ['tier', 'text', 'Tier', (row) => row.spot.tier],
    ['cpm', 'money', 'Per thousand', (row) => row.spot.cpm],
    ['value', 'money', 'Value', (row) => row.spot.value],
    ['state', 'text', 'State', (row) => row.state],
    ['shift_minutes', 'number', 'Minutes from wish', (row) => row.shift],
    ['text', 'text', 'In words', (row) => wordsOf(facts, row, row.state, row.shift)],
  ]);
}

/** "as wished; first of the bookend duo". */
function wordsOf(facts: Facts, stand: Stand, state: State, shift: number | null): string {
  const { bundle } = stand.spot;
  const words = standingText(facts, stand, state, shift);
  if (bundle === null) return words;
  const { pairing, part, id } = bundle;
  const which = pairing === 'bookend' ? (part === 1 ? 'first' : 'last') : `part ${part}`;
  return `${words}; ${which} of the ${pairing} ${id}`;
}

function standingText(facts: Facts, { spot, at }: Stand, state: State, shift: number | null): string {
  if (state === 'aired')
    return facts.airings?.has(spot.id) ? `aired: ${airedText(facts, spot)}` : 'on air already, as published';
  if (state === 'make_good') return `made good: ${WINDOWS[routeOf(facts, spot, at) ?? '']}`;
  if (state === 'locked') return 'locked to this break';
  if (spot.tier === 'fill') return 'fill: the break would stay empty';
  if (shift === null) return 'no wish';
  if (shift === 0) return 'as wished';
  return `${shiftText(shift)}${state === 'moved' ? '' : ', within tolerance'}`;
}

/** "30 min after its wish". */
export const shiftText = (shift: number): string =>
  `${Math.round(Math.abs(shift) * 10) / 10} min ${shift > 0 ? 'after' : 'before'} its wish`;

/** Every break with what it holds; one lost to a preemption is not among them. */
export function breaksTable(facts: Facts): ResultTable {
  const rows = facts.slots
    .filter((slot) => !slot.gone)
    .map((slot) => ({
      ...slot,
      used: usedOf(facts.inside(slot), facts.settings.rules.guard),
      held: facts.inside(slot),
    }));
  return tableOf(rows, [
    ['break', 'text', 'Break', (row) => row.id],
    ['date', 'date', 'Date', (row) => row.date],
    ['local', 'text', 'Starts', (row) => timeText(row.clock)],
    ['utc', 'text', 'UTC', (row) => utcOf(row.start)],
    ['block', 'text', 'Block', (row) => row.block],
    ['kind', 'text', 'Kind', (row) => row.kind],
    ['seconds', 'integer', 'Seconds', (row) => row.seconds],
    ['used', 'integer', 'Used', (row) => row.used],
    ['free', 'integer', 'Free', (row) => row.seconds - row.used],
    ['spots', 'integer', 'Spots', (row) => row.held.length],
    ['most_spots', 'integer', 'Most spots', (row) => row.most],
  ]);
}
