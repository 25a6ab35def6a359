import { WEEKDAYS, type Weekday } from '../../tables/dates.ts';
import type { ResultTable } from '../../tables/result.ts';
import { explored } from '../predict.ts';
import { column } from '../report/columns.ts';
import type { ChannelLearnt } from './channels.ts';

/** How far chances are drawn away from what is known, and by which seed. */
export interface Exploration {
  /** From 0, what is known, to 1, draws from what could be. */
  readonly explore: number;
  readonly seed?: number;
}

const COLUMNS = [
  column('channel', 'text', 'Channel'),
  column('weekday', 'text', 'Weekday'),
  column('hour', 'integer', 'Hour'),
  column('mean', 'number', 'Chance'),
  column('low', 'number', 'From'),
  column('high', 'number', 'To'),
  column('samples', 'integer', 'Outcomes'),
  column('confidence', 'number', 'Beats the base'),
  column('method', 'text', 'Method'),
];

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

/**
 * What was learnt as the table that a scenario reads beside its others: a row for each channel and hour of the week.
 * Channels with too few outcomes have none, so that the built-in table stands alone; with exploration they have all of
 * theirs, since what is not known is what it looks for. With exploration the means are draws (Thompson 1933), each
 * channel's by a seed of its own; intervals stay.
 *
 * @example
 * const learnt = learn([], { worth: () => 0.5 });
 * const channels = [{ name: 'ig', platform: 'instagram', zone: 'UTC', outcomes: 0, learnt }];
 * [learntTable(channels).rows.length, learntTable(channels, { explore: 0.1 }).rows.length] // [0, 168]
 */
export function learntTable(
  channels: readonly Pick<ChannelLearnt, 'name' | 'learnt'>[],
  { explore, seed = 1 }: Exploration = { explore: 0 },
): ResultTable {
  const written = channels.filter(({ learnt }) => explore > 0 || learnt.verdict !== 'few');
  return {
    columns: COLUMNS,
    rows: written.flatMap(({ name, learnt }, at) => {
      const means = explored(learnt, { explore, seed: seed + at });
      return learnt.slots.map(({ weekday, hour, low, high, samples, confidence, method }, slot) => [
        ...[name, WEEKDAYS[weekday]!, hour],
        ...[rounded(means[slot]!), rounded(low), rounded(high), samples, rounded(confidence), method],
      ]);
    }),
  };
}

/** What exploration looks at in a row of that table. */
interface LearntCells {
  readonly channel: string;
  readonly weekday: Weekday;
  readonly hour: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Standard deviations between the ends of an interval that holds four of five cases, if it were a normal one. */
const WIDTH = 2 * 1.2816;

/**
 * The rows of one subject with their means drawn; those of others as they are. The variance is that of the interval.
 */
export function exploredRows<R extends object>(rows: readonly R[], subject: string, how: Exploration): readonly R[] {
  const cells = rows as unknown as readonly LearntCells[];
  const own = cells.filter(({ channel }) => channel === subject);
  const slots = own.map(({ mean, low, high }) => ({ mean, variance: ((high - low) / WIDTH) ** 2 }));
  const means = explored({ slots }, how);
  const drawn = new Map(own.map((row, at) => [row, { ...row, mean: means[at]! }]));
  return cells.map((row) => drawn.get(row) ?? row) as unknown as readonly R[];
}
