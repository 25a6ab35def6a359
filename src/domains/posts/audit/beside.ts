import type { Facts, RowFault } from '../../../audit/by-rows.ts';
import { groupBy, repeatsOf } from '../../../audit/rows.ts';
import { plural } from '../../../text/format.ts';
import type { PostSettings } from '../scenario.ts';
import type { PostTables } from '../tables.ts';
import { instantOf, type Shown } from './clock.ts';
import { knownOf, type Wanted } from './known.ts';
import type { Publication } from './look.ts';
import { gapIn } from './timing.ts';

// The rules that hold between publications.

/** What the auditor of a schedule of posts looks at. */
export type PostFacts = Facts<PostSettings, PostTables, Publication>;

/** What is wrong with publications. */
export type Faults = readonly RowFault<Publication>[];

/** A rule: what breaks it. */
export type Rule = (facts: PostFacts) => Faults;

/** Something that is published, by the schedule or before it. */
export interface Event {
  readonly name: string;
  readonly at: number;
  readonly type: string | null;
  readonly text: string | null;
  readonly urgent: boolean;
  /** The row of the schedule; undefined where it is out already. */
  readonly row?: Publication;
}

/** What each channel publishes and has published, in order of time. */
export function eventsOf({ rows, settings, tables }: PostFacts): ReadonlyMap<string, readonly Event[]> {
  const byChannel = groupBy(rows, ({ row }) => row.channel);
  return new Map(
    [...knownOf({ settings, tables }).accounts].map(([name, { past }]) => [
      name,
      [
        ...past.map(({ post, ...one }) => ({ ...one, name: post ?? 'a post that is out', urgent: false })),
        ...(byChannel.get(name) ?? []).map((row) => ({
          name: row.id,
          at: row.at,
          type: row.row.type,
          text: row.row.text,
          urgent: row.row.priority === 'urgent',
          row,
        })),
      ].toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1)),
    ]),
  );
}

const allEvents = (facts: PostFacts): readonly Event[] =>
  [...eventsOf(facts).values()].flat().toSorted((a, b) => a.at - b.at);

const rowsAmong = (events: readonly Event[]): readonly Publication[] => events.flatMap(({ row }) => (row ? [row] : []));

/** Pairs of events of one channel, at least one of them new, that are less than so many minutes apart. */
function nearPairs(
  facts: PostFacts,
  least: (a: Event, b: Event) => number,
  text: (a: Event, b: Event) => string,
): Faults {
  return [...eventsOf(facts).values()].flatMap((events) =>
    events.flatMap((a, k) =>
      events.slice(k + 1).flatMap((b) => {
        if ((a.row === undefined && b.row === undefined) || b.at - a.at >= least(a, b)) return [];
        return [{ entity: b.name, text: text(a, b), rows: rowsAmong([a, b]) }];
      }),
    ),
  );
}

const hoursApart = (a: Event, b: Event): string => `${Math.round((b.at - a.at) / 6) / 10} h`;

const tooNear: Rule = (facts) => {
  const { spacing } = facts.settings.rules;
  const gap = (a: Event, b: Event) => Math.max(gapIn(spacing, a.type), gapIn(spacing, b.type));
  return nearPairs(
    facts,
    gap,
    (a, b) => `${a.name} and ${b.name} are ${hoursApart(a, b)} apart, and their gap is ${gap(a, b) / 60} h`,
  );
};

export const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).join(' ');

const saidAgain: Rule = (facts) => {
  const { same_text: own } = facts.settings.rules;
  if (own === false) return [];
  const same = (a: Event, b: Event) => a.text !== null && b.text !== null && plain(a.text) === plain(b.text);
  return nearPairs(
    facts,
    (a, b) => (same(a, b) ? own.days * 1440 : -1),
    (a, b) =>
      `${a.name} and ${b.name} say the same ${hoursApart(a, b)} apart, and ${plural(own.days, 'day')} are asked for`,
  );
};

/** Events of a channel in one hour of its clocks; the hour that they show twice is one. */
const sameHours: Rule = (facts) => {
  if (!facts.settings.rules.same_hour) return [];
  const { accounts } = knownOf(facts);
  return [...eventsOf(facts)].flatMap(([name, events]) =>
    repeatsOf(events, ({ at }) => {
      const { date, hour } = accounts.get(name)!.shown(at);
      return `${date} ${hour}`;
    }).flatMap(([hour, own]) =>
      rowsAmong(own).length === 0
        ? []
        : [{ entity: name, text: `${name} publishes ${own.length} posts in the hour ${hour}`, rows: rowsAmong(own) }],
    ),
  );
};

/** Windows, each from one event on, that hold more than they may; what had happened alone is no fault. */
function crowdedWindows(
  events: readonly Event[],
  minutes: number,
  most: number,
  text: (first: Event, count: number) => string,
): Faults {
  return events.flatMap((first, k) => {
    const own = events.slice(k).filter(({ at }) => at < first.at + minutes);
    const rows = rowsAmong(own);
    return own.length > most && rows.length > 0 ? [{ entity: first.name, text: text(first, own.length), rows }] : [];
  });
}

const atOnce: Rule = (facts) => {
  const { concurrency: own } = facts.settings.rules;
  if (own === false) return [];
  const told = (what: string, most: number) => (first: Event, count: number) =>
    `${count} ${what} go out in ${own.minutes} minutes from ${instantOf(first.at)}, and at most ${most}`;
  const events = allEvents(facts);
  const usual = events.filter(({ urgent }) => !urgent);
  const most = Math.max(own.most, own.urgent);
  return [
    ...crowdedWindows(usual, own.minutes, own.most, told('posts that are not urgent', own.most)),
    ...crowdedWindows(events, own.minutes, most, told('posts', most)),
  ];
};

const inAnHour: Rule = (facts) => {
  const { per_hour: most } = facts.settings.rules;
  if (most === false) return [];
  const text = (first: Event, count: number) =>
    `${count} posts go out in the hour from ${instantOf(first.at)}, and at most ${most}`;
  return crowdedWindows(allEvents(facts), 60, most, text);
};

const overCaps: Rule = (facts) => {
  const { accounts } = knownOf(facts);
  return [...eventsOf(facts)].flatMap(([name, events]) =>
    facts.tables.caps.rows
      .filter(({ platform }) => platform === accounts.get(name)!.row.platform)
      .flatMap(({ hours, most }) =>
        crowdedWindows(
          events,
          hours * 60,
          most,
          (first, count) =>
            `${name} publishes ${count} posts in ${hours} h from ${instantOf(first.at)}, and at most ${most}`,
        ),
      ),
  );
};

const tooOften: Rule = (facts) => {
  const { accounts } = knownOf(facts);
  return [...eventsOf(facts)].flatMap(([name, events]) => {
    const { row, shown } = accounts.get(name)!;
    const over = (most: number | null, of: (shown: Shown) => string, noun: string): Faults =>
      most === null
        ? []
        : [...groupBy(events, ({ at }) => of(shown(at)))].flatMap(([period, own]) =>
            own.length > most && rowsAmong(own).length > 0
              ? [
                  {
                    entity: name,
                    text: `${name} publishes ${own.length} posts in the ${noun} ${period}, and at most ${most}`,
                    rows: rowsAmong(own),
                  },
                ]
              : [],
          );
    return [...over(row.per_day, ({ date }) => date, 'day'), ...over(row.per_week, ({ monday }) => monday, 'week of')];
  });
};

/** What comes after something else, and does not. */
const outOfOrder: Rule = (facts) => {
  const { accounts, out } = knownOf(facts);
  const at = new Map(facts.rows.map((row) => [row.id, row.at]));
  const after = facts.rows.flatMap((row) => {
    const { after: first, offset_hours: hours } = row.row;
    if (first === null) return [];
    const then = at.get(first) ?? out.get(first);
    const fault = (text: string) => [{ entity: row.id, text: `${row.id} comes after ${first}, ${text}`, rows: [row] }];
    if (then === undefined) return fault('which is not published');
    return row.at < then + Math.max(1, (hours ?? 0) * 60)
      ? fault(`and is published ${Math.round((row.at - then) / 6) / 10} h after it, not ${hours ?? 0}`)
      : [];
  });
  const queues = [...accounts.keys()].filter((name) => accounts.get(name)!.row.queue);
  const lines = queues.flatMap((name) => {
    const line = facts.rows
      .filter(({ row }) => row.channel === name)
      .toSorted((a, b) => placeIn(a) - placeIn(b) || (a.id < b.id ? -1 : 1));
    return line.slice(1).flatMap((row, k) =>
      row.at > line[k]!.at
        ? []
        : [
            {
              entity: row.id,
              text: `${row.id} comes after ${line[k]!.id} in the queue, and is published before it`,
              rows: [row, line[k]!],
            },
          ],
    );
  });
  return [...after, ...lines];
};

const placeIn = ({ row }: Wanted): number => row.position ?? 0;

/** A post that is locked is published. */
const lockedOut: Rule = (facts) => {
  const placed = new Set(facts.rows.map(({ id }) => id));
  return [...knownOf(facts).wanted.values()].flatMap(({ id, row }) =>
    row.at === null || placed.has(id)
      ? []
      : [{ entity: id, text: `${id} is locked at ${row.at}, and is not published` }],
  );
};

/** What breaks each rule between publications, by the name of the rule. */
export const besideRules: Readonly<Record<string, Rule>> = {
  locked: lockedOut,
  spacing: tooNear,
  same_text: saidAgain,
  same_hour: sameHours,
  concurrency: atOnce,
  per_hour: inAnHour,
  caps: overCaps,
  frequency: tooOften,
  order: outOfOrder,
};
