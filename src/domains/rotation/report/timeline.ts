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
  rows: (rows, subject) => placed(rows, subject, timesOf(subject)),
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

/** Each spot from the second of its break at which it is on air, as planned or as it was seen, for as long as it airs. */
function placed(rows: readonly TableRecord[], { run }: Subject, time: (name: string) => string) {
  const starts = new Map(recordsOf(run.tables.breaks).map((row) => [textOf(row, 'break'), momentOf(row)]));
  const seen = new Map(recordsOf(run.tables.reconciliation).map((row) => [textOf(row, 'spot'), row]));
  return rows.map((row) => {
    const name = textOf(row, 'break');
    const from = momentOf(row) - (starts.get(name) ?? momentOf(row));
    const own = seen.get(textOf(row, 'spot'));
    const aired = own === undefined ? 0 : numberOf(own, 'seconds_aired');
    const to = from + (aired > 0 ? aired : numberOf(row, 'seconds'));
    const said = textOf(row, 'advertiser') || textOf(row, 'spot');
    return { ...row, slot: time(name), from, to, said };
  });
}

const momentOf = (row: TableRecord): number => Date.parse(textOf(row, 'utc')) / 1000;
