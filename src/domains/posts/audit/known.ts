import { groupBy } from '../../../audit/rows.ts';
import type { PostSettings } from '../scenario.ts';
import type { ChannelRow, PostRow, PostTables } from '../tables.ts';
import { begins, clocksOf, ends, intervalStart, type Shown } from './clock.ts';

/** What the auditor is asked. */
export interface Question {
  readonly settings: PostSettings;
  readonly tables: PostTables;
}

/** A post as the tables ask for it, once. */
export interface Wanted {
  readonly id: string;
  readonly row: PostRow;
  readonly channel: Account;
  /** The first and the last minute that it may have. */
  readonly from: number;
  readonly to: number;
}

/** A channel, its clocks, and what it has published. */
export interface Account {
  readonly row: ChannelRow;
  readonly shown: (instant: number) => Shown;
  readonly past: readonly Past[];
}

/** What is out already. */
export interface Past {
  readonly post: string | null;
  readonly type: string | null;
  readonly at: number;
  readonly text: string | null;
}

/** What is known of the tables of one question. */
export interface Known {
  readonly from: number;
  readonly to: number;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly wanted: ReadonlyMap<string, Wanted>;
}

/** Each row of one audit asks for the same tables: they are read once. */
const read = new WeakMap<PostTables, WeakMap<PostSettings, Known>>();

/** What the tables say of channels and posts. */
export function knownOf({ settings, tables }: Question): Known {
  const others = read.get(tables) ?? new WeakMap();
  read.set(tables, others);
  const before = others.get(settings);
  if (before) return before;
  const known = readTables({ settings, tables });
  others.set(settings, known);
  return known;
}

function readTables({ settings, tables }: Question): Known {
  const { horizon } = settings;
  const [from, to] = [begins(horizon.start, horizon.zone), begins(horizon.end, horizon.zone)];
  const published = groupBy(tables.published.rows, ({ channel }) => channel);
  const accounts = new Map(
    tables.channels.rows.map((row): [string, Account] => {
      const past = (published.get(row.channel) ?? [])
        .map(({ post, type, at, text }) => ({ post, type, text, at: begins(at, row.zone) }))
        .toSorted((a, b) => a.at - b.at);
      return [row.channel, { row, shown: clocksOf(row.zone), past }];
    }),
  );
  const wanted = tables.posts.rows.flatMap((row) => wantedOf(row, accounts.get(row.channel)!, from, to));
  const isOut = ({ id, channel }: Wanted) => channel.past.some(({ post }) => post === id);
  return { from, to, accounts, wanted: new Map(wanted.filter((one) => !isOut(one)).map((one) => [one.id, one])) };
}

function wantedOf(row: PostRow, channel: Account, from: number, to: number): readonly Wanted[] {
  const { zone } = channel.row;
  const first = row.earliest === null ? from : begins(row.earliest, zone);
  const last = row.deadline === null ? to - 1 : ends(row.deadline, zone);
  const { every } = row;
  if (every === null) return [{ id: row.post, row, channel, from: first, to: last }];
  const found: Wanted[] = [];
  let begin = first;
  for (let k = 1; begin < to && begin <= last; k++) {
    const next = intervalStart(first, zone, every.count * k, every.unit);
    if (next > from) found.push({ id: `${row.post}#${k}`, row, channel, from: begin, to: Math.min(last, next - 1) });
    begin = next;
  }
  return found;
}

/** The instants at which a channel may publish: its slots, or whole steps by its clocks. */
export function opensAt({ settings }: Question, { row, shown }: Account, at: number): boolean {
  const { hour, minute, weekday } = shown(at);
  const past = hour * 60 + minute;
  if (row.slots.length === 0) return past % settings.horizon.step_minutes === 0;
  const isFirst = !repeats(shown, at);
  return isFirst && row.slots.some((slot) => slot.minute === past && (slot.day ?? weekday) === weekday);
}

/** Whether clocks have shown the same before: the second time of an hour that they show twice. */
function repeats(shown: Account['shown'], at: number): boolean {
  const now = shown(at);
  return [30, 60, 120].some((back) => {
    const then = shown(at - back);
    return then.date === now.date && then.hour === now.hour && then.minute === now.minute;
  });
}

/** Every instant of the horizon at which a channel may publish, ascending. */
export function openInstants(question: Question, account: Account): readonly number[] {
  const { from, to } = knownOf(question);
  const { row, shown } = account;
  const first = Math.ceil(from / 5) * 5;
  const steps = Array.from({ length: Math.max(0, Math.ceil((to - first) / 5)) }, (_, k) => first + k * 5);
  if (row.slots.length === 0) return steps.filter((at) => opensAt(question, account, at));
  const dates = [...new Set([from, ...steps, to - 1].map((at) => shown(at).date))];
  const times = dates.flatMap((date) => row.slots.map(({ minute }) => begins(`${date}T${clock(minute)}`, row.zone)));
  return [...new Set(times)]
    .filter((at) => at >= from && at < to && opensAt(question, account, at))
    .toSorted((a, b) => a - b);
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
