import type { Settings } from '../scenario/scenario.ts';

/** What the scores count of a post that has a time. */
type JobAssignment = { readonly platform: string; readonly channel: string; readonly scheduled_time: string };

const HOUR = 3_600_000;

/** At most so many posts in any so many hours: of all channels, or of each channel of a platform. */
export interface Cap {
  readonly hours: number;
  readonly most: number;
  readonly platform?: string;
}

/** The caps of a scenario: posts of an hour, and what platforms take from one account. */
export function capsOf(settings: Settings): readonly Cap[] {
  const { rules, caps = [] } = settings as unknown as {
    readonly rules: { readonly per_hour: number | false };
    readonly caps?: readonly { readonly platform: string; readonly hours: number; readonly most: number }[];
  };
  const hourly = rules.per_hour === false ? [] : [{ hours: 1, most: rules.per_hour }];
  return [
    ...hourly,
    ...caps.map(({ platform, hours, most }) => ({ platform, hours: Number(hours), most: Number(most) })),
  ];
}

/** Posts per hour: 1 ÷ the mean time between consecutive posts, to four decimals. */
export function throughputOf(assigned: readonly JobAssignment[]): number | null {
  const times = timesOf(assigned);
  const hours = times.length < 2 ? 0 : (times.at(-1)! - times[0]!) / HOUR;
  return hours === 0 ? null : Math.round((10_000 * (times.length - 1)) / hours) / 10_000;
}

/**
 * The share of windows that keep their caps. For each cap, a window begins at each post that it counts: no other window
 * of this length holds more than all of these do.
 */
export function quotaOf(assigned: readonly JobAssignment[], caps: readonly Cap[]): number | null {
  const windows = caps.flatMap(({ hours, most, platform }) =>
    groupsOf(assigned, platform).flatMap((times) =>
      times.map((from) => times.filter((at) => at >= from && at < from + hours * HOUR).length <= most),
    ),
  );
  return windows.length === 0 ? null : windows.filter(Boolean).length / windows.length;
}

function groupsOf(assigned: readonly JobAssignment[], platform: string | undefined): readonly (readonly number[])[] {
  if (platform === undefined) return [timesOf(assigned)];
  const own = assigned.filter((each) => each.platform === platform);
  const channels = [...new Set(own.map(({ channel }) => channel))];
  return channels.map((name) => timesOf(own.filter(({ channel }) => channel === name)));
}

const timesOf = (assigned: readonly JobAssignment[]): readonly number[] =>
  assigned.map(({ scheduled_time }) => Date.parse(scheduled_time)).sort((a, b) => a - b);
