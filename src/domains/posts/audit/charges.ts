import { Temporal } from 'temporal-polyfill';
import { sumOf } from '../../../audit/numbers.ts';
import { eventsOf, type PostFacts } from './beside.ts';
import { begins } from './clock.ts';
import { within } from './hard.ts';
import { knownOf, type Question } from './known.ts';
import type { Publication } from './look.ts';

/** What one publication is worth, term by term, in points. */
export function termsOf(row: Publication, question: Question): Readonly<Record<string, number>> {
  const { settings, tables } = question;
  const { weights } = settings;
  const { preferred, priority } = row.row;
  const before = tables.planned.rows.find(({ post }) => post === row.id);
  const from = before === undefined ? row.at : begins(before.at, row.channel.row.zone);
  const isMoved = from !== row.at && !row.channel.row.queue;
  const misses = preferred.length > 0 && !preferred.some((span) => within(span, row.shown));
  return {
    timing: Math.round((weights.timing[priority] * row.scored.score) / 10_000 + 1e-9),
    preferred: misses ? -weights.preferred.penalty : 0,
    movement: isMoved
      ? -(weights.movement.moved + weights.movement.hour * Math.floor(Math.abs(row.at - from) / 60))
      : 0,
    sooner: row.channel.row.queue ? -weights.sooner * slotsBefore(row) : 0,
  };
}

const slotsBefore = ({ at, channel: { open } }: Publication): number => Math.max(0, open.indexOf(at));

/** Pairs of publications in one hour of UTC count twice, those in hours next to each other once. */
export function crowdedPairs(rows: readonly Publication[]): number {
  const hours = new Map<number, number>();
  for (const { at } of rows) hours.set(Math.floor(at / 60), (hours.get(Math.floor(at / 60)) ?? 0) + 1);
  return sumOf([...hours], ([hour, count]) => count * (count - 1) + count * (hours.get(hour + 1) ?? 0));
}

/** A week in which a channel publishes less than it should. */
export interface ShortWeek {
  readonly channel: string;
  /** Its Monday. */
  readonly week: string;
  readonly posts: number;
  readonly cadence: number;
}

/** Whole weeks of the horizon in which channels publish less than they should. */
export function shortWeeks(facts: PostFacts): readonly ShortWeek[] {
  const { from, to, accounts } = knownOf(facts);
  const all = eventsOf(facts);
  return [...accounts].flatMap(([channel, { row, shown }]): readonly ShortWeek[] => {
    const { cadence } = row;
    if (cadence === null) return [];
    const posts = new Map<string, number>();
    for (const { at } of all.get(channel) ?? []) posts.set(shown(at).monday, (posts.get(shown(at).monday) ?? 0) + 1);
    const weeks: ShortWeek[] = [];
    const start = (monday: string) => begins(monday, row.zone);
    for (
      let week = Temporal.PlainDate.from(shown(from).monday);
      start(String(week)) < to;
      week = week.add({ days: 7 })
    ) {
      const [begin, end] = [start(String(week)), start(String(week.add({ days: 7 })))];
      const count = posts.get(String(week)) ?? 0;
      if (begin >= from && end <= to && count < cadence)
        weeks.push({ channel, week: String(week), posts: count, cadence });
    }
    return weeks;
  });
}

/** What is charged, in points, by its name in the objective. */
export const charges = {
  crowding_penalty: ({ rows, settings: { rules } }: PostFacts): number =>
    rules.crowding === false ? 0 : rules.crowding.penalty * crowdedPairs(rows),
  cadence_penalty: (facts: PostFacts): number => {
    const { cadence } = facts.settings.rules;
    return cadence === false ? 0 : cadence.penalty * sumOf(shortWeeks(facts), (week) => week.cadence - week.posts);
  },
};
