import type { Span } from '../tables.ts';
import { besideRules, type Rule } from './beside.ts';
import { begins, ends, type Shown, spoken } from './clock.ts';
import { knownOf, opensAt, type Question } from './known.ts';
import type { Publication } from './look.ts';

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
  if (post.at === null && !opensAt(question.settings, channel, at))
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

/** What breaks each hard rule, by the name of the rule. */
export const hard: Readonly<Record<string, Rule>> = {
  possible: each(misplaced),
  blackouts: each(closed),
  quiet_hours: each(quiet),
  type_hours: each(offHours),
  holidays: each(dayOff),
  score_floor: each(tooLow),
  ...besideRules,
};
