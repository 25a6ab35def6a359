import type { Row } from '../../../domain.ts';
import { localOf } from './time.ts';
import type { World } from './world.ts';

/** "b2014 (20:14)"; with its date where the scenario has several. */
export function breakText({ breaks }: World, b: number): string {
  const { id, local, date } = breaks[b]!;
  return `${id} (${local}${severalDates(breaks) ? ` on ${date}` : ''})`;
}

/** "b2014 begins at 20:14". */
export function startText({ breaks }: World, b: number): string {
  const { id, local, date } = breaks[b]!;
  return `${id} begins at ${local}${severalDates(breaks) ? ` on ${date}` : ''}`;
}

const severalDates = (breaks: World['breaks']): boolean => breaks.at(0)?.date !== breaks.at(-1)?.date;

/** When a spot wishes to air: "20:14"; with its date where it names one of several. Nothing: it wishes for no time. */
export function wishText(world: World, s: number): string {
  const { wish } = world.spots[s]!;
  if (wish === null) return '';
  if (!('instant' in wish)) return clockText(world, wish.time);
  const { date, local } = localOf(world.clock, wish.instant);
  return `${shortTime(local)}${severalDates(world.breaks) ? ` on ${date}` : ''}`;
}

/** A time of the broadcast day, in seconds from its begin, as clocks show it. */
export function clockText({ clock }: Pick<World, 'clock'>, seconds: number): string {
  const time = (seconds + clock.dayStart) % 86_400;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return shortTime(`${two(time / 3600)}:${two((time / 60) % 60)}:${two(time % 60)}`);
}

/**
 * A local time without seconds that are none.
 *
 * @example
 * shortTime('20:14:00') // '20:14'
 * shortTime('20:14:30') // '20:14:30'
 */
export const shortTime = (text: string): string => text.replace(/^(\d\d:\d\d):00$/, '$1');

/** "20:00 to 22:00", "from 20:00", "until 22:00". */
export function rangeText(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `${from} to ${to}`;
  return from === null ? `until ${to ?? '…'}` : `from ${from}`;
}

/** "t1 (Tidemark Light) in b2044 (20:44), position 1"; of a row that lacks fields, what there is. */
export function rowText(world: World): (row: Row) => string {
  const advertisers = new Map<unknown, string>(world.spots.map(({ id, advertiser }) => [id, advertiser]));
  const breaks = new Map<unknown, string>(world.breaks.map(({ id }, b) => [id, breakText(world, b)]));
  return ({ spot, break: slot, position }) => {
    const own = advertisers.get(spot);
    const head = [
      ...(spot == null ? [] : [own === undefined ? String(spot) : `${spot} (${own})`]),
      ...(slot == null ? [] : [`in ${breaks.get(slot) ?? slot}`]),
    ].join(' ');
    return [head, ...(position == null ? [] : [`position ${position}`])].filter((part) => part !== '').join(', ');
  };
}
