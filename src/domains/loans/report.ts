import { count, daysAfter, longDate, type Page, plural } from '../../report/page.ts';
import type { Run } from '../../runs/run.ts';
import { metrics } from './metrics.ts';
import { budgetsSection } from './report/budgets.ts';
import { capacitySection } from './report/capacity.ts';
import { capsSection } from './report/caps.ts';
import { fairnessSection } from './report/fairness.ts';
import { scheduleSection } from './report/schedule.ts';
import { scoreSection } from './report/score.ts';
import { settingsOf } from './report/settings.ts';
import { tilesOf } from './report/tiles.ts';

/** What the report of a loans run shows: where the score comes from, who gets what, and what it costs. */
export function loansPage(run: Run): Page {
  const { office, week } = settingsOf(run);
  const subtitle = `${office}, ${longDate(week)} to ${longDate(daysAfter(week, 6))}`;
  if (run.status === 'infeasible' || run.status === 'unknown') return { subtitle, tiles: [], sections: [] };
  return {
    subtitle: `${subtitle}: ${plural(run.metrics.assignments ?? 0, 'loan')} from ${count(run.candidates)} candidates`,
    tiles: tilesOf(run),
    sections: [scoreSection(run), capacitySection(run), fairnessSection(run), capsSection(run), budgetsSection(run)],
    schedule: scheduleSection(run),
    noun: ['loan', 'loans'],
    metrics,
  };
}
