import {
  accountsIn,
  learnChannels,
  learntDocument,
  learntTable,
  outcomesOfFiles,
  Refusal,
  type ResultTable,
  readHistory,
  subjectsOf,
} from '../index.ts';
import { legibly } from './display/legible.ts';
import { type NotebookScenario, plainScenario } from './scenario.ts';
import { type Shown, shown } from './show.ts';

type Channel = Parameters<typeof learnChannels>[0][number];
type ChannelLearnt = ReturnType<typeof learnChannels>[number];

/**
 * Where outcomes are, and what of them counts.
 *
 * @example
 * const goalOf = ({ goal = 'reach' }: Parameters<typeof lessons>[1]) => goal;
 * typeof goalOf // 'function'
 */
export interface LessonsOptions {
  /** The scenario whose channels the accounts of the file are. */
  readonly scenario: NotebookScenario;
  /** Milliseconds since 1970, such as `Date.now()`: times after it are no outcomes. */
  readonly now: number;
  /** The column that counts: `reach` if absent. */
  readonly goal?: string;
  /** What an outcome counts instead of its value: with an effect that is made, learning shows whether it finds it. */
  readonly value?: (outcome: Channel['outcomes'][number]) => number;
  /** 1 if absent. */
  readonly seed?: number;
}

/**
 * What was learnt of one channel. `learnt` is the table that a scenario reads it from.
 *
 * @example
 * const rowsOf = ([first]: Awaited<ReturnType<typeof lessons>>) => first?.tables.learnt.rows.length;
 * typeof rowsOf // 'function'
 */
export interface NotebookLesson extends ChannelLearnt, Shown {
  readonly tables: { readonly learnt: ResultTable };
}

/**
 * Learns from a file of outcomes what hours and weekdays are worth: one result for each channel of the scenario whose
 * account is in the file. `show()` gives the verdict, the best hours, the week and the test.
 *
 * @throws Refusal where no account of the file is a channel of the scenario, or a time or number cannot be read.
 * @example
 * const loans = await scenario('scenarios/loans/la-week.yaml');
 * await lessons('scenarios/posts/history.csv', { scenario: loans, now: 0 }) // throws /the kind loans has no hours to learn/
 */
export function lessons(file: string, options: LessonsOptions): Promise<readonly NotebookLesson[]> {
  const { scenario, now, goal = 'reach', value, seed = 1 } = options;
  return legibly(async () => {
    const { channels, kind, noun } = await subjectsOf(plainScenario(scenario)!);
    const accounts = accountsIn(file);
    const own = channels.filter(({ name }) => accounts?.names.includes(name));
    if (accounts === undefined || own.length === 0)
      throw new Refusal([
        {
          message: `${file} names no account that is a channel of ${scenario.name}`,
          maybe: 'Maybe its column "Account" has other names.',
        },
      ]);
    const read = own.map((channel): Channel => {
      const { name, platform, zone } = channel;
      const only = { column: accounts.column, value: name };
      const history = readHistory([file], { platform, channel: name, zone, only, now });
      const outcomes = outcomesOfFiles(history, { goal, zone });
      return { channel, outcomes: value ? outcomes.map((one) => ({ ...one, value: value(one) })) : outcomes };
    });
    return learnChannels(read, { seed }).map((one): NotebookLesson => {
      const about = {
        ...{ kind, noun, name: one.name, title: `When to publish on ${one.name}`, again: 'lessons(…)' },
        subtitle: `${one.platform}, hours by the clock of ${one.zone}, goal: ${goal}`,
        success: `more ${goal} than the median of up to 50 before it`,
      };
      const key = `lesson-${one.name}${value ? '-made' : ''}`;
      return shown(
        { ...one, tables: { learnt: learntTable([one]) } },
        { parts: () => learntDocument(one.learnt, about), key },
      );
    });
  });
}
