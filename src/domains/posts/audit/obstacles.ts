import { type Event, eventsOf, type PostFacts, plain } from './beside.ts';
import { hard } from './hard.ts';
import type { Question, Wanted } from './known.ts';
import { type Publication, publicationAt } from './look.ts';
import { gapIn } from './timing.ts';

/** What keeps a post from an instant: the rule, and the post that holds the place, if it is one. */
export interface Obstacle {
  readonly rule: string;
  readonly by?: string;
}

/** What is published, looked up once for many questions. */
export interface Neighbours {
  readonly question: Question;
  readonly byChannel: ReadonlyMap<string, readonly Event[]>;
  readonly all: readonly Event[];
  readonly at: ReadonlyMap<string, number>;
}

/** What stands beside a post: every publication of a schedule, and what is out already. */
export function neighboursOf(facts: PostFacts): Neighbours {
  const byChannel = eventsOf(facts);
  return {
    question: facts,
    byChannel,
    all: [...byChannel.values()].flat().toSorted((a, b) => a.at - b.at),
    at: new Map([...byChannel.values()].flat().map(({ name, at }) => [name, at])),
  };
}

/** Rules that look at one publication alone. */
const OWN = ['possible', 'blackouts', 'quiet_hours', 'type_hours', 'holidays', 'score_floor'] as const;

/** What is in the way of a publication beside all others; its own row is left out of them. Nothing: it fits. */
export function obstaclesTo(known: Neighbours, row: Publication): readonly Obstacle[] {
  const { settings, tables } = known.question;
  const alone = OWN.filter((rule) => hard[rule]!({ settings, tables, rows: [row] }).length > 0);
  return alone.length > 0 ? alone.map((rule) => ({ rule })) : besideOthers(known, row);
}

function besideOthers({ question, byChannel, all, at }: Neighbours, row: Publication): readonly Obstacle[] {
  const { rules } = question.settings;
  const { channel } = row;
  const isOther = ({ name, row: own }: Event) => own === undefined || name !== row.id;
  const own = byChannel.get(channel.row.channel)!.filter(isOther);
  const text = row.row.text;
  const near = own.filter(
    (event) =>
      Math.abs(event.at - row.at) < Math.max(gapIn(rules.spacing, event.type), gapIn(rules.spacing, row.row.type)),
  );
  const said = own.filter(
    (event) =>
      rules.same_text !== false &&
      text !== null &&
      event.text !== null &&
      plain(event.text) === plain(text) &&
      Math.abs(event.at - row.at) < rules.same_text.days * 1440,
  );
  const hour = own.filter((event) => {
    const shown = channel.shown(event.at);
    return rules.same_hour && shown.date === row.shown.date && shown.hour === row.shown.hour;
  });
  const inPeriod = (of: (at: number) => string) => own.filter((event) => of(event.at) === of(row.at)).length + 1;
  const others = all.filter(isOther);
  const isUrgent = row.row.priority === 'urgent';
  const { concurrency, per_hour } = rules;
  const full = (events: readonly Event[], minutes: number, most: number) => busiest(events, row.at, minutes) + 1 > most;
  const counted: readonly (readonly [rule: string, is: boolean])[] = [
    ['frequency', channel.row.per_day !== null && inPeriod((t) => channel.shown(t).date) > channel.row.per_day],
    ['frequency', channel.row.per_week !== null && inPeriod((t) => channel.shown(t).monday) > channel.row.per_week],
    [
      'concurrency',
      concurrency !== false &&
        (full(others, concurrency.minutes, Math.max(concurrency.most, concurrency.urgent)) ||
          (!isUrgent &&
            full(
              others.filter(({ urgent }) => !urgent),
              concurrency.minutes,
              concurrency.most,
            ))),
    ],
    ['per_hour', per_hour !== false && full(others, 60, per_hour)],
    [
      'caps',
      question.tables.caps.rows.some(
        (cap) => cap.platform === channel.row.platform && full(own, cap.hours * 60, cap.most),
      ),
    ],
    ['order', !inOrder(row, at, question)],
  ];
  return [
    ...near.map(({ name }) => ({ rule: 'spacing', by: name })),
    ...said.map(({ name }) => ({ rule: 'same_text', by: name })),
    ...hour.map(({ name }) => ({ rule: 'same_hour', by: name })),
    ...[...new Set(counted.flatMap(([rule, is]) => (is ? [rule] : [])))].map((rule) => ({ rule })),
  ];
}

/** The most events of a window of so many minutes that holds an instant. */
function busiest(events: readonly Event[], at: number, minutes: number): number {
  const near = events.filter((event) => Math.abs(event.at - at) < minutes);
  const starts = [at, ...near.filter((event) => event.at <= at).map((event) => event.at)];
  return Math.max(
    ...starts.map((start) => near.filter((event) => event.at >= start && event.at < start + minutes).length),
  );
}

/** Whether a publication is after what it follows, and before what follows it. */
function inOrder(row: Publication, at: ReadonlyMap<string, number>, { tables }: Question): boolean {
  const { after, offset_hours: hours, position } = row.row;
  const first = after === null ? undefined : at.get(after);
  if (after !== null && (first === undefined || row.at < first + Math.max(1, (hours ?? 0) * 60))) return false;
  return tables.posts.rows.every((other) => {
    const then = at.get(other.post);
    if (then === undefined || other.post === row.id) return true;
    if (other.after === row.id && then < row.at + Math.max(1, (other.offset_hours ?? 0) * 60)) return false;
    if (!row.channel.row.queue || other.channel !== row.row.channel || other.position === null || position === null)
      return true;
    const isBefore = other.position - position || (other.post < row.id ? -1 : 1);
    return isBefore < 0 ? then < row.at : then > row.at;
  });
}

/** The publications of a post at every open instant that its own times allow, the best first. */
export function chancesOf(question: Question, wanted: Wanted): readonly Publication[] {
  return wanted.channel.open
    .filter((at) => at >= wanted.from && at <= wanted.to)
    .map((at) => publicationAt(question, wanted, at))
    .toSorted((a, b) => b.scored.score - a.scored.score || a.at - b.at);
}
