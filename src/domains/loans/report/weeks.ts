import { count, daysAfter, longDate, numberOf, type Page, plural, recordsOf, type Tile } from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import { scoreSection } from './score.ts';
import { settingsOf } from './settings.ts';
import { tilesOf } from './tiles.ts';
import { weeksBudgets } from './weeks-budgets.ts';
import { weeksCaps } from './weeks-caps.ts';
import { weeksReach } from './weeks-reach.ts';
import { weeksSchedule } from './weeks-schedule.ts';
import { weeksTimes } from './weeks-times.ts';

/** What the report of many weeks shows: each week beside the others, and what fills up and who is left out over time. */
export function weeksPage(run: Run): Page {
  const { office, week, weeks = 1 } = settingsOf(run);
  const last = daysAfter(week, 7 * weeks - 1);
  const subtitle = `${office}, ${plural(weeks, 'week')}, ${longDate(week)} to ${longDate(last)}`;
  if (run.tables.assignments === undefined) return { subtitle, tiles: [], sections: [weeksTimes(run)] };
  return {
    subtitle: `${subtitle}: ${plural(run.metrics.assignments ?? 0, 'loan')} from ${count(run.candidates)} candidates`,
    tiles: [weeksTile(run), ...tilesOf(run).filter(({ label }) => label !== 'Top five partners')],
    sections: [weeksTimes(run), weeksReach(run), weeksCaps(run), weeksBudgets(run), scoreSection(run)],
    schedule: weeksSchedule(run),
  };
}

function weeksTile(run: Run): Tile {
  const { weeks = 0, weeks_optimal: proven = 0 } = run.metrics;
  const nets = recordsOf(run.tables.weeks).map((row) => numberOf(row, 'net_score'));
  const note = `proven best of their week; ${count(Math.min(...nets))} to ${count(Math.max(...nets))} points each`;
  return {
    label: 'Weeks',
    value: `${count(proven ?? 0)} of ${count(weeks ?? 0)}`,
    note,
    tone: proven === weeks ? 'good' : 'fair',
  };
}
