import { groupBy } from '../../../audit/rows.ts';
import type { PostSettings } from '../scenario.ts';
import type { ChannelRow, PostRow, PostTables } from '../tables.ts';
import { begins, clocksOf, clockText, ends, intervalStart, type Shown } from './clock.ts';

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
  /** Every instant of the horizon at which it may publish, ascending. */
  readonly open: readonly number[];
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
  /** When posts are published that this plan does not decide: those that are out, and those locked outside the horizon. */
  readonly out: ReadonlyMap<string, number>;
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
  const zones = new Set(tables.channels.rows.map(({ zone }) => zone));
  const clocks = new Map([...zones].map((zone) => [zone, clocksOf(zone)]));
  const accounts = new Map(
    tables.channels.rows.map((row): [string, Account] => {
      const shown = clocks.get(row.zone)!;
      const open = openInstants(settings, { row, shown }, from, to);
      const past = (published.get(row.channel) ?? [])
        .map(({ post, type, at, text }) => ({ post, type, text, at: begins(at, row.zone) }))
        .toSorted((a, b) => a.at - b.at);
      return [row.channel, { row, shown, past, open }];
    }),
  );
  const wanted = tables.posts.rows.flatMap((row) => wantedOf(row, accounts.get(row.channel)!, from, to));
  const isOut = ({ id, channel }: Wanted) => channel.past.some(({ post }) => post === id);
  const lockOf = ({ row, channel }: Wanted) => (row.at === null ? from : begins(row.at, channel.row.zone));
  const isElsewhere = (one: Wanted) => lockOf(one) < from || lockOf(one) >= to;
  const out = [...accounts.values()].flatMap(({ past }) =>
    past.flatMap(({ post, at }) => (post === null ? [] : [[post, at] as const])),
  );
  const elsewhere = wanted.filter(isElsewhere).map((one) => [one.id, lockOf(one)] as const);
  return {
    from,
    to,
    accounts,
    wanted: new Map(wanted.filter((one) => !isOut(one) && !isElsewhere(one)).map((one) => [one.id, one])),
    out: new Map([...elsewhere, ...out]),
  };
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

/** A channel and its clocks. */
type Clocked = Pick<Account, 'row' | 'shown'>;

/** Whether a channel may publish at an instant: at one of its slots, or else at a whole step by its clocks. */
export function opensAt(settings: PostSettings, { row, shown }: Clocked, at: number): boolean {
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

function openInstants(settings: PostSettings, account: Clocked, from: number, to: number): readonly number[] {
  const { row, shown } = account;
  const first = Math.ceil(from / 5) * 5;
  const steps = Array.from({ length: Math.max(0, Math.ceil((to - first) / 5)) }, (_, k) => first + k * 5);
  if (row.slots.length === 0) return steps.filter((at) => opensAt(settings, account, at));
  const dates = [...new Set([from, ...steps, to - 1].map((at) => shown(at).date))];
  const times = dates.flatMap((date) =>
    row.slots.map(({ minute }) => begins(`${date}T${clockText(minute)}`, row.zone)),
  );
  return [...new Set(times)]
    .filter((at) => at >= from && at < to && opensAt(settings, account, at))
    .toSorted((a, b) => a - b);
}
