import type { Facts, RowFault } from '../../../audit/by-rows.ts';
import { groupBy, repeatsOf } from '../../../audit/rows.ts';
import { plural } from '../../../text/format.ts';
import type { PostSettings } from '../scenario.ts';
import type { Span } from '../tables/cells.ts';
import type { PostTables } from '../tables.ts';
import { begins, ends, instantOf, type Shown, spoken } from './clock.ts';
import { knownOf, opensAt, type Publication, type Question, type Wanted } from './look.ts';
import { gapIn } from './timing.ts';

/** What the auditor of a schedule of posts looks at. */
export type PostFacts = Facts<PostSettings, PostTables, Publication>;

/** What is wrong with publications. */
export type Faults = readonly RowFault<Publication>[];

type Rule = (facts: PostFacts) => Faults;

/** A rule that looks at one publication at a time: what is wrong with it, if anything. */
const each =
  (wrong: (row: Publication, question: Question) => string | undefined): Rule =>
  ({ rows, settings, tables }) =>
    rows.flatMap((row) => {
      const text = wrong(row, { settings, tables });
      return text === undefined
        ? []
        : [{ entity: row.id, text: `${row.id} on ${spoken(row.shown)}: ${text}`, rows: [row] }];
    });

/** Whether a part of a day holds what clocks show; the part after midnight belongs to the day on which it began. */
export const within = ({ days, from, to }: Span, { weekday, hour, minute }: Shown): boolean => {
  const past = hour * 60 + minute;
  const is = (day: number) => days.length === 0 || days.includes(day);
  return (is(weekday) && past >= from && past < to) || (is((weekday + 6) % 7) && past + 1440 < to);
};

function misplaced(row: Publication, question: Question): string | undefined {
  const { channel, row: post, at, shown } = row;
  if (post.type !== null && !post.type.startsWith(`${channel.row.platform}_`))
    return `${post.type} is nothing for ${channel.row.platform}`;
  if (post.type !== null && channel.row.types.length > 0 && !channel.row.types.includes(post.type))
    return `${channel.row.channel} does not publish ${post.type}`;
  const { from, to } = knownOf(question);
  if (at < from || at >= to) return 'it is outside the horizon';
  if (at < row.from || at > row.to) return 'it is before its earliest time or after its deadline';
  if (post.at !== null && at !== begins(post.at, channel.row.zone)) return `it is locked at ${post.at}`;
  if (post.at === null && !opensAt(question, channel, at))
    return `${channel.row.channel} does not publish at this time`;
  if (post.prohibited.some((span) => within(span, shown))) return 'it may not have this part of the day';
  if (post.only_preferred && !post.preferred.some((span) => within(span, shown)))
    return 'it has only the parts of days that it prefers';
  return undefined;
}

function closed({ channel, at }: Publication, { tables }: Question): string | undefined {
  const { zone, channel: name } = channel.row;
  const found = tables.blackouts.rows.find(
    (one) => (one.channel ?? name) === name && at >= begins(one.from, zone) && at <= ends(one.to, zone),
  );
  return found && `${name} has a blackout from ${found.from} to ${found.to}`;
}

function quiet({ channel, shown: { hour } }: Publication, { settings: { rules } }: Question): string | undefined {
  const { quiet_hours: own } = rules;
  if (own === false || own.except.includes(channel.row.platform)) return undefined;
  const passed = (hour - own.from + 24) % 24;
  return passed < (own.to - own.from + 24) % 24 ? `the hours from ${own.from} to ${own.to} are quiet` : undefined;
}

function offHours({ row, shown }: Publication, { settings: { rules } }: Question): string | undefined {
  const own =
    rules.type_hours === false ? undefined : Object.entries(rules.type_hours).find(([type]) => type === row.type)?.[1];
  return own && (shown.hour < own[0] || shown.hour > own[1])
    ? `${row.type} has the hours ${own[0]} to ${own[1]}`
    : undefined;
}

function dayOff({ channel, shown }: Publication, { settings: { rules }, tables }: Question): string | undefined {
  if (rules.holidays !== 'skip') return undefined;
  const name = channel.row.channel;
  const found = tables.holidays.rows.find((day) => day.date === shown.date && (day.channel ?? name) === name);
  return found && `${found.date} is ${found.name ?? 'a holiday'}`;
}

const tooLow = ({ scored }: Publication, { settings: { rules } }: Question): string | undefined =>
  scored.score < rules.score_floor * 10_000 - 1e-6
    ? `its timing score is ${scored.score / 10_000}, below ${rules.score_floor}`
    : undefined;

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
  const { accounts } = knownOf(facts);
  const at = new Map(facts.rows.map((row) => [row.id, row.at]));
  const out = new Map(
    [...accounts.values()].flatMap(({ past }) =>
      past.flatMap((one) => (one.post === null ? [] : [[one.post, one.at] as const])),
    ),
  );
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

/** What breaks each hard rule, by the name of the rule. */
export const hard: Readonly<Record<string, Rule>> = {
  possible: each(misplaced),
  blackouts: each(closed),
  quiet_hours: each(quiet),
  type_hours: each(offHours),
  holidays: each(dayOff),
  score_floor: each(tooLow),
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
