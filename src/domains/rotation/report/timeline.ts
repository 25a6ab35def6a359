import {
  type ChartPart,
  numberOf,
  recordsOf,
  type Subject,
  type TableRecord,
  textOf,
} from '../../../report/chapter.ts';
import { shortDate } from '../../../text/dates.ts';

/** The log as a timeline: a bar for each break in the order of time, filled by its spots one after another. */
export const timeline: ChartPart = {
  chart: 'rotation-timeline',
  caption: 'The log, break by break: its spots in their order, each as long as it runs',
  rows: (rows, subject) => placed(rows, timesOf(subject)),
  datum: ['slot', 'from', 'to', 'tier', 'said'],
  title: (row) => `${textOf(row, 'spot')}, ${textOf(row, 'advertiser')}`,
  facts: ['local', 'seconds', 'tier', 'value', 'text'],
  sets: (_, subject) => {
    const times = timesOf(subject);
    const filled = new Set(subject.rows.map((row) => textOf(row, 'break')));
    return {
      breaks: recordsOf(subject.run.tables.breaks)
        .filter((row) => filled.has(textOf(row, 'break')))
        .map((row) => ({ label: times(textOf(row, 'break')), seconds: numberOf(row, 'seconds') })),
    };
  },
};

/** When a break is on air, as its bar is called; with its day where the log is of several. */
function timesOf({ run }: Subject): (name: string) => string {
  const breaks = recordsOf(run.tables.breaks);
  const several = new Set(breaks.map((row) => textOf(row, 'date'))).size > 1;
  const times = new Map(
    breaks.map((row) => {
      const day = several ? `${shortDate(textOf(row, 'date'))}, ` : '';
      return [textOf(row, 'break'), `${day}${textOf(row, 'local').slice(0, 5)}`];
    }),
  );
  // Two breaks of one minute, as where clocks go back, are told apart by their names.
  const counts = new Map<string, number>();
  for (const time of times.values()) counts.set(time, (counts.get(time) ?? 0) + 1);
  return (name) => {
    const time = times.get(name) ?? name;
    return (counts.get(time) ?? 0) > 1 ? `${time} (${name})` : time;
  };
}

/** Each spot from where the one before it in its break ends. */
function placed(rows: readonly TableRecord[], time: (name: string) => string): readonly TableRecord[] {
  const ends = new Map<string, number>();
  return rows.map((row) => {
    const name = textOf(row, 'break');
    const from = ends.get(name) ?? 0;
    const to = from + numberOf(row, 'seconds');
    ends.set(name, to);
    const said = textOf(row, 'advertiser') || textOf(row, 'spot');
    return { ...row, slot: time(name), from, to, said };
  });
}
