import { compare } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import type { Airing } from '../facts/as-run.ts';
import { epochOf, MINUTE, timeText } from '../facts/clock.ts';
import type { Facts, Item } from '../facts/facts.ts';

/** How a spot aired, against the log that was published. */
type Aired = 'as planned' | 'early' | 'late' | 'short' | 'missing' | 'unplanned';

/** What was published, or seen, held against the other. Times are seconds since 1970. */
interface Reconciled {
  readonly spot: Item;
  readonly state: Aired;
  readonly planned: { readonly break: string; readonly start: number | undefined } | undefined;
  readonly airing: Airing | undefined;
  /** Cents. */
  readonly owed: number;
}

/** A spot that airs this much from its plan is late, or early. */
const NEAR = MINUTE;

/** Every spot that was due or seen, in the order of time; nothing where it is not known what aired. */
function reconciled(facts: Facts): readonly Reconciled[] {
  const { airings } = facts;
  if (airings === null) return [];
  const rows = facts.spots.flatMap((spot): readonly Reconciled[] => {
    const airing = airings.get(spot.id);
    const plan = facts.plan.get(spot.id);
    if (plan === undefined && airing === undefined) return [];
    const planned = plan && { break: plan.break, start: facts.plannedStart(spot.id) };
    if (airing === undefined) {
      if (!isDue(facts, plan!.break)) return [];
      return [{ spot, state: 'missing', planned, airing, owed: spot.value }];
    }
    const missed = Math.max(0, spot.seconds - (airing.end - airing.start));
    const owed = Math.round((spot.value * missed) / spot.seconds);
    return [{ spot, state: stateOf(planned?.start, airing, missed), planned, airing, owed }];
  });
  const when = ({ airing, planned }: Reconciled) => airing?.start ?? planned?.start ?? 0;
  return rows.sort((a, b) => when(a) - when(b) || compare(a.spot.id, b.spot.id));
}

/** Whether a published break is over, or would be had no live event had its time. */
function isDue({ settings, slot }: Facts, id: string): boolean {
  const own = slot(id);
  if (own === undefined) return false;
  const now = settings.now === undefined ? Number.NEGATIVE_INFINITY : (epochOf(settings.now) ?? 0);
  return own.aired || ((own.gone || own.cut) && own.start < now);
}

function stateOf(planned: number | undefined, { start }: Airing, missed: number): Aired {
  if (missed > 0) return 'short';
  if (planned === undefined) return 'unplanned';
  if (Math.abs(start - planned) < NEAR) return 'as planned';
  return start > planned ? 'late' : 'early';
}

/** What aired against what was published: as planned, late, short, missing, and the value that is owed for it. */
export function reconciliationTable(facts: Facts): ResultTable {
  const time = (at: number | undefined) => (at === undefined ? null : timeText(facts.clock.momentOf(at).clock));
  const secondsOf = ({ airing }: Reconciled) => (airing === undefined ? 0 : airing.end - airing.start);
  return tableOf(reconciled(facts), [
    ['spot', 'text', 'Spot', (row) => row.spot.id],
    ['advertiser', 'text', 'Advertiser', (row) => row.spot.advertiser],
    ['state', 'text', 'Aired', (row) => row.state],
    ['planned_break', 'text', 'Published in', (row) => row.planned?.break ?? null],
    ['planned', 'text', 'Planned at', (row) => time(row.planned?.start)],
    ['break', 'text', 'Aired in', (row) => row.airing?.break ?? null],
    ['aired', 'text', 'Aired at', (row) => time(row.airing?.start)],
    ['seconds', 'integer', 'Seconds booked', (row) => row.spot.seconds],
    ['seconds_aired', 'integer', 'Seconds aired', secondsOf],
    ['value', 'money', 'Value', (row) => row.spot.value],
    ['owed', 'money', 'Owed', (row) => row.owed],
    ['text', 'text', 'In words', (row) => wordsOf(facts, row)],
  ]);
}

function wordsOf(facts: Facts, { spot, state, planned, airing }: Reconciled): string {
  if (airing === undefined) {
    const own = facts.slot(planned?.break ?? '');
    const event = facts.events.find(({ begin, end }) => own !== undefined && begin <= own.end && own.start < end);
    const why = own !== undefined && (own.gone || own.cut) && event ? `${event.text} had its time` : 'not seen on air';
    const now = facts.placed.get(spot.id);
    const then =
      now === undefined ? 'it has no place' : `it is planned in ${now.at.id}, ${placeText(facts, now.start)}`;
    return `${why}; ${then}`;
  }
  return seenText({ spot, state, planned, airing });
}

/** A spot that was seen, and how it aired. */
type Seen = Pick<Reconciled, 'spot' | 'state' | 'planned'> & { readonly airing: Airing };

function seenText({ spot, state, planned, airing }: Seen): string {
  const away = planned?.start === undefined ? 0 : Math.round(Math.abs(airing.start - planned.start) / 6) / 10;
  const words: Readonly<Record<Exclude<Aired, 'missing'>, string>> = {
    'as planned': 'as planned',
    early: `${away} min early`,
    late: `${away} min late`,
    short: `${airing.end - airing.start} of ${spot.seconds} s`,
    unplanned: 'aired without having been published',
  };
  return words[state as keyof typeof words];
}

/** How a spot that was seen aired: "as planned", "2.2 min late", "12 of 30 s". */
export function airedText(facts: Facts, spot: Item): string {
  const airing = facts.airings?.get(spot.id);
  const plan = facts.plan.get(spot.id);
  if (airing === undefined) return 'not seen on air';
  const planned = plan && { break: plan.break, start: facts.plannedStart(spot.id) };
  const missed = Math.max(0, spot.seconds - (airing.end - airing.start));
  return seenText({ spot, state: stateOf(planned?.start, airing, missed), planned, airing });
}

function placeText({ clock }: Facts, at: number): string {
  const { date, clock: seconds } = clock.momentOf(at);
  return `${timeText(seconds)} on ${date}`;
}
