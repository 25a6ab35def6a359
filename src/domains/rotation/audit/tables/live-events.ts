import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { timeText } from '../facts/clock.ts';
import type { LiveEvent } from '../facts/events.ts';
import type { Facts, Slot } from '../facts/facts.ts';
import { isMadeGood } from '../facts/owed.ts';

type Fate = 'follows' | 'ends early' | 'lost';

/** What live events did to breaks, and what became of the spots that were published in them; by written start. */
export function liveEventsTable(facts: Facts): ResultTable {
  const rows = facts.events.flatMap((event) =>
    facts.written.flatMap((was) => {
      const fate = fateOf(facts, event, was);
      return fate === undefined ? [] : [{ event, was, fate, ...spotsOf(facts, was) }];
    }),
  );
  const time = (at: number) => timeText(facts.clock.momentOf(at).clock);
  return tableOf(rows, [
    ['event', 'text', 'Live event', ({ event }) => event.text],
    ['put_off', 'text', 'Was to end at', ({ event }) => event.ends.slice(0, -1).map(time).join(', ') || null],
    ['break', 'text', 'Break', ({ was }) => was.id],
    ['date', 'date', 'Date', ({ was }) => was.date],
    ['planned', 'text', 'Planned at', ({ was }) => time(was.start)],
    ['fate', 'text', 'What it does', ({ fate }) => fate],
    ['local', 'text', 'On air at', ({ was, fate }) => (fate === 'lost' ? null : time(facts.slot(was.id)!.start))],
    ['kept', 'integer', 'Its spots there', ({ kept }) => kept],
    ['elsewhere', 'integer', 'In other breaks', ({ elsewhere }) => elsewhere],
    ['made_good', 'integer', 'Made good later', ({ made }) => made],
    ['owed', 'integer', 'Without a place', ({ owed }) => owed],
  ]);
}

function fateOf({ slot }: Facts, { begin, end }: LiveEvent, was: Slot): Fate | undefined {
  const now = slot(was.id);
  if (now === undefined || now.ran) return undefined;
  if (was.start >= begin && was.start < end) return now.gone ? 'lost' : 'follows';
  return now.cut && was.start < begin && was.end > begin ? 'ends early' : undefined;
}

/** What became of the spots that were published in a break. */
function spotsOf(facts: Facts, { id }: Slot) {
  const own = [...facts.plan].flatMap(([spot, planned]) => (planned.break === id ? [facts.placed.get(spot)] : []));
  const placed = own.filter((one) => one !== undefined);
  const kept = placed.filter(({ at, spot }) => at.id === id && facts.publishedIn(spot.id) === id).length;
  const made = placed.filter((one) => isMadeGood(facts, one)).length;
  return { kept, made, elsewhere: placed.length - kept - made, owed: own.length - placed.length };
}
