import { numberOf, type Page, pageOf, recordsOf, sectionOf, type Tile } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { daysAfter, longDate } from '../../../text/dates.ts';
import { count, plural } from '../../../text/format.ts';
import { score } from './score.ts';
import { officeText, settingsOf } from './settings.ts';
import { cautionsOf, tilesOf } from './tiles.ts';
import { weeksBudgets } from './weeks/budgets.ts';
import { weeksCaps } from './weeks/caps.ts';
import { weeksReach } from './weeks/reach.ts';
import { weeksSchedule } from './weeks/schedule.ts';
import { weeksTimes } from './weeks/times.ts';

const whole = pageOf([weeksTimes, weeksReach, weeksCaps, weeksBudgets, score, weeksSchedule], {
  subtitle: subtitleOf,
  extent: ({ metrics, candidates }) =>
    `${plural(metrics.assignments ?? 0, 'loan')} from ${count(candidates)} candidates`,
  tiles: (run) => [weeksTile(run), ...tilesOf(run).filter(({ label }) => label !== 'Top five partners')],
  noun: ['loan', 'loans'],
  schedule: 'assignments',
  cautions: cautionsOf,
});

/** What the report of many weeks shows: each week beside the others, and what fills up and who is left out over time. */
export function weeksPage(run: Run): Page {
  if (run.tables.assignments !== undefined) return whole(run);
  return { subtitle: subtitleOf(run), tiles: [], sections: [sectionOf(weeksTimes, run)!] };
}

function subtitleOf(run: Run): string {
  const { week, weeks = 1 } = settingsOf(run);
  const last = daysAfter(week, 7 * weeks - 1);
  return `${officeText(run)}, ${plural(weeks, 'week')}, ${longDate(week)} to ${longDate(last)}`;
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
