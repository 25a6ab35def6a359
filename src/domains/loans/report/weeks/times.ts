import { chapter, numberOf, type Subject, type TableRecord, textOf } from '../../../../report/chapter.ts';
import { longDate } from '../../../../text/dates.ts';
import { count } from '../../../../text/format.ts';
import { weekOf } from '../about.ts';

/** The weeks beside each other: what each nets, and how its metrics move. */
export const weeksTimes = chapter({
  id: 'weeks',
  title: 'Week after week',
  table: 'weeks',
  lead: leadOf,
  about: weekOf,
  blocks: [
    line('net_score', 'Net score of each week, in points'),
    line('total_penalties', 'Penalties of each week, in points'),
    // Charts of half a page stand two by two; the text between begins a new line.
    { text: ({ rows }) => (planned(rows).length > 0 ? 'How many partners each week serves, and how evenly:' : '') },
    line('partners_assigned', 'Partners who get a car in the week'),
    line('gini_eligible', 'Gini of the week, over all eligible partners'),
    {
      caption: 'The weeks, one by one',
      columns: [
        'from',
        'week',
        'status',
        'assignments',
        'partners_assigned',
        'net_score',
        'total_penalties',
        'budget_over',
      ],
      limit: 13,
    },
  ],
});

/** A metric over the weeks. */
function line(metric: string, caption: string) {
  return {
    chart: 'weeks-line',
    caption,
    rows: planned,
    datum: (row: TableRecord) => ({ week: row.week, value: numberOf(row, metric) }),
    title: (row: TableRecord) => `${weekTitle(row)}, from ${longDate(textOf(row, 'from'))}`,
    facts: ['assignments', 'partners_assigned', 'net_score points', 'total_penalties points', 'budget_over'],
  };
}

/** "Week 3", of a row of any table by week. */
export const weekTitle = (row: TableRecord): string => `Week ${textOf(row, 'week')}`;

/** The weeks that have a schedule. */
function planned(rows: readonly TableRecord[]): readonly TableRecord[] {
  return rows.filter((row) => typeof row.net_score === 'number');
}

function leadOf({ rows }: Subject): string {
  const [worst, ...others] = planned(rows).toSorted((a, b) => numberOf(a, 'net_score') - numberOf(b, 'net_score'));
  if (worst === undefined) return 'The first week has no schedule.';
  const most = numberOf(others.at(-1) ?? worst, 'net_score');
  const best = planned(rows).find((row) => numberOf(row, 'net_score') === most)!;
  const text = (row: TableRecord) =>
    `${count(numberOf(row, 'net_score'))} points (week ${textOf(row, 'week')}, from ${longDate(textOf(row, 'from'))})`;
  return `Each week is planned upon what the ones before it decided: their cars are out, their loans count under caps and cooldowns, their money is spent. The weeks net between ${text(worst)} and ${text(best)}.`;
}
