import { pageOf } from '../../report/chapter.ts';
import type { Run } from '../../runs/run.ts';
import { daysAfter, longDate } from '../../text/dates.ts';
import { count, plural } from '../../text/format.ts';
import { metrics } from './metrics.ts';
import { budgets } from './report/budgets.ts';
import { capacity } from './report/capacity.ts';
import { caps } from './report/caps.ts';
import { fairness } from './report/fairness.ts';
import { officePages } from './report/offices/page.ts';
import { offices } from './report/offices/whole.ts';
import { grid, schedule } from './report/schedule.ts';
import { score } from './report/score.ts';
import { officeText, settingsOf } from './report/settings.ts';
import { cautionsOf, tilesOf } from './report/tiles.ts';

/**
 * The chapters of a week: where the score comes from, who gets what, and what it costs. Of several offices, each has a
 * chapter of its own with all its loans, and the others are about all of them.
 */
function chaptersOf(run: Run) {
  const own = officePages(run);
  const several = own.length > 0;
  const first = several ? [offices, ...own] : [grid];
  return [...first, score, capacity, fairness, caps, budgets, ...(several ? [] : [schedule])];
}

/** What the report of a loans run shows. */
export const loansPage = pageOf(chaptersOf, {
  subtitle: (run) => {
    const { week } = settingsOf(run);
    return `${officeText(run)}, ${longDate(week)} to ${longDate(daysAfter(week, 6))}`;
  },
  extent: ({ metrics, candidates }) =>
    `${plural(metrics.assignments ?? 0, 'loan')} from ${count(candidates)} candidates`,
  tiles: tilesOf,
  noun: ['loan', 'loans'],
  schedule: 'assignments',
  cautions: cautionsOf,
  choice: 'which partner gets which car',
  metrics,
});
